using ConflictModel.Aggregation;

namespace ConflictModel.Interchange.Tests.UcdpGed;

public class GedTabulationTests
{
    private static readonly Measure[] Groups =
    [
        Measure.Killed.Among(VictimGroup.FirstSide), Measure.Killed.Among(VictimGroup.SecondSide), Measure.Killed.Civilians,
        Measure.Killed.Among(VictimGroup.Unknown),
    ];

    private static readonly IncidentTable[] Tables = new IncidentTable[1];

    private static IncidentTable Syria()
    {
        string path = PublishedFiles.PathOf(PublishedFiles.Syria);
        return Tables[0] ??= TableOf(File.OpenRead(path));
    }

    private static ReadCounts Append(IncidentTableBuilder builder, Stream file, ReadOptions? options = null)
    {
        using var reader = IncidentReader.Open(file, options);
        return reader.AppendTo(builder);
    }

    private static IncidentTable TableOf(Stream file)
    {
        IncidentTableBuilder builder = new();
        Append(builder, file);
        return builder.ToTable();
    }

    [Fact]
    public void A_row_needs_no_id_to_be_summed()
    {
        IncidentTableBuilder builder = new();
        Append(builder, GedSamples.Stream(GedSamples.Row(("id", "")), GedSamples.Row(("id", "")))).Should().Be(new ReadCounts(2, 0));
        builder.ToTable().Query().Sum(Measure.Killed).Run().Total.Of(Measure.Killed).Should().Be(new Sums(2, 6, 8, 12, 0, 0, 0));
    }

    /// <summary>The model has no dyad and conflict: a table of a data set gets them from the cells that its reports keep.</summary>
    [Fact]
    public void A_data_set_made_of_rows_tells_a_table_their_dyads_conflicts_and_active_years_and_what_these_are_called()
    {
        string[] rows =
        [
            GedSamples.Row(("dyad_new_id", "5.0"), ("active_year", "TRUE")),
            GedSamples.Row(("id", "8"), ("dyad_new_id", "6"),
                ("dyad_name", "Another name"), ("conflict_new_id", "300"), ("conflict_name", ""), ("active_year", "0")),
            GedSamples.Row(("id", "9"), ("dyad_new_id", ""), ("conflict_new_id", ""), ("active_year", "")),
        ];
        IncidentTable straight = TableOf(GedSamples.Stream(rows));
        using var reader = IncidentReader.Open(GedSamples.Stream(rows));
        ConflictDataset dataset = reader.ReadDataset();
        IncidentTableBuilder builder = new();
        builder.AppendDataset(dataset, complete: EventFormats.Completing(builder, Glossary.Of(dataset)));
        IncidentTable throughRecords = builder.ToTable();
        static string[] Rows(IncidentTable table, GroupKey key) =>
            [.. table.Query().GroupBy(key).Sum(Measure.Killed).KeepingUnknown().Run().Select(row =>
                $"{table.NamesOf(row, key)}: {row.Of(Measure.Killed)}")];
        foreach (GroupKey key in (GroupKey[])[GroupKey.Dyad, GroupKey.Conflict, GroupKey.ActiveYear])
        {
            Rows(throughRecords, key).Should().Equal(Rows(straight, key));
        }

        Rows(throughRecords, GroupKey.Dyad)[0].Should().StartWith("(5, Government of X - IS): ");
        dataset.ToTable().Query().GroupBy(GroupKey.Dyad).Run().Count.Should().Be(0);
    }

    [Fact]
    public void The_dead_of_Syria_are_those_that_were_published()
    {
        Sums killed = Syria().Query().Sum(Measure.Killed).Run()[0].Of(Measure.Killed);
        (killed.Low, killed.Best, killed.High).Should().Be((104_929L, 112_337L, 119_020L));
        Syria().Incidents.Should().Be(16_566);
    }

    [Fact]
    public void The_dead_of_Syria_by_year_are_those_that_were_published()
    {
        Aggregate years = Syria().Query().GroupBy(GroupKey.Year).Sum(Measure.Killed).Run();
        (long, long)[] found = [.. years.Select(row => ((long)row.Of(GroupKey.Year), row.Of(Measure.Killed).Best ?? 0))];
        found.Should().Equal((2016, 48_710), (2017, 33_316), (2018, 20_251), (2019, 10_060));
        years.Outside.Incidents.Should().Be(0);
    }

    [Fact]
    public void The_dead_of_Syria_by_type_of_violence_are_those_that_were_published()
    {
        Aggregate kinds = Syria().Query().GroupBy(GroupKey.Kind).Sum(Measure.Killed).Run();
        kinds.Select(row => (row.TextOf(GroupKey.Kind)!, row.Incidents, row.Of(Measure.Killed).Best)).Should().Equal(
            ("stateBasedConflict", 11_507L, 80_649L), ("nonStateConflict", 4_577L, 29_417L), ("oneSidedViolence", 482L, 2_271L));
    }

    [Fact]
    public void The_dead_of_one_dyad_by_group_are_those_that_were_published()
    {
        AggregateRow dyad = Syria().Query().Where(GroupKey.Dyad, DyadId.From("14620")).Sum([Measure.Killed, .. Groups]).Run()[0];
        Groups.Select(group => dyad.Of(group).Best).Append(dyad.Of(Measure.Killed).Best)
            .Should().Equal(12_010, 11_115, 3_220, 1_197, 27_542);
    }

    [Theory]
    [InlineData(PublishedFiles.Syria)]
    [InlineData(PublishedFiles.Myanmar)]
    public void A_table_of_columns_answers_as_the_cells_of_the_file_do(string file)
    {
        string path = PublishedFiles.PathOf(file);
        IncidentTable table = TableOf(File.OpenRead(path));
        List<string[]> cells = PublishedFiles.Cells(path);
        string[] header = cells[0];
        int Column(string name) => Array.IndexOf(header, name);
        (string Column, GroupKey Key, Func<string, string> Text)[] keys =
        [
            ("type_of_violence", GroupKey.Kind, text =>
                text switch { "1" => "stateBasedConflict", "2" => "nonStateConflict", _ => "oneSidedViolence" }),
            ("dyad_new_id", GroupKey.Dyad, text => text),
            ("side_a_new_id", GroupKey.FirstSide, text => "ucdp-actor:" + text),
            ("side_b_new_id", GroupKey.SecondSide, text => "ucdp-actor:" + text),
            ("country_id", GroupKey.RegionAt(RegionKind.Country), text => "ucdp-country:" + text),
        ];
        foreach ((string column, GroupKey key, Func<string, string> text) in keys)
        {
            string[] expected =
            [
                .. cells.Skip(1)
                    .GroupBy(row => text(row[Column(column)]))
                    .Select(group => Line(
                        group.Key, group.Count(), Sum(group, "low"), Sum(group, "best"), Sum(group, "high"),
                        Sum(group, "deaths_civilians")))
                    .Order(StringComparer.Ordinal),
            ];
            Aggregate answer = table.Query().GroupBy(key).Sum(Measure.Killed, Measure.Killed.Civilians).Run();
            string[] found =
            [
                .. answer
                    .Select(row => (Row: row, Killed: row.Of(Measure.Killed)))
                    .Select(pair => Line(
                        pair.Row.TextOf(key), pair.Row.Incidents, pair.Killed.Low, pair.Killed.Best, pair.Killed.High,
                        pair.Row.Of(Measure.Killed.Civilians).Best))
                    .Order(StringComparer.Ordinal),
            ];
            found.Should().Equal(expected);
            answer.Outside.Incidents.Should().Be(0);
        }

        static string Line(params object?[] figures) =>
            string.Join(' ', figures.Select(figure => Convert.ToString(figure, System.Globalization.CultureInfo.InvariantCulture)));

        long Sum(IEnumerable<string[]> rows, string name) =>
            rows.Sum(row => long.Parse(row[Column(name)], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_table_of_columns_and_one_of_incidents_give_the_same_answers()
    {
        string path = PublishedFiles.PathOf(PublishedFiles.Syria);
        using var reader = IncidentReader.Open(path);
        ConflictDataset dataset = reader.ReadDataset();
        IncidentTable table = dataset.ToTable();

        // Coalitions aside, which UCDP gives ids of their own and incidents make of their members.
        foreach (GroupKey key in (GroupKey[])[GroupKey.Month, GroupKey.Week,
            GroupKey.Region, GroupKey.RegionAt(RegionKind.Governorate), GroupKey.Kind, GroupKey.Source])
        {
            Answer(table, key).Should().Be(Answer(Syria(), key));
        }

        string Answer(IncidentTable of, GroupKey key) => of.Query()
            .InRegions(RegionId.From("ucdp-country:652"))
            .GroupBy(key).Sum([Measure.Killed, .. Groups]).Run().ToCsv();
    }

    [Fact]
    public void A_row_takes_at_most_24_bytes() => ((double)Syria().Bytes / Syria().Rows).Should().BeLessThan(24);

    [Fact]
    public void The_victim_groups_have_a_best_figure_only()
    {
        IncidentTable table = TableOf(GedSamples.Stream(GedSamples.Row(), GedSamples.Row(("id", "8"), ("deaths_a", "70000"))));
        Measure first = Measure.Killed.Among(VictimGroup.FirstSide);
        table.Query().Sum(first).Run()[0].Of(first).Should().Be(new Sums(2, 0, 70_001, 0, 2, 0, 2));
        table.Query().Sum(first.AsBest).Run()[0].Of(first.AsBest).Best.Should().Be(70_001);
    }

    [Fact]
    public void A_row_without_a_day_is_outside_every_key_of_time()
    {
        IncidentTableBuilder builder = new();
        ReadCounts counts = Append(
            builder,
            GedSamples.Stream(GedSamples.Row(), GedSamples.Row(("id", "8"), ("date_end", ""))),
            new() { SetAsideMalformed = true });
        (builder.Rows, counts).Should().Be((2, new ReadCounts(2, 0)));
        builder.ToTable().Query().GroupBy(GroupKey.Year).Run().Outside.Incidents.Should().Be(1);
    }

    [Fact]
    public void Two_files_make_one_table()
    {
        IncidentTableBuilder builder = new();
        Append(builder, GedSamples.Stream(GedSamples.Row()));
        Append(builder, GedSamples.Stream(GedSamples.Row(("id", "8"), ("date_start", "2015-12-31"), ("active_year", "0"))));
        Aggregate answer = builder.ToTable().Query()
            .Where(GroupKey.ActiveYear, true).GroupBy(GroupKey.RegionAt(RegionKind.District), GroupKey.Dyad).Sum(Measure.Killed).Run();
        answer.Count.Should().Be(1);
        answer[0].Of(GroupKey.RegionAt(RegionKind.District)).Value.Should().Be("ucdp-adm2:652/Homs_Governorate/Tadmor_district");
        (answer[0].Of(GroupKey.Dyad).Value, answer[0].Incidents, answer[0].Of(Measure.Killed).Best).Should().Be(("5", 1L, 4L));
    }
}

namespace ConflictModel.Interchange.Tests.Aggregates;

public class PublishedAggregateTests
{
    private static readonly AggregateQuery ActiveDyadYears = new()
    {
        By = [AggregateKey.Dyad, AggregateKey.Year],
        Where = [new(AggregateKey.ActiveYear, "1")],
    };

    private static AggregateTable Of(string file, params AggregateKey[] by) =>
        PublishedAggregate.OfFile(File.OpenRead(PublishedFiles.PathOf(file)), new() { By = [.. by] });

    /// <summary>UCDP's own yearly figures of dyads that were active in Myanmar alone, which its events must give back.</summary>
    [Theory]
    [InlineData("BattleDeaths_v24_1.csv", "bd", "battle_location", 96)]
    [InlineData("Nonstate_v23_1.csv", "", "location", 9)]
    [InlineData("OneSided_v23_1.csv", "", "location", 22)]
    public void The_events_of_Myanmar_add_up_to_the_published_figures_of_each_dyad_and_year(string file, string prefix, string location, int comparable)
    {
        AggregateTable table = PublishedAggregate.OfFile(File.OpenRead(PublishedFiles.PathOf(PublishedFiles.Myanmar)), ActiveDyadYears);
        Dictionary<(string, string), AggregateTableRow> ours = table.Rows.ToDictionary(row => (row.Keys[0], row.Keys[1]));
        List<string[]> published = PublishedFiles.Cells(PublishedFiles.PathOf("ucdp-published-totals/" + file));
        string[] header = published[0];
        int At(string name) => Array.IndexOf(header, name);
        string Figure(string name) => prefix.Length > 0 ? $"{prefix}_{name}" : $"{name}_fatality_estimate";
        int exact = 0;
        foreach (string[] row in published.Skip(1).Where(row => row[At(location)] == "Myanmar (Burma)"))
        {
            if (!ours.TryGetValue((row[At("dyad_id")], row[At("year")]), out AggregateTableRow? sums))
            {
                continue;
            }

            (sums.Low, sums.Best, sums.High).Should().Be(
                (long.Parse(row[At(Figure("low"))]), long.Parse(row[At(Figure("best"))]), long.Parse(row[At(Figure("high"))])),
                "dyad {0} in {1}", row[At("dyad_id")], row[At("year")]);
            exact++;
        }

        exact.Should().Be(comparable);
    }

    [Fact]
    public void Syria_adds_up_by_type_and_by_year()
    {
        Of(PublishedFiles.Syria, AggregateKey.Type).Rows.Select(row => (row.Keys[0], row.Best)).Should().Equal(("1", 80_649L), ("2", 29_417L), ("3", 2_271L));
        Of(PublishedFiles.Syria, AggregateKey.Year).Rows.Select(row => (row.Keys[0], row.Best)).Should().Equal(
            ("2016", 48_710L), ("2017", 33_316L), ("2018", 20_251L), ("2019", 10_060L));
    }

    [Fact]
    public void A_dyad_of_Syria_adds_up_by_side()
    {
        AggregateTableRow row = PublishedAggregate.OfFile(
            File.OpenRead(PublishedFiles.PathOf(PublishedFiles.Syria)),
            new() { By = [], Where = [new(AggregateKey.Dyad, "14620")] }).Rows.Single();
        (row.SideA, row.SideB, row.Civilians, row.Unknown, row.Best).Should().Be((12_010, 11_115, 3_220, 1_197, 27_542));
    }

    [Fact]
    public void Myanmar_adds_up_by_side()
    {
        AggregateTableRow row = Of(PublishedFiles.Myanmar).Rows.Single();
        (row.SideA, row.SideB, row.Civilians, row.Unknown).Should().Be((7_502, 5_179, 10_681, 5_359));
        (row.Low, row.Best, row.High).Should().Be((26_420, 28_721, 59_327));
    }

    [Theory]
    [InlineData(AggregateKey.Month)]
    [InlineData(AggregateKey.Week)]
    public void Spreading_over_time_loses_no_one(AggregateKey time)
    {
        AggregateTable whole = Of(PublishedFiles.Syria);
        AggregateTable table = Of(PublishedFiles.Syria, time);
        table.Rows.Sum(row => row.Incidents).Should().Be(16_566);
        (table.Rows.Sum(row => row.Low), table.Rows.Sum(row => row.Best), table.Rows.Sum(row => row.High)).Should().Be((104_929, 112_337, 119_020));
        table.Rows.Sum(row => row.SideA).Should().Be(whole.Rows[0].SideA);
        table.Rows.Should().OnlyContain(row => row.Best == row.SideA + row.SideB + row.Civilians + row.Unknown);
    }

    [Fact]
    public void Random_queries_of_a_file_have_the_answers_of_the_plain_way()
    {
        var random = new Random(7);
        string path = PublishedFiles.PathOf(PublishedFiles.Myanmar);
        for (int i = 0; i < 25; i++)
        {
            AggregateKey[] all = Enum.GetValues<AggregateKey>();
            random.Shuffle(all);
            var query = new AggregateQuery { By = [.. all[..random.Next(5)]], Names = random.Next(2) == 0 };
            AggregateTableRow[] rows = [.. PublishedAggregate.OfFile(File.OpenRead(path), query with { Names = false }).Rows];
            if (query.By.Count > 0 && random.Next(3) > 0)
            {
                int key = random.Next(query.By.Count);
                query = query with
                {
                    By = [.. query.By.Where((_, at) => at != key || random.Next(2) == 0)],
                    Where = [new(query.By[key], rows[random.Next(rows.Length)].Keys[key])],
                };
            }

            PlainAggregate.Lines(PublishedAggregate.OfFile(File.OpenRead(path), query)).Should().Equal(PlainAggregate.Of(path, query), query.ToString());
        }
    }

    [Fact]
    public void The_Islamic_State_is_a_side_in_6472_rows() =>
        PublishedAggregate.OfFile(
            File.OpenRead(PublishedFiles.PathOf(PublishedFiles.Syria)),
            new() { By = [AggregateKey.Actor], Where = [new(AggregateKey.Actor, "234")], Names = true }).Rows
            .Select(row => (row.Keys[0], row.Keys[1], row.Incidents)).Should().Equal(("234", "IS", 6_472L));

    [Fact]
    public void Incidents_of_the_model_add_up_as_the_file_does()
    {
        string path = PublishedFiles.PathOf(PublishedFiles.Myanmar);
        using var reader = IncidentReader.Open(path);
        AggregateTable fromModel = PublishedAggregate.OfIncidents(reader.Read(), reader.Glossary, ActiveDyadYears);
        AggregateTable fromFile = PublishedAggregate.OfFile(File.OpenRead(path), ActiveDyadYears);
        fromModel.Should().Be(fromFile);
    }

    [Fact]
    public void An_event_over_two_months_is_spread_by_days_and_filters_take_its_share()
    {
        string row = GedSamples.Row(
            ("date_start", "2016-01-31"), ("date_end", "2016-02-03"), ("date_prec", "2"), ("best", "8"), ("low", "4"), ("high", "12"),
            ("deaths_a", "8"), ("deaths_b", "0"), ("deaths_unknown", "0"));
        AggregateTable months = PublishedAggregate.OfFile(GedSamples.Stream(row), new() { By = [AggregateKey.Month] });
        months.Rows.Select(r => (r.Keys[0], r.Incidents, r.Low, r.Best, r.High)).Should().Equal(
            ("2016-01", 0L, 1L, 2L, 3L), ("2016-02", 1L, 3L, 6L, 9L));
        AggregateTable february = PublishedAggregate.OfFile(
            GedSamples.Stream(row), new() { By = [AggregateKey.Week], Where = [new(AggregateKey.Month, "2016-02")] });
        february.Rows.Select(r => (r.Keys[0], r.Best)).Should().Equal(("2016-W05", 6L));
    }

    [Fact]
    public void What_a_filter_leaves_out_is_counted_and_a_missing_figure_is_not_zero()
    {
        AggregateTable table = PublishedAggregate.OfFile(
            GedSamples.Stream(GedSamples.Row(("low", "")), GedSamples.Row(("active_year", "0"))),
            new() { By = [AggregateKey.Country], Where = [new(AggregateKey.ActiveYear, "1")] });
        table.FilteredOut.Should().Be(1);
        table.Rows.Single().Low.Should().BeNull();
        using var csv = new MemoryStream();
        table.WriteCsv(csv);
        System.Text.Encoding.UTF8.GetString(csv.ToArray()).Should().Be(
            "country,incidents,low,best,high,civilians,side_a,side_b,unknown\nSyria,1,,4,6,0,1,2,1\n");
    }
}

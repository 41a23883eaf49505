using System.Text;
using ConflictModel.Aggregation;

namespace ConflictModel.Interchange.Tests.Mapping;

/// <summary>
/// Tools that hold numbers as floating point write <c>118.0</c> and <c>-1.0</c>, and others write flags as words: they say the same as the
/// plain form to the model, to a table and to the rules, and come back as they are written.
/// </summary>
public class CellFormTests
{
    private static readonly string[] GedNumbers =
    [
        "id", "year", "active_year", "type_of_violence", "conflict_dset_id", "conflict_new_id", "dyad_dset_id", "dyad_new_id",
        "side_a_dset_id", "side_a_new_id",
        "side_b_dset_id", "side_b_new_id", "number_of_sources", "where_prec", "priogrid_gid", "country_id", "event_clarity", "date_prec",
        "deaths_a",
        "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa",
    ];

    private static readonly string[] AcledNumbers =
        ["year", "time_precision", "inter1", "inter2", "interaction", "iso", "geo_precision", "fatalities", "timestamp"];

    private static readonly (string, string)[] AcledCodes = [("inter1", "2"), ("inter2", "2"), ("interaction", "22")];

    private static string Ged(bool floating, params (string Column, string Text)[] changes) =>
        GedSamples.File(Floating(GedSamples.File(GedSamples.Row(changes)), floating ? GedNumbers : []));

    private static string Acled(bool floating) =>
        AcledSamples.File(Floating(AcledSamples.File(AcledSamples.Row(AcledCodes)), floating ? AcledNumbers : []));

    private static string Floating(string file, string[] columns)
    {
        List<string[]> cells = SimpleCsv.Read(file);
        return string.Join(',', cells[0].Zip(cells[1]).Select(cell =>
            GedSamples.Cell(columns.Contains(cell.First) && cell.Second.Length > 0 ? cell.Second + ".0" : cell.Second)));
    }

    private static MemoryStream Utf8(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    private static Incident Read(string file)
    {
        using var reader = IncidentReader.Open(Utf8(file));
        Incident incident = reader.Read().Single();

        // The kept cells are as the file has them: what the model says must be the same.
        return incident with { Reports = [incident.Reports[0] with { Original = null }] };
    }

    private static IncidentTable Table(string file)
    {
        using var reader = IncidentReader.Open(Utf8(file));
        IncidentTableBuilder builder = new();
        reader.AppendTo(builder).Should().Be(new ReadCounts(1, 0));
        return builder.ToTable();
    }

    private static List<PublishedFinding> Findings(string file)
    {
        var findings = new List<PublishedFinding>();
        PublishedValidator.Validate(Utf8(file), onFinding: findings.Add);
        return findings;
    }

    [Fact]
    public void A_GED_row_of_floating_point_numbers_is_the_same_incident()
    {
        Read(Ged(true)).Should().Be(Read(Ged(false)));
        Read(Ged(true)).Id.Value.Should().Be("ucdp:7");
        Read(Ged(true)).Involvements[0].Actor.Value.Should().Be("ucdp-actor:118");
    }

    [Fact]
    public void An_ACLED_row_of_floating_point_numbers_is_the_same_incident() => Read(Acled(true)).Should().Be(Read(Acled(false)));

    [Fact]
    public void Known_actors_are_known_by_ids_in_floating_point()
    {
        using var reader = IncidentReader.Open(Utf8(Ged(true)), new() { Names = NameResolver.BuiltIn });
        reader.Read().Single().Involvements[1].Actor.Value.Should().Be("isis");
    }

    [Fact]
    public void A_table_groups_them_under_the_same_keys()
    {
        foreach (GroupKey key in (GroupKey[])[GroupKey.FirstSide, GroupKey.SecondSide, GroupKey.Dyad, GroupKey.Region, GroupKey.Year])
        {
            Answer(Ged(true), key).Should().Be(Answer(Ged(false), key));
        }

        Answer(Acled(true), GroupKey.Region).Should().Be(Answer(Acled(false), GroupKey.Region));

        static string Answer(string file, GroupKey key) => Table(file).Query().GroupBy(key).Sum(Measure.Killed).Run().ToCsv();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_cell_comes_back_as_it_was_written(bool ged)
    {
        string file = ged ? Ged(true, ("number_of_sources", "-1")) : Acled(true);
        RoundTrip.Cells(file)[1].Should().Equal(SimpleCsv.Read(file)[1]);
    }

    [Fact]
    public void The_sentinel_of_uncounted_sources_is_seen_in_both_forms()
    {
        foreach (bool floating in (bool[])[false, true])
        {
            Findings(Ged(floating, ("number_of_sources", "-1"))).Select(finding => finding.Code).Should().Equal("ged-source-sentinel");
        }
    }

    [Fact]
    public void A_one_sided_event_with_dead_combatants_is_the_same_error_in_both_forms()
    {
        PublishedFinding[] plain = [.. Findings(Ged(false, ("type_of_violence", "3")))];
        PublishedFinding[] floating = [.. Findings(Ged(true, ("type_of_violence", "3")))];
        plain.Select(finding => finding.Code).Should().Contain("ged-one-sided");
        floating.Should().Equal(plain);
    }

    [Fact]
    public void Rules_find_nothing_in_numbers_for_their_form_alone()
    {
        Findings(Ged(true)).Should().BeEmpty();
        Findings(Acled(true)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("1", Truth.Yes)]
    [InlineData("1.0", Truth.Yes)]
    [InlineData("TRUE", Truth.Yes)]
    [InlineData("True", Truth.Yes)]
    [InlineData("true", Truth.Yes)]
    [InlineData("0", Truth.No)]
    [InlineData("0.0", Truth.No)]
    [InlineData("FALSE", Truth.No)]
    [InlineData("", Truth.Unknown)]
    [InlineData("-1", Truth.Unknown)]
    [InlineData("maybe", Truth.Unknown)]
    public void A_flag_is_one_in_every_form_and_unknown_where_it_is_none(string text, Truth active)
    {
        string file = GedSamples.File(GedSamples.Row(("active_year", text)));
        Table(file).Query().Where(GroupKey.ActiveYear, true).Sum(Measure.Killed).Run().Total.Incidents
            .Should().Be(active == Truth.Yes ? 1 : 0);
        RoundTrip.Cells(file)[1].Should().Equal(SimpleCsv.Read(file)[1]);
    }

    [Fact]
    public void A_flag_of_JSON_is_the_same_flag()
    {
        string json = """
            {"Result": [{"id": 7, "active_year": true, "type_of_violence": 1, "dyad_new_id": 5, "best": 2,
              "date_start": "2016-01-03", "date_end": "2016-01-03"}]}
            """;
        Table(json).Query().Where(GroupKey.ActiveYear, true).Sum(Measure.Killed).Run().Total.Of(Measure.Killed).Best.Should().Be(2);
    }

    [Theory]
    [InlineData("1.5", MalformationCode.Number)]
    [InlineData("1e3", MalformationCode.Number)]
    [InlineData("1,25", MalformationCode.Number)]
    [InlineData("0,250", MalformationCode.Number)]
    [InlineData("1250,000", MalformationCode.Number)]
    [InlineData("1,250,00", MalformationCode.Number)]
    [InlineData(",250", MalformationCode.Number)]
    [InlineData("1,25a", MalformationCode.Number)]
    [InlineData("-1,250", MalformationCode.Number)]
    [InlineData("1 250", MalformationCode.Number)]
    [InlineData("1.250", MalformationCode.Number)]
    [InlineData("-1.0", MalformationCode.Number)]
    public void What_is_not_a_whole_number_of_people_is_refused_by_every_road(string text, MalformationCode code)
    {
        string file = GedSamples.File(GedSamples.Row(("best", text)));
        foreach (Action read in (Action[])[() => Read(file), () => Table(file), () => Findings(file)])
        {
            read.Should().Throw<MalformedInputException>().Which.Malformation.Code.Should().Be(code);
        }
    }

    [Theory]
    [InlineData("NA")]
    [InlineData("nan")]
    [InlineData("\\N")]
    public void A_word_for_an_empty_cell_says_nothing_by_every_road_and_comes_back(string word)
    {
        IEnumerable<(string Column, Func<string, string> File)> columns =
        [
            .. GedSamples.Columns.Select<string, (string, Func<string, string>)>(
                column => (column, text => GedSamples.File(GedSamples.Row((column, text))))),
            .. AcledSamples.Columns.Select<string, (string, Func<string, string>)>(
                column => (column, text => AcledSamples.File(AcledSamples.Row((column, text))))),
        ];
        foreach ((string column, Func<string, string> file) in columns)
        {
            if (column is "id" or "event_id_cnty" or "event_type" or "latitude" or "longitude")
            {
                // Not without an id, a type for the sub-type, or one of two coordinates.
                Roads.Fault(file(word)).Reason.Should().Be(Roads.Fault(file("")).Reason, column);
                continue;
            }

            Roads.Killed(file(word)).Should().Be(Roads.Killed(file("")), column);
            Read(file(word)).Should().Be(Read(file("")), column);
        }
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("<NA>")]
    [InlineData("NaT")]
    [InlineData("None")]
    [InlineData("NULL")]
    [InlineData("null")]
    [InlineData("N/A")]
    [InlineData("#N/A")]
    public void Other_tools_have_other_words(string word)
    {
        string file = GedSamples.File(GedSamples.Row(("side_b", word), ("side_b_new_id", word), ("gwnoa", word), ("low", word)));
        Roads.Killed(file).Should().Be(new Sums(1, 0, 4, 6, 1, 0, 0));
        Roads.Incidents(file)[0].Involvements.Should().ContainSingle();
    }

    [Fact]
    public void A_whole_file_of_such_words_comes_back()
    {
        string ged = GedSamples.File(GedSamples.Row([.. GedSamples.Columns.Skip(1).Select(column => (column, "NA"))]));
        Roads.Killed(ged).Should().Be(new Sums(1, 0, 0, 0, 1, 1, 1));
        Roads.Incidents(ged)[0].Involvements.Should().BeEmpty();
        string acled = AcledSamples.File(AcledSamples.Row([.. AcledSamples.Columns.Skip(1).Select(column => (column, "nan"))]));
        Roads.Killed(acled).Should().Be(new Sums(1, 0, 0, 0, 1, 1, 1));
        Roads.Incidents(acled)[0].Involvements.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Nan")]
    [InlineData("na")]
    [InlineData("NAN")]
    [InlineData("none")]
    public void A_name_that_only_looks_like_such_a_word_is_a_name(string name)
    {
        string file = GedSamples.File(GedSamples.Row(("side_a", name), ("dyad_name", name + " - IS"), ("adm_1", name)));
        Roads.Killed(file).Best.Should().Be(4);
        using var reader = IncidentReader.Open(Utf8(file));
        reader.Read().Should().ContainSingle();
        reader.Glossary.Actors.Select(actor => actor.Name.ToString()).Should().Contain(name);
        reader.Glossary.Regions.Select(region => region.Name.ToString()).Should().Contain(name);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("event_id_cnty")]
    public void A_word_for_an_empty_cell_is_no_id(string column)
    {
        string file =
            column == "id" ? GedSamples.File(GedSamples.Row((column, "NA"))) : AcledSamples.File(AcledSamples.Row((column, "NA")));
        Action read = () => Read(file);
        read.Should().Throw<MalformedInputException>().Which.Malformation.Reason.Should().Be($"The id is missing: '{column}' is empty.");
    }

    [Fact]
    public void A_model_that_was_changed_writes_its_value_over_such_a_word()
    {
        string file = GedSamples.File(GedSamples.Row(("where_prec", "NA"), ("adm_2", "NA")));
        string[] cells = RoundTrip.Cells(
            file, change: incident => incident with { Place = incident.Place! with { Precision = PlacePrecision.Exact } })[1];
        (cells[Array.IndexOf(GedSamples.Columns, "where_prec")], cells[Array.IndexOf(GedSamples.Columns, "adm_2")])
            .Should().Be(("1", "NA"));
    }

    [Fact]
    public void A_round_number_as_R_writes_it_is_that_number_in_counts_and_ids()
    {
        (string, string)[] plain =
            [("id", "100000"), ("best", "100000"), ("high", "200000"), ("side_a_new_id", "100000"), ("dyad_new_id", "100000")];
        (string, string)[] round =
            [("id", "1e+05"), ("best", "1e+05"), ("high", "2e+05"), ("side_a_new_id", "1e+05"), ("dyad_new_id", "1e+05")];
        Read(GedSamples.File(GedSamples.Row(round))).Should().Be(Read(GedSamples.File(GedSamples.Row(plain))));
        Roads.Killed(GedSamples.File(GedSamples.Row(round))).Should().Be(new Sums(1, 3, 100_000, 200_000, 0, 0, 0));
        GroupKey[] keys = [GroupKey.Dyad, GroupKey.FirstSide];
        foreach (GroupKey key in keys)
        {
            Roads.Table(GedSamples.File(GedSamples.Row(round))).Query().GroupBy(key).Sum(Measure.Killed).Run().ToCsv()
                .Should().Be(Roads.Table(GedSamples.File(GedSamples.Row(plain))).Query().GroupBy(key).Sum(Measure.Killed).Run().ToCsv());
        }
    }

    [Theory]
    [InlineData("1.25E+05")]
    [InlineData("1.5e+00")]
    [InlineData("1e-05")]
    [InlineData("1e+99")]
    [InlineData("e+05")]
    [InlineData("..e+05")]
    public void A_number_that_may_have_lost_digits_is_refused(string text) =>
        Roads.Fault(GedSamples.File(GedSamples.Row(("best", text)))).Code.Should().Be(MalformationCode.Number);
}

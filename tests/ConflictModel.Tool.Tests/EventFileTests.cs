using System.Text;
using System.Text.Json;

namespace ConflictModel.Tool.Tests;

public sealed class EventFileTests : IDisposable
{
    private const string Syria = "ucdp-ged-syria-19.1/ged_syria.csv";
    private const string Myanmar = "ucdp-ged-myanmar-24.1/ged_myanmar.csv";
    private const string World = "ucdp-ged-sample-23.1/ged231_sample1000.csv";

    private readonly string folder = Directory.CreateTempSubdirectory("conflictmodel").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_published_dead_of_each_year_are_summed()
    {
        ToolResult result = Tool.Run("aggregate", RealData.File(Syria), "--by", "year", "--format", "csv");
        result.ExitCode.Should().Be(0);
        string[] lines = result.Output.TrimEnd('\n').Split('\n');
        lines[0].Should().Be("year,incidents,low,best,high,civilians,side_a,side_b,unknown,without_low,without_best,without_high");
        lines.Skip(1).Select(line => line.Split(',')[3]).Should().Equal("48710", "33316", "20251", "10060");
    }

    [Fact]
    public void A_dyad_and_year_of_active_years_equals_what_ucdp_publishes()
    {
        ToolResult result =
            Tool.Run("aggregate", RealData.File(Myanmar), "--by", "dyad,year", "--where", "active-year=1", "--format", "json");
        JsonElement first = JsonDocument.Parse(result.Output).RootElement[0];
        first.EnumerateObject().Select(member => member.Name)
            .Should().Equal("dyad", "year", "incidents", "low", "best", "high", "civilians", "side_a", "side_b",
                "unknown", "without_low", "without_best", "without_high");
        (first.GetProperty("dyad").GetString(), first.GetProperty("year").GetString()).Should().Be(("428", "1989"));
        (first.GetProperty("low").GetInt64(), first.GetProperty("best").GetInt64(), first.GetProperty("high").GetInt64())
            .Should().Be((538L, 1304L, 1913L));
    }

    [Fact]
    public void A_published_file_is_checked_rule_by_rule_and_never_rejected_for_being_odd()
    {
        ToolResult result = Tool.Run("validate", RealData.File(Syria), "--format", "json");
        result.ExitCode.Should().Be(0);
        JsonElement report = JsonDocument.Parse(result.Output).RootElement;
        report.GetProperty("read").GetInt64().Should().Be(16_566);
        JsonElement Rule(string code) =>
            report.GetProperty("rules").EnumerateArray().Single(rule => rule.GetProperty("code").GetString() == code);
        Rule("ged-sum").GetProperty("found").GetInt64().Should().Be(0);
        Rule("ged-range").GetProperty("found").GetInt64().Should().Be(101);
        Rule("ged-low-high").GetProperty("repairable").GetInt64().Should().Be(56);
        report.GetProperty("totals").GetProperty("low").GetInt64().Should().Be(104_929);
        report.GetProperty("totals").GetProperty("hull-high").GetInt64().Should().Be(119_193);
    }

    [Fact]
    public void A_table_of_dyads_and_years_is_checked_and_becomes_the_tallies_of_a_data_set()
    {
        string published = RealData.File("ucdp-published-totals/BattleDeaths_v24_1.csv");
        JsonElement checkedFile = JsonDocument.Parse(Tool.Run("validate", published, "--format", "json").Output).RootElement;
        checkedFile.GetProperty("totals").GetProperty("best").GetInt64().Should().Be(2_226_798);

        string json = Path.Combine(folder, "deaths.json");
        Tool.Run("convert", published, json, "--to", "json").ExitCode.Should().Be(0);
        JsonElement tallies = JsonDocument.Parse(File.ReadAllText(json)).RootElement.GetProperty("tallies");
        tallies.GetArrayLength().Should().Be(1_920);
        tallies[0].GetProperty("id").GetString().Should().Be("ucdp-brd:11971-2012");

        Tool.Run("aggregate", json, "--by", "year").Error.TrimEnd().Should().Be(
            $"{json}: 1920 tallies are not summed: totals may hold the same people.\n{json}: there is nothing to be summed.");
        ToolResult refused = Tool.Run("convert", published, Path.Combine(folder, "deaths.csv"), "--to", "acled");
        (refused.ExitCode, refused.Error.TrimEnd()).Should().Be((2,
            "conflictmodel: UCDP battle-related deaths holds totals over a year, which only a data set file holds as tallies: "
                + "convert it with --to json."));
    }

    [Fact]
    public void To_a_data_set_and_back_every_cell_is_the_same()
    {
        string original = RealData.File(World);
        string json = Path.Combine(folder, "world.json");
        string csv = Path.Combine(folder, "world.csv");
        Tool.Run("convert", original, json, "--to", "json").ExitCode.Should().Be(0);
        Tool.Run("convert", json, csv, "--to", "ucdp-ged").ExitCode.Should().Be(0);
        string direct = Path.Combine(folder, "direct.csv");
        Tool.Run("convert", original, direct, "--to", "ucdp-ged").ExitCode.Should().Be(0);
        File.ReadAllBytes(csv).Should().Equal(File.ReadAllBytes(direct));
        Tool.Run("validate", json).ExitCode.Should().Be(0);
    }

    [Fact]
    public void What_a_target_cant_hold_is_in_the_loss_file()
    {
        string loss = Path.Combine(folder, "loss.json");
        Tool.Run("convert", RealData.File(World), Path.Combine(folder, "acled.csv"), "--to", "acled", "--loss", loss).ExitCode
            .Should().Be(0);
        JsonElement report = JsonDocument.Parse(File.ReadAllBytes(loss)).RootElement;
        report.GetProperty("losses").GetArrayLength().Should().BeGreaterThan(0);
        report.GetProperty("summary").EnumerateArray().Select(s => s.GetProperty("field").GetString())
            .Should().Contain("/reports/*/casualties/killed/count/low");
    }

    [Fact]
    public void A_malformed_row_stops_with_line_and_column_or_is_set_aside()
    {
        string file = Path.Combine(folder, "acled.csv");
        File.WriteAllText(file, AcledRows("2024-07-03", "no date"));
        ToolResult stopped = Tool.Run("convert", file, Path.Combine(folder, "out.json"), "--to", "json");
        stopped.ExitCode.Should().Be(2);
        stopped.Error.Should().Contain("line 3");
        string rejects = Path.Combine(folder, "rejects.csv");
        ToolResult went = Tool.Run("convert", file, Path.Combine(folder, "out.json"), "--to", "json", "--rejects", rejects);
        went.ExitCode.Should().Be(0);
        went.Error.Should().Contain("2 read, 1 kept, 1 set aside");
        File.ReadAllLines(rejects).Should().HaveCount(2);
    }

    [Fact]
    public void A_pipe_is_read_and_written()
    {
        ToolResult result = Tool.Run(Encoding.UTF8.GetBytes(AcledRows("2024-07-03")), "convert", "-", "-", "--to", "geojson");
        result.ExitCode.Should().Be(0);
        JsonElement feature = JsonDocument.Parse(result.Output).RootElement.GetProperty("features")[0];
        feature.GetProperty("geometry").GetProperty("type").GetString().Should().Be("Point");
    }

    [Fact]
    public void A_data_set_file_is_aggregated_too() =>
        Tool.Run("aggregate", Tool.Sample, "--by", "type", "--format", "csv").Output.Should().Contain(",1,8,8,8,");

    [Theory]
    [InlineData("--by", "nonsense")]
    [InlineData("--by", "year", "--where", "nonsense")]
    [InlineData("--by", "year", "--from", "nonsense")]
    [InlineData("--format", "csv")]
    public void Bad_usage_exits_2(params string[] options)
    {
        ToolResult result = Tool.Run(["aggregate", Tool.Sample, .. options]);
        result.ExitCode.Should().Be(2);
        result.Error.Should().StartWith("conflictmodel: ");
    }

    [Fact]
    public void A_file_of_no_known_format_is_refused() =>
        Tool.Run(Encoding.UTF8.GetBytes("a,b\n1,2\n"), "aggregate", "-", "--by", "year").ExitCode.Should().Be(2);

    private static string AcledRows(params string[] dates)
    {
        const string Header =
            "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,"
            + "actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,"
            + "location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp";
        const string Rest = "2024,1,Political violence,Battles,Armed clash,Islamic State (Syria),,2,Military Forces of Syria (2000-),,"
            + "1,12,,760,Middle East,Syria,Homs,,,Palmyra,34.55,38.27,2,SOHR,Other,made up,3,,1720000000";
        IEnumerable<string> rows = dates.Select((date, i) => FormattableString.Invariant($"SYR{i},{date},{Rest}"));
        return string.Join('\n', rows.Prepend(Header)) + "\n";
    }

    [Fact]
    public void Of_two_rows_of_one_event_the_newer_is_summed_and_written_and_standard_error_counts_the_other()
    {
        string file = Acled(("SYR1", 3, 100), ("SYR1", 7, 200), ("SYR2", 5, 100));
        ToolResult sum = Tool.Run("aggregate", file, "--by", "year", "--format", "csv");
        (sum.Output.Split('\n')[1][..9], sum.ExitCode).Should().Be(("2024,2,,1", 0));
        sum.Error.Should().Be($"{file}: 3 read, 2 kept, 0 set aside, 1 replaced by a newer row of the same id\n");

        string copy = Path.Combine(folder, "copy.csv");
        ToolResult converted = Tool.Run("convert", file, copy, "--to", "acled");
        (converted.Error, converted.ExitCode).Should().Be((sum.Error, 0));
        File.ReadAllLines(copy).Should().Equal(File.ReadAllLines(file).Where((_, line) => line != 1));
        Directory.GetFiles(folder).Should().HaveCount(2);
    }

    [Fact]
    public void Where_nothing_says_which_is_newer_both_commands_stop_and_name_the_lines_and_the_ways_on()
    {
        string file = Acled(("SYR1", 3, 100), ("SYR2", 5, 100), ("SYR1", 7, 100));
        string copy = Path.Combine(folder, "copy.csv");
        foreach (string[] command in (string[][])[["aggregate", file, "--by", "year"], ["convert", file, copy, "--to", "acled"]])
        {
            ToolResult result = Tool.Run(command);
            (result.ExitCode, result.Output).Should().Be((2, ""));
            result.Error.Should().StartWith(
                $"conflictmodel: {file}: line 4, column 1: The id 'SYR1' stands on line 2 too with the same timestamp: ")
                .And.EndWith("--repeated newest takes the later row, --repeated keep both.\n");
            Tool.Run([.. command, "--repeated", "newest"]).ExitCode.Should().Be(0);
            Tool.Run([.. command, "--repeated", "keep"]).ExitCode.Should().Be(0);
        }

        File.ReadAllLines(copy).Should().Equal(File.ReadAllLines(file));
        ToolResult summed = Tool.Run("aggregate", file, "--by", "year", "--format", "csv", "--repeated", "newest");
        summed.Output.Split('\n')[1].Should().StartWith("2024,2,,12,");
    }

    [Fact]
    public void Two_records_of_one_id_in_a_data_set_are_not_added_up_and_one_may_be_chosen()
    {
        string file = Path.Combine(folder, "twice.json");
        File.WriteAllText(file, """
            {"schemaVersion": "1.0", "sources": [{"id": "a", "name": "A", "kind": "dataSet"}], "incidents": [
              {"id": "x", "kind": "battle", "date": "2024-05-01",
                "reports": [{"citation": {"source": "a"}, "casualties": {"killed": {"count": 3}}}]},
              {"id": "x", "kind": "battle", "date": "2024-05-01",
                "reports": [{"citation": {"source": "a"}, "casualties": {"killed": {"count": 7}}}]}]}
            """);
        string message = $"conflictmodel: {file}: incidents 1 and 2 both bear the id 'x', and nothing says which counts. "
            + "--repeated newest takes the later one.\n";
        string copy = Path.Combine(folder, "copy.json");
        foreach (string[] command in (string[][])[["aggregate", file, "--by", "year"], ["convert", file, copy, "--to", "json"]])
        {
            ToolResult stopped = Tool.Run(command);
            (stopped.ExitCode, stopped.Error).Should().Be((2, message));
            Tool.Run([.. command, "--repeated", "newest"]).ExitCode.Should().Be(0);
        }

        File.ReadAllText(copy).Should().Contain("7").And.NotContain("\"count\": 3");
        Tool.Run("aggregate", file, "--by", "year", "--repeated", "keep").Error.Should().Be(message);
    }

    [Fact]
    public void Pages_given_together_are_summed_as_the_whole_and_one_alone_says_what_it_is()
    {
        string[] pages = [Page("a.json", 1), Page("b.json", 2)];
        ToolResult both = Tool.Run("aggregate", pages[0], pages[1], "--by", "year", "--format", "csv");
        (both.Output.Split('\n')[1][..11], both.Error, both.ExitCode).Should().Be(("2016,2,,6,,", "", 0));
        string said = $"{pages[0]}: 1 read, 1 kept, 0 set aside, 1 of 2 pages, 1 of 2 events\n";
        Tool.Run("aggregate", pages[0], "--by", "year").Error.Should().Be(said);
        Tool.Run("convert", pages[0], Path.Combine(folder, "a.csv"), "--to", "ucdp-ged").Error.Should().Be(said);
        Tool.Run("validate", pages[0]).Output.Should().Contain("ucdp-ged: 1 read, 1 kept, 0 set aside, 1 of 2 pages, 1 of 2 events\n");
        using var json = JsonDocument.Parse(Tool.Run("validate", pages[0], "--format", "json").Output);
        json.RootElement.GetProperty("total").GetInt64().Should().Be(2);

        ToolResult twice = Tool.Run("aggregate", pages[0], pages[0], "--by", "year");
        twice.Error.Should().StartWith($"conflictmodel: {pages[0]}: line 1, column 1: The id '1' stands on line 1 of {pages[0]} too");
    }

    [Fact]
    public void Files_that_may_tell_of_one_event_under_two_ids_are_not_summed_together()
    {
        string acled = Acled(("SYR1", 3, 1));
        string ged = Page("a.json", 1);
        Tool.Run("aggregate", ged, acled, "--by", "year").Error.Should().Be($"conflictmodel: {acled}: line 1, column 1: "
            + "The file is ACLED, and those before it are UCDP GED: together they may count one event twice.\n");
        ToolResult dataset = Tool.Run("aggregate", ged, Tool.Sample, "--by", "year");
        (dataset.ExitCode, dataset.Output).Should().Be((2, ""));
        dataset.Error.Should().EndWith(
            "several files are read together only where all are of UCDP GED or all of ACLED; "
                + "this is a data set file, and data sets are not put together.\n");
        Tool.Run("aggregate", ged, "-", "--by", "year").Error
            .Should().Be("conflictmodel: standard input is read alone, not beside files.\n");
    }

    private string Page(string name, int id)
    {
        string file = Path.Combine(folder, name);
        File.WriteAllText(file, $$"""
            {"TotalCount": 2, "TotalPages": 2, "Result": [{"id": {{id}},"type_of_violence": 1, "best": 3,
              "date_start": "2016-01-03", "date_end": "2016-01-03"}]}
            """.ReplaceLineEndings(" "));
        return file;
    }

    private string Acled(params ReadOnlySpan<(string Id, int Dead, int Timestamp)> rows)
    {
        string file = Path.Combine(folder, "acled.csv");
        List<string> lines = ["event_id_cnty,event_date,year,time_precision,event_type,actor1,fatalities,timestamp"];
        foreach ((string id, int dead, int timestamp) in rows)
        {
            lines.Add($"{id},2024-07-03,2024,1,Battles,Islamic State (Syria),{dead},{timestamp}");
        }

        File.WriteAllLines(file, lines);
        return file;
    }
}

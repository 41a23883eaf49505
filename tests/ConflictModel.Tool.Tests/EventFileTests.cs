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
            $"{json}: 1920 tallies are not summed: totals may hold the same people.");
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
}

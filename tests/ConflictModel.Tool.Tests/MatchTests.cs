using System.Text;
using System.Text.Json;

namespace ConflictModel.Tool.Tests;

public class MatchTests
{
    private const string One = """
        {"schemaVersion":"1.0","sources":[{"id":"a","name":{"en":"A"}}],"incidents":[
        {"id":"a1","kind":"battle","date":"2016-05-01","place":{"coordinates":{"latitude":34.5,"longitude":38.3},"precision":"exact"},
         "reports":[{"citation":{"source":"a"},"casualties":{"killed":{"count":8}}}]},
        {"id":"a2","kind":"battle","date":"2016-06-01","place":{"coordinates":{"latitude":34.5,"longitude":38.3},"precision":"exact"}}]}
        """;

    private static readonly string Other = One
        .Replace("\"a", "\"b", StringComparison.Ordinal)
        .Replace("34.5", "34.51", StringComparison.Ordinal)
        .Replace("\"2016-06-01\"", "\"2016-06-XX\"", StringComparison.Ordinal);

    [Fact]
    public void Pairs_are_proposed_with_their_reasons_and_what_is_open_makes_a_range()
    {
        ToolResult result = Match();
        result.Error.Should().BeEmpty();
        result.ExitCode.Should().Be(0);
        result.Output.Should().Be("""
            Rules: within 4 km and 2 days.
            1 cluster; 1 possible, 1 undecided and 0 impossible pairs.
            While nothing is decided: 2 to 4 events, 8 to 16 killed.
            If the chosen pairs were accepted: 2 to 3 events, 8 killed.
            2 records count no dead.

            Possible (1)
            * a1 = b1 (1.000): the same day; 1.1 km apart; battle in both; 8 and 8 killed

            Undecided (1)
              a2 = b2 (1.000): may share a day; 1.1 km apart; battle in both

            """);
    }

    [Fact]
    public void Csv_and_json_have_every_pair()
    {
        Match("--format", "csv").Output.Split('\n')[1].Should().Be(
            "a1,b1,possible,1.000,1,the same day; 1.1 km apart; nobody who took part is named on both sides; battle in both; "
                + "8 and 8 killed");
        JsonElement json = JsonDocument.Parse(Match("--format", "json").Output).RootElement;
        json.GetProperty("clusters")[0].EnumerateArray().Select(id => id.GetString()).Should().Equal("a1", "b1");
        json.GetProperty("pairs")[1].GetProperty("verdict").GetString().Should().Be("undecided");
        json.GetProperty("pairs")[1].GetProperty("reasons")[2].GetProperty("agrees").GetString().Should().Be("notSaid");
        json.GetProperty("distinct").GetProperty("events").GetProperty("min").GetInt64().Should().Be(2);
        json.GetProperty("distinct").GetProperty("events").GetProperty("max").GetInt64().Should().Be(4);
    }

    [Fact]
    public void A_narrower_window_finds_less() =>
        Match("--within", "1km,2d").Output.Should().Contain("0 clusters; 0 possible, 0 undecided and 0 impossible pairs.");

    [Theory]
    [InlineData("4,2")]
    [InlineData("-4km,2d")]
    [InlineData("4km")]
    [InlineData("4000km,2d")]
    [InlineData("4km,2.5d")]
    public void A_window_that_is_none_is_refused(string within)
    {
        ToolResult result = Match("--within=" + within);
        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain($"'{within}' is not a window such as 4km,2d");
    }

    [Fact]
    public void Files_whose_records_bear_one_id_are_refused()
    {
        string file = Written("a.json", One);
        ToolResult result = Tool.Run("match", file, file);
        result.ExitCode.Should().Be(2);
        result.Error.Should().Be(
            "conflictmodel: both files have a record of the id 'a1', and what is proposed is of two sources; 'conflictmodel diff' compares "
                + "two vintages of one.\n");
    }

    private static ToolResult Match(params string[] options) =>
        Tool.Run(["match", Written("a.json", One), Written("b.json", Other), .. options]);

    private static string Written(string name, string text)
    {
        string folder = Directory.CreateTempSubdirectory("match").FullName;
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }
}

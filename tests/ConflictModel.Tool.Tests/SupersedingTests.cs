using System.Text;
using System.Text.Json;
using ConflictModel.Reporting;
using ConflictModel.Serialization;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Tests;

/// <summary>How <c>conflictmodel report</c> shows tallies that replace one another.</summary>
public class SupersedingTests
{
    private const string Heading = "Tallies that replace one another, old to new";

    [Fact]
    public void A_chain_of_three_is_shown_with_its_days_and_its_arithmetic() =>
        Section(Of("a", 300, "2024-03-31"), Of("b", 449, "2024-06-30", "a"), Of("c", 440, null, "b")).Should().Be("""
            Tallies that replace one another, old to new
            a and what replaces it
            ├── a (as of 2024-03-31): killed 300
            ├── b (as of 2024-06-30) replaces a: killed 300 + 149 revised = 449
            └── c replaces b: killed 449 - 9 revised = 440

            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Two_that_replace_one_and_a_circle_are_said()
    {
        string section = Section(
            Of("a", 1, null), Of("b", 2, null, "a"), Of("c", 3, null, "a"), Of("x", 1, null, "y"), Of("y", 2, null, "x"));
        section.Should().Contain("a is replaced by b and by c: which of them counts is not said")
            .And.Contain("in a circle, so that none is the first: x, y");
    }

    [Fact]
    public void What_a_running_total_came_to_is_no_revision() =>
        Section(Of("a", 300, null) with { Cumulative = true }, Of("b", 449, null, "a") with { Cumulative = true })
            .Should().Contain("b replaces a: killed 300 + 149 since = 449");

    [Fact]
    public void Tallies_of_which_none_replaces_another_have_no_such_section() =>
        Text(isTerminal: false, Of("a", 1, null), Of("b", 2, null, "gone")).Should().NotContain(Heading);

    [Fact]
    public void On_a_terminal_of_80_columns_no_line_is_longer()
    {
        Tally[] tallies =
        [
            Of("first-half-of-the-year-as-it-was-published", 300, "2024-06-30"),
            Of("first-half-of-the-year-as-it-was-corrected", 449, "2024-07-31", "first-half-of-the-year-as-it-was-published"),
        ];
        string report = Text(isTerminal: true, tallies);
        report.Should().Contain(Heading);
        report.Split('\n').Should().OnlyContain(line => line.Length <= 80);
        string.Join(' ', report.Split(' ', '\n', '│', '├', '└', '─').Where(word => word.Length > 0))
            .Should().Contain("killed 300 + 149 revised = 449");
    }

    [Fact]
    public void Programs_get_the_account_of_each_step()
    {
        ConflictDataset dataset = Dataset(Of("a", 300, "2024-03-31"), Of("b", 449, "2024-06-30", "a"));
        ToolResult result = Tool.Run(Encoding.UTF8.GetBytes(DatasetJson.Write(dataset)), "report", "-", "--format", "json");
        using var json = JsonDocument.Parse(result.Output);
        JsonElement chain = json.RootElement.GetProperty("supersedings").EnumerateArray().Should().ContainSingle().Which;
        JsonElement.DeepEquals(chain, JsonDocument.Parse("""
            {
              "tallies": ["a", "b"],
              "steps": [
                {
                  "older": "a", "olderAsOf": "2024-03-31", "newer": "b", "newerAsOf": "2024-06-30",
                  "account": [
                    { "harm": "killed", "figure": "low", "old": 300, "since": 0, "revised": 149, "new": 449 },
                    { "harm": "killed", "figure": "best", "old": 300, "since": 0, "revised": 149, "new": 449 },
                    { "harm": "killed", "figure": "high", "old": 300, "since": 0, "revised": 149, "new": 449 }
                  ]
                }
              ],
              "forks": [], "circle": []
            }
            """).RootElement).Should().BeTrue(chain.ToString());
    }

    private static Tally Of(string id, long killed, string? asOf, params string[] replaces) => new()
    {
        Id = TallyId.From(id),
        Scope = new(),
        AsOf = asOf is null ? null : new(UncertainDate.Parse(asOf)),
        Supersedes = replaces.Select(TallyId.From).ToValueList(),
        Report = new() { Citation = SourceId.From("s"), Casualties = new() { Killed = Toll.Of(killed) } },
    };

    private static ConflictDataset Dataset(params Tally[] tallies) =>
        new() { Sources = [new() { Id = SourceId.From("s"), Name = "A monitor" }], Tallies = [.. tallies] };

    private static string Text(bool isTerminal, params Tally[] tallies)
    {
        using var writer = new StringWriter();
        TextReport.Write(new ReportModel(Dataset(tallies)), writer, isTerminal);
        return writer.ToString().ReplaceLineEndings("\n");
    }

    private static string Section(params Tally[] tallies)
    {
        string report = Text(isTerminal: false, tallies);
        report = report[report.IndexOf(Heading, StringComparison.Ordinal)..];
        report = report[..report.IndexOf("\n\n", StringComparison.Ordinal)];
        return string.Join('\n', report.Split('\n').Select(line => line.TrimEnd())) + "\n";
    }
}

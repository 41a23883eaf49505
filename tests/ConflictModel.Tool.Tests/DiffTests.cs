using System.Text.Json;

namespace ConflictModel.Tool.Tests;

/// <summary><c>conflictmodel diff</c>.</summary>
public class DiffTests
{
    [Fact]
    public void The_account_of_real_vintages_is_told_as_json_and_closes_in_every_group()
    {
        ToolResult result = Tool.Run(
            "diff", RealData.File("ucdp-published-totals/BattleDeaths_v23_1.csv"),
            RealData.File("ucdp-published-totals/BattleDeaths_v24_1.csv"), "--until", "2022", "--by", "year", "--format", "json");
        (result.ExitCode, result.Error).Should().Be((1, ""));
        using var json = JsonDocument.Parse(result.Output);
        JsonElement records = json.RootElement.GetProperty("records");
        string[] names = ["old", "added", "removed", "revised", "unchanged", "new"];
        records.EnumerateObject().Select(member => member.Name).Should().Equal(names);
        names.Select(name => records.GetProperty(name).GetInt64()).Should().Equal(1_848, 6, 2, 130, 1_716, 1_852);
        Dictionary<string, long[]> totals = [];
        string[] terms = ["old", "added", "removed", "revised", "movedIn", "movedOut", "new"];
        foreach (JsonElement entry in json.RootElement.GetProperty("account").EnumerateArray())
        {
            long[] line = [.. terms.Select(term => entry.GetProperty(term).GetInt64())];
            (line[0] + line[1] - line[2] + line[3] + line[4] - line[5]).Should().Be(line[6]);
            string figure = entry.GetProperty("figure").GetString()!;
            totals[figure] = [.. line.Zip(totals.GetValueOrDefault(figure, new long[7]), (one, sum) => one + sum)];
        }

        totals["low"].Should().Equal(1_785_130, 645, 433, 207_011, 0, 0, 1_992_353);
        totals["best"].Should().Equal(1_891_168, 786, 543, 212_869, 0, 0, 2_104_280);
        totals["high"].Should().Equal(2_485_181, 810, 562, 175_762, 0, 0, 2_661_191);
        json.RootElement.GetProperty("reattributions")[0].GetProperty("best").GetInt64().Should().Be(639);
    }

    [Fact]
    public void A_move_is_told_from_where_to_where()
    {
        ToolResult result = Tool.Run(
            "diff", RealData.File("ucdp-ged-syria-19.1/ged_syria.csv"), RealData.File("ucdp-ged-sample-23.1/ged231_sample1000.csv"),
            "--by", "dyad", "--format", "json");
        using var json = JsonDocument.Parse(result.Output);
        JsonElement move = json.RootElement.GetProperty("moves").EnumerateArray().Should().ContainSingle().Which;
        (move.GetProperty("id").GetString(), move.GetProperty("from").GetProperty("dyad").GetString(),
            move.GetProperty("to").GetProperty("dyad").GetString()).Should().Be(("313638", "14634", "14876"));
        (move.GetProperty("was").GetProperty("best").GetInt64(), move.GetProperty("is").GetProperty("best").GetInt64())
            .Should().Be((6, 12));
    }

    [Fact]
    public void A_file_does_not_differ_from_itself()
    {
        ToolResult result = Tool.Run("diff", Tool.Sample, Tool.Sample);
        (result.ExitCode, result.Error).Should().Be((0, ""));
        result.Output.Should().Contain("4 unchanged").And.NotContain("Revised:");
    }

    [Fact]
    public void Its_old_sums_are_those_that_aggregate_gives()
    {
        string[] Rows(params string[] arguments) =>
            [.. Tool.Run(arguments).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)];
        string file = RealData.File("ucdp-ged-sample-23.1/ged231_sample1000.csv");
        string[] aggregated =
        [
            .. Rows("aggregate", file, "--by", "month,dyad", "--format", "csv").Select(row => row.Split(','))
                .SelectMany(cells => ((string[])["low", "best", "high"]).Select((figure, i) =>
                    $"{cells[0]},{cells[1]},{figure},{cells[3 + i]}")),
        ];
        string[] lines =
        [
            .. Rows("diff", file, RealData.File("ucdp-ged-myanmar-24.1/ged_myanmar.csv"), "--by", "month,dyad", "--format", "csv")
                .Select(row => string.Join(',', row.Split(',')[..4])),
        ];
        aggregated.Should().HaveCountGreaterThan(1_000);
        lines.Should().Contain(aggregated);
    }

    [Fact]
    public void What_is_no_other_vintage_of_the_file_or_can_t_be_read_twice_is_refused()
    {
        ToolResult other = Tool.Run("diff", Tool.Sample, RealData.File("ucdp-ged-sample-23.1/ged231_sample1000.csv"));
        (other.ExitCode, other.Output).Should().Be((2, ""));
        other.Error.Should().Contain("no vintages of one file");
        Tool.Run("diff", "-", Tool.Sample).Error.Should().Contain("neither can be standard input");
        Tool.Run("diff", Tool.Sample, Tool.Sample, "--by", "month,week").Error.Should().Contain("--by: ");
        Tool.Run("diff", Tool.Sample, Tool.Sample, "--repeated", "keep").ExitCode.Should().Be(2);
    }

    [Fact]
    public void A_table_says_the_account_first_and_then_the_records()
    {
        string later = Path.GetTempFileName();
        try
        {
            File.WriteAllText(
                later,
                File.ReadAllText(Tool.Sample).Replace("\"wednesday-ambush\"", "\"thursday-ambush\"", StringComparison.Ordinal));
            ToolResult result = Tool.Run("diff", Tool.Sample, later);
            result.ExitCode.Should().Be(1);
            result.Output.Should().MatchRegex(
                @"(?s)^year .*moved out .*2024.*Records: .*Removed:\n  wednesday-ambush\n.*Added:\n  thursday-ambush");
        }
        finally
        {
            File.Delete(later);
        }
    }
}

using System.Text;
using System.Text.Json;
using ConflictModel.Aggregation;
using ConflictModel.Revisions;
using ConflictModel.Serialization;
using ConflictModel.Tests.Serialization;

namespace ConflictModel.Tool.Tests;

/// <summary><c>conflictmodel diff</c>.</summary>
public sealed class DiffTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

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

    [Theory]
    [InlineData("ucdp-published-totals/BattleDeaths_v23_1.csv", "ucdp-published-totals/BattleDeaths_v24_1.csv", "ucdp-brd")]
    [InlineData("ucdp-ged-syria-19.1/ged_syria.csv", "ucdp-ged-sample-23.1/ged231_sample1000.csv", "ucdp-ged")]
    public void What_it_writes_as_json_is_a_revision_log_that_its_schema_allows_and_the_library_reads(
        string older, string newer, string format)
    {
        string json = Tool.Run(
            "diff", RealData.File(older), RealData.File(newer), "--format", "json", "--by", "year,dyad", "--until", "2022",
            "--vintages", "old one@2023-06-01,new").Output;
        new SchemaCheck(JsonDocument.Parse(Tool.Run("schema", "--kind", "revision-log").Output).RootElement)
            .FirstError(JsonDocument.Parse(json).RootElement).Should().BeNull();
        RevisionLog log = RevisionLogJson.Read(json);
        RevisionLogJson.Write(log).Should().Be(json);
        (log.Older, log.Newer, log.Format, log.Until).Should().Be(
            (new Vintage { Name = "old one", Day = new(2023, 6, 1) }, (Vintage)"new", format, 2022));
        log.Keys.Should().Equal(GroupKey.Year, GroupKey.Dyad);
        (log.Moves.Count + log.Reattributions.Count).Should().BePositive();
    }

    [Fact]
    public void Vintages_without_names_go_by_those_of_their_files_and_data_sets_have_no_format()
    {
        RevisionLog log = RevisionLogJson.Read(Tool.Run("diff", Tool.Sample, Tool.Sample, "--format", "json").Output);
        (log.Older.Name, log.Newer.Name, log.Format).Should().Be(("syria-2024.json", "syria-2024.json", null));
    }

    [Theory]
    [InlineData("23.1", "does not name two vintages")]
    [InlineData("23.1,24.1,25.1", "does not name two vintages")]
    [InlineData("23.1,@2024-06-10", "names no vintage")]
    [InlineData("23.1@June,24.1", "'June' is not a day such as 2023-06-01.")]
    public void What_names_no_two_vintages_is_refused(string vintages, string reason)
    {
        ToolResult result = Tool.Run("diff", Tool.Sample, Tool.Sample, "--format", "json", "--vintages", vintages);
        (result.ExitCode, result.Output).Should().Be((2, ""));
        result.Error.Should().Contain(reason);
    }

    [Fact]
    public void A_revision_log_given_as_a_data_set_is_refused_by_name() =>
        Tool.Run(Encoding.UTF8.GetBytes(Tool.Run("diff", Tool.Sample, Tool.Sample, "--format", "json").Output), "report", "-")
            .Error.Should().Contain("This is a revision log, not a data set.");

    [Fact]
    public void The_schema_of_a_data_set_is_printed_where_no_kind_is_named()
    {
        Tool.Run("schema").Output.Should().Be(DatasetJson.Schema).And.Be(Tool.Run("schema", "--kind", "data-set").Output);
        Tool.Run("schema", "--kind", "revision-log").Output.Should().Be(RevisionLogJson.Schema);
        Tool.Run("schema", "--kind", "log").ExitCode.Should().Be(2);
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
        result.Output.Should().Contain("62 unchanged").And.NotContain("Revised:");
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

    [Theory]
    [InlineData("abc")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("99999")]
    [InlineData("2147483648")]
    [InlineData("2022.5")]
    public void What_is_no_year_is_refused(string until)
    {
        ToolResult result = Tool.Run("diff", Tool.Sample, Tool.Sample, "--until", until);
        (result.ExitCode, result.Output).Should().Be((2, ""));
        result.Error.Should().StartWith($"conflictmodel: '{until}' is not a year from 1 to 9999.");
    }

    [Fact]
    public void A_year_before_all_records_is_said()
    {
        ToolResult result = Tool.Run("diff", Tool.Sample, Tool.Sample, "--until", "1999");
        (result.ExitCode, result.Error).Should().Be((0, "Neither vintage has a record of 1999 or earlier.\n"));
    }

    [Fact]
    public void More_groups_than_can_be_counted_are_refused_in_a_sentence()
    {
        string file = RealData.File("ucdp-ged-sample-23.1/ged231_sample1000.csv");
        string other = Changed(
            file, rows => [.. rows.Select(row => row.Replace(",\"Syria\",", ",\"Elsewhere\",", StringComparison.Ordinal))]);
        foreach (string[] command in (string[][])[
            ["diff", file, other, "--by", "day,country,adm1,adm2,side-a,side-b,type"],
            ["aggregate", file, "--by", "day,country,adm1,adm2,place,side-a,side-b,type"]])
        {
            ToolResult result = Tool.Run(command);
            (result.ExitCode, result.Output).Should().Be((2, ""));
            result.Error.Should().Be(
                "conflictmodel: --by: The values of these keys give more combinations than 63 bits count; ask by fewer keys.\n");
        }
    }

    [Fact]
    public void A_figure_whose_column_is_gone_differs_and_is_said_in_every_format()
    {
        string file = RealData.File("ucdp-ged-sample-23.1/ged231_sample1000.csv");
        string without = Changed(file, rows => [rows[0].Replace("\"low\"", "\"lowest\"", StringComparison.Ordinal), .. rows[1..]]);
        ToolResult table = Tool.Run("diff", file, without, "--by", "type");
        table.ExitCode.Should().Be(1);
        table.Output.Should().Contain("1: low 3390 - 3390 revised = 0: ")
            .And.Contain("Not compared, for the older vintage alone has it: low.")
            .And.Contain("Not compared, for the newer vintage alone has it: lowest.");
        ToolResult csv = Tool.Run("diff", file, without, "--by", "type", "--format", "csv");
        csv.ExitCode.Should().Be(1);
        csv.Error.Should().EndWith(
            "Not compared, for the older vintage alone has it: low.\nNot compared, for the newer vintage alone has it: lowest.\n");
    }

    [Fact]
    public void Any_harm_that_can_be_summed_is_accounted_for_and_the_log_says_which()
    {
        static ConflictDataset Dataset(long wounded) => new()
        {
            Sources = [new() { Id = SourceId.From("m"), Name = "Monitor", Kind = SourceKind.Monitor }],
            Incidents =
            [
                new()
                {
                    Id = IncidentId.From("i"), Kind = IncidentKind.Battle, Date = UncertainDate.Parse("2024-05-01"),
                    Reports =
                    [
                        new()
                        {
                            Citation = SourceId.From("m"),
                            Casualties = new() { Killed = Toll.Of(5), Wounded = Toll.Of(wounded) },
                        },
                    ],
                },
            ],
        };
        (string older, string newer) = (Written(DatasetJson.Write(Dataset(3))), Written(DatasetJson.Write(Dataset(8))));
        RevisionLog log = RevisionLogJson.Read(Tool.Run("diff", older, newer, "--harm", "wounded", "--format", "json").Output);
        log.Measure.Should().Be(Measure.Of(Harm.Wounded));
        log.Account.Should().OnlyContain(entry => entry.Old == 3 && entry.Revised == 5 && entry.New == 8);
        ToolResult table = Tool.Run("diff", older, newer, "--harm", "wounded");
        table.Output.Should().Contain("What is counted: wounded.").And.Contain("2024: best 3 + 5 revised = 8: i (revised +5).");
        Tool.Run("diff", older, newer, "--harm", "wounded", "--format", "csv").Error.Should().EndWith("What is counted: wounded.\n");
        Tool.Run("diff", older, newer).Output.Should().NotContain("What is counted").And.Contain("1 group did not move.");
        Tool.Run("diff", older, newer, "--harm", "displaced").Error.Should().Contain("is not a harm that can be summed");
    }

    [Fact]
    public void Only_the_ways_that_it_takes_with_rows_of_one_id_are_offered()
    {
        string twice = Changed(RealData.File("ucdp-ged-sample-23.1/ged231_sample1000.csv"), rows => [.. rows[..2], rows[1]]);
        Tool.Run("diff", twice, twice).Error.Should().EndWith("--repeated newest takes the later row.\n");
        Tool.Run("aggregate", twice, "--by", "year").Error.Should().Contain("--repeated keep both.");
        Tool.Run("diff", "--help").Output.Should().Contain("--repeated <newest|stop>");
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

    /// <summary>A copy of a file whose lines were changed.</summary>
    private string Changed(string file, Func<string[], string[]> change) =>
        Written(string.Concat(change(File.ReadAllLines(file)).Select(line => line + "\n")));

    private string Written(string text)
    {
        string path = Path.Combine(folder, Guid.NewGuid().ToString());
        File.WriteAllText(path, text);
        return path;
    }
}

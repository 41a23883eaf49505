using System.Text;
using System.Text.Json;

namespace ConflictModel.Tool.Tests;

public sealed class RepairTests : IDisposable
{
    private const string Header = "event_id_cnty,event_date,year,event_type,actor1,fatalities\n";
    private const string Early = Header + "SYR1,0025-07-03,2025,Battles,a,3\nSYR2,2025-07-04,2025,Battles,a ,5\n";

    private readonly string folder = Directory.CreateTempSubdirectory("conflictmodel").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_year_like_0025_is_said_by_aggregate_and_convert_and_mended_by_repair()
    {
        byte[] file = Encoding.UTF8.GetBytes(Early);
        const string Said = "standard input: 1 row is dated before 1900, as the year 0025 is; "
            + "'conflictmodel validate' lists what would mend them, 'conflictmodel repair' applies it.\n";
        Tool.Run(file, "aggregate", "-", "--by", "year").Error.Should().Be(Said);
        Tool.Run(file, "convert", "-", "-", "--to", "json").Error.Should().EndWith(Said);
        Tool.Run(file, "validate", "-").Output.Should().Contain("acled-early at line 2").And.Contain("Proposed: event_date = 2025-07-03\n");
        ToolResult repaired = Tool.Run(file, "repair", "-", "-", "--rules", "acled-early", "--changes", At("changes.csv"));
        (repaired.ExitCode, repaired.Output).Should().Be((0, Early.Replace("0025", "2025", StringComparison.Ordinal)));
        repaired.Error.Should().Be(
            "standard input: 2 read, 2 kept, 0 set aside\nacled-early: 1 of 1 row repaired. The date is not before 1900.\n");
        File.ReadAllText(At("changes.csv")).Should().Be(
            "line,id,column,was,is,rule\n2,SYR1,event_date,0025-07-03,2025-07-03,acled-early\n");
        ToolResult summed = Tool.Run(Encoding.UTF8.GetBytes(repaired.Output), "aggregate", "-", "--by", "year", "--format", "csv");
        (summed.Output.Split('\n')[1], summed.Error).Should().Be(("2025,2,,8,,,,,,2,0,2", ""));
    }

    [Fact]
    public void Nothing_is_repaired_unasked()
    {
        Tool.Run(Encoding.UTF8.GetBytes(Early), "repair", "-", "-", "--rules", "acled-trim").Output
            .Should().Be(Early.Replace("a ,", "a,", StringComparison.Ordinal));
        Tool.Run(Encoding.UTF8.GetBytes(Early), "repair", "-", "-", "--rules", "acled-year").Output.Should().Be(Early);
    }

    [Theory]
    [InlineData("nonsense",
        "'nonsense' is not a rule by which ACLED is repaired; those are acled-year, acled-early, acled-interaction, acled-trim.")]
    [InlineData("acled-early,ged-sum", "'ged-sum' is not a rule by which ACLED is repaired")]
    [InlineData("acled-duplicate-id", "'acled-duplicate-id' is not a rule by which ACLED is repaired")]
    public void A_rule_that_repairs_nothing_is_refused_with_the_list_of_those_that_do(string rules, string reason)
    {
        ToolResult result = Tool.Run(Encoding.UTF8.GetBytes(Early), "repair", "-", At("out.csv"), "--rules", rules);
        (result.ExitCode, result.Output).Should().Be((2, ""));
        result.Error.Should().StartWith($"conflictmodel: --rules: {reason}");
        Directory.GetFileSystemEntries(folder).Should().BeEmpty();
    }

    [Fact]
    public void The_repaired_file_and_the_list_take_their_places_together_or_not_at_all()
    {
        File.WriteAllText(At("in.csv"), Early + "SYR3,no date,2025,Battles,a,1\n");
        File.WriteAllText(At("out.csv"), "before");
        ToolResult stopped = Tool.Run("repair", At("in.csv"), At("out.csv"), "--rules", "acled-early", "--changes", At("changes.csv"));
        stopped.ExitCode.Should().Be(2);
        stopped.Error.Should().Contain("line 4");
        (File.ReadAllText(At("out.csv")), File.Exists(At("changes.csv"))).Should().Be(("before", false));
        Tool.Run("repair", At("in.csv"), At("out.csv"), "--rules", "acled-early", "--rejects", At("rejects.csv")).ExitCode.Should().Be(0);
        File.ReadAllLines(At("out.csv")).Should().HaveCount(3);
        File.ReadAllLines(At("rejects.csv")).Should().HaveCount(2);
    }

    [Fact]
    public void A_data_set_is_no_published_file()
    {
        ToolResult result = Tool.Run("repair", Tool.Sample, At("out.csv"), "--rules", "ged-sum");
        (result.ExitCode, Directory.GetFileSystemEntries(folder).Length).Should().Be((2, 0));
        result.Error.Should().Contain("this is no published file");
    }

    [Fact]
    public void A_program_reads_a_proposal_cell_by_cell()
    {
        JsonElement findings = JsonDocument.Parse(Tool.Run(Encoding.UTF8.GetBytes(Early), "validate", "-", "--format", "json").Output)
            .RootElement.GetProperty("findings");
        JsonElement early = findings.EnumerateArray().Single(finding => finding.GetProperty("code").GetString() == "acled-early");
        early.GetProperty("repair").EnumerateArray().Select(
            change => (
                change.GetProperty("column").GetString(), change.GetProperty("was").GetString(), change.GetProperty("is").GetString()))
            .Should().Equal(("event_date", "0025-07-03", "2025-07-03"));
    }

    [Fact]
    public void Every_csv_file_is_safe_to_open_where_that_is_asked_for()
    {
        byte[] file = Encoding.UTF8.GetBytes(
            Header + "SYR1,2025-07-03,2025,Battles,=1+1,3\n@SYR2,no date,2025,Battles,a,5\nSYR3,2025-07-03,2025,Battles, =2,1\n");
        ToolResult Run(params string[] arguments) => Tool.Run(file, [.. arguments, "--rejects", At("rejects.csv")]);
        foreach (bool asked in (bool[])[true, false])
        {
            string[] option = asked ? ["--neutralise-formulas"] : [];
            string mark = asked ? "'" : "";
            Run(["aggregate", "-", "--by", "side-a", "--format", "csv", .. option]).Output.Should().Contain($"\n{mark}=1+1,1,");
            File.ReadAllText(At("rejects.csv")).Should().EndWith($"\"{mark}@SYR2,no date,2025,Battles,a,5\",\n");
            Run(["validate", "-", .. option]).ExitCode.Should().Be(0);
            File.ReadAllText(At("rejects.csv")).Should().EndWith($"\"{mark}@SYR2,no date,2025,Battles,a,5\",\n");
            Run(["convert", "-", "-", "--to", "acled", .. option]).Output.Should().Contain($",{mark}=1+1,");
            Run(["repair", "-", At("out.csv"), "--rules", "acled-trim", "--changes", At("changes.csv"), .. option]).ExitCode.Should().Be(0);
            File.ReadAllText(At("changes.csv")).Should().EndWith($"4,SYR3,actor1, =2,{mark}=2,acled-trim\n");
            File.ReadAllText(At("out.csv")).Should().Contain($",{mark}=1+1,3\n").And.Contain($",{mark}=2,1\n");
        }
    }

    private string At(string name) => Path.Combine(folder, name);
}

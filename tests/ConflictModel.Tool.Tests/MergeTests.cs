using System.Text.Json;

namespace ConflictModel.Tool.Tests;

/// <summary>Changes and deletions merged by the command. All of them are made up.</summary>
public sealed class MergeTests : IDisposable
{
    private const string Header = "event_id_cnty,event_date,event_type,actor1,fatalities,timestamp\n";
    private const string Base = Header
        + "SYR1,2024-07-01,Battles,a,1,100\nSYR2,2024-07-02,Battles,a,2,100\nSYR3,2024-07-03,Battles,a,3,100\n";

    private const string Changes = Header + "SYR4,2024-07-04,Battles,a,4,200\nSYR1,2024-07-01,Battles,b,10,200\n";
    private const string Deleted = "event_id_cnty,deleted_timestamp\nSYR3,300\nSYR9,300\n";

    private const string Merged = Header
        + "SYR1,2024-07-01,Battles,b,10,200\nSYR2,2024-07-02,Battles,a,2,100\nSYR4,2024-07-04,Battles,a,4,200\n";

    private readonly string folder = Directory.CreateTempSubdirectory("conflictmodel").FullName;

    public MergeTests()
    {
        Write("base.csv", Base);
        Write("changes.csv", Changes);
        Write("deleted.csv", Deleted);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Changes_and_deletions_are_merged_counted_and_logged()
    {
        ToolResult result = Tool.Run(
            "merge", At("base.csv"), At("changes.csv"), At("out.csv"), "--deleted", At("deleted.csv"), "--log", At("log.csv"),
            "--tombstones", At("kept.csv"));
        (result.ExitCode, result.Output, File.ReadAllText(At("out.csv"))).Should().Be((0, "", Merged));
        result.Error.Should().Be(
            $"{At("deleted.csv")}: 2 read, 2 kept, 0 set aside\n{At("base.csv")}: 3 read, 3 kept, 0 set aside\n"
            + $"{At("changes.csv")}: 2 read, 2 kept, 0 set aside\n"
            + "Rows: 3 + 1 added - 1 deleted = 3; 1 replaced, 1 deleted and not here.\n");
        File.ReadAllText(At("log.csv")).Should().Be(
            $"id,outcome,timestamp,met,deleted,file,line\nSYR4,added,200,,,{At("changes.csv")},2\n"
            + $"SYR1,replaced,200,100,,{At("changes.csv")},3\nSYR3,deleted,,100,300,,\nSYR9,notHere,,,300,,\n");
        File.ReadAllText(At("kept.csv")).Should().Be(Deleted);
    }

    [Fact]
    public void A_file_is_merged_into_in_its_place_and_a_second_time_nothing_changes()
    {
        string[] arguments =
        [
            "merge", At("base.csv"), At("changes.csv"), At("base.csv"), "--deleted", At("deleted.csv"), "--tombstones", At("deleted.csv"),
        ];
        Tool.Run(arguments).ExitCode.Should().Be(0);
        File.ReadAllText(At("base.csv")).Should().Be(Merged);
        Tool.Run(arguments).Error.Should().EndWith("Rows: 3 + 0 added - 0 deleted = 3; 2 the same, 2 deleted and not here.\n");
        (File.ReadAllText(At("base.csv")), File.ReadAllText(At("deleted.csv"))).Should().Be((Merged, Deleted));
    }

    [Fact]
    public void Who_keeps_no_tombstones_is_told_what_comes_of_it()
    {
        ToolResult result = Tool.Run("merge", At("base.csv"), "-", "--deleted", At("deleted.csv"));
        result.Output.Should().Be(Base.Replace("SYR3,2024-07-03,Battles,a,3,100\n", "", StringComparison.Ordinal));
        result.Error.Should().EndWith("comes back.\n");
        Tool.Run("merge", At("base.csv"), At("changes.csv"), "-").Error.Should().NotContain("tombstones");
    }

    [Fact]
    public void Columns_that_a_file_lacks_are_said_file_by_file()
    {
        Write("base.csv", "note," + Header + "n1,SYR1,2024-07-01,Battles,a,1,100\nn2,SYR2,2024-07-01,Battles,a,1,100\n");
        ToolResult result = Tool.Run("merge", At("base.csv"), At("changes.csv"), At("out.csv"));
        result.Error.Should().Contain($"{At("changes.csv")}: has no 'note'. 1 cell that an older row filled there is empty now.\n");
        File.ReadAllLines(At("out.csv"))[1].Should().Be(",SYR1,2024-07-01,Battles,b,10,200");
    }

    [Fact]
    public void Rows_of_which_nothing_says_which_is_newer_stop_and_nothing_is_written()
    {
        Write("changes.csv", Header + "SYR4,2024-07-04,Battles,a,4,200\nSYR3,2024-07-03,Battles,a,99,100\n");
        string[] arguments = ["merge", At("base.csv"), At("changes.csv"), At("out.csv"), "--log", At("log.csv")];
        ToolResult stopped = Tool.Run(arguments);
        (stopped.ExitCode, File.Exists(At("out.csv")), File.Exists(At("log.csv"))).Should().Be((2, false, false));
        stopped.Error.Should().EndWith(
            $"conflictmodel: {At("changes.csv")}: line 3, column 1: The id 'SYR3' stands on line 4 of {At("base.csv")} too, "
            + "with another fatalities: nothing says which of the two rows is newer. --repeated newest takes the later row.\n");
        ToolResult newest = Tool.Run([.. arguments, "--repeated", "newest"]);
        (newest.ExitCode, File.ReadAllText(At("out.csv")).Contains("SYR3,2024-07-03,Battles,a,99,100\n", StringComparison.Ordinal))
            .Should().Be((0, true));
        newest.Error.Should().Contain($"{At("changes.csv")}: line 3: 'SYR3' stands elsewhere with other content");
    }

    [Fact]
    public void Malformed_changes_are_set_aside_where_that_is_asked_for()
    {
        Write("changes.csv", Changes + "SYR5,2024-07-05,Battles,a,5,soon\n");
        ToolResult stopped = Tool.Run("merge", At("base.csv"), At("changes.csv"), At("out.csv"));
        (stopped.ExitCode, File.Exists(At("out.csv"))).Should().Be((2, false));
        stopped.Error.Should().Contain($"{At("changes.csv")}: line 4, column 29: timestamp 'soon' is not a time in Unix seconds.");
        Tool.Run("merge", At("base.csv"), At("changes.csv"), At("out.csv"), "--rejects", At("rejects.csv")).ExitCode.Should().Be(0);
        File.ReadAllLines(At("rejects.csv")).Should().HaveCount(2);
    }

    [Fact]
    public void A_difference_tells_what_was_deleted_from_what_vanished()
    {
        Write("newer.csv", Header + "SYR1,2024-07-01,Battles,a,1,100\n");
        ToolResult table = Tool.Run("diff", At("base.csv"), At("newer.csv"), "--deleted", At("deleted.csv"));
        table.ExitCode.Should().Be(1);
        table.Output.Should().Contain("Removed:\n  SYR2\n  SYR3, deleted 1970-01-01T00:05:00Z\n");
        ToolResult json = Tool.Run("diff", At("base.csv"), At("newer.csv"), "--deleted", At("deleted.csv"), "--format", "json");
        JsonElement root = JsonDocument.Parse(json.Output).RootElement;
        root.GetProperty("removed").EnumerateArray().Select(id => id.GetString()).Should().Equal("SYR2", "SYR3");
        JsonElement deleted = root.GetProperty("deleted").EnumerateArray().Should().ContainSingle().Which;
        (deleted.GetProperty("id").GetString(), deleted.GetProperty("deleted").GetString()).Should().Be(("SYR3", "1970-01-01T00:05:00Z"));
        ToolResult refused = Tool.Run("diff", Tool.Sample, Tool.Sample, "--deleted", At("deleted.csv"));
        (refused.ExitCode, refused.Error).Should().Be(
            (2, $"conflictmodel: --deleted: ACLED says which of its events it deleted, and {Tool.Sample} is a data set.\n"));
    }

    [Theory]
    [InlineData("merge: standard input", "-", "changes.csv", "none can be standard input")]
    [InlineData("merge: nothing there", "base.csv", "nowhere.csv", "nowhere.csv")]
    [InlineData("merge: no events", "deleted.csv", "changes.csv", "deleted.csv: line 1")]
    public void What_can_t_be_merged_is_refused_in_a_line(string why, string older, string changes, string said)
    {
        ToolResult result = Tool.Run("merge", older == "-" ? "-" : At(older), At(changes), At("out.csv"));
        (result.ExitCode, File.Exists(At("out.csv"))).Should().Be((2, false), why);
        result.Error.Trim().Split('\n')[^1].Should().StartWith("conflictmodel: ").And.Contain(said);
    }

    private string At(string name) => Path.Combine(folder, name);

    private void Write(string name, string text) => File.WriteAllText(At(name), text);
}

using System.Diagnostics;
using System.Globalization;

namespace ConflictModel.Tool.Tests.Output;

/// <summary>What stands after a command that was stopped: what stood before, whole, or what it writes, whole.</summary>
public sealed class WholeOutputTests : IDisposable
{
    internal const string Header =
        "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,"
        + "actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,"
        + "location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp\n";

    private readonly string folder = Directory.CreateTempSubdirectory("conflictmodel").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("INT", 130, "conflictmodel: interrupted.\n")]
    [InlineData("TERM", 143, "conflictmodel: terminated.\n")]
    public void Stopped_by_a_signal_the_command_says_so_in_one_line_and_removes_what_it_wrote(string signal, int exitCode, string line)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals of Unix");
        File.WriteAllText(At("out.json"), "old");
        using Process process = Tool.Start("convert", Input(rows: 50_000), At("out.json"), "--to", "geojson", "--loss", At("loss.json"));
        while (Directory.GetFiles(folder, ".conflictmodel-*").Length < 2)
        {
            process.HasExited.Should().BeFalse("the input is long");
            Thread.Sleep(10);
        }

        using (var kill = Process.Start("kill", ["-" + signal, process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            kill.WaitForExit();
        }

        process.WaitForExit(TimeSpan.FromSeconds(30)).Should().BeTrue();
        process.ExitCode.Should().Be(exitCode);
        process.StandardError.ReadToEnd().Should().Be(line);
        File.ReadAllText(At("out.json")).Should().Be("old");
        Directory.GetFiles(folder).Select(Path.GetFileName).Should().BeEquivalentTo("in.csv", "out.json");
    }

    [Fact]
    public void A_merge_that_is_interrupted_says_nothing_but_that()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals of Unix");
        string[] files = [Input(rows: 60_000), At("changes.csv"), At("out.csv")];
        File.Copy(files[0], files[1]);
        using Process process = Tool.Start("merge", files[0], files[1], files[2]);
        while (!Directory.GetFiles(folder, ".conflictmodel-*").Any(file => new FileInfo(file).Length > 0))
        {
            process.HasExited.Should().BeFalse("the input is long");
            Thread.Sleep(10);
        }

        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            kill.WaitForExit();
        }

        process.WaitForExit(TimeSpan.FromSeconds(30)).Should().BeTrue();
        process.ExitCode.Should().Be(130);
        process.StandardError.ReadToEnd().Should().Be("conflictmodel: interrupted.\n");
        File.Exists(files[2]).Should().BeFalse();
    }

    [Fact]
    public void A_folder_that_is_interrupted_leaves_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals of Unix");
        using Process process = Tool.Start("convert", Input(rows: 50_000), At("out"), "--to", "parquet", "--by", "year");
        while (Directory.GetDirectories(folder, ".conflictmodel-*").Length == 0)
        {
            process.HasExited.Should().BeFalse("the input is long");
            Thread.Sleep(1);
        }

        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            kill.WaitForExit();
        }

        process.WaitForExit(TimeSpan.FromSeconds(30)).Should().BeTrue();
        process.ExitCode.Should().Be(130);
        Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Should().Equal("in.csv");
    }

    [Fact]
    public void A_folder_of_many_files_that_is_stopped_in_the_middle_of_them_leaves_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals of Unix");
        string input = At("in.csv");
        string rows = string.Concat(Enumerable.Range(0, 1_500).Select(i => Row(i + 1).Replace(
            "2024-07-03", FormattableString.Invariant($"{1900 + (i % 1_500)}-07-03"), StringComparison.Ordinal)));
        File.WriteAllText(input, Header + rows);
        using Process process = Tool.Start("convert", input, At("out"), "--to", "parquet", "--by", "year");
        while (Directory.GetDirectories(folder, "year=*", SearchOption.AllDirectories).Length < 20)
        {
            process.HasExited.Should().BeFalse("there are many folders to be made");
        }

        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            kill.WaitForExit();
        }

        process.WaitForExit(TimeSpan.FromSeconds(60)).Should().BeTrue();
        process.StandardError.ReadToEnd().Should().EndWith("conflictmodel: terminated.\n");
        process.ExitCode.Should().Be(143);
        Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Should().Equal("in.csv");
    }

    [Fact]
    public void A_malformed_row_in_the_middle_leaves_the_old_outputs()
    {
        string input = Input(rows: 2_000);
        File.AppendAllText(input, Row(1).Replace("2024-07-03", "no date", StringComparison.Ordinal));
        File.WriteAllText(At("out.json"), "old");
        File.WriteAllText(At("loss.json"), "old");
        ToolResult result = Tool.Run("convert", input, At("out.json"), "--to", "geojson", "--loss", At("loss.json"));
        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("line 2002");
        File.ReadAllText(At("out.json")).Should().Be("old");
        File.ReadAllText(At("loss.json")).Should().Be("old");
        Directory.GetFiles(folder).Should().HaveCount(3);
    }

    [Theory]
    [InlineData("geojson", 200)]
    [InlineData("parquet", 20)]
    public void A_disk_that_is_full_leaves_the_old_outputs_and_no_fragment(string format, int blocks)
    {
        string input = Input(rows: 4_000);
        File.AppendAllText(input, Row(9).Replace("2024-07-03", "no date", StringComparison.Ordinal));
        File.WriteAllText(At("out"), "old");
        File.WriteAllText(At("rejects.csv"), "old");
        FullAfter(blocks, "convert", input, At("out"), "--to", format, "--rejects", At("rejects.csv"))
            .Should().StartWith($"conflictmodel: {At("out")}: can't be written: ");
        File.ReadAllText(At("out")).Should().Be("old");
        File.ReadAllText(At("rejects.csv")).Should().Be("old");
        Directory.GetFiles(folder).Should().HaveCount(3);
    }

    [Fact]
    public void A_folder_for_which_the_disk_is_too_full_leaves_the_old_rejects()
    {
        string input = Input(rows: 4_000);
        File.AppendAllText(input, Row(9).Replace("2024-07-03", "no date", StringComparison.Ordinal));
        File.WriteAllText(At("rejects.csv"), "old");
        string[] command = ["convert", input, At("out"), "--to", "parquet", "--by", "year", "--rejects", At("rejects.csv")];
        FullAfter(20, command).Should().StartWith($"conflictmodel: {At("out")}: can't be written: ");
        File.ReadAllText(At("rejects.csv")).Should().Be("old");
        Directory.GetFileSystemEntries(folder).Should().HaveCount(2);

        Tool.Run(command).ExitCode.Should().Be(0);
        File.ReadAllText(At("rejects.csv")).Should().Contain("no date");
        Directory.Exists(At("out")).Should().BeTrue();
    }

    [Fact]
    public void A_folder_and_its_rejects_are_not_put_in_one_place()
    {
        ToolResult result = Tool.Run(
            "convert", Input(rows: 2), At("out"), "--to", "parquet", "--by", "year", "--rejects", At("out"));
        result.ExitCode.Should().Be(2);
        result.Error.Should().EndWith("can't be written: it is named for two outputs.\n");
        Directory.GetFileSystemEntries(folder).Should().ContainSingle();
    }

    [Fact]
    public void A_question_that_is_refused_leaves_the_old_rejects()
    {
        string input = Input(rows: 2);
        File.AppendAllText(input, Row(9).Replace("2024-07-03", "no date", StringComparison.Ordinal));
        File.WriteAllText(At("rejects.csv"), "old");
        string[] command = ["aggregate", input, "--by", "month", "--rejects", At("rejects.csv"), "--where"];
        Tool.Run([.. command, "kind=no such kind"]).ExitCode.Should().Be(2);
        File.ReadAllText(At("rejects.csv")).Should().Be("old");
        Directory.GetFiles(folder).Should().HaveCount(2);

        Tool.Run([.. command, "year=2024"]).ExitCode.Should().Be(0);
        File.ReadAllText(At("rejects.csv")).Should().Contain("no date");
    }

    [Fact]
    public void A_folder_for_temporary_files_that_takes_none_is_named_and_no_file_in_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the variable of Unix");
        string input = Input(rows: 100_100);
        string[] arguments = [Tool.Program, "convert", input, At("out.json"), "--to", "json"];
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardError = true,
            Environment = { ["TMPDIR"] = At("none") },
        })!;
        process.StandardError.ReadToEnd().Should().Be(
            $"conflictmodel: {At("none")}/: no temporary file can be made here for what memory should not hold: "
                + "there is no such folder.\n");
        process.WaitForExit();
        process.ExitCode.Should().Be(2);
        Directory.GetFiles(folder).Should().HaveCount(1);
    }

    [Fact]
    public void Standard_output_and_dev_stdout_are_one()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "devices of Unix");
        string input = Input(rows: 10);
        string json = Tool.Run("convert", input, "-", "--to", "json").Output;
        json.Should().NotBeEmpty();
        Tool.Run("convert", input, "/dev/stdout", "--to", "json").Output.Should().Be(json);
        ToolResult both = Tool.Run("convert", input, "-", "--to", "json", "--loss", "/dev/stdout");
        (both.ExitCode, both.Output).Should().Be((2, ""));
        both.Error.Should().Contain("named for two outputs");
    }

    [Theory]
    [InlineData("-", "aggregate", "--by", "kind")]
    [InlineData("/dev/stdout", "aggregate", "--by", "kind", "--format", "csv")]
    [InlineData("/dev/fd/1", "validate")]
    [InlineData("-", "validate", "--format", "json")]
    public void Rows_that_are_set_aside_do_not_mix_with_the_answer(string rejects, params string[] command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "devices of Unix");
        string input = Input(rows: 2);
        File.AppendAllText(input, Row(9).Replace("2024-07-03", "no date", StringComparison.Ordinal));
        ToolResult both = Tool.Run([command[0], input, .. command[1..], "--rejects", rejects]);
        (both.ExitCode, both.Output).Should().Be((2, ""));
        both.Error.Should().EndWith("can't be written: it is named for two outputs.\n");
        ToolResult apart = Tool.Run([command[0], input, .. command[1..], "--rejects", At("rejects.csv")]);
        apart.Output.Should().NotBeEmpty().And.NotContain("no date");
        File.ReadAllText(At("rejects.csv")).Should().Contain("no date");
    }

    internal static string Row(int id) => FormattableString.Invariant($"SYR{id},2024-07-03,2024,1,Political violence,Battles,Armed clash,")
        + "Islamic State (Syria),,2,Military Forces of Syria (2000-),,1,12,,760,Middle East,Syria,Homs,,,"
        + "Palmyra,34.55,38.27,2,SOHR,Other,made up,3,,1720000000\n";

    /// <summary>The line in which a command fails if a file can't be longer than so many blocks of 512 bytes.</summary>
    private static string FullAfter(int blocks, params string[] command)
    {
        Assert.SkipUnless(File.Exists("/bin/sh"), "a shell limits the size of files");

        // A limit on the size of a file is met as a full disk is: in the middle of a write.
        string limited = FormattableString.Invariant($"ulimit -f {blocks}; trap '' XFSZ; exec dotnet \"$0\" \"$@\"");
        using Process process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", limited, Tool.Program, .. command])
        {
            RedirectStandardError = true,

            // The runtime keeps its own code in a file that the limit would meet first.
            Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" },
        })!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(2, error);
        return error.TrimEnd('\n').Split('\n')[^1];
    }

    private string At(string name) => Path.Combine(folder, name);

    private string Input(int rows)
    {
        File.WriteAllText(At("in.csv"), Header + string.Concat(Enumerable.Range(1, rows).Select(Row)));
        return At("in.csv");
    }
}

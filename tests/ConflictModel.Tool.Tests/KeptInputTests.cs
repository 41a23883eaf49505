using System.Diagnostics;

namespace ConflictModel.Tool.Tests;

/// <summary>No output of a command takes the place of a file that it reads, by whatever name.</summary>
public sealed class KeptInputTests : IDisposable
{
    private const string Row = "1,2024-07-03,Battles,a,3,100\n";
    private const string Header = "event_id_cnty,event_date,event_type,actor1,fatalities,timestamp\n";
    private readonly string folder = Directory.CreateTempSubdirectory("conflictmodel").FullName;

    public KeptInputTests()
    {
        File.Copy(Tool.Sample, At("set.json"));
        File.WriteAllText(At("a.csv"), Header + "SYR" + Row);
        File.WriteAllText(At("b.csv"), Header + "IRQ" + Row);
        File.WriteAllText(At("map.json"), """{"source":{"id":"s","name":"S"},"harm":"killed","columns":[{"column":"name","is":"name"}]}""");
        File.WriteAllText(At("list.csv"), "name\nsomebody\n");
        File.WriteAllText(At("outlines.json"), """{"type":"FeatureCollection","features":[]}""");
        File.CreateSymbolicLink(At("link.json"), "set.json");
        Directory.CreateSymbolicLink(At("here"), ".");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("set.json", "convert", "set.json", "*", "--to", "json")]
    [InlineData("set.json", "convert", "link.json", "*", "--to", "ndjson")]
    [InlineData("link.json", "convert", "set.json", "*", "--to", "json")]
    [InlineData("here/link.json", "convert", "set.json", "*", "--to", "json")]
    [InlineData("set.json", "convert", "here/here/set.json", "*", "--to", "json")]
    [InlineData("b.csv", "convert", "a.csv", "b.csv", "*", "--to", "json")]
    [InlineData("b.csv", "convert", "a.csv", "b.csv", "out", "--to", "json", "--loss", "*")]
    [InlineData("a.csv", "convert", "a.csv", "out", "--to", "json", "--rejects", "*")]
    [InlineData("a.csv", "convert", "a.csv", "*", "--to", "parquet")]
    [InlineData("list.csv", "convert", "list.csv", "*", "--to", "json", "--people", "map.json")]
    [InlineData("map.json", "convert", "list.csv", "*", "--to", "json", "--people", "map.json")]
    [InlineData("a.csv", "repair", "a.csv", "*", "--rules", "acled-early")]
    [InlineData("a.csv", "repair", "a.csv", "out", "--rules", "acled-early", "--changes", "*")]
    [InlineData("a.csv", "validate", "a.csv", "--rejects", "*")]
    [InlineData("b.csv", "validate", "a.csv", "b.csv", "--rejects", "*")]
    [InlineData("a.csv", "aggregate", "a.csv", "--by", "kind", "--rejects", "*")]
    [InlineData("b.csv", "diff", "a.csv", "b.csv", "--rejects", "*")]
    [InlineData("b.csv", "merge", "a.csv", "b.csv", "*")]
    [InlineData("a.csv", "merge", "a.csv", "b.csv", "out", "--log", "*")]
    [InlineData("a.csv", "merge", "a.csv", "b.csv", "out", "--tombstones", "*")]
    [InlineData("set.json", "report", "set.json", "--format", "html", "--out", "*")]
    [InlineData("outlines.json", "report", "set.json", "--format", "html", "--boundaries", "outlines.json", "--out", "*")]
    [InlineData("set.json", "unseen", "set.json", "--format", "html", "--out", "*")]
    public void What_is_read_is_not_replaced(string kept, string command, params string[] arguments)
    {
        string[] before = Contents();
        ToolResult result = Tool.Run(
            [command, .. arguments.Select(text => text == "*" ? At(kept) : File.Exists(At(text)) ? At(text) : text)]);
        (result.ExitCode, result.Output).Should().Be((2, ""));
        result.Error.Should().Be(
            $"conflictmodel: {At(kept)}: can't be written: the command reads this file, and would replace it; name another.\n");
        Contents().Should().Equal(before);
    }

    [Fact]
    public void What_a_shell_gives_as_standard_input_is_not_replaced()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the system says which file standard input is");
        Refused("convert - \"$1\" --to json < \"$1\"");
    }

    [Theory]
    [InlineData("convert \"$1\" /proc/self/cwd/set.json --to ndjson")]
    [InlineData("convert \"$1\" /dev/fd/6 --to ndjson 6<> \"$1\"")]
    [InlineData("convert /dev/fd/5 \"$1\" --to ndjson 5< \"$1\"")]
    [InlineData("convert /proc/self/cwd/set.json \"$1\" --to ndjson")]
    public void A_file_that_the_system_leads_to_is_not_replaced(string line)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the system has files for what a process has open");
        Refused(line);
    }

    [Fact]
    public void A_pipe_is_read_by_its_name()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the shell makes a pipe");
        foreach (string line in (string[])["validate", "convert --to ndjson", "report"])
        {
            string output = line.StartsWith("convert", StringComparison.Ordinal) ? " -" : "";
            Shell($"mkfifo pipe; cat set.json > pipe & dotnet \"$0\" {line} pipe{output} > out; code=$?; rm pipe; exit $code").Should()
                .Be((0, ""));
            File.ReadAllText(At("out")).Should().Be(Tool.Run([.. line.Split(' '), At("set.json"), .. output.Split(' ').Skip(1)]).Output);
        }

        Shell("mkfifo pipe; cat a.csv > pipe & dotnet \"$0\" aggregate pipe --by kind --format csv > out").Exit.Should().Be(0);
        File.ReadAllText(At("out")).Should().Be(Tool.Run("aggregate", At("a.csv"), "--by", "kind", "--format", "csv").Output);
    }

    [Fact]
    public void A_pipe_is_read_alone()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the shell makes a pipe");
        foreach (string command in (string[])["aggregate --by year", "validate"])
        {
            foreach (string files in (string[])["pipe a.csv", "a.csv pipe"])
            {
                Shell($"mkfifo pipe; (cat a.csv > pipe) & dotnet \"$0\" {command} {files}; code=$?; rm pipe; exit $code").Should()
                    .Be((2, "conflictmodel: pipe: a pipe is read alone, not beside files.\n"));
            }
        }
    }

    [Fact]
    public void Another_file_of_the_same_content_or_name_is_replaced()
    {
        Directory.CreateDirectory(At("other"));
        File.Copy(At("set.json"), At("other/set.json"));
        Tool.Run("convert", At("set.json"), At("other/set.json"), "--to", "ndjson").ExitCode.Should().Be(0);
        File.ReadAllText(At("other/set.json")).Should().NotBe(File.ReadAllText(At("set.json")));
        Tool.Run("convert", "/dev/null", "/dev/null", "--to", "json").Error.Should().Contain("The file is empty");
    }

    private void Refused(string line)
    {
        (int exit, string error) = Shell($"exec dotnet \"$0\" {line}");
        error.Should().EndWith("the command reads this file, and would replace it; name another.\n");
        exit.Should().Be(2);
        File.ReadAllText(At("set.json")).Should().Be(File.ReadAllText(Tool.Sample));
    }

    /// <summary>Runs a line of the shell in the folder, with the tool as its name and the data set as its argument.</summary>
    private (int Exit, string Error) Shell(string line)
    {
        using Process process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", line, Tool.Program, At("set.json")])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
        })!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error);
    }

    private string At(string name) => Path.Combine(folder, name);

    private string[] Contents() =>
        [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).SelectMany(file => (string[])[file, File.ReadAllText(file)])];
}

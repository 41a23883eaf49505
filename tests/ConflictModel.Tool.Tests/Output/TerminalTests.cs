using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Tests.Output;

/// <summary>Nothing of what a file, a file's name or an argument holds reaches a terminal as a command to it.</summary>
public sealed class TerminalTests : IDisposable
{
    private const string Hostile = "\u001b]0;x\u0007\u009b2J\u202e";
    private const string Shown = @"\u001b]0;x\u0007\u009b2J\u202e";
    private readonly string folder = Directory.CreateTempSubdirectory("conflictmodel").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Reports_findings_and_tables_show_it()
    {
        string file = Written("in.json");
        foreach (ToolResult result in (ToolResult[])
            [Tool.Run("report", file), Tool.Run("aggregate", file, "--by", "actor", "--names")])
        {
            Clean(result);
            result.Output.Should().Contain(Shown);
        }

        ToolResult findings = Tool.Run("validate", file);
        Clean(findings);
        findings.Output.Should().Contain(@"'p\u202eq'");
        Tool.Run("report", file).Output.Should().Contain("دير الزور");
    }

    [Fact]
    public void Errors_show_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "file names of Unix");
        foreach (ToolResult result in (ToolResult[])
            [Tool.Run("validate", Hostile), Tool.Run("validate", "--" + Hostile), Tool.Run("aggregate", Written(Hostile), "--by", "kind")])
        {
            Clean(result);
            result.Error.Should().Contain(Shown);
        }

        ToolResult date = Tool.Run("date", Hostile);
        Clean(date);
        (date.Output + date.Error).Should().Contain(Shown);
    }

    [Fact]
    public void The_report_that_a_terminal_gets_commands_it_with_colours_alone()
    {
        using var writer = new StringWriter();
        ConflictDataset dataset = Serialization.DatasetJson.Read(File.ReadAllBytes(Written("in.json")));
        TextReport.Write(new Reporting.ReportModel(dataset), writer, isTerminal: true);
        writer.ToString().Should().Contain(@"\u001b]0;x").And.NotContainAny("\u0007", "\u009b", "\u202e", "\u001b]");
    }

    [Fact]
    public void No_code_but_that_which_shows_it_writes_to_the_standard_streams()
    {
        string source = Path.Combine(Tool.Root(AppContext.BaseDirectory), "src", "ConflictModel.Tool");
        Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file) is var text
                && (text.Contains("Console.Out.", StringComparison.Ordinal) || text.Contains("Console.Error.", StringComparison.Ordinal)
                    || text.Contains("Console.Write", StringComparison.Ordinal)))
            .Should().BeEmpty();
    }

    private static void Clean(ToolResult result) =>
        (result.Output + result.Error).Should().NotContainAny("\u001b", "\u0007", "\u009b", "\u202e");

    private string Written(string name)
    {
        string file = Path.Combine(folder, name);
        string hostile = "\\u001b]0;x\\u0007\\u009b2J\\u202e";
        File.WriteAllText(file, $$$"""
            {"schemaVersion":"1.0","title":"T {{{hostile}}}","sources":[{"id":"s","name":"S {{{hostile}}} دير الزور"}],
            "actors":[{"id":"a","name":"A {{{hostile}}}","kind":"militia"}],
            "tallies":[{"id":"t","scope":{},"report":{"citation":{"source":"s"},"casualties":{"killed":{"count":4} } } }],
            "incidents":[{"id":"i","kind":"battle","date":"2024-05-01","description":"{{{hostile}}}","partOf":"p\u202eq",
            "involvements":[{"actor":"a","role":"perpetrator"}] }] }
            """);
        return file;
    }
}

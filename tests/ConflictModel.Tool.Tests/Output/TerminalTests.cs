using System.Diagnostics;
using System.Text;
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

    [Theory]
    [InlineData("aggregate", "FILE", "--by", "actor", "--names", "--format", "csv")]
    [InlineData("aggregate", "FILE", "--by", "actor", "--names", "--format", "json")]
    [InlineData("report", "FILE", "--format", "json")]
    [InlineData("convert", "FILE", "-", "--to", "geojson")]
    [InlineData("convert", "FILE", "-", "--to", "ndjson")]
    public void A_terminal_gets_data_with_it_shown_and_a_pipe_gets_it_to_the_byte(params string[] arguments)
    {
        string[] given = [.. arguments.Select(argument => argument == "FILE" ? Written("in.json") : argument)];
        string data = Tool.Run(given).Output;
        data.Should().Contain("\u202e");
        string screen = OnTerminal(" 2>/dev/null", given);
        screen.Should().Contain(@"\u202e").And.NotContainAny("\u0007", "\u009b", "\u202e", "\u2066", "\u2068", "\u2069", "\u001b]");
        screen.TrimEnd().Should().EndWith(ScreenText.Visible(data.TrimEnd()));
    }

    [Theory]
    [InlineData("/dev/tty", " >/dev/null 2>&1")]
    [InlineData("/dev/stderr", " >/dev/null")]
    [InlineData("/dev/fd/2", " >/dev/null")]
    public void A_terminal_that_is_named_as_a_file_gets_data_with_it_shown(string terminal, string redirection)
    {
        string screen = OnTerminal(redirection, "convert", Written("in.json"), terminal, "--to", "ndjson");
        screen.Should().Contain(@"\u202e").And.NotContainAny("\u0007", "\u009b", "\u202e", "\u2066", "\u2068", "\u2069", "\u001b]");
    }

    [Theory]
    [InlineData("/dev/tty", true)]
    [InlineData("/dev/pts/3", true)]
    [InlineData("/dev/console", true)]
    [InlineData("/dev/null", false)]
    [InlineData("/dev/shm/tty", false)]
    [InlineData("/home/a/dev/tty", false)]
    public void A_place_is_a_terminal_by_its_name(string place, bool isTerminal) => FilePlace.IsTerminal(place).Should().Be(isTerminal);

    [Theory]
    [InlineData("geojson")]
    [InlineData("hxl")]
    public void Nothing_is_drawn_over_data_that_goes_to_the_terminal(string format)
    {
        string file = Path.Combine(folder, "in.csv");
        File.WriteAllText(file, "event_id_cnty,event_date,event_type,actor1,fatalities\nSYR1,2024-07-03,Battles,X,2\n");
        string screen = OnTerminal("", "convert", file, "-", "--to", format);
        screen.Should().Contain("1 read, 1 kept").And.NotContainAny("reading", "\u001b[2K", "\u001b[1A");
    }

    [Fact]
    public void The_report_that_a_terminal_gets_commands_it_with_colours_alone()
    {
        using var writer = new StringWriter();
        ConflictDataset dataset = Serialization.DatasetJson.Read(File.ReadAllBytes(Written("in.json")));
        TextReport.Write(new Reporting.ReportModel(dataset), writer, isTerminal: true);
        writer.ToString().Should().Contain(@"\u001b]0;x").And.NotContainAny("\u0007", "\u009b", "\u202e", "\u001b]");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("en")]
    public void No_isolate_that_begins_in_one_name_ends_in_another(string? language)
    {
        var dataset = new ConflictDataset
        {
            Sources = [new() { Id = SourceId.From("s"), Name = "\u2068\u0627X" }],
            Actors = [new() { Id = ActorId.From("a"), Name = "Y\u2069", Kind = ActorKind.StateForces }],
            Tallies =
            [
                new()
                {
                    Id = TallyId.From("t"),
                    Scope = new() { Period = new(UncertainDate.Parse("2024")), AttributedTo = [ActorId.From("a")] },
                    Report = new() { Citation = SourceId.From("s"), Casualties = new() { Killed = Toll.Of(34) } },
                },
            ],
        };
        using var writer = new StringWriter();
        TextReport.Write(new Reporting.ReportModel(dataset), writer, isTerminal: true, language);
        writer.ToString().Should().Contain(language is null
            ? "\\u2068\u0627X: 34 killed, attributed to Y\\u2069"
            : "\u2068\u0627X\u2069: \u206834\u2069 \u2068killed\u2069, attributed to \u2068Y\u2069");
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

    /// <summary>What a terminal gets; skipped where no program is there that plays one.</summary>
    private static string OnTerminal(string redirection, params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "util-linux plays the terminal");
        string command = string.Join(' ', new[] { "dotnet", Tool.Program }.Concat(arguments).Select(one => $"'{one}'"));
        using Process process = Process.Start(
            new ProcessStartInfo("/usr/bin/script", ["-qec", command + redirection, "/dev/null"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardOutputEncoding = new UTF8Encoding(false),
            })!;
        process.StandardInput.Close();
        string screen = process.StandardOutput.ReadToEnd().ReplaceLineEndings("\n");
        process.WaitForExit();
        return screen;
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

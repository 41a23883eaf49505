using System.Text;
using ConflictModel.Aggregation;
using ConflictModel.Serialization;
using ConflictModel.Tool.Commands;

namespace ConflictModel.Tool.Tests;

/// <summary>Data sets a record a line, which every command reads as it reads those in one document.</summary>
public sealed class LinesTests : IDisposable
{
    private static readonly string Sample =
        Path.Combine(Tool.Root(AppContext.BaseDirectory), "src", "ConflictModel.Tool", "samples", "syria-2024.json");

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_data_set_goes_into_lines_and_back_without_loss()
    {
        string lines = In("sample.ndjson");
        string back = In("back.json");
        Tool.Run("convert", Sample, lines, "--to", "ndjson").ExitCode.Should().Be(0);
        File.ReadLines(lines).First().Should().StartWith("{\"schemaVersion\":\"");
        Tool.Run("convert", lines, back, "--to", "json").ExitCode.Should().Be(0);
        DatasetJson.Read(File.ReadAllText(back)).Should().Be(DatasetJson.Read(File.ReadAllText(Sample)));
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("report")]
    [InlineData("aggregate", "--by", "actor")]
    [InlineData("aggregate", "--by", "place,month")]
    public void Every_command_says_the_same_of_both_forms(string command, params string[] options)
    {
        string lines = In("sample.ndjson");
        Tool.Run("convert", Sample, lines, "--to", "ndjson");
        ToolResult one = Tool.Run([command, Sample, .. options]);
        ToolResult other = Tool.Run([command, lines, .. options]);
        other.Output.Replace(lines, Sample, StringComparison.Ordinal).Should().Be(one.Output);
        other.Error.Replace(lines, Sample, StringComparison.Ordinal).Should().Be(one.Error);
        other.ExitCode.Should().Be(one.ExitCode);
        Tool.Run(File.ReadAllBytes(lines), [command, "-", .. options]).Output
            .Should().Be(Tool.Run(File.ReadAllBytes(Sample), [command, "-", .. options]).Output);
    }

    [Fact]
    public void What_is_wrong_with_a_line_is_said_with_its_place()
    {
        string lines = In("wrong.ndjson");
        File.WriteAllText(lines, "{\"schemaVersion\":\"1.0\",\"kind\":\"records\"}\n{\"incident\":{\"id\":\"a b\"}}\n");
        foreach (string command in (string[])["validate", "report", "aggregate"])
        {
            ToolResult result = Tool.Run(command == "aggregate" ? [command, lines, "--by", "kind"] : [command, lines]);
            result.ExitCode.Should().Be(2);
            result.Error.Should().Contain("line 2, column 19, at /incident/id: 'a b' is not a valid id");
        }
    }

    [Fact]
    public void Incidents_that_bear_one_id_are_not_added_up()
    {
        string lines = In("twice.ndjson");
        string incident = """{"incident":{"id":"i","kind":"battle","date":"2024"}}""";
        File.WriteAllText(lines, $"{{\"schemaVersion\":\"1.0\",\"kind\":\"records\"}}\n{incident}\n{incident}\n", Encoding.UTF8);
        Tool.Run("aggregate", lines, "--by", "kind").Error.Should().Contain("Two incidents bear the id 'i'");
        Tool.Run("aggregate", lines, "--by", "kind", "--repeated", "newest").ExitCode.Should().Be(0);
    }

    [Fact]
    public void Lines_that_have_to_be_read_again_are_told_so_where_they_are_read_once()
    {
        string lines = In("named-later.ndjson");
        const string First = """{"incident":{"id":"i","kind":"battle","date":"2024"}}""";
        const string Same = """{"incident":{"id":"j","kind":"battle","date":"2024","sameAs":["i"]}}""";
        File.WriteAllText(lines, $"{{\"schemaVersion\":\"1.0\",\"kind\":\"records\"}}\n{First}\n{Same}\n");
        ToolResult file = Tool.Run("aggregate", lines, "--by", "kind", "--format", "csv");
        (file.ExitCode, file.Error).Should().Be((0, ""));
        ToolResult pipe = Tool.Run(File.ReadAllBytes(lines), "aggregate", "-", "--by", "kind");
        (pipe.ExitCode, pipe.Output).Should().Be((2, ""));
        pipe.Error.Should().StartWith("conflictmodel: standard input: an incident is named as one event with another that stands behind it")
            .And.EndWith("name a file of the lines themselves.\n");
    }

    [Fact]
    public void What_fails_in_the_reading_itself_is_not_told_as_a_mistake_in_the_lines()
    {
        foreach (Exception fault in (Exception[])[new ArgumentException("fault"), new InvalidOperationException("fault")])
        {
            Action append = () => new DatasetLines(new FaultyStream(fault), "lines").AppendTo(new IncidentTableBuilder());
            append.Should().Throw<Exception>().Which.Should().BeSameAs(fault);
        }
    }

    private string In(string name) => Path.Combine(folder, name);

    private sealed class FaultyStream(Exception fault) : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw fault;
    }
}

using System.IO.Compression;

namespace ConflictModel.Tool.Tests;

/// <summary>A file that is packed (gzip) is read as what it holds, whatever its name, and never in part.</summary>
public sealed class PackedInputTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("conflictmodel").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("validate", "*")]
    [InlineData("report", "*", "--format", "json")]
    [InlineData("aggregate", "*", "--by", "kind", "--format", "csv")]
    [InlineData("convert", "*", "-", "--to", "ndjson")]
    [InlineData("convert", "*", "-", "--to", "json", "--from", "json")]
    public void A_data_set_is_read_as_if_it_were_not_packed(string command, params string[] arguments)
    {
        string packed = Packed("any-name", File.ReadAllBytes(Tool.Sample));
        string output = Run(Tool.Sample).Output;
        output.Should().NotBeEmpty();
        Run(packed).Output.Should().Be(output);
        Tool.Run(File.ReadAllBytes(packed), [command, .. arguments.Select(text => text == "*" ? "-" : text)]).Output.Should().Be(output);

        ToolResult Run(string path) => Tool.Run([command, .. arguments.Select(text => text == "*" ? path : text)]);
    }

    [Fact]
    public void A_data_set_of_a_record_a_line_and_a_table_of_lists_are_read_packed()
    {
        Tool.Run("convert", Tool.Sample, At("set.ndjson"), "--to", "ndjson").ExitCode.Should().Be(0);
        string lines = Packed("set.ndjson.gz", File.ReadAllBytes(At("set.ndjson")));
        Tool.Run("aggregate", lines, "--by", "kind").Output.Should().Be(Tool.Run("aggregate", Tool.Sample, "--by", "kind").Output);
        string table = Packed("table", "lists,people\na,10\nb,20\na+b,5\n"u8.ToArray());
        Tool.Run("unseen", table).Output.Should().Contain("35");
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("report")]
    [InlineData("unseen")]
    [InlineData("aggregate", "--by", "kind")]
    public void A_data_set_whose_packed_data_breaks_off_is_refused_in_one_line(string command, params string[] arguments)
    {
        byte[] packed = File.ReadAllBytes(Packed("whole.gz", File.ReadAllBytes(Tool.Sample)));
        foreach (int length in (int[])[packed.Length - 8, packed.Length / 2])
        {
            File.WriteAllBytes(At("cut.gz"), packed[..length]);
            ToolResult result = Tool.Run([command, At("cut.gz"), .. arguments]);
            (result.ExitCode, result.Output).Should().Be((2, ""));
            result.Error.Should().MatchRegex(
                $"^conflictmodel: {At("cut.gz")}: (line 1, column 1: )?The gzip data breaks off or is damaged.\n$");
        }
    }

    [Theory]
    [InlineData("validate", "*")]
    [InlineData("report", "*")]
    [InlineData("unseen", "*")]
    [InlineData("aggregate", "*", "--by", "kind")]
    [InlineData("report", "sample", "--format", "html", "--boundaries", "*")]
    public void What_was_packed_twice_is_told_as_such(string command, params string[] arguments)
    {
        string twice = Packed("twice.gz", File.ReadAllBytes(Packed("once.gz", File.ReadAllBytes(Tool.Sample))));
        ToolResult result = Tool.Run([command, .. arguments.Select(text => text == "*" ? twice : text == "sample" ? Tool.Sample : text)]);
        (result.ExitCode, result.Output).Should().Be((2, ""));
        result.Error.Should().MatchRegex(
            $"^conflictmodel: {twice}: (line 1, column 1: )?The gzip data holds gzip data: it was packed twice; unpack it once.\n$");
    }

    [Fact]
    public void Lines_whose_packed_data_breaks_off_are_refused_in_one_line()
    {
        string lines = string.Concat(Enumerable.Range(0, 5000).Select(i => FormattableString.Invariant(
            $"{{\"incident\":{{\"id\":\"i{i}\",\"kind\":\"battle\",\"date\":\"2024-05-01\"}}}}\n")));
        Tool.Run("convert", Tool.Sample, At("set.ndjson"), "--to", "ndjson").ExitCode.Should().Be(0);
        byte[] packed = File.ReadAllBytes(
            Packed("set.ndjson.gz", System.Text.Encoding.UTF8.GetBytes(File.ReadLines(At("set.ndjson")).First() + "\n" + lines)));
        File.WriteAllBytes(At("cut.gz"), packed[..^8]);
        ToolResult result = Tool.Run("aggregate", At("cut.gz"), "--by", "kind");
        (result.ExitCode, result.Output).Should().Be((2, ""));
        result.Error.Should().Be($"conflictmodel: {At("cut.gz")}: The gzip data breaks off or is damaged.\n");
    }

    [Fact]
    public void What_unpacks_to_more_than_a_table_of_lists_can_have_is_refused()
    {
        using (FileStream file = File.Create(At("bomb.gz")))
        using (GZipStream gzip = new(file, CompressionLevel.Fastest))
        {
            byte[] zeros = new byte[1 << 20];
            zeros.AsSpan().Fill((byte)'a');
            for (int i = 0; i < 65; i++)
            {
                gzip.Write(zeros);
            }
        }

        ToolResult result = Tool.Run("unseen", At("bomb.gz"));
        (result.ExitCode, result.Error).Should().Be(
            (2, $"conflictmodel: {At("bomb.gz")}: it unpacks to more than is read of such a file.\n"));
    }

    private string At(string name) => Path.Combine(folder, name);

    private string Packed(string name, byte[] content)
    {
        using FileStream file = File.Create(At(name));
        using GZipStream gzip = new(file, CompressionLevel.Fastest);
        gzip.Write(content);
        return At(name);
    }
}

namespace ConflictModel.Tool.Tests;

public class GoldenTests
{
    [Theory]
    [InlineData("syria-2024.report.txt", "report")]
    [InlineData("syria-2024.report.json", "report", "--format", "json")]
    [InlineData("syria-2024.validate.txt", "validate")]
    [InlineData("syria-2024.validate.json", "validate", "--format", "json")]
    public void The_output_for_the_sample_is_the_committed_one(string golden, string command, params string[] options)
    {
        ToolResult result = Tool.Run([command, Tool.Sample, .. options]);
        result.ExitCode.Should().Be(0);
        Compare(result, golden);
    }

    [Theory]
    [InlineData("sohr-desert-2024-243.report.txt", "report")]
    [InlineData("sohr-desert-2024-243.report.json", "report", "--format", "json")]
    public void A_published_tally_that_clashes_exits_1_and_shows_its_clashes(string golden, string command, params string[] options)
    {
        ToolResult result = Tool.Run([command, Tool.Clashing, .. options]);
        result.ExitCode.Should().Be(1);
        Compare(result, golden);
    }

    private static void Compare(ToolResult result, string golden)
    {
        result.Error.Should().BeEmpty();
        string path = Path.Combine(Tool.Golden, golden);
        if (Environment.GetEnvironmentVariable("CONFLICTMODEL_ACCEPT") == "1")
        {
            File.WriteAllText(path, result.Output);
        }

        result.Output.Should().Be(File.ReadAllText(path));
    }
}

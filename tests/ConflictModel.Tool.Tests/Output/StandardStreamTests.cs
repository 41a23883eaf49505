using System.Diagnostics;

namespace ConflictModel.Tool.Tests.Output;

/// <summary>
/// Standard output and standard error that nobody takes: the command ends in a line, or in none, and never in a stack trace.
/// </summary>
public class StandardStreamTests
{
    [Theory]
    [InlineData(">&-", "date", "2024")]
    [InlineData(">&-", "report", "SAMPLE", "--format", "json")]
    [InlineData(">&-", "--help")]
    [InlineData(">/dev/full", "date", "2024")]
    [InlineData(">/dev/full", "report", "SAMPLE", "--format", "json")]
    public void Standard_output_that_takes_nothing_is_told_in_a_line(string redirection, params string[] arguments)
    {
        ToolResult result = Redirected(redirection, arguments);
        result.ExitCode.Should().Be(2);
        result.Error.Should().StartWith("conflictmodel: standard output: can't be written: ");
        result.Error.TrimEnd('\n').Should().NotContain("\n", "an error is one line");
    }

    [Theory]
    [InlineData("2>&-", "nonsense")]
    [InlineData("2>/dev/full", "validate", "none.json")]
    [InlineData("2>/dev/full", "aggregate", "SAMPLE", "--by", "kind")]
    public void What_standard_error_does_not_take_the_exit_code_tells(string redirection, params string[] arguments) =>
        Redirected(redirection, arguments).Should().Be(new ToolResult(2, "", ""));

    [Fact]
    public void A_stream_that_is_not_needed_may_be_closed()
    {
        ToolResult result = Redirected("<&- 2>&-", "date", "2024");
        result.ExitCode.Should().Be(0);
        result.Output.Should().Be(Tool.Run("date", "2024").Output);
    }

    /// <summary>Runs the tool by a shell, which alone can start a program without a standard stream.</summary>
    private static ToolResult Redirected(string redirection, params string[] arguments)
    {
        Assert.SkipUnless(File.Exists("/bin/sh") && File.Exists("/dev/full"), "a shell closes streams");
        string[] given = [.. arguments.Select(argument => argument == "SAMPLE" ? Tool.Sample : argument)];
        using Process process = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", $"exec dotnet \"$0\" \"$@\" {redirection}", Tool.Program, .. given])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.Result);
    }
}

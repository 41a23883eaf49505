using System.Text.RegularExpressions;

namespace ConflictModel.Tool.Tests;

public partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Tool.Golden, "..", "..", "..", "README.md"));

    [Fact]
    public void The_report_in_the_readme_is_how_the_output_begins()
    {
        string shown = Report().Match(Readme).Groups[1].Value;
        shown.Should().Contain("44 = 449 - 29 - 376").And.Contain("420");
        string output = Trailing().Replace(Tool.Run("report", Tool.Sample).Output, "");
        output.Should().StartWith(shown);
    }

    [Fact]
    public void The_clashes_in_the_readme_are_those_of_the_second_sample()
    {
        string[] shown = Clashes().Match(Readme).Groups[1].Value.Split('\n');
        string[] found = Tool.Run("report", Tool.Clashing).Output.Split('\n')
            .Where(line => line.StartsWith("error ", StringComparison.Ordinal)).ToArray();
        found.Should().HaveCount(shown.Length);
        for (int i = 0; i < shown.Length; i++)
        {
            found[i].Should().StartWith(shown[i]);
        }
    }

    [Fact]
    public void Every_command_that_the_readme_lists_has_help()
    {
        string[] commands = Commands().Matches(Readme).Select(match => match.Groups[1].Value).Distinct().ToArray();
        commands.Should().NotBeEmpty();
        foreach (string command in commands)
        {
            Tool.Run(command, "--help").ExitCode.Should().Be(0, $"{command} is listed");
        }
    }

    [GeneratedRegex("<!-- report -->\\n```text\\n(.*?)\\n```", RegexOptions.Singleline)]
    private static partial Regex Report();

    [GeneratedRegex("<!-- clashes -->\\n```text\\n(.*?)\\n```", RegexOptions.Singleline)]
    private static partial Regex Clashes();

    [GeneratedRegex("^conflictmodel (\\w+) ", RegexOptions.Multiline)]
    private static partial Regex Commands();

    [GeneratedRegex(" +$", RegexOptions.Multiline)]
    private static partial Regex Trailing();
}

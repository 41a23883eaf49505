using ConflictModel.Tool.Commands;

namespace ConflictModel.Tool.Tests;

public class CommandLineTests
{
    [Fact]
    public void Each_command_is_made_under_its_own_name() =>
        CommandLine.Commands.Select(command => command.Create().Name).Should().Equal(CommandLine.Commands.Select(command => command.Name));

    [Fact]
    public void Help_lists_every_command_and_a_word_that_is_none_is_refused()
    {
        ToolResult help = Tool.Run("--help");
        help.Output.Should().ContainAll(CommandLine.Commands.Select(command => command.Name));
        Tool.Run("reprot", "x.json").Error.Should().Contain("reprot").And.Contain("--help");
    }
}

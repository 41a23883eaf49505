using ConflictModel.Tool.Output;
using Spectre.Console;

namespace ConflictModel.Tool.Commands;

/// <summary>What long work is at: on a terminal, and nowhere else; nor where data goes to the terminal, which it would erase.</summary>
internal static class WorkProgress
{
    /// <summary>Runs a piece of work that tells which step it is at.</summary>
    public static T Run<T>(Func<Action<string>, T> work)
    {
        if (Console.IsErrorRedirected || OutputFile.IsOnScreen)
        {
            return work(_ => { });
        }

        IAnsiConsole console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Status().Start("starting", status => work(step => status.Status(step)));
    }
}

using Spectre.Console;

namespace ConflictModel.Tool.Output;

/// <summary>The terminal on which people read what the command says.</summary>
internal static class Screen
{
    /// <summary>How many cells a line of standard output has; null if it is no terminal, where nothing is wrapped.</summary>
    public static int? Width => Console.IsOutputRedirected ? null : AnsiConsole.Profile.Width;

    /// <summary>The same of standard error.</summary>
    public static int? ErrorWidth => Console.IsErrorRedirected ? null : AnsiConsole.Profile.Width;
}

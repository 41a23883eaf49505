using System.CommandLine;
using System.CommandLine.Parsing;
using System.Runtime.InteropServices;
using System.Text;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Commands;

/// <summary>The command <c>conflictmodel</c>.</summary>
internal static class CommandLine
{
    /// <summary>
    /// The commands by their names. One that is named is made alone: making the others takes as long as the runtime's own start.
    /// </summary>
    public static (string Name, Func<Command> Create)[] Commands { get; } =
    [
        ("report", ReportCommand.Create),
        ("validate", ValidateCommand.Create),
        ("schema", SchemaCommand.Create),
        ("convert", ConvertCommand.Create),
        ("repair", RepairCommand.Create),
        ("aggregate", AggregateCommand.Create),
        ("diff", DiffCommand.Create),
        ("merge", MergeCommand.Create),
        ("match", MatchCommand.Create),
        ("unseen", UnseenCommand.Create),
        ("date", DateCommand.Create),
        ("actors", CatalogCommands.Actors),
        ("regions", CatalogCommands.Regions),
    ];

    public static int Run(string[] args)
    {
        // Before anything else: making and parsing a command takes as long as many a user waits before changing their mind.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return Invoke(args);
    }

    private static int Invoke(string[] args)
    {
        RootCommand root = new("Reads, checks and reports conflict data: what was reported, what follows from it, and what can't be true.");
        bool isNamed = Array.Exists(Commands, command => command.Name == args.FirstOrDefault());
        foreach ((string name, Func<Command> create) in Commands)
        {
            if (!isNamed || name == args[0])
            {
                root.Add(create());
            }
        }

        ParseResult result = root.Parse(args);
        string[] errors = [.. Empty(result.CommandResult), .. NoOptions(result)];
        errors = errors.Length > 0 ? errors
            : !isNamed && args is [var word, ..] && word is not ['-' or '@' or '[', ..]
                ? [Unknown(word, "a command", Commands.Select(command => command.Name))]
            : [.. result.Errors.Select(error => error.Message.ReplaceLineEndings(" "))];
        if (errors.Length > 0)
        {
            StandardText.Error.TryWriteLine($"conflictmodel: {string.Join(' ', errors)}");
            StandardText.Error.TryWriteLine("Try 'conflictmodel --help'.");
            return ExitCodes.Unusable;
        }

        try
        {
            return result.Invoke(new()
            {
                EnableDefaultExceptionHandler = false,
                Output = StandardText.Out,
                Error = StandardText.Error,
            });
        }
        catch (Exception error) when (error is InputException or IOException or UnauthorizedAccessException)
        {
            // The last two are a stream that nobody takes or gives any more, such as a closed pipe.
            StandardText.Error.TryWriteLine($"conflictmodel: {error.Message.ReplaceLineEndings(" ")}");
            return ExitCodes.Unusable;
        }
    }

    /// <summary>What is given as an empty text, as a variable of a shell that is not set is: it names nothing, of whatever kind.</summary>
    private static IEnumerable<string> Empty(CommandResult command) =>
        from given in command.Children
        where given.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value))
        let name = given is OptionResult option ? option.Option.Name : ((ArgumentResult)given).Argument.Name
        select $"An empty text is given for {name}.";

    /// <summary>
    /// What was to be an option: among files or texts it would be the name of a file otherwise, as all are behind a "--".
    /// </summary>
    private static IEnumerable<string> NoOptions(ParseResult result) =>
        from word in result.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens.Select(token => token.Value))
            .Concat(result.UnmatchedTokens)
        where !result.Tokens.Any(token => token.Type == TokenType.DoubleDash)
        where word.StartsWith("--", StringComparison.Ordinal) && !File.Exists(word)
        let command = result.CommandResult.Command
        let what = command is RootCommand ? "an option" : $"an option of {command.Name}"
        select Unknown(word, what, command.Options.Select(option => option.Name));

    private static string Unknown(string word, string what, IEnumerable<string> known)
    {
        string[] near = [.. NearMisses.Of(word, known.Select(name => (name, ""))).Select(name => $"'{name.Own}'")];
        return $"'{word}' is not {what}{(near.Length > 0 ? $"; did you mean {string.Join(" or ", near)}?" : ".")}";
    }

    private static void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        OutputFile.Abandon(() =>
        {
            bool isInterrupt = signal.Signal == PosixSignal.SIGINT;
            StandardText.Error.Close($"conflictmodel: {(isInterrupt ? "interrupted" : "terminated")}.");
            Environment.Exit(isInterrupt ? ExitCodes.Interrupted : ExitCodes.Terminated);
        });
    }
}

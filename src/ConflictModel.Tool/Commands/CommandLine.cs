using System.CommandLine;
using System.Runtime.InteropServices;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Commands;

/// <summary>The command <c>conflictmodel</c>.</summary>
internal static class CommandLine
{
    public static int Run(string[] args)
    {
        var root =
            new RootCommand("Reads, checks and reports conflict data: what was reported, what follows from it, and what can't be true.")
        {
            ReportCommand.Create(),
            ValidateCommand.Create(),
            SchemaCommand.Create(),
            ConvertCommand.Create(),
            RepairCommand.Create(),
            AggregateCommand.Create(),
            DateCommand.Create(),
            CatalogCommands.Actors(),
            CatalogCommands.Regions(),
        };
        ParseResult result = root.Parse(args);
        if (result.Errors.Count > 0)
        {
            Console.Error.WriteLine($"conflictmodel: {string.Join(' ', result.Errors.Select(e => e.Message.ReplaceLineEndings(" ")))}");
            Console.Error.WriteLine("Try 'conflictmodel --help'.");
            return ExitCodes.Unusable;
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            return result.Invoke(new() { EnableDefaultExceptionHandler = false });
        }
        catch (Exception error) when (error is InputException or IOException)
        {
            // An IOException here is output that nobody takes any more, such as a closed pipe.
            Console.Error.WriteLine($"conflictmodel: {error.Message}");
            return ExitCodes.Unusable;
        }
    }

    private static void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        OutputFile.Abandon(() =>
        {
            bool isInterrupt = signal.Signal == PosixSignal.SIGINT;
            Console.Error.WriteLine($"conflictmodel: {(isInterrupt ? "interrupted" : "terminated")}.");
            Environment.Exit(isInterrupt ? ExitCodes.Interrupted : ExitCodes.Terminated);
        });
    }
}

using System.CommandLine;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Commands;

/// <summary>The command <c>conflictmodel</c>.</summary>
internal static class CommandLine
{
    public static int Run(string[] args)
    {
        var root = new RootCommand("Reads, checks and reports conflict data: what was reported, what follows from it, and what can't be true.")
        {
            ReportCommand.Create(),
            ValidateCommand.Create(),
            SchemaCommand.Create(),
            ConvertCommand.Create(),
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
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
    }
}

using System.CommandLine;
using ConflictModel.Revisions;
using ConflictModel.Serialization;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Commands;

/// <summary><c>conflictmodel schema [--kind KIND]</c>: prints the JSON Schema of a data set file or of a revision log.</summary>
internal static class SchemaCommand
{
    private const string Dataset = "data-set";
    private const string RevisionLog = "revision-log";

    public static Command Create()
    {
        var kind = new Option<string>("--kind")
        {
            Description = "of what: a data set file, or the revision log that 'diff --format json' prints",
            DefaultValueFactory = _ => Dataset,
        };
        kind.AcceptOnly(Dataset, RevisionLog);
        var command = new Command("schema", "Print the JSON Schema (draft 2020-12) of a data set file or of a revision log.") { kind };
        command.SetAction(result =>
        {
            StandardText.Out.Write(result.GetValue(kind) == RevisionLog ? RevisionLogJson.Schema : DatasetJson.Schema);
            return ExitCodes.Fine;
        });
        return command;
    }
}

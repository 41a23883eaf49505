using System.CommandLine;
using ConflictModel.Serialization;

namespace ConflictModel.Tool.Commands;

/// <summary><c>conflictmodel schema</c>: prints the JSON Schema of a data set file.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var command = new Command("schema", "Print the JSON Schema (draft 2020-12) of a data set file.");
        command.SetAction(_ =>
        {
            Console.Out.Write(DatasetJson.Schema);
            return ExitCodes.Fine;
        });
        return command;
    }
}

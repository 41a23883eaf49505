using System.CommandLine;
using ConflictModel.Tool.Inputs;
using ConflictModel.Tool.Reports;
using ConflictModel.Validation;

namespace ConflictModel.Tool.Commands;

/// <summary><c>conflictmodel validate FILE</c>: says what is wrong or odd in a data set.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "a data set file; - for standard input" };
        Option<string> format = OutputFormat.Option();
        var command = new Command("validate", "Say what can't be true in a data set, what is odd, and what a reader should see.") { file, format };
        command.SetAction(result =>
        {
            ConflictDataset dataset = DatasetInput.Read(result.GetValue(file)!);
            ValueList<Finding> findings = dataset.Validate();
            if (result.GetValue(format) == OutputFormat.Json)
            {
                using JsonOutput output = new();
                output.Writer.WriteStartObject();
                FindingOutput.Write(output.Writer, findings);
                output.Writer.WriteEndObject();
            }
            else
            {
                FindingOutput.Write(Console.Out, findings);
            }

            return Of(findings);
        });
        return command;
    }

    /// <summary>The exit code that findings call for.</summary>
    public static int Of(ValueList<Finding> findings) =>
        findings.Any(finding => finding.Severity == Severity.Error) ? ExitCodes.Findings : ExitCodes.Fine;
}

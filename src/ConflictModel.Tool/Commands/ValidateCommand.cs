using System.CommandLine;
using ConflictModel.Interchange;
using ConflictModel.Tool.Output;
using ConflictModel.Validation;

namespace ConflictModel.Tool.Commands;

/// <summary><c>conflictmodel validate FILE</c>: says what is wrong or odd in a data set or a published file.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "a data set, UCDP or ACLED file; - for standard input" };
        Option<string> format = OutputFormat.Option();
        ReadingOptions reading = new(format => format.IsChecked);
        Option<bool> neutralise = FormatOptions.Neutralise();
        var command = new Command("validate", "Say what can't be true in a data set, what is odd, and what a reader should see.")
        {
            file, format, neutralise,
        };
        reading.AddTo(command);
        command.SetAction(result =>
        {
            string path = result.GetValue(file)!;
            bool isJson = result.GetValue(format) == OutputFormat.Json;
            ReadOptions options = reading.Of(result);
            using Stream stream = EventInput.Open(path);
            return EventInput.FormatOf(stream, reading.From(result), path, format => format.IsChecked, options) is { } published
                ? Published(
                    path, stream, options with { Format = published }, reading.RejectPath(result), result.GetValue(neutralise), isJson)
                : Dataset(DatasetInput.Read(stream, path), isJson);
        });
        return command;
    }

    /// <summary>The exit code that findings call for.</summary>
    public static int Of(ValueList<Finding> findings) =>
        findings.Any(finding => finding.Severity == Severity.Error) ? ExitCodes.Findings : ExitCodes.Fine;

    private static int Dataset(ConflictDataset dataset, bool isJson)
    {
        ValueList<Finding> findings = dataset.Validate();
        if (isJson)
        {
            using JsonOutput output = new();
            output.Writer.WriteStartObject();
            FindingOutput.Write(output.Writer, findings);
            output.Writer.WriteEndObject();
        }
        else
        {
            FindingOutput.Write(Console.Out, findings, Screen.Width);
        }

        return Of(findings);
    }

    private static int Published(
        string path, Stream stream, ReadOptions reading, string? rejectPath, bool neutralise, bool isJson)
    {
        using var rejects = OutputFile.CreateIfNamed(rejectPath);
        var findings = new List<PublishedFinding>();
        PublishedSummary summary;
        using (RejectFile? rejectFile = rejects is null ? null : new(rejects.Stream, neutralise))
        {
            ReadOptions options = reading with
            {
                SetAsideMalformed = rejectFile is not null,
                OnRejected = rejectFile is null ? null : rejectFile.Write,
            };
            summary = EventInput.Guard(
                path,
                () => ReadProgress.Run(
                    path, stream, onRow => PublishedValidator.Validate(stream, options with { OnProgress = onRow }, findings.Add)));
        }

        OutputFile.Commit(rejects);
        if (isJson)
        {
            PublishedOutput.WriteJson(findings, summary);
        }
        else
        {
            PublishedOutput.WriteText(Console.Out, findings, summary, Screen.Width);
        }

        return PublishedOutput.HasErrors(summary) ? ExitCodes.Findings : ExitCodes.Fine;
    }
}

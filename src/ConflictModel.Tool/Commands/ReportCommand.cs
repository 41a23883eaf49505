using System.CommandLine;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Commands;

/// <summary><c>conflictmodel report FILE</c>: what was reported, and what follows from it.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "a data set file; - for standard input" };
        Option<string> format = OutputFormat.Option();
        var language = new Option<string?>("--lang")
        {
            HelpName = "LANGUAGE",
            Description = "the language of names (a BCP 47 tag such as ar), where the records have one",
        };
        var names = new Option<bool>("--names")
        {
            Description = "name the listed people who may be named; a report names nobody otherwise",
        };
        var command = new Command("report", "Show what was reported, by whom and when, what follows from it, and what does not add up.")
        {
            file, format, language, names,
        };
        command.SetAction(result =>
        {
            string path = result.GetValue(file)!;
            ConflictDataset dataset = DatasetInput.Distinct(Read(path), null, path);
            var analysis = new Analysis(dataset, result.GetValue(language), result.GetValue(names));
            if (result.GetValue(format) == OutputFormat.Json)
            {
                JsonReport.Write(analysis);
            }
            else
            {
                TextReport.Write(analysis);
            }

            return ValidateCommand.Of(analysis.Findings);
        });
        return command;
    }

    private static ConflictDataset Read(string path)
    {
        using Stream stream = EventInput.Open(path);
        return EventInput.FormatOf(stream, null, path, _ => true) is not { } format ? DatasetInput.Read(stream, path)
            : throw new InputException(
                $"{DatasetInput.NameOf(path)}: this is {format.Title}, and a report is of a data set. "
                    + "'conflictmodel aggregate' sums it; 'conflictmodel convert' with --to json makes a data set of it.");
    }
}

using System.CommandLine;
using System.Text.Json;
using ConflictModel.Interchange;
using ConflictModel.Tool.Output;
using ConflictModel.Validation;

namespace ConflictModel.Tool.Commands;

/// <summary><c>conflictmodel validate FILE...</c>: says what is wrong or odd in data sets and published files.</summary>
/// <remarks>
/// Several published files of one format are checked as one, so that an id that stands in two of them is found; each data set is checked by
/// itself.
/// </remarks>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "a data set, UCDP or ACLED file or list of people, or several; - for standard input",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string> format = OutputFormat.Option();
        ReadingOptions reading = new(format => format.IsChecked);
        Option<bool> neutralise = FormatOptions.Neutralise();
        Option<string?> people = PeopleList.Mapping();
        var command = new Command("validate", "Say what can't be true in a data set, what is odd, and what a reader should see.")
        {
            files, format, people, neutralise,
        };
        reading.AddTo(command);
        command.SetAction(result =>
        {
            string[] paths = result.GetValue(files)!;
            FormatOptions.CheckNeutralised(result.GetValue(neutralise), reading.RejectPath(result) is not null);
            using var rejects = OutputFile.CreateBesideAnswer(reading.RejectPath(result));
            using RejectFile? rejectFile = rejects is null ? null : new(rejects.Stream, result.GetValue(neutralise));
            ReadOptions options = reading.Of(result) with
            {
                SetAsideMalformed = rejectFile is not null,
                OnRejected = rejectFile is null ? null : rejectFile.Write,
            };
            string? from = reading.From(result);
            IReadOnlyList<Checked> all = result.GetValue(people) is { } mapping ? Lists(paths, from, mapping, options, rejectFile)
                : paths.Length == 1 ? [One(paths[0], from, options)]
                : Several(paths, from, options);
            rejectFile?.Dispose();
            OutputFile.Commit(rejects);
            if (result.GetValue(format) == OutputFormat.Json)
            {
                WriteJson(all, paths.Length > 1);
            }
            else
            {
                WriteText(all, paths.Length > 1);
            }

            return all.Any(one => one.HasErrors) ? ExitCodes.Findings : ExitCodes.Fine;
        });
        return command;
    }

    /// <summary>The exit code that findings call for.</summary>
    public static int Of(ValueList<Finding> findings) => HasErrors(findings) ? ExitCodes.Findings : ExitCodes.Fine;

    private static bool HasErrors(ValueList<Finding> findings) => findings.Any(finding => finding.Severity == Severity.Error);

    private static Checked One(string path, string? from, ReadOptions options)
    {
        using Stream stream = EventInput.Open(path);
        return EventInput.FormatOf(stream, from, path, format => format.IsChecked, options) is { } published
            ? Published([path], path, onFinding => ReadProgress.Run(path, stream, onRow => PublishedValidator.Validate(
                stream, options with { Format = published, OnProgress = onRow }, onFinding)))
            : new Checked([path], DatasetInput.Read(stream, path).Validate());
    }

    private static List<Checked> Lists(string[] paths, string? from, string mapping, ReadOptions options, RejectFile? rejects)
    {
        PeopleList.Alone(from);
        PersonMapping columns = PeopleList.MappingIn(mapping);
        List<Checked> all = [];
        foreach (string path in paths)
        {
            using Stream stream = EventInput.Open(path);
            (ConflictDataset list, ValueList<UnreadWord> words) = PeopleList.Read(path, stream, columns, options, rejects, isWhole: false);
            all.Add(new([path], [.. words.Select(word => word.ToFinding()), .. list.Validate()]));
        }

        return all;
    }

    private static List<Checked> Several(string[] paths, string? from, ReadOptions options)
    {
        var all = new List<Checked>();
        ILookup<EventFormat?, string> groups = EventInput.FormatsOf(paths, from, format => format.IsChecked, options)
            .ToLookup(file => file.Format, file => file.Path);
        foreach (IGrouping<EventFormat?, string> group in groups)
        {
            string[] files = [.. group];
            if (group.Key is { } format)
            {
                string name = Counted.Of(files.Length, "file", "files");
                all.Add(Published(
                    files, name, onFinding => PublishedValidator.Validate(files, options with { Format = format }, onFinding)));
            }
            else
            {
                foreach (string file in files)
                {
                    using Stream stream = EventInput.Open(file);
                    all.Add(new Checked([file], DatasetInput.Read(stream, file).Validate()));
                }
            }
        }

        return all;
    }

    private static Checked Published(string[] files, string name, Func<Action<PublishedFinding>, PublishedSummary> validate)
    {
        var findings = new List<PublishedFinding>();
        PublishedSummary summary = EventInput.Guard(name, () => validate(findings.Add));
        return new Checked(files, default) { Rows = (findings, summary) };
    }

    private static void WriteText(IReadOnlyList<Checked> all, bool areSeveral)
    {
        foreach (Checked one in all)
        {
            if (one.Rows is var (findings, summary))
            {
                PublishedOutput.WriteText(StandardText.Out, findings, summary, Screen.Width);
            }
            else
            {
                FindingOutput.Write(StandardText.Out, one.Findings, Screen.Width, areSeveral ? one.Files[0] : null);
            }
        }
    }

    private static void WriteJson(IReadOnlyList<Checked> all, bool areSeveral)
    {
        using JsonOutput output = new();
        Utf8JsonWriter writer = output.Writer;
        if (!areSeveral)
        {
            writer.WriteStartObject();
            Write(writer, all[0]);
            writer.WriteEndObject();
            return;
        }

        writer.WriteStartArray();
        foreach (Checked one in all)
        {
            writer.WriteStartObject();
            writer.WriteStartArray("files");
            foreach (string file in one.Files)
            {
                writer.WriteStringValue(file);
            }

            writer.WriteEndArray();
            Write(writer, one);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Checked one)
    {
        if (one.Rows is var (findings, summary))
        {
            PublishedOutput.Write(writer, findings, summary);
        }
        else
        {
            FindingOutput.Write(writer, one.Findings);
        }
    }

    /// <summary>What was found in a data set, or in the rows of published files that were checked as one.</summary>
    private sealed record Checked(string[] Files, ValueList<Finding> Findings)
    {
        public (List<PublishedFinding> Findings, PublishedSummary Summary)? Rows { get; init; }

        public bool HasErrors => Rows is var (_, summary) ? PublishedOutput.HasErrors(summary) : ValidateCommand.HasErrors(Findings);
    }
}

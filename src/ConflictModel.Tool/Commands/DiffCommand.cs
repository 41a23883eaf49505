using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ConflictModel.Aggregation;
using ConflictModel.Interchange;
using ConflictModel.Reporting;
using ConflictModel.Revisions;
using ConflictModel.Time;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Commands;

/// <summary>
/// <c>conflictmodel diff OLD NEW [--by KEY,...]</c>: compares two vintages of one file and says why the figures moved, to the digit.
/// </summary>
internal static class DiffCommand
{
    private const string Table = "table";
    private const string Csv = "csv";

    public static Command Create()
    {
        var older = new Argument<string>("OLD") { Description = "the older vintage: a UCDP, ACLED or data set file" };
        var newer = new Argument<string>("NEW") { Description = "the newer vintage, in the same format" };
        ReadingOptions reading = new(format => format.IsRead);
        Option<RepeatedRows> repeated = FormatOptions.Repeated(keeps: false);
        Option<Measure> harm = HarmOption.Create();
        Option<GroupKey[]> by = Keys.By();
        by.DefaultValueFactory = _ => [GroupKey.Year];
        var until = new Option<int?>("--until")
        {
            HelpName = "YEAR",
            Description = "leave later years out of both",
            CustomParser = result => Year(result.Tokens.Single().Value, result),
        };
        var deleted = new Option<string[]>("--deleted")
        {
            HelpName = "FILE",
            Description = "what ACLED says that it deleted, so that those events are told from others that are gone; may be repeated",
            DefaultValueFactory = _ => [],
        };
        var format = new Option<string>("--format") { Description = "the form of the answer", DefaultValueFactory = _ => Table };
        format.AcceptOnly(Table, Csv, OutputFormat.Json);
        var vintages = new Option<(Vintage, Vintage)?>("--vintages")
        {
            HelpName = $"{VintageText.Form},{VintageText.Form}",
            Description = "what the two are called in JSON, and their days: 23.1@2023-06-01,24.1; else the names of the files",
            CustomParser = result => Called(result.Tokens.Single().Value, result),
        };
        Option<bool> neutralise = FormatOptions.Neutralise();
        var command = new Command("diff", "Compare two vintages of a file: why the figures moved, to the digit, and in which records.")
        {
            older, newer, by, harm, until, deleted, repeated, format, vintages, neutralise,
        };
        reading.AddTo(command);
        command.SetAction(result =>
        {
            FormatOptions.CheckNeutralised(
                result.GetValue(neutralise), result.GetValue(format) == Csv || reading.RejectPath(result) is not null);
            GroupKey[] keys = result.GetValue(by)!;
            VintageOptions what = new()
            {
                Until = result.GetValue(until),
                SplitAt = keys.Select(key => key.Scheme).OfType<BucketScheme>().Distinct().ToValueList(),
                Complete = (builder, dataset) => EventFormats.Completing(builder, Glossary.Of(dataset)),
            };
            ReadOptions how = reading.Of(result) with { Repeated = result.GetValue(repeated) };
            (string Old, string New) paths = (result.GetValue(older)!, result.GetValue(newer)!);
            using var rejects = OutputFile.CreateBesideAnswer(reading.RejectPath(result));
            (VintageComparison Comparison, EventFormat? Format) read;
            using (RejectFile? rejectFile = rejects is null ? null : new(rejects.Stream, result.GetValue(neutralise)))
            {
                read = Compare(paths, reading.From(result), what, result.GetValue(deleted)!, how with
                {
                    SetAsideMalformed = rejectFile is not null,
                    OnRejected = rejectFile is null ? null : rejectFile.Write,
                });
            }

            (VintageComparison comparison, EventFormat? of) = read;
            VintageAccount account = Account(comparison, result.GetValue(harm), keys);
            OutputFile.Commit(rejects);
            if (what.Until is { } year && comparison.Older.Incidents + comparison.Newer.Incidents == 0)
            {
                StandardText.Error.WriteLine(FormattableString.Invariant($"Neither vintage has a record of {year} or earlier."));
            }

            if (result.GetValue(format) == OutputFormat.Json)
            {
                (Vintage old, Vintage became) = result.GetValue(vintages)
                    ?? ((Vintage)Path.GetFileName(paths.Old), (Vintage)Path.GetFileName(paths.New));
                Write(RevisionLog.Of(comparison, account, old, became) with { Format = of?.Name, Until = what.Until });
            }
            else
            {
                Write(new DiffOutput(comparison, account), result.GetValue(format) == Csv, result.GetValue(neutralise));
            }

            return comparison.HasDifferences || account.Lines.Any(DiffOutput.HasMoved) ? ExitCodes.Findings : ExitCodes.Fine;
        });
        return command;
    }

    private static VintageAccount Account(VintageComparison comparison, Measure measure, GroupKey[] keys)
    {
        try
        {
            return comparison.Account(measure).By(keys);
        }
        catch (Exception error) when (error is ArgumentException or OverflowException)
        {
            throw new InputException($"--by: {error.Message.Split(" (Parameter")[0]}", error);
        }
    }

    private static int? Year(string text, ArgumentResult result)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is >= 1 and <= 9999)
        {
            return year;
        }

        result.AddError($"'{text}' is not a year from 1 to 9999.");
        return null;
    }

    private static (Vintage, Vintage)? Called(string text, ArgumentResult result)
    {
        string[] names = text.Split(',');
        if (names.Length != 2)
        {
            result.AddError($"'{text}' does not name two vintages, the older and the newer, with a comma between them.");
            return null;
        }

        return VintageText.Of(names[0], result) is { } old && VintageText.Of(names[1], result) is { } became ? (old, became) : null;
    }

    private static (VintageComparison Comparison, EventFormat? Format) Compare(
        (string Old, string New) paths, string? from, VintageOptions what, string[] deleted, ReadOptions how)
    {
        if (paths.Old == "-" || paths.New == "-" || deleted.Contains("-"))
        {
            throw new InputException("vintages are read twice, so neither can be standard input.");
        }

        if (how.Repeated == RepeatedRows.Keep)
        {
            throw new InputException("a record stands once in a vintage: --repeated keep is for sums.");
        }

        EventFormat? older = FormatOf(paths.Old, from, how);
        EventFormat? newer = FormatOf(paths.New, from, how);
        if (older != newer)
        {
            throw new InputException($"{paths.Old} is {Title(older)} and {paths.New} is {Title(newer)}: they are no vintages of one file.");
        }

        if (deleted.Length > 0 && older != EventFormats.Acled)
        {
            throw new InputException($"--deleted: ACLED says which of its events it deleted, and {paths.Old} is {Title(older)}.");
        }

        if (older is null)
        {
            try
            {
                (ConflictDataset before, ConflictDataset after) = LocalNames.ForComparison(Read(paths.Old, how), Read(paths.New, how));
                return (DatasetInput.InNoCircle($"{paths.Old} or {paths.New}", () => Vintages.Compare(before, after, what)), null);
            }
            catch (ArgumentException error)
            {
                throw new InputException(error.Message.Split(" (Parameter")[0], error);
            }
        }

        VintageComparison published = EventInput.Guard(paths.Old, () => PublishedVintages.Compare(
            paths.Old, paths.New, what with { Tombstones = Deletions(deleted, how) }, how with { Format = older }, Tell), keeps: false);
        return (published, older);
    }

    private static void Tell(string path, ReadCounts counts)
    {
        if (counts.SetAside + counts.Replaced > 0 || counts.IsPart)
        {
            StandardText.Error.WriteLine($"{path}: {counts}");
        }

        EventInput.TellEarly(path, counts);
    }

    private static ValueList<Tombstone> Deletions(string[] paths, ReadOptions how) => paths.SelectMany(path =>
    {
        EventInput.Open(path).Dispose();
        return AcledFeed.ReadDeletions(path, how);
    }).ToValueList();

    private static string Title(EventFormat? format) => format?.Title ?? "a data set";

    private static EventFormat? FormatOf(string path, string? from, ReadOptions how)
    {
        using Stream stream = EventInput.Open(path);
        return EventInput.FormatOf(stream, from, path, format => format.IsRead, how);
    }

    private static ConflictDataset Read(string path, ReadOptions how)
    {
        using Stream stream = EventInput.Open(path);
        return DatasetInput.Distinct(DatasetInput.Read(stream, path), how.Repeated, path);
    }

    private static void Write(RevisionLog log)
    {
        using var output = OutputFile.Create("-");
        RevisionLogJson.Write(log, output.Stream);
        OutputFile.Commit(output);
        if (DiffOutput.NoteOn(log.Keys) is { } note)
        {
            StandardText.Error.WriteLine(note);
        }
    }

    private static void Write(DiffOutput answer, bool isCsv, bool neutralise)
    {
        if (!isCsv)
        {
            answer.WriteTo(StandardText.Out, Screen.Width);
            return;
        }

        using var output = OutputFile.Create("-");
        answer.WriteCsv(output.Stream, neutralise);
        OutputFile.Commit(output);
        foreach (string sentence in (string[])[answer.Counts, .. answer.Notes, .. answer.NotCompared])
        {
            StandardText.Error.WriteLine(sentence);
        }
    }
}

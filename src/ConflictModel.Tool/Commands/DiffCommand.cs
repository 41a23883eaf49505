using System.CommandLine;
using System.Globalization;
using ConflictModel.Aggregation;
using ConflictModel.Interchange;
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
        Option<RepeatedRows> repeated = FormatOptions.Repeated();
        Option<GroupKey[]> by = Keys.By();
        by.DefaultValueFactory = _ => [GroupKey.Year];
        var until = new Option<int?>("--until") { HelpName = "YEAR", Description = "leave later years out of both" };
        var deleted = new Option<string[]>("--deleted")
        {
            HelpName = "FILE",
            Description = "what ACLED says that it deleted, so that those events are told from others that are gone; may be repeated",
            DefaultValueFactory = _ => [],
        };
        var format = new Option<string>("--format") { Description = "table, csv or json", DefaultValueFactory = _ => Table };
        format.AcceptOnlyFromAmong(Table, Csv, OutputFormat.Json);
        Option<bool> neutralise = FormatOptions.Neutralise();
        var command = new Command("diff", "Compare two vintages of a file: why the figures moved, to the digit, and in which records.")
        {
            older, newer, by, until, deleted, repeated, format, neutralise,
        };
        reading.AddTo(command);
        command.SetAction(result =>
        {
            GroupKey[] keys = result.GetValue(by)!;
            VintageOptions what = new()
            {
                Until = result.GetValue(until),
                SplitAt = keys.Select(key => key.Scheme).OfType<BucketScheme>().Distinct().ToValueList(),
                Complete = (builder, dataset) => EventFormats.Completing(builder, Glossary.Of(dataset)),
            };
            ReadOptions how = reading.Of(result) with { Repeated = result.GetValue(repeated) };
            (string Old, string New) paths = (result.GetValue(older)!, result.GetValue(newer)!);
            using var rejects = OutputFile.CreateIfNamed(reading.RejectPath(result));
            VintageComparison comparison;
            using (RejectFile? rejectFile = rejects is null ? null : new(rejects.Stream, result.GetValue(neutralise)))
            {
                comparison = Compare(paths, reading.From(result), what, result.GetValue(deleted)!, how with
                {
                    SetAsideMalformed = rejectFile is not null,
                    OnRejected = rejectFile is null ? null : rejectFile.Write,
                });
            }

            OutputFile.Commit(rejects);
            Write(new(comparison, Account(comparison, keys)), result.GetValue(format)!, result.GetValue(neutralise));
            return comparison.HasDifferences ? ExitCodes.Findings : ExitCodes.Fine;
        });
        return command;
    }

    private static VintageAccount Account(VintageComparison comparison, GroupKey[] keys)
    {
        try
        {
            return comparison.Account(Measure.Killed).By(keys);
        }
        catch (ArgumentException error)
        {
            throw new InputException($"--by: {error.Message.Split(" (Parameter")[0]}", error);
        }
    }

    private static VintageComparison Compare(
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
                (ConflictDataset before, ConflictDataset after) = (Read(paths.Old, how), Read(paths.New, how));
                if (before.People != after.People)
                {
                    Console.Error.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"People are not compared: their records differ, {before.People.Count} in {paths.Old} and "
                            + $"{after.People.Count} in {paths.New}."));
                }

                return Vintages.Compare(before, after, what);
            }
            catch (ArgumentException error)
            {
                throw new InputException(error.Message.Split(" (Parameter")[0], error);
            }
        }

        return EventInput.Guard(paths.Old, () => PublishedVintages.Compare(
            paths.Old, paths.New, what with { Tombstones = Deletions(deleted, how) }, how with { Format = older }, Tell));
    }

    private static void Tell(string path, ReadCounts counts)
    {
        if (counts.SetAside + counts.Replaced > 0 || counts.IsPart)
        {
            Console.Error.WriteLine($"{path}: {counts}");
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

    private static void Write(DiffOutput answer, string format, bool neutralise)
    {
        if (format == Table)
        {
            answer.WriteTo(Console.Out, Screen.Width);
            return;
        }

        using var output = OutputFile.Create("-");
        if (format == Csv)
        {
            answer.WriteCsv(output.Stream, neutralise);
        }
        else
        {
            answer.WriteJson(output.Stream);
            output.Stream.WriteByte((byte)'\n');
        }

        OutputFile.Commit(output);
        foreach (string? note in (ReadOnlySpan<string?>)[format == Csv ? answer.Counts : null, answer.Note])
        {
            if (note is not null)
            {
                Console.Error.WriteLine(note);
            }
        }
    }
}

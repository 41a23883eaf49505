using System.CommandLine;
using ConflictModel.Interchange;
using ConflictModel.Revisions;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Commands;

/// <summary>
/// <c>conflictmodel merge BASE [CHANGES...] OUT [--deleted FILE]</c>: a file of ACLED's events with what changed and was deleted since.
/// </summary>
internal static class MergeCommand
{
    /// <summary>More rows that conflict are only counted: the log has them all.</summary>
    private const int MostNamed = 20;

    public static Command Create()
    {
        var files = new Argument<string[]>("BASE [CHANGES...] OUT")
        {
            Description = "ACLED's events, then what ACLED changed since (CSV, or answers of its API), and last the file to write, "
                + "which may be BASE; - for standard output",
            Arity = ArgumentArity.OneOrMore,
        };
        var deleted = new Option<string[]>("--deleted")
        {
            HelpName = "FILE",
            Description = "what ACLED deleted: an answer of its 'deleted' endpoint, or the --tombstones of an earlier merge; "
                + "may be repeated",
            DefaultValueFactory = _ => [],
        };
        var tombstones = new Option<string?>("--tombstones")
        {
            HelpName = "FILE",
            Description = "write every deletion that is known to this CSV file, for the next merge",
        };
        var log = new Option<string?>("--log")
        {
            HelpName = "FILE",
            Description = "write what became of each row and of each deletion to this CSV file",
        };
        ReadingOptions reading = new(format => format == EventFormats.Acled);
        Option<RepeatedRows> repeated = FormatOptions.Repeated(keeps: false);
        Option<bool> neutralise = FormatOptions.Neutralise();
        var command = new Command("merge", "Merge what ACLED changed, added and deleted into a file of its events.")
        {
            files, deleted, tombstones, log, repeated, neutralise,
        };
        reading.AddTo(command);
        command.SetAction(result =>
        {
            string[] paths = OutputFile.LastOf(result.GetValue(files)!);
            return Run(
                new(paths[0], paths[1..^1], result.GetValue(deleted)!, paths[^1])
                {
                    Tombstones = result.GetValue(tombstones),
                    Log = result.GetValue(log),
                    Rejects = reading.RejectPath(result),
                    Neutralises = result.GetValue(neutralise),
                },
                reading.Of(result) with
                {
                    Format = reading.From(result) is not { } name ? null
                        : FormatOptions.Of(name) ?? throw new InputException($"--from {name}: data sets are not merged."),
                    Repeated = result.GetValue(repeated),
                });
        });
        return command;
    }

    private static int Run(Request asked, ReadOptions options)
    {
        string[] inputs = [asked.Base, .. asked.Changes, .. asked.Deleted];
        if (inputs.Contains("-"))
        {
            throw new InputException("files that are merged are read twice, so none can be standard input.");
        }

        if (options.Repeated == RepeatedRows.Keep)
        {
            throw new InputException("an event stands once in a merged file: --repeated keep is for sums.");
        }

        foreach (string path in inputs)
        {
            EventInput.Open(path).Dispose();
        }

        using var target = OutputFile.Create(asked.Output, updated: asked.Base);
        using var tombstones = OutputFile.CreateIfNamed(asked.Tombstones, updated: asked.Deleted);
        using var log = OutputFile.CreateIfNamed(asked.Log);
        using var rejects = OutputFile.CreateIfNamed(asked.Rejects);
        FeedMerge merge;

        // What was read is told once it is merged: who stops the command, or is refused, reads of that alone.
        var told = new List<string>();
        using (RejectFile? rejectFile = rejects is null ? null : new(rejects.Stream, asked.Neutralises))
        {
            merge = Merge(asked, target.Stream, options with
            {
                SetAsideMalformed = rejectFile is not null,
                OnRejected = rejectFile is null ? null : rejectFile.Write,
            }, told);
        }

        if (tombstones is not null)
        {
            using TombstoneFile file = new(tombstones.Stream, asked.Neutralises);
            merge.Tombstones.ToList().ForEach(file.Write);
        }

        if (log is not null)
        {
            using FeedLogFile file = new(log.Stream, asked.Neutralises);
            merge.Log.ToList().ForEach(file.Write);
        }

        OutputFile.Commit(target, tombstones, log, rejects);
        told.ForEach(StandardText.Error.WriteLine);
        Tell(merge, asked);
        return ExitCodes.Fine;
    }

    private static FeedMerge Merge(Request asked, Stream output, ReadOptions options, List<string> told)
    {
        void TellCounts(string path, ReadCounts counts) => told.Add($"{path}: {counts}");
        try
        {
            Tombstone[] deletions = [.. asked.Deleted.SelectMany(path => AcledFeed.ReadDeletions(path, options, TellCounts))];
            return AcledFeed.Merge(asked.Base, asked.Changes, deletions, output, options, asked.Neutralises, TellCounts);
        }
        catch (MalformedInputException error)
        {
            string way = error.Malformation.Code == MalformationCode.RepeatedId ? " --repeated newest takes the later row." : "";
            throw new InputException($"{error.Message.ReplaceLineEndings(" ")}{way}", error);
        }
    }

    private static void Tell(FeedMerge merge, Request asked)
    {
        FeedMerge.Entry[] conflicting = [.. merge.Log.Where(entry => entry.Outcome == FeedOutcome.Conflicting)];
        foreach (FeedMerge.Entry entry in conflicting.Take(MostNamed))
        {
            StandardText.Error.WriteLine(
                FormattableString.Invariant($"{entry.File}: line {entry.Line}: '{ScreenText.Plain(entry.Id)}' stands elsewhere with other ")
                    + "content, and nothing says which is newer; the row that was read last counts.");
        }

        if (conflicting.Length > MostNamed)
        {
            StandardText.Error.WriteLine($"And {Counted.Of(conflicting.Length - MostNamed, "such row")} more; --log lists each.");
        }

        foreach (FeedMerge.Lack lack in merge.Lacks)
        {
            string emptied = lack.Emptied == 0
                ? ""
                : $" {Counted.Of(lack.Emptied, "cell")} that an older row filled there {(lack.Emptied == 1 ? "is" : "are")} empty now.";
            StandardText.Error.WriteLine(
                $"{lack.File}: has no {string.Join(", ", lack.Columns.Select(column => $"'{ScreenText.Plain(column)}'"))}.{emptied}");
        }

        StandardText.Error.WriteLine(merge);
        if (asked.Tombstones is null && !merge.Tombstones.IsEmpty)
        {
            StandardText.Error.WriteLine(
                "Keep the deletions for the next merge (--tombstones FILE): without them an older row of such an event comes back.");
        }
    }

    private sealed record Request(string Base, string[] Changes, string[] Deleted, string Output)
    {
        public string? Tombstones { get; init; }

        public string? Log { get; init; }

        public string? Rejects { get; init; }

        public bool Neutralises { get; init; }
    }
}

using System.Text.Json.Serialization;
using ConflictModel.Revisions;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>What a merge of changes came to: what became of each row of the changes and of each deletion.</summary>
/// <remarks>Immutable. Equality is by reference.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class FeedMerge
{
    /// <summary>The outcomes beside those that make the file longer or shorter, and how they are said.</summary>
    private static readonly (FeedOutcome Outcome, string Words)[] Others =
    [
        (FeedOutcome.Replaced, "replaced"), (FeedOutcome.Restored, "given again after a deletion"), (FeedOutcome.Completed, "completed"),
        (FeedOutcome.Conflicting, "conflicting"), (FeedOutcome.Same, "the same"), (FeedOutcome.Older, "older"),
        (FeedOutcome.DeletedSince, "deleted since"), (FeedOutcome.NotHere, "deleted and not here"),
        (FeedOutcome.GivenAgain, "deleted and here again"),
    ];

    internal FeedMerge()
    {
    }

    /// <summary>How many rows the base has, each id once.</summary>
    public required long Old { get; init; }

    /// <summary>How many rows the merged file has.</summary>
    public required long New { get; init; }

    /// <summary>What happened: an entry for each row of the changes, in the order of reading, then one for each deletion by time.</summary>
    public required ValueList<Entry> Log { get; init; }

    /// <summary>
    /// Every deletion that was given, the newest of each id, by time: hand them to the next merge, or an older row of a deleted event
    /// comes back with it.
    /// </summary>
    public required ValueList<Tombstone> Tombstones { get; init; }

    /// <summary>The files that lack columns which the merged file has, the base among them, in the order of reading.</summary>
    public required ValueList<Lack> Lacks { get; init; }

    /// <summary>Whether the merged file says anything that the base did not say, or less.</summary>
    public bool HasChanges => Log.Any(entry => entry.Outcome is FeedOutcome.Added or FeedOutcome.Replaced or FeedOutcome.Restored
        or FeedOutcome.Completed or FeedOutcome.Conflicting or FeedOutcome.Deleted);

    /// <summary>How many rows or deletions came to an outcome.</summary>
    public long Count(FeedOutcome outcome) => Log.Count(entry => entry.Outcome == outcome);

    /// <summary>The counts on one line: <c>Rows: 4 + 2 added - 1 deleted = 5; 1 replaced, 1 older.</c></summary>
    public override string ToString()
    {
        long deleted = Count(FeedOutcome.Deleted);
        string others = string.Join(", ", Others.Select(one => (Count: Count(one.Outcome), one.Words)).Where(one => one.Count > 0)
            .Select(one => FormattableString.Invariant($"{one.Count} {one.Words}")));
        return FormattableString.Invariant($"Rows: {Old} + {New - Old + deleted} added - {deleted} deleted = {New}")
            + (others.Length == 0 ? "." : $"; {others}.");
    }

    /// <summary>What became of one row or of one deletion.</summary>
    /// <remarks>Equality is by content.</remarks>
    [JsonConverter(typeof(NoJsonConverter))]
    public sealed record Entry
    {
        /// <summary>The event's id.</summary>
        public required string Id { get; init; }

        /// <summary>What became of it.</summary>
        public required FeedOutcome Outcome { get; init; }

        /// <summary>When the row was changed, as it says; null for a deletion.</summary>
        public Instant? Timestamp { get; init; }

        /// <summary>
        /// The timestamp of the row of the same id that it met: the base's, or where it does not count itself that of the row that does;
        /// null if there is none or it bears none.
        /// </summary>
        public Instant? Met { get; init; }

        /// <summary>When the source deleted the event; null if it did not.</summary>
        public Instant? Deleted { get; init; }

        /// <summary>The file of the row; null for a deletion.</summary>
        public string? File { get; init; }

        /// <summary>The line on which the row starts; null for a deletion.</summary>
        public long? Line { get; init; }
    }

    /// <summary>The columns that one file lacks.</summary>
    /// <remarks>Equality is by content.</remarks>
    /// <param name="File">The file.</param>
    /// <param name="Columns">The columns that it has not and the merged file has.</param>
    /// <param name="Emptied">
    /// How many cells of these columns said something in the base and say nothing now, since a newer row of this file took the place of
    /// theirs: what an older row says there is not known to be true of a newer one.
    /// </param>
    [JsonConverter(typeof(NoJsonConverter))]
    public sealed record Lack(string File, ValueList<string> Columns, long Emptied);
}

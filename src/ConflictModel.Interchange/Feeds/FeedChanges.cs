using ConflictModel.Revisions;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>The rows of the changes, of each id the newest, and what of them is deleted.</summary>
/// <param name="union">Holds rows against each other.</param>
/// <param name="takesLast">Whether, of rows of which nothing says which is newer, the one that was read last counts.</param>
internal sealed class FeedChanges(CellUnion union, bool takesLast)
{
    private readonly List<FeedRow> all = [];
    private readonly Dictionary<string, FeedRow> newest = [];
    private readonly Dictionary<string, (Tombstone Stone, FeedOutcome Outcome, uint? Met)> deleted = [];

    /// <summary>The deletions, the newest of each id, by time.</summary>
    public IEnumerable<Tombstone> Tombstones => deleted.Values.Select(one => one.Stone)
        .OrderBy(stone => stone.Deleted).ThenBy(stone => stone.Id, StringComparer.Ordinal);

    /// <summary>
    /// The rows that count and stood nowhere before: by time, so that they come in one order whichever file is read first.
    /// </summary>
    public IEnumerable<FeedRow> New => newest.Values
        .Where(row => row.InBase is null && row.Outcome is FeedOutcome.Added or FeedOutcome.Restored)
        .OrderBy(row => row.Stamp).ThenBy(row => row.Id, StringComparer.Ordinal);

    public void Delete(Tombstone stone)
    {
        if (!deleted.TryGetValue(stone.Id, out (Tombstone Stone, FeedOutcome Outcome, uint? Met) known)
            || known.Stone.Deleted < stone.Deleted)
        {
            deleted[stone.Id] = (stone, FeedOutcome.NotHere, null);
        }
    }

    /// <summary>Takes a row: it is left out again if another of its id is newer.</summary>
    public void Add(FeedRow row)
    {
        all.Add(row);
        if (!newest.TryGetValue(row.Id, out FeedRow? standing) || standing.Stamp < row.Stamp)
        {
            standing?.Leave(FeedOutcome.Older);
            newest[row.Id] = row;
        }
        else if (standing.Stamp > row.Stamp)
        {
            row.Leave(FeedOutcome.Older);
        }
        else if (union.Difference(standing.Cells, row.Cells) is { } column)
        {
            if (takesLast)
            {
                standing.Leave(FeedOutcome.Conflicting);
                newest[row.Id] = row;
            }
            else
            {
                standing.Clash ??= (row, column);
                row.Leave(FeedOutcome.Conflicting);
            }
        }
        else
        {
            standing.Cells = CellUnion.Of(standing.Cells, row.Cells, keepsFirst: false, out _);
            row.Leave(FeedOutcome.Same);
        }
    }

    /// <summary>The row of an id that counts, unless the event was deleted after it was changed; null if there is none.</summary>
    public FeedRow? Of(string id) => newest.TryGetValue(id, out FeedRow? row) && !IsDeleted(id, row.Stamp) ? row : null;

    /// <summary>Whether an event was deleted in the second in which a row of it was changed, or later.</summary>
    public bool IsDeleted(string id, uint stamp) =>
        deleted.TryGetValue(id, out (Tombstone Stone, FeedOutcome Outcome, uint? Met) one)
        && one.Stone.Deleted >= Instant.FromUnixTimeSeconds(stamp);

    /// <summary>Notes that the base has a row of an id.</summary>
    public void Meet(string id, uint stamp)
    {
        if (newest.TryGetValue(id, out FeedRow? row))
        {
            row.InBase = stamp;
        }

        if (deleted.TryGetValue(id, out (Tombstone Stone, FeedOutcome Outcome, uint? Met) one))
        {
            bool isGone = IsDeleted(id, stamp) && Of(id) is null;
            deleted[id] = (one.Stone, isGone ? FeedOutcome.Deleted : FeedOutcome.GivenAgain, stamp);
        }
    }

    /// <summary>Says of the rows that the base has not what became of them.</summary>
    public void End()
    {
        foreach (FeedRow row in newest.Values.Where(row => row.InBase is null && !IsDeleted(row.Id, row.Stamp)))
        {
            row.Outcome = FeedOutcome.Added;
            if (deleted.TryGetValue(row.Id, out (Tombstone Stone, FeedOutcome Outcome, uint? Met) one))
            {
                row.Outcome = FeedOutcome.Restored;
                deleted[row.Id] = (one.Stone, FeedOutcome.GivenAgain, null);
            }
        }

    }

    /// <summary>What happened.</summary>
    public IEnumerable<FeedMerge.Entry> Log() =>
    [
        .. all.Select(row => new FeedMerge.Entry
        {
            Id = row.Id,
            Outcome = OutcomeOf(row),
            Timestamp = Instant.FromUnixTimeSeconds(row.Stamp),
            Met = Time(MetBy(row)),
            Deleted = deleted.TryGetValue(row.Id, out (Tombstone Stone, FeedOutcome Outcome, uint? Met) one) ? one.Stone.Deleted : null,
            File = row.File.Path,
            Line = row.Line,
        }),
        .. Tombstones.Select(stone => new FeedMerge.Entry
        {
            Id = stone.Id,
            Outcome = deleted[stone.Id].Outcome,
            Met = Time(deleted[stone.Id].Met),
            Deleted = stone.Deleted,
        }),
    ];

    private FeedOutcome OutcomeOf(FeedRow row) => IsDeleted(row.Id, row.Stamp) ? FeedOutcome.DeletedSince
        : MetBy(row) > row.Stamp ? FeedOutcome.Older
        : row.Outcome;

    /// <summary>The time of the row of the same id that stood or stands: the base's, or else the one of the changes that counts.</summary>
    private uint? MetBy(FeedRow row) => newest[row.Id] is var counts && counts == row
        ? row.InBase
        : counts.InBase > counts.Stamp ? counts.InBase : counts.Stamp;

    private static Instant? Time(uint? stamp) => stamp is null or 0 ? null : Instant.FromUnixTimeSeconds(stamp.Value);
}

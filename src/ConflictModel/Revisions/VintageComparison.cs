using System.Text.Json.Serialization;
using ConflictModel.Aggregation;

namespace ConflictModel.Revisions;

/// <summary>What changed between two vintages of one source: which records came, went and were revised, and in what.</summary>
/// <remarks>
/// <para>Immutable. Its lists are in the order of their vintage, the newer for what both have. A record in which nothing changed but what
/// things are called counts as unchanged, and stands in <see cref="Renamed"/>.</para>
/// <para>Why a figure moved, <see cref="Account"/> tells: exactly, and from the tables of both vintages, which are made when the first
/// account is asked for. Those of published files are read from them then, which fails with an <see cref="IOException"/> where one of them
/// is gone or is no longer what was compared. Equality is by reference.</para>
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed partial class VintageComparison
{
    private readonly VintageTables tables;

    internal VintageComparison(
        VintageTables tables,
        ValueList<string> removed,
        ValueList<string> added,
        long old,
        IReadOnlyList<Revision> revisions,
        ValueList<Tombstone> tombstones)
    {
        this.tables = tables;
        (Removed, Added) = (removed, added);
        HashSet<string> gone = [.. removed];
        Deleted = tombstones.Where(stone => gone.Contains(stone.Id)).GroupBy(stone => stone.Id)
            .Select(stones => stones.MaxBy(stone => stone.Deleted)!)
            .OrderBy(stone => stone.Deleted).ThenBy(stone => stone.Id, StringComparer.Ordinal).ToValueList();
        Revised = revisions.Where(revision => !revision.IsRenaming).ToValueList();
        Renamed = revisions.Where(revision => revision is { IsRenaming: true, Changes.IsEmpty: false }).ToValueList();
        Records = new(old, Added.Count, Removed.Count, Revised.Count);
    }

    /// <summary>How many records there are of each kind.</summary>
    public Counts Records { get; }

    /// <summary>The ids of the records that the newer vintage has alone.</summary>
    public ValueList<string> Added { get; }

    /// <summary>The ids of the records that the older vintage has alone.</summary>
    public ValueList<string> Removed { get; }

    /// <summary>
    /// Those of <see cref="Removed"/> that the source says it deleted (<see cref="VintageOptions.Tombstones"/>), by when: the others
    /// vanished without a word.
    /// </summary>
    public ValueList<Tombstone> Deleted { get; }

    /// <summary>The records that were revised.</summary>
    public ValueList<Revision> Revised { get; }

    /// <summary>The records in which a name changed and nothing else.</summary>
    public ValueList<Revision> Renamed { get; }

    /// <summary>The fields that the older vintage has alone: they were not compared.</summary>
    public ValueList<string> FieldsOfOlder { get; internal init; }

    /// <summary>The fields that the newer vintage has alone: they were not compared.</summary>
    public ValueList<string> FieldsOfNewer { get; internal init; }

    /// <summary>Whether a record came, went or was revised. Names and fields that one vintage has alone make no difference.</summary>
    public bool HasDifferences => Added.Count + Removed.Count + Revised.Count > 0;

    /// <summary>The older vintage's incidents, in the order of its records.</summary>
    /// <remarks>Made together with <see cref="Newer"/> when either or the first account is asked for.</remarks>
    public IncidentTable Older => tables.Made(CancellationToken.None).Older;

    /// <summary>The newer vintage's incidents, in the order of its records.</summary>
    /// <remarks>Made together with <see cref="Older"/> when either or the first account is asked for.</remarks>
    public IncidentTable Newer => tables.Made(CancellationToken.None).Newer;

    /// <summary>Asks why the sums of a measure moved; <see cref="AccountQuestion.By"/> says in which groups.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="cancellationToken">Stops whatever is asked.</param>
    public AccountQuestion Account(Measure measure, CancellationToken cancellationToken = default) =>
        new(tables, measure, cancellationToken);

    /// <summary>The records of both vintages that left a year, country, side or dyad for another.</summary>
    /// <param name="measure">Which of their figures are told.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ValueList<RecordMove> Moves(Measure measure, CancellationToken cancellationToken = default) =>
        MoveFinder.Find(tables, measure, cancellationToken);

    /// <summary>
    /// Pairs of groups of which the one lost, year by year, what the other gained, to the digit: somebody may have laid the one's dead to
    /// the other. A proposal: the figures say that they agree, not why.
    /// </summary>
    /// <param name="measure">The figures that are looked at.</param>
    /// <param name="key">What makes the groups: <see cref="GroupKey.Dyad"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException"><paramref name="key"/> is of time, or its groups overlap.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ValueList<Reattribution> Reattributions(Measure measure, GroupKey key, CancellationToken cancellationToken = default) =>
        ReattributionFinder.Find(tables, measure, key, cancellationToken);

    /// <summary>How many records there are: <c>Old - Removed + Added = New</c>.</summary>
    /// <param name="Old">In the older vintage.</param>
    /// <param name="Added">In the newer vintage alone.</param>
    /// <param name="Removed">In the older vintage alone.</param>
    /// <param name="Revised">In both, and not the same.</param>
    public readonly partial record struct Counts(long Old, long Added, long Removed, long Revised)
    {
        /// <summary>In both, and the same but for names.</summary>
        public long Unchanged => Old - Removed - Revised;

        /// <summary>In the newer vintage.</summary>
        public long New => Old - Removed + Added;
    }
}

using System.Collections;
using System.Text.Json.Serialization;

namespace ConflictModel.Aggregation;

/// <summary>The answer to a query: a row for each group, in the order of the keys, and what is in none.</summary>
/// <remarks>
/// <para>Immutable and safe for any number of threads. Nothing is lost: the rows, <see cref="BeyondTop"/> and <see cref="Outside"/>
/// together are all that passed the filters, and where groups do not overlap <see cref="Total"/> is their sum, but that an incident which
/// was divided over time counts in it once (<see cref="Sums.Continuing"/>).</para>
/// <para>An aggregate of a part of the incidents is a value that can be written, sent and merged with those of the other parts, in any
/// order (<see cref="Merge"/>, <see cref="ToJson"/>). Equality is by content: keys, measures, rows in order, and what was dropped.</para>
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed partial class Aggregate : IReadOnlyList<AggregateRow>, IEquatable<Aggregate>
{
    private const int OutsideRow = -1;
    private const int BeyondRow = -2;
    private const int TotalRow = -3;

    /// <summary>What a group without a value of a key is called.</summary>
    internal const string UnknownText = "unknown";

    private readonly Keyed keyed;
    private readonly Measure[] measures;
    private readonly GroupSet groups;
    private readonly Lazy<Layout> layout;
    private readonly Once? once;
    private readonly IReadOnlyDictionary<int, Sums[]>? continuing;
    private Rest? total;

    /// <param name="keyed">The keys.</param>
    /// <param name="measures">The measures.</param>
    /// <param name="groups">The sums of each group, of incidents where they begin.</param>
    /// <param name="coverage">What the filters dropped.</param>
    internal Aggregate(Keyed keyed, Measure[] measures, GroupSet groups, (IReadOnlyList<FilterCount> Filters, long Perhaps) coverage)
        : this(keyed, measures, groups, coverage, null)
    {
    }

    private Aggregate(
        Keyed keyed, Measure[] measures, GroupSet groups,
        (IReadOnlyList<FilterCount> Filters, long Perhaps) coverage, Once? once, Layout? part = null,
        IReadOnlyDictionary<int, Sums[]>? continuing = null)
    {
        (this.keyed, this.measures, this.groups, this.once, this.continuing) = (keyed, measures, groups, once, continuing);
        (Filters, Perhaps) = coverage;
        layout = part is null ? new(Arrange) : new(part);
    }

    private KeyDomain[] Domains => keyed.Domains;

    /// <summary>The keys, in the query's order.</summary>
    public IReadOnlyList<GroupKey> Keys => Array.ConvertAll(Domains, domain => domain.Key);

    /// <summary>The measures, in the query's order.</summary>
    public IReadOnlyList<Measure> Measures => measures.AsReadOnly();

    /// <summary>What it answers: <c>12 groups by month, of 449 incidents</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Count:N0} groups{(Domains.Length == 0 ? "" : $" by {string.Join(", ", Keys)}")}, of {Total.Incidents:N0} incidents");

    /// <summary>How many groups there are. A query without keys has one.</summary>
    public int Count => layout.Value.Groups.Length;

    /// <summary>Whether an incident may be in several groups, because a key is <see cref="GroupKey.Actor"/>: then the groups are not to be
    /// added up, and <see cref="Total"/> has each incident once.</summary>
    public bool GroupsOverlap => Array.Exists(Domains, domain => domain.Key.Overlaps);

    /// <summary>The incidents that passed the filters but lack a value of some key.</summary>
    public AggregateRow Outside => new(this, OutsideRow);

    /// <summary>The groups that <see cref="IncidentQuery.Top"/> left out, as one.</summary>
    public AggregateRow BeyondTop => new(this, BeyondRow);

    /// <summary>All incidents that passed the filters, each once.</summary>
    public AggregateRow Total => new(this, TotalRow);

    /// <summary>What each filter dropped, in the order they were applied.</summary>
    public IReadOnlyList<FilterCount> Filters { get; }

    /// <summary>
    /// How many incidents passed or failed the filters without certainty; they are summed only if the query includes them.
    /// </summary>
    public long Perhaps { get; }

    /// <summary>Whether groups were left out, so that the aggregate can no longer be merged or rolled up.</summary>
    public bool IsCut => layout.Value.IsCut;

    /// <summary>A group by its place.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such group.</exception>
    public AggregateRow this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return new(this, index);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<AggregateRow> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return new(this, i);
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(Aggregate? other) => other is not null && (ReferenceEquals(this, other) || ToJson() == other.ToJson());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Aggregate);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Total.Incidents, Outside.Incidents, Perhaps);

    internal long IncidentsAt(int row) => row < 0 ? RestAt(row).Incidents : groups.IncidentsOf(layout.Value.Groups[row]);

    internal Sums SumsAt(int row, Measure measure)
    {
        int index = IndexOf(measure);
        if (index < 0)
        {
            throw new ArgumentException($"The query did not sum {measure}.", nameof(measure));
        }

        return row < 0 ? RestAt(row).Sums[index] : SumsOf(index, layout.Value.Groups[row]);
    }

    private int IndexOf(Measure measure)
    {
        int index = measures.Length - 1;
        while (index >= 0 && measures[index] != measure)
        {
            index--;
        }

        return index;
    }

    private Sums SumsOf(int measure, int group) =>
        groups.SumsOf(measure, group)
            + (continuing is not null && continuing.TryGetValue(group, out Sums[]? more) ? more[measure] : default);

    internal T ValueAt<T>(int row, GroupKey<T> key)
        where T : struct
    {
        (int index, int slot) = SlotAt(row, key);
        return slot == 0
            ? throw new ArgumentException($"These incidents have no one {key}.", nameof(key))
            : ((KeyDomain<T>)Domains[index])[slot];
    }

    /// <summary>The text of a value; null where there is none.</summary>
    internal string? TextAt(int row, GroupKey key)
    {
        (int index, int slot) = SlotAt(row, key);
        return slot == 0 ? null : Domains[index].Text(slot);
    }

    private (int Index, int Slot) SlotAt(int row, GroupKey key)
    {
        int index = Array.FindIndex(Domains, domain => domain.Key == key);
        if (index < 0)
        {
            throw new ArgumentException($"The query did not group by {key}.", nameof(key));
        }

        return (index, row < 0 ? 0 : SlotOf(layout.Value.Groups[row], index));
    }

    private int SlotOf(int group, int key) => keyed.SlotOf(groups.Ids?[group] ?? group, key);

    /// <summary>The keys of groups: their values, and how a group's number tells them.</summary>
    /// <param name="Domains">The values of each key.</param>
    /// <param name="Strides">How far apart the groups of neighbouring slots of each key are.</param>
    /// <param name="Coarser">For a key of time that is made of another one, the slot that each slot of that one has; null for any other
    /// key, and where there is none.</param>
    /// <param name="KeepsUnknown">Whether incidents without a value make groups.</param>
    internal sealed record Keyed(KeyDomain[] Domains, long[] Strides, int[][]? Coarser, bool KeepsUnknown)
    {
        public int SlotOf(long group, int key) => Coarser?[key] is { } slots
            ? slots[group / Strides[key] % slots.Length]
            : (int)(group / Strides[key] % Domains[key].Slots);
    }

    /// <summary>All incidents and those outside, each once, where they are not the sums of groups.</summary>
    private sealed record Once(Rest Total, Rest Outside);
}

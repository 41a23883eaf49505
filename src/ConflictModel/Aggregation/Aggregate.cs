using System.Collections;

namespace ConflictModel.Aggregation;

/// <summary>The answer to a query: a row for each group, in the order of the keys, and what is in none.</summary>
/// <remarks>
/// <para>Immutable and safe for any number of threads. Groups are disjoint and nothing is lost: the rows, <see cref="BeyondTop"/> and
/// <see cref="Outside"/> together are all that passed the filters, and <see cref="Total"/> is their sum.</para>
/// <para>An aggregate of a part of the incidents is a value that can be written, sent and merged with those of the other parts, in any order
/// (<see cref="Merge"/>, <see cref="ToJson"/>). Equality is by content: keys, measures, rows in order, and what was dropped.</para>
/// </remarks>
public sealed partial class Aggregate : IReadOnlyList<AggregateRow>, IEquatable<Aggregate>
{
    private const int OutsideRow = -1;
    private const int BeyondRow = -2;
    private const int TotalRow = -3;

    private readonly KeyDomain[] domains;
    private readonly long[] strides;
    private readonly Measure[] measures;
    private readonly GroupSet groups;
    private readonly Lazy<Layout> layout;
    private Rest? total;

    internal Aggregate(
        KeyDomain[] domains, long[] strides, Measure[] measures, GroupSet groups, (IReadOnlyList<FilterCount> Filters, long Perhaps) coverage)
    {
        (this.domains, this.strides, this.measures, this.groups) = (domains, strides, measures, groups);
        (Filters, Perhaps) = coverage;
        layout = new(Arrange);
    }

    private Aggregate(Aggregate whole, Layout part)
        : this(whole.domains, whole.strides, whole.measures, whole.groups, (whole.Filters, whole.Perhaps)) => layout = new(part);

    /// <summary>The keys, in the query's order.</summary>
    public IReadOnlyList<GroupKey> Keys => Array.ConvertAll(domains, domain => domain.Key);

    /// <summary>The measures, in the query's order.</summary>
    public IReadOnlyList<Measure> Measures => measures.AsReadOnly();

    /// <summary>How many groups there are. A query without keys has one.</summary>
    public int Count => layout.Value.Groups.Length;

    /// <summary>The incidents that passed the filters but lack a value of some key.</summary>
    public AggregateRow Outside => new(this, OutsideRow);

    /// <summary>The groups that <see cref="IncidentQuery.Top"/> left out, as one.</summary>
    public AggregateRow BeyondTop => new(this, BeyondRow);

    /// <summary>All incidents that passed the filters.</summary>
    public AggregateRow Total => new(this, TotalRow);

    /// <summary>What each filter dropped, in the order they were applied.</summary>
    public IReadOnlyList<FilterCount> Filters { get; }

    /// <summary>How many incidents passed or failed the filters without certainty; they are summed only if the query includes them.</summary>
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
        int index = Array.IndexOf(measures, measure);
        if (index < 0)
        {
            throw new ArgumentException($"The query did not sum {measure}.", nameof(measure));
        }

        return row < 0 ? RestAt(row).Sums[index] : groups.SumsOf(index, layout.Value.Groups[row]);
    }

    internal T ValueAt<T>(int row, GroupKey<T> key)
        where T : struct, IComparable<T>
    {
        int index = Array.FindIndex(domains, domain => domain.Key == key);
        if (index < 0)
        {
            throw new ArgumentException($"The query did not group by {key}.", nameof(key));
        }

        return row < 0
            ? throw new ArgumentException($"These incidents have no one {key}.", nameof(key))
            : ((KeyDomain<T>)domains[index])[SlotOf(layout.Value.Groups[row], index)];
    }

    internal string TextAt(int row, int key) => domains[key].Text(SlotOf(layout.Value.Groups[row], key));

    private int SlotOf(int group, int key) => (int)((groups.Ids?[group] ?? group) / strides[key] % domains[key].Slots);
}

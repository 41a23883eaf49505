using System.Text.Json.Serialization;

namespace ConflictModel.Aggregation;

/// <summary>One group of an <see cref="Aggregate"/>: its keys' values, its incidents and its sums.</summary>
/// <remarks>
/// A view of its aggregate. Equality is that of the same row of the same aggregate. The default is a row of no aggregate: all that it is
/// asked, but for its text, throws <see cref="InvalidOperationException"/>.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public readonly record struct AggregateRow
{
    private readonly Aggregate? owner;
    private readonly int row;

    internal AggregateRow(Aggregate owner, int row) => (this.owner, this.row) = (owner, row);

    /// <summary>How many incidents there are. One that was split counts where it began.</summary>
    public long Incidents => Owner.IncidentsAt(row);

    private Aggregate Owner => owner ?? throw new InvalidOperationException("The row belongs to no aggregate.");

    /// <summary>The value of a key.</summary>
    /// <exception cref="ArgumentException">The query did not group by <paramref name="key"/>, or the row is of incidents without a value of
    /// it, outside the keys, or below the top.</exception>
    public T Of<T>(GroupKey<T> key)
        where T : struct => Owner.ValueAt(row, key ?? throw new ArgumentNullException(nameof(key)));

    /// <summary>The text of a key's value, as <see cref="Aggregate.ToCsv"/> has it; null if these incidents have no one value.</summary>
    /// <exception cref="ArgumentException">The query did not group by <paramref name="key"/>.</exception>
    public string? TextOf(GroupKey key) => Owner.TextAt(row, key ?? throw new ArgumentNullException(nameof(key)));

    /// <summary>The sums of a measure.</summary>
    /// <exception cref="ArgumentException">The query did not sum <paramref name="measure"/>.</exception>
    public Sums Of(Measure measure) => Owner.SumsAt(row, measure);

    /// <summary>The place of the row and its incidents; empty for the default.</summary>
    public override string ToString() => owner is null ? "" : FormattableString.Invariant($"row {row}: {Incidents} incidents");
}

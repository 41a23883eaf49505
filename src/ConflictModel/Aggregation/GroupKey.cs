using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace ConflictModel.Aggregation;

/// <summary>Something to group incidents by. Each incident has at most one value of a key, so groups never share an incident.</summary>
/// <remarks>
/// Equality is by content. An incident without a value (no region stated, a region above the level asked for, a date that straddles two buckets)
/// is in no group; <see cref="Aggregate.Outside"/> has the sums of all such.
/// </remarks>
public abstract record GroupKey
{
    private protected GroupKey(KeyKind kind, int level)
    {
        Kind = kind;
        Level = level;
    }

    /// <summary>The first side: the perpetrator where there is one.</summary>
    public static GroupKey<ActorId> FirstSide { get; } = OfId<ActorId>(KeyKind.FirstSide);

    /// <summary>The second side: the side that was attacked.</summary>
    public static GroupKey<ActorId> SecondSide { get; } = OfId<ActorId>(KeyKind.SecondSide);

    /// <summary>The region as it was reported, whatever its level.</summary>
    public static GroupKey<RegionId> Region { get; } = OfId<RegionId>(KeyKind.Region);

    /// <summary>The kind of incident.</summary>
    public static GroupKey<KindId> IncidentKind { get; } = OfId<KindId>(KeyKind.Kind);

    /// <summary>The source.</summary>
    public static GroupKey<SourceId> Source { get; } = OfId<SourceId>(KeyKind.Source);

    /// <summary>The pair of opponents.</summary>
    public static GroupKey<DyadId> Dyad { get; } = OfId<DyadId>(KeyKind.Dyad);

    /// <summary>The caller's own word.</summary>
    public static GroupKey<LabelId> Label { get; } = OfId<LabelId>(KeyKind.Label);

    /// <summary>The year.</summary>
    public static GroupKey<int> Year { get; } = new(
        KeyKind.Year, NoLevel, static year => year.ToString("0000", CultureInfo.InvariantCulture), static text => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture));

    /// <summary>The month.</summary>
    public static GroupKey<YearMonth> Month { get; } = new(
        KeyKind.Month, NoLevel, YearMonthPattern.Iso.Format, static text => YearMonthPattern.Iso.Parse(text).GetValueOrThrow());

    /// <summary>The ISO week, named by its Monday.</summary>
    public static GroupKey<LocalDate> Week { get; } = OfDate(KeyKind.Week);

    /// <summary>The day.</summary>
    public static GroupKey<LocalDate> Day { get; } = OfDate(KeyKind.Day);

    internal const int NoLevel = -1;

    internal KeyKind Kind { get; }

    internal int Level { get; }

    /// <summary>The region of one level within which the incident lies: 0 for the country, 1 for its first division.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is negative.</exception>
    public static GroupKey<RegionId> RegionAt(int level)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        return new(KeyKind.Region, level, static id => id.Value, RegionId.From);
    }

    /// <summary>The name that CSV and JSON use: "month", "region1".</summary>
    public sealed override string ToString() =>
        (Kind switch
        {
            KeyKind.FirstSide => "firstSide",
            KeyKind.SecondSide => "secondSide",
            KeyKind.Region => "region",
            KeyKind.Kind => "kind",
            KeyKind.Source => "source",
            KeyKind.Dyad => "dyad",
            KeyKind.Label => "label",
            KeyKind.Year => "year",
            KeyKind.Month => "month",
            KeyKind.Week => "week",
            _ => "day",
        }) + (Level == NoLevel ? "" : Level.ToString(CultureInfo.InvariantCulture));

    internal static GroupKey? Find(string? name)
    {
        foreach (GroupKey key in (ReadOnlySpan<GroupKey>)[FirstSide, SecondSide, Region, IncidentKind, Source, Dyad, Label, Year, Month, Week, Day])
        {
            if (key.ToString() == name)
            {
                return key;
            }
        }

        return name is not null && name.StartsWith("region", StringComparison.Ordinal)
            && int.TryParse(name.AsSpan("region".Length), NumberStyles.None, CultureInfo.InvariantCulture, out int level) ? RegionAt(level) : null;
    }

    internal abstract KeyDomain Collect(IEnumerable<string> texts);

    /// <inheritdoc/>
    public virtual bool Equals(GroupKey? other) => other is not null && Kind == other.Kind && Level == other.Level;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Level);

    private static GroupKey<TId> OfId<TId>(KeyKind kind)
        where TId : struct, IId<TId> => new(kind, NoLevel, static id => id.Value, TId.From);

    private static GroupKey<LocalDate> OfDate(KeyKind kind) => new(
        kind, NoLevel, LocalDatePattern.Iso.Format, static text => LocalDatePattern.Iso.Parse(text).GetValueOrThrow());
}

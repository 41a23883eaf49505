using System.Text.Json.Serialization;
using ConflictModel.Aggregation;
using NodaTime;

namespace ConflictModel.Revisions;

/// <summary>The vintages of one source, by their days: what was known when.</summary>
/// <remarks>Immutable. Equality is by reference.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class Archive
{
    private readonly (Vintage Vintage, LocalDate Day, IncidentTable Table)[] vintages;

    /// <summary>An archive.</summary>
    /// <param name="vintages">The vintages, in any order.</param>
    /// <exception cref="ArgumentException">A vintage has no day, or two have one name or one day.</exception>
    public Archive(params IEnumerable<(Vintage Vintage, IncidentTable Table)> vintages)
    {
        ArgumentNullException.ThrowIfNull(vintages);
        this.vintages =
        [
            .. vintages.Select(one => (one.Vintage, Day: DayOf(one.Vintage), one.Table)).OrderBy(one => one.Day),
        ];
        if (this.vintages.DistinctBy(one => one.Day).Count() < this.vintages.Length
            || this.vintages.DistinctBy(one => one.Vintage.Name).Count() < this.vintages.Length)
        {
            throw new ArgumentException("Two vintages have one name or one day.", nameof(vintages));
        }
    }

    /// <summary>
    /// What the source says that it deleted, in any order: a table knows no ids, and a record that is gone from it left no trace there.
    /// </summary>
    public ValueList<Tombstone> Tombstones { get; init; }

    /// <summary>The vintages in the order of their days.</summary>
    public ValueList<Vintage> Vintages => vintages.Select(one => one.Vintage).ToValueList();

    /// <summary>The table of a vintage.</summary>
    /// <exception cref="ArgumentException">The archive has not this vintage.</exception>
    public IncidentTable this[Vintage vintage] =>
        Array.Find(vintages, one => one.Vintage == vintage).Table
            ?? throw new ArgumentException($"The archive has no vintage '{vintage}'.", nameof(vintage));

    /// <summary>The vintage that was the newest on a day; null if there was none yet.</summary>
    public Vintage? AsOf(LocalDate day) => Array.FindLast(vintages, one => one.Day <= day).Vintage;

    /// <summary>
    /// What the source had deleted by the end of a day, in UTC, each record once and by when; a record that was deleted, given again and
    /// deleted later is there with the last deletion until then.
    /// </summary>
    /// <remarks>
    /// For a comparison of two vintages these are <see cref="VintageOptions.Tombstones"/>, by the day of the newer one.
    /// </remarks>
    public ValueList<Tombstone> DeletedBy(LocalDate day) => Tombstones.Where(stone => stone.Deleted.InUtc().Date <= day)
        .GroupBy(stone => stone.Id).Select(stones => stones.MaxBy(stone => stone.Deleted)!)
        .OrderBy(stone => stone.Deleted).ThenBy(stone => stone.Id, StringComparer.Ordinal).ToValueList();

    /// <summary>What each vintage says of each group: event year by vintage, as reserving and epidemiology know it.</summary>
    /// <param name="key">The key: <see cref="GroupKey.Year"/>.</param>
    /// <param name="figure">The figure: <c>Measure.Killed.Best</c>, or <see cref="Ranking.Incidents"/>.</param>
    public Triangle Triangle(GroupKey key, Ranking figure)
    {
        ArgumentNullException.ThrowIfNull(key);
        Dictionary<ValueList<string>, long?[]> rows = new(GroupNames.Comparer);
        for (int i = 0; i < vintages.Length; i++)
        {
            IncidentTable table = vintages[i].Table;
            GroupNames names = new(table, [key]);
            foreach (AggregateRow row in table.Query().Sum(figure.Measure).GroupBy(key).KeepingUnknown().Run())
            {
                ValueList<string> group = names.Of(row);
                long?[] figures = rows.GetValueOrDefault(group) ?? new long?[vintages.Length];
                figures[i] = Sum(figures[i], FigureOf(row, figure));
                rows[group] = figures;
            }
        }

        return new(Vintages, [.. rows.OrderBy(row => row.Key, Comparer<ValueList<string>>.Create(GroupNames.Compare))
            .Select(row => KeyValuePair.Create(row.Key[0], row.Value))]);
    }

    private static LocalDate DayOf(Vintage vintage) =>
        vintage.Day ?? throw new ArgumentException($"The vintage '{vintage}' has no day.", nameof(vintage));

    private static long? Sum(long? one, long? other) => one is null ? other : one + (other ?? 0);

    private static long? FigureOf(AggregateRow row, Ranking figure) => figure.IsIncidents ? row.Incidents : figure.Lane switch
    {
        0 => row.Of(figure.Measure).Low,
        1 => row.Of(figure.Measure).Best,
        _ => row.Of(figure.Measure).High,
    };
}

using ConflictModel.Aggregation;
using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Revisions;

/// <summary>
/// Which records of two vintages are the same, and their tables, which are made when the first account is asked for. Places are those of
/// incidents in their table.
/// </summary>
internal sealed class VintageTables
{
    private readonly VintageRecords records;
    private readonly Lock gate = new();
    private Action<IncidentTableBuilder, IncidentTableBuilder, CancellationToken>? append;
    private (IncidentTable Older, IncidentTable Newer) made;

    /// <param name="records">The records, to which no other can be added from here on.</param>
    /// <param name="append">Appends them to their tables, in their order.</param>
    public VintageTables(VintageRecords records, Action<IncidentTableBuilder, IncidentTableBuilder, CancellationToken> append)
        : this(records) => this.append = append;

    /// <param name="records">The records, to which no other can be added from here on.</param>
    /// <param name="tables">Their tables, in their order.</param>
    public VintageTables(VintageRecords records, (IncidentTable Older, IncidentTable Newer) tables)
        : this(records) => made = (Kept(tables.Older, records.Older), Kept(tables.Newer, records.Newer));

    private VintageTables(VintageRecords records)
    {
        this.records = records;
        records.Close();
        List<Pair> pairs = [];
        List<Known> removed = [];
        List<Known> added = [];
        for (int i = 0; i < records.Ids.Count; i++)
        {
            ref RecordIds.Entry entry = ref records.Ids[i];
            if (entry.Newer == 0)
            {
                removed.Add(new(records.Older.PlaceOf(entry.Older - 1), records.Ids.TextOf(entry.Key)));
            }
            else if (entry.Older == 0)
            {
                added.Add(new(records.Newer.PlaceOf(entry.Newer - 1), records.Ids.TextOf(entry.Key)));
            }
            else if (entry.Content == 0)
            {
                pairs.Add(PairOf(entry));
            }
        }

        Differing = [.. pairs.OrderBy(pair => pair.Newer)];
        Removed = [.. removed.OrderBy(record => record.Place)];
        Added = [.. added.OrderBy(record => record.Place)];
    }

    /// <summary>How many records the older vintage has.</summary>
    public int Old => records.Older.Compared;

    /// <summary>The records that the older vintage has alone, in its order.</summary>
    public Known[] Removed { get; }

    /// <summary>The records that the newer vintage has alone, in its order.</summary>
    public Known[] Added { get; }

    /// <summary>Records of both that differ or may differ, in the order of the newer.</summary>
    public Pair[] Differing { get; }

    /// <summary>Those that differ, by how many records stand before each, those that are left out among them.</summary>
    public ValueList<(int Older, int Newer)> DifferingRecords() =>
        Differing.Select(pair => (records.Older.RecordAt(pair.Older), records.Newer.RecordAt(pair.Newer))).ToValueList();

    /// <summary>Records of both that say the same, in the order of the newer; they are gone through each time.</summary>
    public Pair[] Same()
    {
        List<Pair> pairs = [];
        for (int i = 0; i < records.Ids.Count; i++)
        {
            ref RecordIds.Entry entry = ref records.Ids[i];
            if (entry is { Older: > 0, Newer: > 0, Content: > 0 })
            {
                pairs.Add(PairOf(entry));
            }
        }

        return [.. pairs.OrderBy(pair => pair.Newer)];
    }

    /// <summary>The tables, each in the order of its records.</summary>
    /// <exception cref="InvalidOperationException">They don't have the records of their vintages.</exception>
    public (IncidentTable Older, IncidentTable Newer) Made(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (append is not null)
            {
                IncidentTableBuilder older = new(records.Options.SplitAt);
                IncidentTableBuilder newer = new(records.Options.SplitAt);
                append(older, newer, cancellationToken);
                made = (Kept(older.ToTable(sortByDate: false), records.Older), Kept(newer.ToTable(sortByDate: false), records.Newer));
                append = null;
            }

            return made;
        }
    }

    private Pair PairOf(in RecordIds.Entry entry) => new(
        records.Older.PlaceOf(entry.Older - 1), records.Newer.PlaceOf(entry.Newer - 1), records.Ids.TextOf(entry.Key));

    /// <summary>The incidents that begin in time, without their later days.</summary>
    private IncidentTable Kept(IncidentTable table, VintageRecords.Side side)
    {
        if (table.Incidents != side.Count)
        {
            throw new InvalidOperationException($"The table has {table.Incidents} incidents, and its vintage {side.Count} records.");
        }

        if (records.Options.Until is not { } year)
        {
            return table;
        }

        TableColumns columns = table.Columns;
        int last = (int)(Days.Of(new LocalDate(year, 12, 31)) - columns.FirstDay);
        int[] kept = columns.IncidentsBy(last);
        return kept.Length == side.Compared
            ? new(columns.OfIncidents(kept, last))
            : throw new InvalidOperationException(
                $"Of the table's incidents {kept.Length} begin by {year}, and of its vintage's records {side.Compared}.");
    }

    /// <summary>A record of one vintage.</summary>
    internal readonly record struct Known(int Place, string Id);

    /// <summary>A record of both vintages.</summary>
    internal readonly record struct Pair(int Older, int Newer, string Id);
}

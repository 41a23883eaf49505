using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>Sums rows by keys, one row at a time: the memory is that of the groups.</summary>
internal sealed class Aggregator(AggregateQuery query)
{
    private readonly Dictionary<ValueList<string>, (long Incidents, long?[] Figures)> groups = [];
    private readonly TimeSlices slices = new(query);
    private readonly bool perActor = query.By.Contains(AggregateKey.Actor) || query.Where.Any(where => where.Key == AggregateKey.Actor);

    public long FilteredOut { get; private set; }

    public void Add(Row row, EventCells cells)
    {
        bool kept = false;
        foreach ((LocalDate? day, long incidents, long?[] figures) in slices.Of(cells))
        {
            foreach ((string Text, string Name) actor in perActor ? cells.Actors(row) : [("", "")])
            {
                if (Keeps(row, cells, day, actor))
                {
                    kept = true;
                    Sum(KeysOf(row, cells, day, actor), incidents, figures);
                }
            }
        }

        FilteredOut += kept ? 0 : 1;
    }

    public AggregateTable Table(ReadCounts counts) => new()
    {
        KeyColumns = Columns(),
        Rows = groups.OrderBy(group => group.Key, Comparer<ValueList<string>>.Create(Compare)).Select(group => new AggregateRow
        {
            Keys = group.Key,
            Incidents = group.Value.Incidents,
            Low = group.Value.Figures[0],
            Best = group.Value.Figures[1],
            High = group.Value.Figures[2],
            Civilians = group.Value.Figures[3],
            SideA = group.Value.Figures[4],
            SideB = group.Value.Figures[5],
            Unknown = group.Value.Figures[6],
        }).ToValueList(),
        Counts = counts,
        FilteredOut = FilteredOut,
    };

    private static bool IsTime(AggregateKey key) => key is AggregateKey.Year or AggregateKey.Month or AggregateKey.Week;

    private static bool IsId(AggregateKey key) =>
        key is AggregateKey.SideA or AggregateKey.SideB or AggregateKey.Actor or AggregateKey.Dyad or AggregateKey.Conflict;

    private static int Compare(ValueList<string> left, ValueList<string> right)
    {
        for (int i = 0; i < left.Count; i++)
        {
            int order = CellText.TryCount(left[i], out long one) && CellText.TryCount(right[i], out long other)
                ? one.CompareTo(other)
                : string.CompareOrdinal(left[i], right[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static (string Text, string Name) KeyOf(Row row, EventCells cells, LocalDate? day, (string Text, string Name) actor, AggregateKey key) =>
        IsTime(key) ? (TimeSlices.Text(key, day), "") : key == AggregateKey.Actor ? actor : cells.Key(row, key);

    private bool Keeps(Row row, EventCells cells, LocalDate? day, (string Text, string Name) actor)
    {
        foreach (KeyValuePair<AggregateKey, string> where in query.Where)
        {
            if (KeyOf(row, cells, day, actor, where.Key).Text != where.Value)
            {
                return false;
            }
        }

        return true;
    }

    private ValueList<string> KeysOf(Row row, EventCells cells, LocalDate? day, (string Text, string Name) actor)
    {
        var keys = new List<string>(query.By.Count * 2);
        foreach (AggregateKey key in query.By)
        {
            (string text, string name) = KeyOf(row, cells, day, actor, key);
            keys.Add(text);
            if (query.Names && IsId(key))
            {
                keys.Add(name);
            }
        }

        return keys.ToValueList();
    }

    private ValueList<string> Columns()
    {
        var columns = new List<string>();
        foreach (AggregateKey key in query.By)
        {
            columns.Add(key.Name);
            if (query.Names && IsId(key))
            {
                columns.Add(key.Name + "-name");
            }
        }

        return columns.ToValueList();
    }

    private void Sum(ValueList<string> keys, long incidents, long?[] figures)
    {
        if (!groups.TryGetValue(keys, out (long Incidents, long?[] Figures) group))
        {
            group = (0, new long?[figures.Length]);
        }

        for (int i = 0; i < figures.Length; i++)
        {
            if (figures[i] is { } figure)
            {
                group.Figures[i] = (group.Figures[i] ?? 0) + figure;
            }
        }

        groups[keys] = (group.Incidents + incidents, group.Figures);
    }
}

using ConflictModel.Aggregation;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>Sums rows by keys in an <see cref="IncidentTable"/>: what is no time becomes the label of a row, and its piece in a time bucket the row.</summary>
internal sealed class Aggregator
{
    // Rows whose day says nothing, because it is unknown or nobody asks, stand on one day.
    private static readonly LocalDate AnyDay = new(2000, 1, 1);

    private static readonly (string Text, string Name)[] NoActor = [("", "")];

    private readonly AggregateQuery query;
    private readonly TimeSlices slices;
    private readonly AggregateKey[] keys;
    private readonly KeyValuePair<AggregateKey, string>[] conditions;
    private readonly KeyValuePair<AggregateKey, string>[] times;
    private readonly bool perActor;

    // The key of time that the table groups by, and the coarser one that goes into the label because its edges cross those of weeks.
    private readonly AggregateKey finest;
    private readonly AggregateKey crossing;

    private readonly IncidentTableBuilder builder = new();
    private readonly Figure[] given = new Figure[FigureLanes.Measures.Length];
    private readonly Dictionary<ValueList<string>, bool> kept = [];
    private readonly Dictionary<GroupLabel, TableCode<LabelId>> codes = [];
    private readonly Dictionary<LabelId, GroupLabel> labels = [];

    public Aggregator(AggregateQuery query)
    {
        this.query = query;
        slices = new(query);
        keys = [.. query.By.Concat(query.Where.Select(where => where.Key)).Where(key => !IsTime(key)).Distinct()];
        conditions = [.. query.Where.Where(where => !IsTime(where.Key))];
        times = [.. query.Where.Where(where => IsTime(where.Key))];
        perActor = keys.Contains(AggregateKey.Actor);
        AggregateKey[] asked = [.. ((AggregateKey[])[AggregateKey.Week, AggregateKey.Month, AggregateKey.Year]).Where(key => query.By.Contains(key))];
        finest = asked.FirstOrDefault();
        crossing = finest == AggregateKey.Week ? asked.Skip(1).FirstOrDefault() : default;
    }

    public long FilteredOut { get; private set; }

    public void Add(Row row, EventCells cells)
    {
        bool isKept = false;
        foreach ((string Text, string Name) actor in perActor ? cells.Actors(row) : NoActor)
        {
            ValueList<string> texts = TextsOf(row, cells, actor);
            if (!Passes(texts))
            {
                continue;
            }

            if (slices.IsWhole(cells))
            {
                isKept |= Append(texts, cells.Days?.First, counts: true, cells.Figures);
                continue;
            }

            foreach ((LocalDate? day, long incidents, long?[] figures) in slices.Of(cells))
            {
                isKept |= Append(texts, day, incidents > 0, figures);
            }
        }

        FilteredOut += isKept ? 0 : 1;
    }

    public AggregateTable Table(ReadCounts counts)
    {
        var sums = new Dictionary<ValueList<string>, (long Incidents, long?[] Figures)>();
        IncidentQuery asked = builder.ToTable(sortByDate: finest != default).Query().Sum([.. FigureLanes.Measures]);
        asked = finest switch
        {
            AggregateKey.Year => asked.GroupBy(GroupKey.Label, GroupKey.Year),
            AggregateKey.Month => asked.GroupBy(GroupKey.Label, GroupKey.Month),
            AggregateKey.Week => asked.GroupBy(GroupKey.Label, GroupKey.Week),
            _ => asked.GroupBy(GroupKey.Label),
        };
        foreach (AggregateRow row in asked.Run())
        {
            GroupLabel label = labels[row.Of(GroupKey.Label)];
            ValueList<string> texts = TextsOf(label, label.HasDay ? DayOf(row) : null);
            (long incidents, long?[] figures) = sums.TryGetValue(texts, out var before) ? before : (0, new long?[FigureLanes.Count]);
            for (int i = 0; i < figures.Length; i++)
            {
                figures[i] = (label.Stated & 1 << i) != 0 ? (figures[i] ?? 0) + FigureLanes.SumOf(row, i) : figures[i];
            }

            sums[texts] = (incidents + row.Incidents, figures);
        }

        return new()
        {
            KeyColumns = [.. query.By.SelectMany(key => query.Names && IsId(key) ? (string[])[key.Name, key.Name + "-name"] : [key.Name])],
            Rows = sums.OrderBy(group => group.Key, Comparer<ValueList<string>>.Create(Compare)).Select(group => new AggregateTableRow
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
    }

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

    /// <summary>The text and the name of each key that is no time.</summary>
    private ValueList<string> TextsOf(Row row, EventCells cells, (string Text, string Name) actor)
    {
        var texts = new string[keys.Length * 2];
        for (int i = 0; i < keys.Length; i++)
        {
            (string text, string name) = keys[i] == AggregateKey.Actor ? actor : cells.Key(row, keys[i]);
            (texts[2 * i], texts[2 * i + 1]) = (text, query.Names && IsId(keys[i]) ? name : "");
        }

        return ValueList.Create<string>(texts);
    }

    private bool Passes(ValueList<string> texts)
    {
        if (conditions.Length == 0)
        {
            return true;
        }

        if (!kept.TryGetValue(texts, out bool passes))
        {
            passes = Array.TrueForAll(conditions, condition => texts[2 * Array.IndexOf(keys, condition.Key)] == condition.Value);
            kept.Add(texts, passes);
        }

        return passes;
    }

    /// <summary>Appends a piece of a row unless the filter leaves its time out.</summary>
    private bool Append(ValueList<string> texts, LocalDate? day, bool counts, long?[] figures)
    {
        foreach (KeyValuePair<AggregateKey, string> time in times)
        {
            if (TimeSlices.Text(time.Key, day) != time.Value)
            {
                return false;
            }
        }

        var label = new GroupLabel(texts, crossing == default ? "" : TimeSlices.Text(crossing, day), day is not null, FigureLanes.StatedIn(figures));
        if (!codes.TryGetValue(label, out TableCode<LabelId> code))
        {
            var id = LabelId.From(CellText.Of(codes.Count + 1));
            codes.Add(label, code = builder.CodeOf(id));
            labels.Add(id, label);
        }

        int count = FigureLanes.Fill(figures, given);
        builder.Append(new() { Earliest = finest == default ? AnyDay : day ?? AnyDay, Label = code, Continues = !counts }, given.AsSpan(0, count));
        return true;
    }

    /// <summary>The keys of a group as they are printed.</summary>
    private ValueList<string> TextsOf(GroupLabel label, LocalDate? day)
    {
        var texts = new List<string>(query.By.Count * 2);
        foreach (AggregateKey key in query.By)
        {
            if (IsTime(key))
            {
                texts.Add(TimeTextOf(key, label, day));
                continue;
            }

            int at = 2 * Array.IndexOf(keys, key);
            texts.Add(label.Texts[at]);
            if (query.Names && IsId(key))
            {
                texts.Add(label.Texts[at + 1]);
            }
        }

        return texts.ToValueList();
    }

    private string TimeTextOf(AggregateKey key, GroupLabel label, LocalDate? day)
    {
        // The Monday of a week does not tell its month, which the label has; a year is the beginning of a month.
        bool isCrossing = crossing != default && key != finest && label.HasDay;
        return !isCrossing ? TimeSlices.Text(key, day) : key == AggregateKey.Year ? label.Crossing[..4] : label.Crossing;
    }

    private LocalDate? DayOf(AggregateRow row) => finest switch
    {
        AggregateKey.Year => new(row.Of(GroupKey.Year), 1, 1),
        AggregateKey.Month => row.Of(GroupKey.Month).OnDayOfMonth(1),
        AggregateKey.Week => row.Of(GroupKey.Week),
        _ => null,
    };
}

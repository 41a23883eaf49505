using NodaTime;

namespace ConflictModel.Interchange.Tests.Aggregates;

/// <summary>The sums of a file the plain way: every piece of every row into a dictionary under its keys.</summary>
internal static class PlainAggregate
{
    public static List<string> Of(string path, AggregateQuery query)
    {
        (RewindStream text, byte[] head) = InputStreams.Open(File.OpenRead(path));
        using RowSource rows = EventFormats.Rows(text, head, EventFormats.All, new ReadOptions().MaxRowBytes);
        var slices = new TimeSlices(query);
        var groups = new Dictionary<string, long?[]>();
        EventCells? cells = null;
        while (rows.Read())
        {
            cells ??= new GedCells(rows.Columns);
            cells.Read(rows.Row);
            bool perActor = query.By.Concat(query.Where.Select(where => where.Key)).Contains(AggregateKey.Actor);
            foreach ((string Text, string Name) actor in perActor ? cells.Actors(rows.Row).ToArray() : [("", "")])
            {
                (LocalDate?, long, long?[])[] pieces = slices.IsWhole(cells) ? [(cells.Days?.First, 1, cells.Figures)] : [.. slices.Of(cells)];
                foreach ((LocalDate? day, long incidents, long?[] figures) in pieces)
                {
                    if (query.Where.All(where => Text(where.Key, rows.Row, cells, day, actor).Text == where.Value))
                    {
                        Add(groups, string.Concat(query.By.Select(key => Printed(key, rows.Row, cells, day, actor, query.Names) + "|")), incidents, figures);
                    }
                }
            }
        }

        return [.. groups.Where(group => group.Value.Any(sum => sum > 0)).Select(group => group.Key + string.Join('|', group.Value)).Order(StringComparer.Ordinal)];
    }

    public static List<string> Lines(AggregateTable table) =>
    [
        .. table.Rows.Select(row => string.Join('|', [
            .. row.Keys,
            .. ((long?[])[row.Incidents, row.Low, row.Best, row.High, row.Civilians, row.SideA, row.SideB, row.Unknown]).Select(figure => figure?.ToString() ?? ""),
        ])).Order(StringComparer.Ordinal),
    ];

    private static void Add(Dictionary<string, long?[]> groups, string key, long incidents, long?[] figures)
    {
        if (!groups.TryGetValue(key, out long?[]? sums))
        {
            groups.Add(key, sums = new long?[8]);
            sums[0] = 0;
        }

        sums[0] += incidents;
        for (int i = 0; i < figures.Length; i++)
        {
            sums[i + 1] = figures[i] is { } figure ? (sums[i + 1] ?? 0) + figure : sums[i + 1];
        }
    }

    private static string Printed(AggregateKey key, Row row, EventCells cells, LocalDate? day, (string, string) actor, bool names)
    {
        (string text, string name) = Text(key, row, cells, day, actor);
        bool isId = key is AggregateKey.Dyad or AggregateKey.Conflict or AggregateKey.Actor or AggregateKey.SideA or AggregateKey.SideB;
        return names && isId ? text + "|" + name : text;
    }

    private static (string Text, string Name) Text(AggregateKey key, Row row, EventCells cells, LocalDate? day, (string, string) actor) => key switch
    {
        AggregateKey.Year or AggregateKey.Month or AggregateKey.Week => (TimeSlices.Text(key, day), ""),
        AggregateKey.Actor => actor,
        _ => cells.Key(row, key),
    };
}

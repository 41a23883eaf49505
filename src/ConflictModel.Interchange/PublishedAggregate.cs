namespace ConflictModel.Interchange;

/// <summary>Sums the figures of published rows by dyad, year, region and other keys, in one pass and through an <c>IncidentTable</c>.</summary>
/// <remarks>
/// Figures are summed as published, also where low is above high. With a time among the keys, an event that may be in several months is
/// spread over them by days, in whole numbers that add up to it; a time to which no event and nobody falls has no row.
/// </remarks>
public static class PublishedAggregate
{
    /// <summary>Sums the rows of a UCDP GED or ACLED file.</summary>
    /// <param name="stream">The file, which is closed.</param>
    /// <param name="query">By what to sum.</param>
    /// <param name="options">How to read it.</param>
    /// <param name="onRow">Is told the bytes read after each row, for a progress bar; may be null.</param>
    /// <exception cref="MalformedInputException">The file is of no format that is read, or a row can't be read and the options say to stop.</exception>
    public static AggregateTable OfFile(Stream stream, AggregateQuery query, ReadOptions? options = null, Action<long>? onRow = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(query);
        options ??= new();
        var sums = new Aggregator(query);
        using EventRows rows = EventRows.Open(stream, onRow is null ? options : options with { OnProgress = onRow });
        Handler? handler = null;
        while (rows.Next(format => handler ??= new(sums, format)))
        {
        }

        return sums.Table(rows.Counts);
    }

    /// <summary>Sums incidents, such as those of a data set's file, as the rows of the format that each was read from, else of UCDP GED.</summary>
    /// <param name="incidents">The incidents.</param>
    /// <param name="glossary">The names of their actors and regions.</param>
    /// <param name="query">By what to sum.</param>
    public static AggregateTable OfIncidents(IEnumerable<Incident> incidents, Glossary glossary, AggregateQuery query)
    {
        ArgumentNullException.ThrowIfNull(incidents);
        ArgumentNullException.ThrowIfNull(glossary);
        ArgumentNullException.ThrowIfNull(query);
        var sums = new Aggregator(query);
        var ged = new TextRowSource(ColumnSet.Of(EventFormats.UcdpGed.Columns, out _)!);
        var acled = new TextRowSource(ColumnSet.Of(EventFormats.Acled.Columns, out _)!);
        var gedWriter = new GedWriter(ged.Columns, glossary);
        var acledWriter = new AcledWriter(acled.Columns, glossary);
        var gedCells = new GedCells(ged.Columns);
        var acledCells = new AcledCells(acled.Columns);
        int type = ged.Columns.IndexOf("type_of_violence");
        long count = 0;
        foreach (Incident incident in incidents)
        {
            count++;
            if (incident.Reports.Any(report => report.Original?.Format == AcledFormat.Format))
            {
                Row row = acled.Of(acledWriter.Write(incident));
                acledCells.Read(row);
                sums.Add(row, acledCells);
            }
            else
            {
                string[] texts = gedWriter.Write(incident);
                texts[type] = texts[type].Length == 0 ? incident.Kind.ToString() : texts[type];
                Row row = ged.Of(texts);
                gedCells.Read(row);
                sums.Add(row, gedCells);
            }
        }

        return sums.Table(new(count, 0));
    }

    private static EventCells CellsOf(ColumnSet columns, EventFormat format) =>
        format == EventFormats.Acled ? new AcledCells(columns) : new GedCells(columns);

    private sealed class Handler(Aggregator sums, EventFormat format) : RowHandler
    {
        private EventCells? cells;

        protected override void Bind(ColumnSet columns) => cells = CellsOf(columns, format);

        protected override void Handle(Row row)
        {
            cells!.Read(row);
            if (row.Fault is null)
            {
                sums.Add(row, cells);
            }
        }
    }
}

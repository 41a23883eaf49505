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
        (RewindStream text, byte[] head) = InputStreams.Open(stream);
        using RowSource rows = FormatDetector.Open(text, head, options.Format, options.MaxRowBytes);
        var sums = new Aggregator(query);
        EventCells? cells = null;
        ColumnSet? bound = null;
        long kept = 0;
        long setAside = 0;
        while (rows.Read())
        {
            if (!ReferenceEquals(bound, rows.Columns))
            {
                bound = rows.Columns;
                cells = CellsOf(bound, options.Format ?? FormatDetector.Of(bound) ?? throw FormatDetector.Unknown());
            }

            if (rows.Row.Fault is null)
            {
                cells!.Read(rows.Row);
            }

            if (rows.Row.Fault is null)
            {
                sums.Add(rows.Row, cells!);
                kept++;
            }
            else if (options.Malformed == MalformedRows.Stop)
            {
                throw new MalformedInputException(rows.Row.Fault);
            }
            else
            {
                setAside++;
                options.OnRejected?.Invoke(rows.Row.Reject());
            }

            onRow?.Invoke(rows.Position);
        }

        return sums.Table(new(kept, setAside));
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
        var ged = new CellRows(ColumnSet.Of(GedFormat.Columns, out _)!);
        var acled = new CellRows(ColumnSet.Of(AcledFormat.Columns, out _)!);
        var gedWriter = new GedWriter(ged.Columns, glossary);
        var acledWriter = new AcledWriter(acled.Columns, glossary);
        var gedCells = new GedCells(ged.Columns);
        var acledCells = new AcledCells(acled.Columns);
        int type = ged.Columns.IndexOf("type_of_violence");
        long count = 0;
        foreach (Incident incident in incidents)
        {
            count++;
            if (incident.Reports.Any(report => report.Original?.Format == AcledFormat.Name))
            {
                Row row = acled.Of(acledWriter.Write(incident));
                acledCells.Read(row);
                sums.Add(row, acledCells);
            }
            else
            {
                Row row = ged.Of(gedWriter.Write(incident));
                if (row[type].Length == 0)
                {
                    row.Cells[type] = incident.Kind.ToString();
                }

                gedCells.Read(row);
                sums.Add(row, gedCells);
            }
        }

        return sums.Table(new(count, 0));
    }

    private static EventCells CellsOf(ColumnSet columns, InterchangeFormat format) =>
        format == InterchangeFormat.Acled ? new AcledCells(columns) : new GedCells(columns);
}

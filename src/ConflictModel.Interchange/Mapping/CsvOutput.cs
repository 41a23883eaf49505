namespace ConflictModel.Interchange;

/// <summary>Writes incidents as the rows of a CSV file: UTF-8 with line feeds.</summary>
internal sealed class CsvOutput : IncidentOutput
{
    private readonly CsvRecords csv;
    private readonly RowWriter rows;

    /// <summary>Starts a file on a stream, which stays open; its header is written at once.</summary>
    /// <exception cref="ArgumentException">There are tags, and not as many as columns.</exception>
    public CsvOutput(Stream stream, RowWriter rows, TableShape shape)
    {
        this.rows = rows;
        ValueList<string> tags = shape.Tags;
        if (!tags.IsEmpty && tags.Count != rows.Columns.Count)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"There are {tags.Count} tags for {rows.Columns.Count} columns."), nameof(shape));
        }

        csv = new(stream, rows.Columns.Names, shape.Neutralises, tags);
    }

    public override RowWriter Rows => rows;

    public override long NeutralisedCells => csv.NeutralisedCells;

    public override void Write(Incident incident)
    {
        foreach (string cell in rows.Write(incident))
        {
            csv.Write(cell);
        }

        csv.EndRecord();
    }

    public override bool Holds(string field) => rows.Holds(field);

    public override void Dispose() => csv.Dispose();
}

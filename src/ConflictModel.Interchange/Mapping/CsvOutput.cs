using CsvHelper;

namespace ConflictModel.Interchange;

/// <summary>Writes incidents as the rows of a CSV file: UTF-8 with line feeds.</summary>
internal sealed class CsvOutput : IncidentOutput
{
    private readonly CsvWriter csv;
    private readonly RowWriter rows;
    private readonly bool neutralise;
    private long neutralised;

    /// <summary>Starts a file on a stream, which stays open; its header is written at once.</summary>
    /// <exception cref="ArgumentException">There are tags, and not as many as columns.</exception>
    public CsvOutput(Stream stream, RowWriter rows, TableShape shape)
    {
        (this.rows, neutralise) = (rows, shape.Neutralises);
        ValueList<string> tags = shape.Tags;
        if (!tags.IsEmpty && tags.Count != rows.Columns.Count)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"There are {tags.Count} tags for {rows.Columns.Count} columns."), nameof(shape));
        }

        csv = CsvWriter.Create(stream, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        csv.WriteHeader([.. rows.Columns.Names]);
        if (!tags.IsEmpty)
        {
            csv.WriteHeader([.. tags]);
        }
    }

    public override RowWriter Rows => rows;

    public override long NeutralisedCells => neutralised;

    public override void Write(Incident incident)
    {
        foreach (string cell in rows.Write(incident))
        {
            bool runs = neutralise && SpreadsheetFormula.Is(cell);
            neutralised += runs ? 1 : 0;
            csv.WriteField(runs ? SpreadsheetFormula.Neutralised(cell) : cell);
        }

        csv.EndRecord();
    }

    public override bool Holds(string field) => rows.Holds(field);

    public override void Dispose() => csv.Dispose();
}

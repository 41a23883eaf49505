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
    public CsvOutput(Stream stream, RowWriter rows, bool neutralise)
    {
        (this.rows, this.neutralise) = (rows, neutralise);
        csv = CsvWriter.Create(stream, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        csv.WriteHeader([.. rows.Columns.Names]);
        if (!rows.Tags.IsEmpty)
        {
            csv.WriteHeader([.. rows.Tags]);
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

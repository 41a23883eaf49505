using CsvHelper;

namespace ConflictModel.Interchange;

/// <summary>
/// Writes a CSV file, cell by cell: UTF-8 with line feeds. Where that is asked, no cell is a formula that a spreadsheet would run, its
/// headings and its row of tags included.
/// </summary>
internal sealed class CsvRecords : IDisposable
{
    private readonly CsvWriter writer;
    private readonly bool neutralise;

    /// <summary>Starts a file on a stream, which stays open; its header, and its row of tags if it has one, are written at once.</summary>
    public CsvRecords(Stream stream, IEnumerable<string> columns, bool neutralise, ValueList<string> tags = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        this.neutralise = neutralise;
        writer = CsvWriter.Create(stream, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        writer.WriteHeader([.. columns.Select(Harmless)]);
        if (!tags.IsEmpty)
        {
            writer.WriteHeader([.. tags.Select(Harmless)]);
        }
    }

    /// <summary>How many cells were changed because they start like a formula: they no longer equal the data.</summary>
    public long NeutralisedCells { get; private set; }

    public void Write(string? text) => writer.WriteField(Harmless(text ?? ""));

    public void Write(long? number) => writer.WriteField(number);

    public void EndRecord() => writer.EndRecord();

    /// <summary>Writes what is left and ends the file. The stream stays open.</summary>
    public void Dispose() => writer.Dispose();

    private string Harmless(string text)
    {
        if (!neutralise || !SpreadsheetFormula.Is(text))
        {
            return text;
        }

        NeutralisedCells++;
        return SpreadsheetFormula.Neutralised(text);
    }
}

using CsvHelper;

namespace ConflictModel.Interchange;

/// <summary>
/// Writes the changes that repairs made to a CSV file, one a row: line of the row, its id, column, what the cell was, what it is, and the
/// rule.
/// </summary>
public sealed class RepairFile : IDisposable
{
    private readonly CsvWriter writer;
    private readonly bool neutralise;

    /// <summary>A file on a stream, which stays open. The header is written at once.</summary>
    /// <param name="stream">Takes the file.</param>
    /// <param name="neutraliseFormulas">Whether texts that a spreadsheet would run get an apostrophe before them.</param>
    public RepairFile(Stream stream, bool neutraliseFormulas = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        neutralise = neutraliseFormulas;
        writer = CsvWriter.Create(stream, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        writer.WriteHeader(["line", "id", "column", "was", "is", "rule"]);
    }

    /// <summary>Writes the changes of one repair. Fits what <see cref="PublishedRepairer"/> hands out.</summary>
    public void Write(PublishedFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        foreach (CellChange change in finding.Repair)
        {
            writer.WriteField(finding.Line);
            WriteText(finding.Id);
            WriteText(change.Column);
            WriteText(change.Was);
            WriteText(change.Is);
            WriteText(finding.Code);
            writer.EndRecord();
        }
    }

    /// <summary>Writes what is left and ends the file. The stream stays open.</summary>
    public void Dispose() => writer.Dispose();

    private void WriteText(string text) => writer.WriteField(neutralise ? SpreadsheetFormula.Neutralised(text) : text);
}

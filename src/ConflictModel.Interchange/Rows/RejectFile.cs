using CsvHelper;

namespace ConflictModel.Interchange;

/// <summary>
/// Writes rows that were set aside to a CSV file: line, column, code, field, reason, the row's text, and the file's path where several were
/// read as one.
/// </summary>
public sealed class RejectFile : IDisposable
{
    private readonly CsvWriter writer;
    private readonly bool neutralise;

    /// <summary>A file on a stream, which stays open. The header is written at once.</summary>
    /// <param name="stream">Takes the file.</param>
    /// <param name="neutraliseFormulas">Whether texts that a spreadsheet would run get an apostrophe before them.</param>
    public RejectFile(Stream stream, bool neutraliseFormulas = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        neutralise = neutraliseFormulas;
        writer = CsvWriter.Create(stream, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        writer.WriteHeader(["line", "column", "code", "field", "reason", "text", "file"]);
    }

    /// <summary>Writes one row. Fits <see cref="ReadOptions.OnRejected"/>.</summary>
    public void Write(RejectedRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        writer.WriteField(row.Malformation.Line);
        writer.WriteField(row.Malformation.Column);
        writer.WriteField(JsonName.Of(row.Malformation.Code));
        WriteText(row.Malformation.Field ?? "");
        WriteText(row.Malformation.Reason);
        WriteText(row.Text);
        WriteText(row.Malformation.File ?? "");
        writer.EndRecord();
    }

    /// <summary>Writes what is left and ends the file. The stream stays open.</summary>
    public void Dispose() => writer.Dispose();

    private void WriteText(string text) => writer.WriteField(neutralise ? SpreadsheetFormula.Neutralised(text) : text);
}

using System.Text.Json.Serialization;

namespace ConflictModel.Interchange;

/// <summary>
/// Writes rows that were set aside to a CSV file: line, column, code, field, reason, the row's text, and the file's path where several were
/// read as one.
/// </summary>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class RejectFile : IDisposable
{
    private readonly CsvRecords csv;

    /// <summary>A file on a stream, which stays open. The header is written at once.</summary>
    /// <param name="stream">Takes the file.</param>
    /// <param name="neutraliseFormulas">Whether texts that a spreadsheet would run get an apostrophe before them.</param>
    public RejectFile(Stream stream, bool neutraliseFormulas = false) =>
        csv = new(stream, ["line", "column", "code", "field", "reason", "text", "file"], neutraliseFormulas);

    /// <summary>Writes one row. Fits <see cref="ReadOptions.OnRejected"/>.</summary>
    public void Write(RejectedRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        csv.Write(row.Malformation.Line);
        csv.Write(row.Malformation.Column);
        csv.Write(JsonName.Of(row.Malformation.Code));
        csv.Write(row.Malformation.Field);
        csv.Write(row.Malformation.Reason);
        csv.Write(row.Text);
        csv.Write(row.Malformation.File);
        csv.EndRecord();
    }

    /// <summary>Writes what is left and ends the file. The stream stays open.</summary>
    public void Dispose() => csv.Dispose();
}

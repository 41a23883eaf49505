using CsvHelper;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>
/// Writes what happened in a merge to a CSV file, an entry a row: id, outcome, the row's timestamp, that of the row it met, when the event
/// was deleted, file and line. Times are Unix seconds, as ACLED writes them; a cell that there is nothing to say of is empty.
/// </summary>
public sealed class FeedLogFile : IDisposable
{
    private readonly CsvWriter writer;
    private readonly bool neutralise;

    /// <summary>A file on a stream, which stays open. The header is written at once.</summary>
    /// <param name="stream">Takes the file.</param>
    /// <param name="neutraliseFormulas">Whether texts that a spreadsheet would run get an apostrophe before them.</param>
    public FeedLogFile(Stream stream, bool neutraliseFormulas = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        neutralise = neutraliseFormulas;
        writer = CsvWriter.Create(stream, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        writer.WriteHeader(["id", "outcome", "timestamp", "met", "deleted", "file", "line"]);
    }

    /// <summary>Writes one entry.</summary>
    public void Write(FeedMerge.Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        WriteText(entry.Id);
        writer.WriteField(JsonName.Of(entry.Outcome));
        WriteTime(entry.Timestamp);
        WriteTime(entry.Met);
        WriteTime(entry.Deleted);
        WriteText(entry.File ?? "");
        writer.WriteField(entry.Line);
        writer.EndRecord();
    }

    /// <summary>Writes what is left and ends the file. The stream stays open.</summary>
    public void Dispose() => writer.Dispose();

    private void WriteTime(Instant? time) => writer.WriteField(time?.ToUnixTimeSeconds());

    private void WriteText(string text) => writer.WriteField(neutralise ? SpreadsheetFormula.Neutralised(text) : text);
}

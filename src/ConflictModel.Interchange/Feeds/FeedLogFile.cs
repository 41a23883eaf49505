using System.Text.Json.Serialization;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>
/// Writes what happened in a merge to a CSV file, an entry a row: id, outcome, the row's timestamp, that of the row it met, when the event
/// was deleted, file and line. Times are Unix seconds, as ACLED writes them; a cell that there is nothing to say of is empty.
/// </summary>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class FeedLogFile : IDisposable
{
    private readonly CsvRecords csv;

    /// <summary>A file on a stream, which stays open. The header is written at once.</summary>
    /// <param name="stream">Takes the file.</param>
    /// <param name="neutraliseFormulas">Whether texts that a spreadsheet would run get an apostrophe before them.</param>
    public FeedLogFile(Stream stream, bool neutraliseFormulas = false) =>
        csv = new(stream, ["id", "outcome", "timestamp", "met", "deleted", "file", "line"], neutraliseFormulas);

    /// <summary>Writes one entry.</summary>
    public void Write(FeedMerge.Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        csv.Write(entry.Id);
        csv.Write(JsonName.Of(entry.Outcome));
        WriteTime(entry.Timestamp);
        WriteTime(entry.Met);
        WriteTime(entry.Deleted);
        csv.Write(entry.File);
        csv.Write(entry.Line);
        csv.EndRecord();
    }

    /// <summary>Writes what is left and ends the file. The stream stays open.</summary>
    public void Dispose() => csv.Dispose();

    private void WriteTime(Instant? time) => csv.Write(time?.ToUnixTimeSeconds());
}

using System.Text.Json.Serialization;

namespace ConflictModel.Interchange;

/// <summary>
/// Writes the changes that repairs made to a CSV file, one a row: line of the row, its id, column, what the cell was, what it is, and the
/// rule.
/// </summary>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class RepairFile : IDisposable
{
    private readonly CsvRecords csv;

    /// <summary>A file on a stream, which stays open. The header is written at once.</summary>
    /// <param name="stream">Takes the file.</param>
    /// <param name="neutraliseFormulas">Whether texts that a spreadsheet would run get an apostrophe before them.</param>
    public RepairFile(Stream stream, bool neutraliseFormulas = false) =>
        csv = new(stream, ["line", "id", "column", "was", "is", "rule"], neutraliseFormulas);

    /// <summary>Writes the changes of one repair. Fits what <see cref="PublishedRepairer"/> hands out.</summary>
    public void Write(PublishedFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        foreach (CellChange change in finding.Repair)
        {
            csv.Write(finding.Line);
            csv.Write(finding.Id);
            csv.Write(change.Column);
            csv.Write(change.Was);
            csv.Write(change.Is);
            csv.Write(finding.Code);
            csv.EndRecord();
        }
    }

    /// <summary>Writes what is left and ends the file. The stream stays open.</summary>
    public void Dispose() => csv.Dispose();
}

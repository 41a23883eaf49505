using System.Text.Json.Serialization;
using ConflictModel.Revisions;

namespace ConflictModel.Interchange;

/// <summary>
/// Writes tombstones to a CSV file of the form in which ACLED answers for deleted events, so that
/// <see cref="AcledFeed.ReadDeletions"/> reads it again.
/// </summary>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class TombstoneFile : IDisposable
{
    private readonly CsvRecords csv;

    /// <summary>A file on a stream, which stays open. The header is written at once.</summary>
    /// <param name="stream">Takes the file.</param>
    /// <param name="neutraliseFormulas">Whether ids that a spreadsheet would run get an apostrophe before them: they are others then.
    /// </param>
    public TombstoneFile(Stream stream, bool neutraliseFormulas = false) =>
        csv = new(stream, DeletionsFormat.It.Columns, neutraliseFormulas);

    /// <summary>Writes one tombstone; what it has of a second is left out, for ACLED's times have none.</summary>
    public void Write(Tombstone tombstone)
    {
        ArgumentNullException.ThrowIfNull(tombstone);
        csv.Write(tombstone.Id);
        csv.Write(tombstone.Deleted.ToUnixTimeSeconds());
        csv.EndRecord();
    }

    /// <summary>Writes what is left and ends the file. The stream stays open.</summary>
    public void Dispose() => csv.Dispose();
}

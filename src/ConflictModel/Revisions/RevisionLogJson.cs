using ConflictModel.Serialization;

namespace ConflictModel.Revisions;

/// <summary>
/// Reads and writes revision logs as JSON files that other programs share: what <c>conflictmodel diff --format json</c> prints.
/// </summary>
/// <remarks>
/// Reading is as strict as that of a data set (<see cref="DatasetJson"/>), and a log must be true in itself: every line of its account
/// comes to its new sum, there are as many records as are counted, and a re-attribution is what its years say. Writing is stable.
/// </remarks>
public static class RevisionLogJson
{
    private static readonly JsonFile<RevisionLog> File = new(DocumentKind.RevisionLog);

    /// <summary>The version of the schema that is written. Logs of its major version up to this minor version can be read.</summary>
    public static string SchemaVersion => DocumentKind.RevisionLog.SchemaVersion;

    /// <summary>The JSON Schema (draft 2020-12) of a revision log.</summary>
    public static string Schema => File.Schema;

    /// <summary>Reads a log from UTF-8 text; a byte order mark is passed over.</summary>
    /// <exception cref="DatasetFormatException">The text is no revision log.</exception>
    public static RevisionLog Read(ReadOnlySpan<byte> utf8) => File.Read(utf8);

    /// <summary>Reads a log from text.</summary>
    /// <exception cref="DatasetFormatException">The text is no revision log.</exception>
    public static RevisionLog Read(string json) => File.Read(json);

    /// <summary>Reads a log from a stream of UTF-8 text, to its end.</summary>
    /// <exception cref="DatasetFormatException">The text is no revision log, or is longer than <see cref="DatasetJson.MaxBytes"/>.
    /// </exception>
    public static RevisionLog Read(Stream stream) => File.Read(stream);

    /// <summary>Writes a log to a stream as UTF-8 text.</summary>
    /// <exception cref="ArgumentException">No file can hold the log; nothing is written.</exception>
    public static void Write(RevisionLog log, Stream stream) => JsonFile<RevisionLog>.Write(log, stream);

    /// <summary>The text of a log's file.</summary>
    /// <exception cref="ArgumentException">No file can hold the log.</exception>
    public static string Write(RevisionLog log) => JsonFile<RevisionLog>.Write(log);
}

using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ConflictModel.Serialization;

/// <summary>Reads and writes data sets as JSON files that other programs share.</summary>
/// <remarks>
/// <para>
/// Reading is strict: members that the schema does not name, a null where none may be, a number in place of a name and a member that stands
/// twice are errors with a place. Data that is odd but can be held (ids that stand twice, references to nothing, figures that clash) is
/// read, and validation reports it.
/// </para>
/// <para>Writing is stable: UTF-8 without a byte order mark, two spaces, line feeds, one order of members, non-Latin text readable. A file
/// that this library wrote and reads is written back byte for byte.</para>
/// </remarks>
public static class DatasetJson
{
    /// <summary>
    /// The version of the schema that this library writes. Files of its major version up to this minor version can be read.
    /// </summary>
    public const string SchemaVersion = FormatVersion.OfDataset;

    /// <summary>The largest file that can be read, in bytes: one gibibyte, for the document is held in memory.</summary>
    public const int MaxBytes = 1 << 30;

    /// <summary>How deep arrays and objects may nest in a file.</summary>
    public const int MaxDepth = RecordFaults.MaxDepth;

    private static readonly JsonFile<ConflictDataset> File = new(DocumentKind.Dataset);

    /// <summary>The JSON Schema (draft 2020-12) of a data set file.</summary>
    public static string Schema => File.Schema;

    /// <summary>The JSON Schema of one type of the file format, which stands by itself.</summary>
    /// <typeparam name="T">A record, an id, an enumeration, a date, an estimate or another value of a data set, or a
    /// <see cref="ValueList{T}"/> of these.</typeparam>
    /// <returns>The type's definition, with those that it refers to in its <c>$defs</c>; of <see cref="ConflictDataset"/> the whole
    /// <see cref="Schema"/>.</returns>
    /// <exception cref="ArgumentException">The file format has no such type.</exception>
    public static string SchemaOf<T>() => SchemaPart.Of(typeof(T))
        ?? throw new ArgumentException($"The file format has no {typeof(T).Name}.");

    /// <summary>The JSON Schema of one type of the file format, if it has such a type: see <see cref="SchemaOf{T}"/>.</summary>
    /// <remarks>For whoever asks of types that may be their own, as what describes an API does.</remarks>
    public static bool TryGetSchemaOf(Type type, [NotNullWhen(true)] out string? schema)
    {
        ArgumentNullException.ThrowIfNull(type);
        schema = SchemaPart.Of(type);
        return schema is not null;
    }

    /// <summary>Reads a data set from the UTF-8 text of a file; a byte order mark is passed over.</summary>
    /// <exception cref="DatasetFormatException">The text is not a data set file.</exception>
    public static ConflictDataset Read(ReadOnlySpan<byte> utf8) => File.Read(utf8);

    /// <summary>Reads a data set from the text of a file.</summary>
    /// <exception cref="DatasetFormatException">The text is not a data set file.</exception>
    public static ConflictDataset Read(string json) => File.Read(json);

    /// <summary>Reads a data set from a stream of UTF-8 text, to its end.</summary>
    /// <exception cref="DatasetFormatException">The text is not a data set file, or is longer than <see cref="MaxBytes"/>.</exception>
    public static ConflictDataset Read(Stream stream) => File.Read(stream);

    /// <summary>Reads a data set from a stream of UTF-8 text, to its end, without waiting in the way of others.</summary>
    /// <exception cref="DatasetFormatException">The text is not a data set file, or is longer than <see cref="MaxBytes"/>.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static ValueTask<ConflictDataset> ReadAsync(Stream stream, CancellationToken cancellationToken = default) =>
        File.ReadAsync(stream, cancellationToken);

    /// <summary>Writes a data set to a stream as UTF-8 text, record by record: the whole text is never in memory.</summary>
    /// <exception cref="ArgumentException">No file can hold the data set; nothing is written, and validation says what it is.</exception>
    public static void Write(ConflictDataset dataset, Stream stream) => JsonFile<ConflictDataset>.Write(dataset, stream);

    /// <summary>Writes a data set whose incidents come one by one, as if they were its own: for more of them than memory holds.</summary>
    /// <param name="dataset">All else; it has no incidents.</param>
    /// <param name="incidents">The incidents, asked for once and let go of one by one.</param>
    /// <param name="stream">Where to.</param>
    /// <exception cref="ArgumentException">The data set has incidents, or no file can hold it, and nothing is written; or no file can hold
    /// an incident, and what is written is no whole file.</exception>
    public static void Write(ConflictDataset dataset, IEnumerable<Incident> incidents, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(incidents);
        if (!dataset.Incidents.IsEmpty)
        {
            throw new ArgumentException("The data set has incidents beside those that come one by one.", nameof(dataset));
        }

        JsonFile<ConflictDataset>.Write(
            dataset, stream, new("incidents", (writer, name) => RecordSteps.WriteList(writer, name, incidents)));
    }

    /// <summary>Writes a data set to a stream as UTF-8 text, record by record, without waiting in the way of others.</summary>
    /// <exception cref="ArgumentException">No file can hold the data set; nothing is written, and validation says what it is.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; what is written is no whole file.</exception>
    public static Task WriteAsync(ConflictDataset dataset, Stream stream, CancellationToken cancellationToken = default) =>
        JsonFile<ConflictDataset>.WriteAsync(dataset, stream, cancellationToken);

    /// <summary>The text of a data set's file.</summary>
    /// <exception cref="ArgumentException">No file can hold the data set; validation says what it is.</exception>
    public static string Write(ConflictDataset dataset) => JsonFile<ConflictDataset>.Write(dataset);

    /// <summary>Writes one record as it stands in a data set's file, as a value where the writer is.</summary>
    /// <typeparam name="TRecord">One of the records of a data set.</typeparam>
    /// <exception cref="ArgumentException">The record holds what no file can hold; validation names it.</exception>
    [Experimental("CM0003")]
    public static void WriteRecord<TRecord>(Utf8JsonWriter writer, TRecord record)
        where TRecord : class, IRecord<TRecord>
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(record);
        Json.Write(writer, record);
    }
}

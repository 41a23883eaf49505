using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConflictModel.Serialization;

/// <summary>Reads and writes documents of a kind: strictly the one, stably the other.</summary>
/// <param name="kind">The kind.</param>
internal sealed class JsonFile<T>(DocumentKind kind)
    where T : class, IRecord<T>
{
    // So much is written before it is let go.
    private const int FlushBytes = 1 << 16;

    private readonly Lazy<string> schema = new(kind.Schema);

    private static JsonWriterOptions WriterOptions => new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = DatasetJson.MaxDepth,
    };

    public string Schema => schema.Value;

    /// <exception cref="DatasetFormatException">The text is no document of the kind.</exception>
    public T Read(ReadOnlySpan<byte> utf8)
    {
        ReadOnlySpan<byte> json = utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;
        DocumentCheck.RequireText(json);
        long reached = 0;
        try
        {
            return Deserialize(json, ref reached);
        }
        catch (JsonException error)
        {
            // What is wrong with the document as a whole is said before what is wrong with a member.
            DocumentCheck.Run(json, kind);
            int offset = error.LineNumber is { } line
                ? JsonLocator.OffsetOf(json, line, error.BytePositionInLine ?? 0)
                : (int)reached;
            throw DocumentCheck.ErrorAt(json, offset, JsonReason.Of(error), error);
        }
    }

    /// <exception cref="DatasetFormatException">The text is no document of the kind.</exception>
    public T Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(Encoding.UTF8.GetBytes(json));
    }

    /// <exception cref="DatasetFormatException">The text is no document of the kind, or is too long.</exception>
    public T Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var text = new TextBuffer();
        while (stream.Read(text.Free) is > 0 and var count)
        {
            text.Add(count);
        }

        return Read(text.Written);
    }

    /// <exception cref="DatasetFormatException">The text is no document of the kind, or is too long.</exception>
    public async ValueTask<T> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var text = new TextBuffer();
        while (await stream.ReadAsync(text.FreeMemory, cancellationToken).ConfigureAwait(false) is > 0 and var count)
        {
            text.Add(count);
        }

        return Read(text.Written);
    }

    /// <summary>Writes a document, with a list that comes element by element in the place of an empty one.</summary>
    public static void Write(T document, Stream stream, RecordSteps.Instead? instead = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new Utf8JsonWriter(stream, WriterOptions);
        foreach (int _ in Serialize(writer, document, instead))
        {
            if (writer.BytesPending >= FlushBytes)
            {
                writer.Flush();
            }
        }

        writer.Flush();
        stream.Write("\n"u8);
    }

    public static async Task WriteAsync(T document, Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(stream);
        var writer = new Utf8JsonWriter(stream, WriterOptions);
        await using (writer.ConfigureAwait(false))
        {
            foreach (int _ in Serialize(writer, document))
            {
                if (writer.BytesPending >= FlushBytes)
                {
                    await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
                }
            }

            await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
            await stream.WriteAsync("\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        }
    }

    public static string Write(T document)
    {
        using var stream = new MemoryStream();
        Write(document, stream);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    // Between the steps what is written may be let go. What no file can hold is found before any of it is.
    private static IEnumerable<int> Serialize(Utf8JsonWriter writer, T document, RecordSteps.Instead? instead = null)
    {
        RecordFaults.RequireNone(document);
        return RecordSteps.Write(writer, document, instead);
    }

    // An error without a line is where reading came to.
    private static T Deserialize(ReadOnlySpan<byte> json, ref long reached)
    {
        using TextPool.Reading texts = new TextPool().Begin();
        var reader = new Utf8JsonReader(json, new() { MaxDepth = DatasetJson.MaxDepth });
        try
        {
            reader.Read();
            T document = Json.Read<T>(ref reader);

            // What follows the object is an error too.
            reader.Read();
            return document;
        }
        finally
        {
            reached = reader.BytesConsumed;
        }
    }
}

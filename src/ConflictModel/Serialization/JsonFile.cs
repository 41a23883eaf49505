using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConflictModel.Serialization;

/// <summary>Reads and writes documents of a kind: strictly the one, stably the other.</summary>
/// <param name="kind">The kind.</param>
/// <param name="deserialize">Reads the whole text of a document.</param>
/// <param name="serialize">Writes a document as one value, in steps.</param>
internal sealed class JsonFile<T>(DocumentKind kind, JsonFile<T>.Deserializer deserialize, JsonFile<T>.Serializer serialize)
    where T : class
{
    // So much is written before it is let go.
    private const int FlushBytes = 1 << 16;

    private readonly Lazy<string> schema = new(kind.Schema);

    /// <summary>Reads a document.</summary>
    /// <param name="json">Its text, which is UTF-8 without a byte order mark.</param>
    /// <param name="reached">Up to which byte reading came.</param>
    /// <exception cref="JsonException">It is none; an error without a line is where reading came to.</exception>
    public delegate T Deserializer(ReadOnlySpan<byte> json, ref long reached);

    /// <summary>Writes a document step by step; between them what is written may be let go.</summary>
    /// <exception cref="ArgumentException">No file can hold it; then nothing is written.</exception>
    public delegate IEnumerable<int> Serializer(Utf8JsonWriter writer, T document);

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
            return deserialize(json, ref reached);
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

    public void Write(T document, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new Utf8JsonWriter(stream, WriterOptions);
        foreach (int _ in serialize(writer, document))
        {
            if (writer.BytesPending >= FlushBytes)
            {
                writer.Flush();
            }
        }

        writer.Flush();
        stream.Write("\n"u8);
    }

    public async Task WriteAsync(T document, Stream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(stream);
        var writer = new Utf8JsonWriter(stream, WriterOptions);
        await using (writer.ConfigureAwait(false))
        {
            foreach (int _ in serialize(writer, document))
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

    public string Write(T document)
    {
        using var stream = new MemoryStream();
        Write(document, stream);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}

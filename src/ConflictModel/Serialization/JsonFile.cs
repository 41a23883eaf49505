using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConflictModel.Serialization;

/// <summary>Reads and writes documents of a kind: strictly the one, stably the other.</summary>
/// <param name="kind">The kind.</param>
/// <param name="deserialize">Reads the whole text of a document.</param>
/// <param name="serialize">Writes a document as one value.</param>
internal sealed class JsonFile<T>(DocumentKind kind, JsonFile<T>.Deserializer deserialize, Action<Utf8JsonWriter, T> serialize)
    where T : class
{
    private readonly Lazy<string> schema = new(kind.Schema);

    /// <summary>Reads a document.</summary>
    /// <param name="json">Its text, which is UTF-8 without a byte order mark.</param>
    /// <param name="reached">Up to which byte reading came.</param>
    /// <exception cref="JsonException">It is none; an error without a line is where reading came to.</exception>
    public delegate T Deserializer(ReadOnlySpan<byte> json, ref long reached);

    public static JsonWriterOptions WriterOptions => new()
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
        using var buffer = new MemoryStream();
        byte[] block = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            for (int count = stream.Read(block); count > 0; count = stream.Read(block))
            {
                if (buffer.Length + count > DatasetJson.MaxBytes)
                {
                    throw new DatasetFormatException($"The file is longer than {DatasetJson.MaxBytes} bytes.", "", 1, 1);
                }

                buffer.Write(block, 0, count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }

        return Read(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    public void Write(T document, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new Utf8JsonWriter(stream, WriterOptions);
        serialize(writer, document);
        writer.Flush();
        stream.WriteByte((byte)'\n');
    }

    public string Write(T document)
    {
        using var stream = new MemoryStream();
        Write(document, stream);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}

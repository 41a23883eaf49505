using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace ConflictModel.Serialization;

/// <summary>Takes a text apart into lines and reads the record on each.</summary>
internal sealed class LineReader : IDisposable
{
    private readonly TextPool texts = new();
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(1 << 16);
    private int start;
    private int end;
    private bool isEnded;
    private long line;
    private bool hasHeader;

    /// <summary>Room for more bytes, never empty.</summary>
    /// <exception cref="DatasetFormatException">A line is longer than it may be.</exception>
    public Memory<byte> Free()
    {
        if (start > 0)
        {
            bytes.AsSpan(start..end).CopyTo(bytes);
            (start, end) = (0, end - start);
        }

        if (end == bytes.Length)
        {
            if (bytes.Length > DatasetNdjson.MaxLineBytes)
            {
                throw new DatasetFormatException($"The line is longer than {DatasetNdjson.MaxLineBytes} bytes.", "", line + 1, 1);
            }

            byte[] larger = ArrayPool<byte>.Shared.Rent(2 * bytes.Length);
            bytes.CopyTo(larger, 0);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }

        return bytes.AsMemory(end);
    }

    /// <summary>Takes what was put into the room; nothing at the end of the text.</summary>
    public void Add(int count)
    {
        isEnded = count == 0;
        end += count;
    }

    /// <summary>The record on the next line that is there; null if more bytes are needed, or none are left.</summary>
    /// <exception cref="DatasetFormatException">The line is none that such a file has.</exception>
    public object? Next()
    {
        while (true)
        {
            ReadOnlySpan<byte> rest = bytes.AsSpan(start..end);
            int length = rest.IndexOf((byte)'\n');
            if (length < 0)
            {
                if (!isEnded || rest.IsEmpty)
                {
                    return isEnded && !hasHeader ? throw At(default, 0, NoHeader) : null;
                }

                length = rest.Length;
            }

            ReadOnlySpan<byte> text = rest[..length];
            start += Math.Min(length + 1, rest.Length);
            line++;
            if (line == 1 && text.StartsWith(Encoding.UTF8.Preamble))
            {
                text = text[Encoding.UTF8.Preamble.Length..];
            }

            if (!text.Trim(" \t\r"u8).IsEmpty)
            {
                return Read(text);
            }
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(bytes);

    private static string NoHeader =>
        $"The first line of records line by line is {{\"schemaVersion\":\"{FormatVersion.OfDataset}\",\"kind\":\"{LineHeader.Kind}\"}}.";

    private object Read(ReadOnlySpan<byte> text)
    {
        if (text.Length > DatasetNdjson.MaxLineBytes)
        {
            throw At(default, 0, $"The line is longer than {DatasetNdjson.MaxLineBytes} bytes.");
        }

        if (!Utf8.IsValid(text))
        {
            throw At(text, DocumentCheck.FirstInvalidByte(text), "This byte is not UTF-8.");
        }

        var json = new Utf8JsonReader(text, new() { MaxDepth = DatasetJson.MaxDepth });
        using TextPool.Reading reading = texts.Begin();
        try
        {
            object record = hasHeader ? LineKinds.Read(ref json) : Header(ref json);
            json.Read();
            hasHeader = true;
            return record;
        }
        catch (JsonException error) when (error is not DatasetFormatException)
        {
            throw error.LineNumber is null ? At(text, (int)json.BytesConsumed, JsonReason.Of(error), error)
                : At(text, (int)(error.BytePositionInLine ?? 0), hasHeader ? JsonReason.Of(error) : NoHeader, error, isSyntax: true);
        }
    }

    private static ConflictDataset Header(ref Utf8JsonReader json)
    {
        json.Read();
        try
        {
            LineHeader header = Json.Read<LineHeader>(ref json);
            return new() { Title = header.Title, Extensions = header.Extensions };
        }
        catch (JsonException error) when (error.Message.StartsWith("Members are missing", StringComparison.Ordinal)
            || error.Message.StartsWith("There is no member", StringComparison.Ordinal))
        {
            throw new JsonException(NoHeader, error);
        }
    }

    private DatasetFormatException At(
        ReadOnlySpan<byte> text, int offset, string reason, Exception? inner = null, bool isSyntax = false) =>
        DocumentCheck.ErrorAt(text, Math.Min(offset, text.Length), reason, inner, isSyntax, Math.Max(line, 1) - 1);
}

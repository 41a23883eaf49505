using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace ConflictModel.Serialization;

/// <summary>Takes a text apart into lines and reads the record on each.</summary>
internal sealed class LineReader : IDisposable
{
    private const int RoomBytes = 1 << 16;

    private byte[] bytes;
    private int start;
    private int end;
    private long line;
    private bool hasHeader;

    public LineReader() => bytes = ArrayPool<byte>.Shared.Rent(RoomBytes);

    private LineReader(byte[] bytes, int start, int end, long line) =>
        (this.bytes, this.start, this.end, this.line, hasHeader, IsEnded) = (bytes, start, end, line, true, true);

    /// <summary>Whether no more bytes come.</summary>
    public bool IsEnded { get; private set; }

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
        IsEnded = count == 0;
        end += count;
    }

    /// <summary>Leaves the lines that are there whole, after the header, to another; null if there is none.</summary>
    public LineReader? Split()
    {
        int length = IsEnded ? end - start : bytes.AsSpan(start..end).LastIndexOf((byte)'\n') + 1;
        if (length == 0)
        {
            return null;
        }

        Span<byte> rest = bytes.AsSpan((start + length)..end);
        byte[] room = ArrayPool<byte>.Shared.Rent(Math.Max(RoomBytes, rest.Length));
        rest.CopyTo(room);
        var whole = new LineReader(bytes, start, start + length, line);
        line += bytes.AsSpan(start, length).Count((byte)'\n');
        (bytes, start, end) = (room, 0, rest.Length);
        return whole;
    }

    /// <summary>The record on the next line that is there; null if more bytes are needed, or none are left.</summary>
    /// <param name="texts">Where texts are found that were read before.</param>
    /// <exception cref="DatasetFormatException">The line is none that such a file has.</exception>
    public object? Next(TextPool texts)
    {
        while (true)
        {
            ReadOnlySpan<byte> rest = bytes.AsSpan(start..end);
            int length = rest.IndexOf((byte)'\n');
            if (length < 0)
            {
                if (!IsEnded || rest.IsEmpty)
                {
                    return IsEnded && !hasHeader ? throw At(default, 0, NoHeader) : null;
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
                return Read(text, texts);
            }
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(bytes);

    private static string NoHeader =>
        $"The first line of records line by line is {{\"schemaVersion\":\"{FormatVersion.OfDataset}\",\"kind\":\"{LineHeader.Kind}\"}}.";

    private object Read(ReadOnlySpan<byte> text, TextPool texts)
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

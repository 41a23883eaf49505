using System.Text.Json;

namespace ConflictModel.Serialization;

/// <summary>Turns a byte offset in a JSON text into a line, a column and a JSON Pointer.</summary>
internal static class JsonLocator
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = DatasetJson.MaxDepth };

    /// <summary>The offset of a 0-based line and byte column, as <see cref="JsonException"/> counts them.</summary>
    public static int OffsetOf(ReadOnlySpan<byte> json, long line, long column)
    {
        int start = 0;
        for (; line > 0; line--)
        {
            int next = json[start..].IndexOf((byte)'\n');
            if (next < 0)
            {
                break;
            }

            start += next + 1;
        }

        return (int)Math.Min(json.Length, start + column);
    }

    /// <summary>The line and column of an offset, both from 1.</summary>
    public static (long Line, long Column) PlaceOf(ReadOnlySpan<byte> json, int offset)
    {
        ReadOnlySpan<byte> before = json[..offset];
        return (before.Count((byte)'\n') + 1L, offset - before.LastIndexOf((byte)'\n'));
    }

    /// <summary>The pointer of the innermost value that an error at an offset is about, and where its wrong token begins.</summary>
    /// <param name="json">The text.</param>
    /// <param name="offset">Where the error was noticed.</param>
    /// <param name="isSyntax">Whether the text is no JSON there. Otherwise a token is wrong that ends there: a reader notices it after its
    /// last byte, and the person who mends it looks for the first.</param>
    public static (JsonPointer Pointer, int Start) Locate(ReadOnlySpan<byte> json, int offset, bool isSyntax)
    {
        (JsonPointer pointer, long start) = JsonWalk.To(new Utf8JsonReader(json, Options), offset, isSyntax);
        return (pointer, (int)start);
    }
}

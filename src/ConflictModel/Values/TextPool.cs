using System.Buffers.Binary;
using System.Text;

namespace ConflictModel;

/// <summary>Gives the texts that a file says again and again (ids, columns, cells) as one string each, while it is read.</summary>
/// <remarks>It remembers the last text of each place in a table of fixed size, and nothing beyond the reading.</remarks>
internal sealed class TextPool
{
    private const int MaxLength = 48;
    private const int Places = 1 << 12;

    // Reading a record has no room for a state of its own: converters are asked by the serializer too.
    [ThreadStatic]
    private static TextPool? current;

    private readonly string?[] texts = new string?[Places];

    /// <summary>Lets the texts that this thread reads be pooled until the result is disposed.</summary>
    public Reading Begin()
    {
        TextPool? outer = current;
        current = this;
        return new(outer);
    }

    /// <summary>The text of UTF-8 bytes, which were looked at before; null if none are pooled now.</summary>
    public static string? Of(ReadOnlySpan<byte> utf8) =>
        current is not { } pool ? null
        : utf8.Length is > 0 and <= MaxLength ? pool.Find(utf8)
        : Encoding.UTF8.GetString(utf8);

    private string Find(ReadOnlySpan<byte> utf8)
    {
        ref string? place = ref texts[PlaceOf(utf8)];
        return place is { } known && known.Length == utf8.Length && Ascii.Equals(utf8, known)
            ? known
            : place = Encoding.UTF8.GetString(utf8);
    }

    private static int PlaceOf(ReadOnlySpan<byte> utf8)
    {
        ulong hash = (ulong)utf8.Length;
        if (utf8.Length >= sizeof(ulong))
        {
            hash ^= BinaryPrimitives.ReadUInt64LittleEndian(utf8);
            hash ^= ulong.RotateLeft(BinaryPrimitives.ReadUInt64LittleEndian(utf8[^sizeof(ulong)..]), 29);
        }
        else
        {
            foreach (byte b in utf8)
            {
                hash = (hash << 8) | b;
            }
        }

        return (int)(unchecked(hash * 0x9E3779B97F4A7C15) >> (64 - 12));
    }

    /// <summary>The time for which texts are pooled.</summary>
    public readonly ref struct Reading(TextPool? outer) : IDisposable
    {
        public void Dispose() => current = outer;
    }
}

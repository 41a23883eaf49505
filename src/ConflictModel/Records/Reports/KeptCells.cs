using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;

namespace ConflictModel;

/// <summary>The cells of an original row in the least memory: texts as UTF-8 behind one another, names shared by rows alike.</summary>
/// <remarks>
/// Half of what an incident weighed were these cells, as strings in a list. Texts that UTF-8 can't hold, and what is no column at all,
/// stay as they were given. Equality is by content: the same columns are always packed the same. The default is no column.
/// </remarks>
[DebuggerDisplay("{ToColumns()}")]
internal readonly struct KeptCells : IEquatable<KeptCells>
{
    /// <summary>A text of so many bytes or more has its length in four bytes behind a first one.</summary>
    private const byte LongText = byte.MaxValue;

    private const int LongPrefix = 1 + sizeof(int);

    // Rows of one file have a few sets of columns in turn. Who finds another's names here only shares less.
    private static readonly string[]?[] KnownNames = new string[]?[256];

    private readonly ValueList<OriginalColumn> unpacked;
    private readonly string[]? names;
    private readonly byte[]? texts;

    private KeptCells(ValueList<OriginalColumn> unpacked) => this.unpacked = unpacked;

    private KeptCells(string[] names, byte[] texts) => (this.names, this.texts) = (names, texts);

    public static KeptCells Of(ValueList<OriginalColumn> columns)
    {
        int length = 0;
        foreach (OriginalColumn column in columns)
        {
            if (column.Name is null || column.Text is null || column.Text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            {
                return new(columns);
            }

            int bytes = Encoding.UTF8.GetByteCount(column.Text);
            length += (bytes < LongText ? 1 : LongPrefix) + bytes;
        }

        return columns.IsEmpty ? default : new(NamesOf(columns.AsSpan()), Packed(columns.AsSpan(), length));
    }

    /// <summary>The cells as columns, made anew.</summary>
    public ValueList<OriginalColumn> ToColumns()
    {
        if (names is null)
        {
            return unpacked;
        }

        var columns = new OriginalColumn[names.Length];
        ReadOnlySpan<byte> rest = texts;
        for (int i = 0; i < columns.Length; i++)
        {
            (int start, int length) = rest[0] < LongText ? (1, rest[0]) : (LongPrefix, BinaryPrimitives.ReadInt32LittleEndian(rest[1..]));
            columns[i] = new(names[i], Encoding.UTF8.GetString(rest.Slice(start, length)));
            rest = rest[(start + length)..];
        }

        return new(columns);
    }

    public bool Equals(KeptCells other) => names is null || other.names is null
        ? names is null && other.names is null && unpacked == other.unpacked
        : names.AsSpan().SequenceEqual(other.names) && texts.AsSpan().SequenceEqual(other.texts);

    public override bool Equals(object? obj) => obj is KeptCells other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(unpacked);
        hash.AddBytes(texts);
        return hash.ToHashCode();
    }

    private static byte[] Packed(ReadOnlySpan<OriginalColumn> columns, int length)
    {
        byte[] texts = new byte[length];
        Span<byte> rest = texts;
        foreach (OriginalColumn column in columns)
        {
            int bytes = Encoding.UTF8.GetByteCount(column.Text);
            int start = bytes < LongText ? 1 : LongPrefix;
            rest[0] = (byte)Math.Min(bytes, LongText);
            if (start == LongPrefix)
            {
                BinaryPrimitives.WriteInt32LittleEndian(rest[1..], bytes);
            }

            Encoding.UTF8.GetBytes(column.Text, rest[start..]);
            rest = rest[(start + bytes)..];
        }

        return texts;
    }

    private static string[] NamesOf(ReadOnlySpan<OriginalColumn> columns)
    {
        var hash = default(HashCode);
        foreach (OriginalColumn column in columns)
        {
            hash.Add(column.Name.Length);
        }

        ref string[]? known = ref KnownNames[unchecked((uint)hash.ToHashCode()) % (uint)KnownNames.Length];
        if (known is not { } names || !AreNames(names, columns))
        {
            names = new string[columns.Length];
            for (int i = 0; i < names.Length; i++)
            {
                names[i] = columns[i].Name;
            }

            Volatile.Write(ref known, names);
        }

        return names;
    }

    private static bool AreNames(string[] names, ReadOnlySpan<OriginalColumn> columns)
    {
        if (names.Length != columns.Length)
        {
            return false;
        }

        for (int i = 0; i < names.Length; i++)
        {
            if (names[i] != columns[i].Name)
            {
                return false;
            }
        }

        return true;
    }
}

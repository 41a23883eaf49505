namespace ConflictModel.Interchange;

/// <summary>Finds what was made of some cells before by their bytes, without text being made of them.</summary>
/// <remarks>One key at a time: <see cref="Key"/>, <see cref="And"/> for each further cell, then <see cref="TryGet"/>, and <see cref="Add"/>
/// if it is new.</remarks>
internal sealed class CellMap<T>
{
    private readonly Dictionary<byte[], T>.AlternateLookup<ReadOnlySpan<byte>> made =
        new Dictionary<byte[], T>(Utf8Keys.Comparer).GetAlternateLookup<ReadOnlySpan<byte>>();

    private byte[] key = new byte[256];
    private int length;
    private byte[] last = new byte[256];
    private int lastLength = -1;
    private T lastValue = default!;

    public CellMap<T> Key(ReadOnlySpan<byte> cell)
    {
        length = 0;
        return Append(cell);
    }

    public CellMap<T> And(ReadOnlySpan<byte> cell)
    {
        // No UTF-8 has this byte, so that no two lists of cells are one key.
        Append([0xFF]);
        return Append(cell);
    }

    public bool TryGet(out T value)
    {
        // The rows of one dyad often stand together.
        if (length == lastLength && key.AsSpan(0, length).SequenceEqual(last.AsSpan(0, length)))
        {
            value = lastValue;
            return true;
        }

        if (!made.TryGetValue(key.AsSpan(0, length), out value!))
        {
            return false;
        }

        Remember(value);
        return true;
    }

    public void Add(T value)
    {
        made[key.AsSpan(0, length)] = value;
        Remember(value);
    }

    private void Remember(T value)
    {
        // The next key is written over the one before this.
        (last, key) = (key, last);
        (lastLength, lastValue) = (length, value);
    }

    private CellMap<T> Append(ReadOnlySpan<byte> cell)
    {
        if (key.Length - length < cell.Length)
        {
            Array.Resize(ref key, Math.Max(key.Length * 2, length + cell.Length));
        }

        cell.CopyTo(key.AsSpan(length));
        length += cell.Length;
        return this;
    }
}

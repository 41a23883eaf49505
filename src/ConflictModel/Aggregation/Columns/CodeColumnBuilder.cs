using System.Numerics;
using System.Runtime.CompilerServices;

namespace ConflictModel.Aggregation;

/// <summary>
/// Collects a <see cref="CodeColumn"/>: full chunks are packed at once, so that building needs little more memory than the table.
/// </summary>
internal sealed class CodeColumnBuilder
{
    private const int ChunkRows = 1 << 16;

    private readonly List<CodeColumn> chunks = [];
    private int[] current = [];
    private int used;
    private int largestHere;

    public int Largest { get; private set; }

    /// <summary>Of a column that is left out, the key that would ask for it; null of one that is collected.</summary>
    public string? LeftOut { get; set; }

    public int this[int row] => row / ChunkRows < chunks.Count ? chunks[row / ChunkRows][row % ChunkRows] : current[row % ChunkRows];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(int code)
    {
        if (LeftOut is not null)
        {
            return;
        }

        if (used == current.Length)
        {
            Pack();
        }

        current[used++] = code;
        largestHere = Math.Max(largestHere, code);
    }

    /// <summary>Adds the codes of some rows; zeros if there are none.</summary>
    public void Append(ReadOnlySpan<int> codes, int count)
    {
        for (int done = 0; done < count && LeftOut is null;)
        {
            if (used == current.Length)
            {
                Pack();
            }

            Span<int> room = current.AsSpan(used, Math.Min(count - done, current.Length - used));
            if (codes.IsEmpty)
            {
                room.Clear();
            }
            else
            {
                codes.Slice(done, room.Length).CopyTo(room);
                largestHere = Math.Max(largestHere, (int)CodeColumn.LargestOf(room));
            }

            used += room.Length;
            done += room.Length;
        }
    }

    /// <summary>Makes room for the next code: the chunk that is full, if there is one, is packed.</summary>
    private void Pack()
    {
        if (current.Length == 0)
        {
            current = new int[ChunkRows];
            return;
        }

        Largest = Math.Max(Largest, largestHere);
        var chunk = CodeColumn.Allocate(used, largestHere);
        Copy(current.AsSpan(), chunk.Values, 0, [], 0);
        chunks.Add(chunk);
        used = 0;
        largestHere = 0;
    }

    /// <summary>Takes all rows out.</summary>
    public void Clear()
    {
        chunks.Clear();
        (used, largestHere, Largest) = (0, 0, 0);
    }

    /// <summary>Takes rows out, which are given in ascending order; those behind them move up.</summary>
    public void Remove(ReadOnlySpan<int> rows)
    {
        CodeColumn[] full = [.. chunks];
        int[] rest = current[..used];
        Clear();
        int row = 0;
        int next = 0;
        foreach (CodeColumn? chunk in (CodeColumn?[])[.. full, null])
        {
            for (int i = 0; i < (chunk is null ? rest.Length : ChunkRows); i++, row++)
            {
                if (next < rows.Length && rows[next] == row)
                {
                    next++;
                }
                else
                {
                    Append(chunk is null ? rest[i] : chunk[i]);
                }
            }
        }
    }

    /// <summary>
    /// All rows so far as one column; row i goes to <paramref name="places"/>[i], or stays where it is if there are none.
    /// </summary>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="places">Where each row goes; empty for no change of order.</param>
    /// <param name="origin">What is taken off every code, for days that count from the table's first.</param>
    public CodeColumn ToColumn(int rows, ReadOnlySpan<int> places, int origin = 0)
    {
        if (LeftOut is { } key)
        {
            return CodeColumn.LeftOut(key);
        }

        var column = CodeColumn.Allocate(rows, Math.Max(Largest, largestHere) - origin);
        if (column.Values is null)
        {
            return column;
        }

        int row = 0;
        foreach (CodeColumn chunk in chunks)
        {
            ReadOnlySpan<int> to = places.IsEmpty ? [] : places.Slice(row, ChunkRows);
            switch (chunk.Values)
            {
                case byte[] bytes: Copy(bytes, column.Values, row, to, origin); break;
                case ushort[] shorts: Copy(shorts, column.Values, row, to, origin); break;
                case int[] ints: Copy(ints, column.Values, row, to, origin); break;
                default: Copy(new byte[ChunkRows], column.Values, row, to, origin); break;
            }

            row += ChunkRows;
        }

        Copy(current.AsSpan(0, used), column.Values, row, places.IsEmpty ? [] : places[row..], origin);
        return column;
    }

    private static void Copy<TFrom>(ReadOnlySpan<TFrom> from, Array? to, int start, ReadOnlySpan<int> places, int origin)
        where TFrom : unmanaged, IBinaryInteger<TFrom>
    {
        switch (to)
        {
            case byte[] bytes: Copy(from, bytes, start, places, origin); break;
            case ushort[] shorts: Copy(from, shorts, start, places, origin); break;
            case int[] ints: Copy(from, ints, start, places, origin); break;
        }
    }

    private static void Copy<TFrom, TTo>(ReadOnlySpan<TFrom> from, TTo[] to, int start, ReadOnlySpan<int> places, int origin)
        where TFrom : unmanaged, IBinaryInteger<TFrom>
        where TTo : unmanaged, IBinaryInteger<TTo>
    {
        for (int i = 0; i < from.Length; i++)
        {
            to[places.IsEmpty ? start + i : places[i]] = TTo.CreateTruncating(int.CreateTruncating(from[i]) - origin);
        }
    }

    private static void Copy<TFrom>(TFrom[] from, Array to, int start, ReadOnlySpan<int> places, int origin)
        where TFrom : unmanaged, IBinaryInteger<TFrom> => Copy(from.AsSpan(), to, start, places, origin);

    private static void Copy<TFrom>(Span<TFrom> from, Array? to, int start, ReadOnlySpan<int> places, int origin)
        where TFrom : unmanaged, IBinaryInteger<TFrom> => Copy((ReadOnlySpan<TFrom>)from, to, start, places, origin);
}

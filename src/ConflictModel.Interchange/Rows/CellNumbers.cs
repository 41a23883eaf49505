using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ConflictModel.Interchange;

/// <summary>Numbers what some cells of rows say, from 0 as it comes, by their bytes as they are written.</summary>
/// <remarks>
/// What is written otherwise and means the same has a number of its own. No two lists of cells are one: each cell is held with the
/// separator or line feed behind it, and each run of cells with its length. Runs are looked at 64 bytes at a time, so that nothing depends
/// on how long a name is.
/// </remarks>
internal sealed class CellNumbers
{
    private const uint Odd = 0x9E3779B1;

    private byte[] written = new byte[1 << 10];
    private Known[] known = new Known[1 << 7];
    private int[] slots = new int[1 << 8];
    private int count;
    private int end;

    /// <summary>The number of what a row says in some columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Of(in PlainCells cells, CellRuns runs)
    {
        uint hash = Hash(cells, runs);
        for (uint slot = hash; ; slot = unchecked(slot + 1))
        {
            ref int number = ref slots[slot & (uint)(slots.Length - 1)];
            if (number == 0)
            {
                number = count + 1;
                Add(hash, cells, runs);
                return count - 1;
            }

            if (known[number - 1].Hash == hash && Is(known[number - 1], cells, runs))
            {
                return number - 1;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(in PlainCells cells, CellRuns runs)
    {
        // No block waits for the one before it: each has a factor of its own.
        Vector512<uint> sums = Vector512<uint>.Zero;
        uint factor = Odd;
        foreach ((int from, int to) in runs.Runs)
        {
            (int start, int length) = cells.Written(from, to);
            for (int at = 0; at < length; at += 64)
            {
                sums += cells.Block(start + at, length - at).AsUInt32() * factor;
                factor = unchecked(factor * Odd);
            }
        }

        unchecked
        {
            uint hash = Vector512.Sum(sums * ((Vector512<uint>.Indices * 0x85EBCA6A) + Vector512.Create(Odd)));
            hash = (hash ^ (hash >> 15)) * 0xC2B2AE35;
            return hash ^ (hash >> 13);
        }
    }

    /// <summary>Whether the bytes that are held are those of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Is(in Known one, in PlainCells cells, CellRuns runs)
    {
        int place = one.Start;
        foreach ((int from, int to) in runs.Runs)
        {
            (int start, int length) = cells.Written(from, to);
            if (place == one.End || MemoryMarshal.Read<int>(written.AsSpan(place)) != length)
            {
                return false;
            }

            place += sizeof(int);
            for (int at = 0; at < length; at += 64, place += 64)
            {
                if (cells.Block(start + at, length - at) != Vector512.Create(written, place))
                {
                    return false;
                }
            }
        }

        return place == one.End;
    }

    private void Add(uint hash, in PlainCells cells, CellRuns runs)
    {
        if (count == known.Length)
        {
            Array.Resize(ref known, count * 2);
        }

        int begin = end;
        foreach ((int from, int to) in runs.Runs)
        {
            (int start, int length) = cells.Written(from, to);
            int room = sizeof(int) + length + 64;
            if (written.Length - end < room)
            {
                Array.Resize(ref written, (int)BitOperations.RoundUpToPowerOf2((uint)(end + room)));
            }

            MemoryMarshal.Write(written.AsSpan(end), length);
            end += sizeof(int);
            for (int at = 0; at < length; at += 64, end += 64)
            {
                cells.Block(start + at, length - at).CopyTo(written, end);
            }
        }

        known[count++] = new(hash, begin, end);
        if (count * 2 > slots.Length)
        {
            Grow();
        }
    }

    private void Grow()
    {
        slots = new int[slots.Length * 2];
        for (int number = 0; number < count; number++)
        {
            uint slot = known[number].Hash;
            while (slots[slot & (uint)(slots.Length - 1)] != 0)
            {
                slot = unchecked(slot + 1);
            }

            slots[slot & (uint)(slots.Length - 1)] = number + 1;
        }
    }

    /// <summary>The hash of what a number stands for, and where its bytes are held.</summary>
    private readonly record struct Known(uint Hash, int Start, int End);
}

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
    private Known[] slots = new Known[1 << 8];
    private int count;
    private int end;

    /// <summary>The number of what a row says in some columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Of(in PlainCells cells, CellRuns runs)
    {
        uint hash = Hash(cells, runs);
        for (uint slot = hash; ; slot = unchecked(slot + 1))
        {
            ref readonly Known known = ref slots[slot & (uint)(slots.Length - 1)];
            if (known.Place == 0)
            {
                return Add(hash, cells, runs);
            }

            if (known.Hash == hash && Is(known, cells, runs))
            {
                return known.Place - 1;
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
            Vector512<uint> spread = sums * ((Vector512<uint>.Indices * 0x85EBCA6A) + Vector512.Create(Odd));
            Vector256<uint> half = spread.GetLower() + spread.GetUpper();
            Vector128<ulong> quarter = (half.GetLower() + half.GetUpper()).AsUInt64();
            ulong hash = ((quarter.ToScalar() * 0x9FB21C651E98DF25) ^ quarter.GetElement(1)) * 0xC2B2AE3D27D4EB4F;
            return (uint)(hash >> 32);
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

    private int Add(uint hash, in PlainCells cells, CellRuns runs)
    {
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

        count++;
        Put(new(hash, count, begin, end));
        if (count * 2 > slots.Length)
        {
            Known[] all = slots;
            slots = new Known[all.Length * 2];
            foreach (Known known in all)
            {
                if (known.Place != 0)
                {
                    Put(known);
                }
            }
        }

        return count - 1;
    }

    private void Put(in Known known)
    {
        uint slot = known.Hash;
        while (slots[slot & (uint)(slots.Length - 1)].Place != 0)
        {
            slot = unchecked(slot + 1);
        }

        slots[slot & (uint)(slots.Length - 1)] = known;
    }

    /// <summary>The hash of what a number stands for, which one it is, from 1, and where its bytes are held.</summary>
    private readonly record struct Known(uint Hash, int Place, int Start, int End);
}

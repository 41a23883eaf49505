using System.Runtime.CompilerServices;

namespace ConflictModel.Interchange;

/// <summary>Numbers what some cells of rows say, from 0 as it comes, by their bytes as they are written.</summary>
/// <remarks>
/// What is written otherwise and means the same has a number of its own. No two lists of cells are one: each cell is held with the
/// separator or line feed behind it, so that their bytes in a row can be told apart again.
/// </remarks>
internal sealed class CellNumbers
{
    private readonly List<uint> hashes = [];
    private readonly List<int> starts = [0];
    private byte[] written = new byte[1 << 10];
    private int[] slots = new int[1 << 8];

    /// <summary>The number of what a row says in some columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Of(in PlainCells cells, CellRuns runs)
    {
        uint hash = 0;
        foreach ((int from, int to) in runs.Runs)
        {
            hash = cells.Hash(hash, from, to);
        }

        for (uint slot = hash; ; slot = unchecked(slot + 1))
        {
            ref int number = ref slots[slot & (uint)(slots.Length - 1)];
            if (number == 0)
            {
                number = hashes.Count + 1;
                Add(hash, cells, runs);
                return hashes.Count - 1;
            }

            if (hashes[number - 1] == hash && IsAt(number - 1, cells, runs))
            {
                return number - 1;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool IsAt(int number, in PlainCells cells, CellRuns runs)
    {
        ReadOnlySpan<byte> known = written.AsSpan(starts[number]..starts[number + 1]);
        foreach ((int from, int to) in runs.Runs)
        {
            ReadOnlySpan<byte> here = cells.Written(from, to);
            if (!known.StartsWith(here))
            {
                return false;
            }

            known = known[here.Length..];
        }

        return known.IsEmpty;
    }

    private void Add(uint hash, in PlainCells cells, CellRuns runs)
    {
        int end = starts[^1];
        foreach ((int from, int to) in runs.Runs)
        {
            ReadOnlySpan<byte> here = cells.Written(from, to);
            if (written.Length - end < here.Length)
            {
                Array.Resize(ref written, Math.Max(written.Length * 2, end + here.Length));
            }

            here.CopyTo(written.AsSpan(end));
            end += here.Length;
        }

        starts.Add(end);
        hashes.Add(hash);
        if (hashes.Count * 2 > slots.Length)
        {
            Grow();
        }
    }

    private void Grow()
    {
        slots = new int[slots.Length * 2];
        for (int number = 0; number < hashes.Count; number++)
        {
            uint slot = hashes[number];
            while (slots[slot & (uint)(slots.Length - 1)] != 0)
            {
                slot = unchecked(slot + 1);
            }

            slots[slot & (uint)(slots.Length - 1)] = number + 1;
        }
    }
}

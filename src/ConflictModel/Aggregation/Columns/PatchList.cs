namespace ConflictModel.Aggregation;

/// <summary>Patches in order of rows, in 16 bytes each; the few counts beyond 31 bits are held apart in full.</summary>
internal sealed class PatchList
{
    private const int Unknown = -1;
    private const int FirstLarge = -2;

    private readonly TableCell[] cells;
    private readonly long[] large;

    public PatchList(IReadOnlyList<Patch> patches)
    {
        int[] rows = new int[patches.Count];
        int[] order = new int[patches.Count];
        for (int i = 0; i < rows.Length; i++)
        {
            (rows[i], order[i]) = (patches[i].Row, i);
        }

        Array.Sort(rows, order);
        List<long> beyond = [];
        cells = new TableCell[rows.Length];
        for (int i = 0; i < cells.Length; i++)
        {
            Patch patch = patches[order[i]];
            cells[i] = new(patch.Row, Pack(patch.Low, beyond), Pack(patch.Best, beyond), Pack(patch.High, beyond));
            Heaviest = patch.IsWide ? Heaviest : Math.Max(Heaviest, patch.Weight);
        }

        large = [.. beyond];
    }

    /// <summary>The most that a patch adds to a lane of 32 bits.</summary>
    public long Heaviest { get; }

    public int Count => cells.Length;

    public long Bytes => cells.LongLength * 16 + large.LongLength * sizeof(long);

    public Patch this[int index]
    {
        get
        {
            TableCell cell = cells[index];
            return (cell.Low | cell.Best | cell.High) >= 0
                ? new(cell.Row, cell.Low, cell.Best, cell.High)
                : new(cell.Row, Unpack(cell.Low), Unpack(cell.Best), Unpack(cell.High));
        }
    }

    public int RowOf(int index) => cells[index].Row;

    /// <summary>The index of the first patch at or after a row.</summary>
    public int First(int row)
    {
        int low = 0;
        int high = cells.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (cells[middle].Row < row)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The same, which is looked for at and after the place of an earlier row first; -1 for no place.</summary>
    public int First(int row, int near)
    {
        for (int at = near; at >= 0 && at < near + 4 && (at == 0 || cells[at - 1].Row < row); at++)
        {
            if (at == cells.Length || cells[at].Row >= row)
            {
                return at;
            }
        }

        return First(row);
    }

    private static int Pack(long count, List<long> beyond)
    {
        if (count <= int.MaxValue)
        {
            return (int)count;
        }

        beyond.Add(count);
        return FirstLarge - (beyond.Count - 1);
    }

    private long Unpack(int count) => count >= Unknown ? count : large[FirstLarge - count];

    private readonly record struct TableCell(int Row, int Low, int Best, int High);
}

namespace ConflictModel.Time;

/// <summary>
/// Divides several numbers by the same weights so that each row adds up to its number and each column to a given total:
/// controlled rounding of a two-way table.
/// </summary>
/// <remarks>
/// The rows are first divided one by one. Then units are moved within rows along chains from columns that have too much to
/// columns that have too little, the shortest chain first, at first only between roundings of the exact cells and then, where
/// that doesn't suffice, anywhere within the limits. Rows stay exact throughout; columns reach their totals unless the limits
/// forbid it. Deterministic.
/// </remarks>
internal readonly ref struct TableRounding
{
    private readonly ReadOnlySpan<long> weights;
    private readonly ReadOnlySpan<long> lower;
    private readonly ReadOnlySpan<long> upper;
    private readonly Span<long> cells;
    private readonly long whole;
    private readonly int columns;
    private readonly int rows;

    private TableRounding(ReadOnlySpan<long> weights, ReadOnlySpan<long> lower, ReadOnlySpan<long> upper, Span<long> cells)
    {
        this.weights = weights;
        this.lower = lower;
        this.upper = upper;
        this.cells = cells;
        whole = Apportionment.Sum(weights);
        this.columns = weights.Length;
        this.rows = cells.Length / weights.Length;
    }

    /// <param name="rows">What to divide.</param>
    /// <param name="weights">By what.</param>
    /// <param name="columns">What each column should add up to; together as much as the rows.</param>
    /// <param name="lower">The least for each cell, row by row.</param>
    /// <param name="upper">The most for each cell, row by row.</param>
    /// <param name="cells">Takes the result, row by row.</param>
    public static void Divide(
        ReadOnlySpan<long> rows, ReadOnlySpan<long> weights, ReadOnlySpan<long> columns,
        ReadOnlySpan<long> lower, ReadOnlySpan<long> upper, Span<long> cells)
    {
        int count = weights.Length;
        for (int row = 0; row < rows.Length; row++)
        {
            int at = row * count;
            Apportionment.DivideWithin(
                rows[row], weights, lower.Slice(at, count), upper.Slice(at, count), cells.Slice(at, count));
        }

        var table = new TableRounding(weights, lower, upper, cells);
        long[] surplus = new long[count];
        for (int column = 0; column < count; column++)
        {
            surplus[column] = -columns[column];
            for (int row = 0; row < rows.Length; row++)
            {
                surplus[column] += cells[(row * count) + column];
            }
        }

        foreach (bool near in (ReadOnlySpan<bool>)[true, false])
        {
            for (int column = 0; column < count; column++)
            {
                while (surplus[column] > 0 && table.MoveUnit(column, surplus, rows, near))
                {
                }
            }
        }
    }

    /// <summary>Moves one unit from a column, along the shortest chain, to one that lacks some.</summary>
    private bool MoveUnit(int from, long[] surplus, ReadOnlySpan<long> rows, bool near)
    {
        // For every column reached: the row along which, and the column from which.
        int[] viaRow = new int[this.columns];
        int[] viaColumn = new int[this.columns];
        Array.Fill(viaRow, -1);
        var queue = new Queue<int>();
        queue.Enqueue(from);
        while (queue.TryDequeue(out int column))
        {
            for (int row = 0; row < this.rows; row++)
            {
                if (!CanGive(row, column, rows[row], near))
                {
                    continue;
                }

                for (int next = 0; next < this.columns; next++)
                {
                    if (next == from || viaRow[next] >= 0 || !CanTake(row, next, rows[row], near))
                    {
                        continue;
                    }

                    viaRow[next] = row;
                    viaColumn[next] = column;
                    if (surplus[next] < 0)
                    {
                        Move(from, next, viaRow, viaColumn);
                        surplus[from]--;
                        surplus[next]++;
                        return true;
                    }

                    queue.Enqueue(next);
                }
            }
        }

        return false;
    }

    private void Move(int from, int to, int[] viaRow, int[] viaColumn)
    {
        while (to != from)
        {
            int start = viaRow[to] * this.columns;
            this.cells[start + to]++;
            to = viaColumn[to];
            this.cells[start + to]--;
        }
    }

    private bool CanGive(int row, int column, long total, bool near)
    {
        int cell = (row * this.columns) + column;
        return this.cells[cell] > this.lower[cell] && (!near || this.cells[cell] > Exact(column, total));
    }

    private bool CanTake(int row, int column, long total, bool near)
    {
        int cell = (row * this.columns) + column;
        return this.cells[cell] < this.upper[cell] && (!near || this.cells[cell] < Exact(column, total));
    }

    /// <summary>The exact cell; a whole number compares with it as with its roundings.</summary>
    private Fraction Exact(int column, long total) => new((Int128)total * this.weights[column], whole);

    private readonly record struct Fraction(Int128 Top, Int128 Bottom)
    {
        public static bool operator >(long value, Fraction exact) => value * exact.Bottom > exact.Top;

        public static bool operator <(long value, Fraction exact) => value * exact.Bottom < exact.Top;
    }
}

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
    private readonly ReadOnlySpan<long> _weights;
    private readonly ReadOnlySpan<long> _lower;
    private readonly ReadOnlySpan<long> _upper;
    private readonly Span<long> _cells;
    private readonly long _whole;
    private readonly int _columns;
    private readonly int _rows;

    private TableRounding(ReadOnlySpan<long> weights, ReadOnlySpan<long> lower, ReadOnlySpan<long> upper, Span<long> cells)
    {
        _weights = weights;
        _lower = lower;
        _upper = upper;
        _cells = cells;
        _whole = Apportionment.Sum(weights);
        _columns = weights.Length;
        _rows = cells.Length / weights.Length;
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
        var count = weights.Length;
        for (var row = 0; row < rows.Length; row++)
        {
            var at = row * count;
            Apportionment.DivideWithin(
                rows[row], weights, lower.Slice(at, count), upper.Slice(at, count), cells.Slice(at, count));
        }

        var table = new TableRounding(weights, lower, upper, cells);
        var surplus = new long[count];
        for (var column = 0; column < count; column++)
        {
            surplus[column] = -columns[column];
            for (var row = 0; row < rows.Length; row++)
                surplus[column] += cells[(row * count) + column];
        }

        foreach (var near in (ReadOnlySpan<bool>)[true, false])
        {
            for (var column = 0; column < count; column++)
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
        var viaRow = new int[_columns];
        var viaColumn = new int[_columns];
        Array.Fill(viaRow, -1);
        var queue = new Queue<int>();
        queue.Enqueue(from);
        while (queue.TryDequeue(out var column))
        {
            for (var row = 0; row < _rows; row++)
            {
                if (!CanGive(row, column, rows[row], near))
                    continue;
                for (var next = 0; next < _columns; next++)
                {
                    if (next == from || viaRow[next] >= 0 || !CanTake(row, next, rows[row], near))
                        continue;
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
            var start = viaRow[to] * _columns;
            _cells[start + to]++;
            to = viaColumn[to];
            _cells[start + to]--;
        }
    }

    private bool CanGive(int row, int column, long total, bool near)
    {
        var cell = (row * _columns) + column;
        return _cells[cell] > _lower[cell] && (!near || _cells[cell] > Exact(column, total));
    }

    private bool CanTake(int row, int column, long total, bool near)
    {
        var cell = (row * _columns) + column;
        return _cells[cell] < _upper[cell] && (!near || _cells[cell] < Exact(column, total));
    }

    /// <summary>The exact cell; a whole number compares with it as with its roundings.</summary>
    private Fraction Exact(int column, long total) => new((Int128)total * _weights[column], _whole);

    private readonly record struct Fraction(Int128 Top, Int128 Bottom)
    {
        public static bool operator >(long value, Fraction exact) => value * exact.Bottom > exact.Top;

        public static bool operator <(long value, Fraction exact) => value * exact.Bottom < exact.Top;
    }
}

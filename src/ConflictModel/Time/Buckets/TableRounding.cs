namespace ConflictModel.Time;

/// <summary>
/// Divides several numbers by the same weights so that each row adds up to its number and each column to a given total:
/// controlled rounding of a two-way table.
/// </summary>
/// <remarks>
/// <para>The rows are first divided one by one. Then units are moved within rows along chains from columns that have too much to
/// columns that have too little, the shortest chain first, at first only between roundings of the exact cells and then, where
/// that doesn't suffice, anywhere within the limits. Rows stay exact throughout; columns reach their totals unless the limits
/// forbid it. Deterministic.</para>
/// <para>There may be 10,000 columns and there are few rows, so chains are sought from row to row: each pair of rows keeps the
/// columns in which a unit can pass from one to the other. The work grows with n log n in columns.</para>
/// </remarks>
internal sealed class TableRounding
{
    private readonly long[] weights;
    private readonly long[] numbers;
    private readonly long[] lower;
    private readonly long[] upper;
    private readonly long[] cells;
    private readonly long[] surplus;
    private readonly Int128 whole;
    private readonly bool isNear;

    // For each row the columns that lack some and can take from it; for each two rows those in which the first can take what the second
    // gives. The least comes first; one that no longer serves goes when it is met.
    private readonly PriorityQueue<int, int>?[] lacking;
    private readonly PriorityQueue<int, int>?[] passing;

    private TableRounding(long[] weights, long[] numbers, (long[] Lower, long[] Upper) limits, long[] cells, long[] surplus, bool isNear)
    {
        (this.weights, this.numbers, (lower, upper), this.cells, this.surplus, this.isNear) =
            (weights, numbers, limits, cells, surplus, isNear);
        foreach (long weight in weights)
        {
            whole += weight;
        }

        lacking = new PriorityQueue<int, int>?[numbers.Length];
        passing = new PriorityQueue<int, int>?[numbers.Length * numbers.Length];
    }

    /// <param name="numbers">What to divide, a row each.</param>
    /// <param name="weights">By what, a column each.</param>
    /// <param name="totals">What each column should add up to; together as much as the rows.</param>
    /// <param name="limits">The least and the most for each cell, row by row.</param>
    /// <returns>The cells, row by row.</returns>
    public static long[] Divide(long[] numbers, long[] weights, ReadOnlySpan<long> totals, (long[] Lower, long[] Upper) limits)
    {
        int columns = weights.Length;
        long[] cells = new long[numbers.Length * columns];
        long[] surplus = new long[columns];
        for (int row = 0; row < numbers.Length; row++)
        {
            int at = row * columns;
            Span<long> shares = cells.AsSpan(at, columns);
            Apportionment.DivideWithin(numbers[row], weights, limits.Lower.AsSpan(at, columns), limits.Upper.AsSpan(at, columns), shares);
            for (int column = 0; column < columns; column++)
            {
                surplus[column] += shares[column];
            }
        }

        for (int column = 0; column < columns; column++)
        {
            surplus[column] -= totals[column];
        }

        foreach (bool isNear in (ReadOnlySpan<bool>)[true, false])
        {
            if (surplus.AsSpan().ContainsAnyExcept(0))
            {
                new TableRounding(weights, numbers, limits, cells, surplus, isNear).Level();
            }
        }

        return cells;
    }

    private void Level()
    {
        for (int column = 0; column < surplus.Length; column++)
        {
            while (surplus[column] > 0 && MoveUnit(column))
            {
            }
        }
    }

    /// <summary>Moves one unit from a column, along the shortest chain, to one that lacks some.</summary>
    private bool MoveUnit(int from)
    {
        // The rows reached, in order: the row before, and the column in which the unit comes from it.
        List<(int Row, int Before, int Column)> reached = [];
        bool[] isReached = new bool[numbers.Length];
        for (int row = 0; row < numbers.Length; row++)
        {
            if (CanGive(row, from) && Reach(row, -1, from))
            {
                return true;
            }
        }

        for (int at = 0; at < reached.Count; at++)
        {
            // The columns that the row can give to, from the first on, are where other rows may take over.
            foreach ((int column, int row) in Next(reached[at].Row, isReached))
            {
                if (Reach(row, at, column))
                {
                    return true;
                }
            }
        }

        return false;

        bool Reach(int row, int before, int column)
        {
            isReached[row] = true;
            reached.Add((row, before, column));
            int to = FirstLacking(row);
            if (to < 0)
            {
                return false;
            }

            Move(reached, to);
            surplus[from]--;
            surplus[to]++;
            return true;
        }
    }

    /// <summary>The rows not yet reached that a unit of a row can pass to, by the first column in which it can.</summary>
    private List<(int Column, int Row)> Next(int row, bool[] isReached)
    {
        List<(int Column, int Row)> next = [];
        for (int other = 0; other < numbers.Length; other++)
        {
            if (!isReached[other] && FirstPassing(row, other) is >= 0 and var column)
            {
                next.Add((column, other));
            }
        }

        next.Sort();
        return next;
    }

    private void Move(List<(int Row, int Before, int Column)> reached, int to)
    {
        for (int at = reached.Count - 1; at >= 0; at = reached[at].Before)
        {
            (int row, _, int column) = reached[at];
            cells[Cell(row, to)]++;
            cells[Cell(row, column)]--;
            Note(to);
            to = column;
        }

        Note(to);
    }

    /// <summary>Keeps a column whose cells have changed wherever it may serve now.</summary>
    private void Note(int column)
    {
        for (int row = 0; row < numbers.Length; row++)
        {
            if (lacking[row] is { } lacks && Lacks(row, column))
            {
                lacks.Enqueue(column, column);
            }

            for (int other = 0; other < numbers.Length; other++)
            {
                if (passing[row * numbers.Length + other] is { } passes && Passes(row, other, column))
                {
                    passes.Enqueue(column, column);
                }
            }
        }
    }

    private int FirstLacking(int row) => First(ref lacking[row], column => Lacks(row, column));

    private int FirstPassing(int row, int other) => First(ref passing[row * numbers.Length + other], column => Passes(row, other, column));

    private int First(ref PriorityQueue<int, int>? columns, Func<int, bool> serves)
    {
        columns ??= new(Enumerable.Range(0, weights.Length).Where(serves).Select(column => (column, column)));
        while (columns.TryPeek(out int column, out _))
        {
            if (serves(column))
            {
                return column;
            }

            columns.Dequeue();
        }

        return -1;
    }

    private bool Lacks(int row, int column) => surplus[column] < 0 && CanTake(row, column);

    private bool Passes(int row, int other, int column) => CanTake(row, column) && CanGive(other, column);

    private bool CanGive(int row, int column)
    {
        int cell = Cell(row, column);
        return cells[cell] > lower[cell] && (!isNear || cells[cell] * whole > (Int128)numbers[row] * weights[column]);
    }

    private bool CanTake(int row, int column)
    {
        int cell = Cell(row, column);
        return cells[cell] < upper[cell] && (!isNear || cells[cell] * whole < (Int128)numbers[row] * weights[column]);
    }

    private int Cell(int row, int column) => row * weights.Length + column;
}

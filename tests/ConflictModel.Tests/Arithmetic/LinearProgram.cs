namespace ConflictModel.Tests.Arithmetic;

/// <summary>
/// The simplex method with Bland's rule on "so many people of each kind": each node's count between its ends. Where the kinds make a
/// table its pivots are all 1 or -1, so that doubles are exact.
/// </summary>
public sealed class LinearProgram
{
    private const double Tiny = 1e-7;

    private readonly double[][] rows;
    private readonly int[] basis;
    private readonly int columns;
    private readonly int artificials;
    private readonly bool[][] kinds;

    public LinearProgram(IReadOnlyList<bool[]> kinds, (long Low, long High)[] reported)
    {
        this.kinds = [.. kinds];
        var wanted = new List<(int Node, bool IsHigh, long Value)>();
        for (int i = 0; i < reported.Length; i++)
        {
            if (reported[i].Low > 0)
            {
                wanted.Add((i, false, reported[i].Low));
            }

            if (reported[i].High != long.MaxValue)
            {
                wanted.Add((i, true, reported[i].High));
            }
        }

        // Kinds, then a slack for each end, then an artificial for each lower end.
        int slacks = kinds.Count;
        artificials = slacks + wanted.Count;
        columns = artificials + wanted.Count(end => !end.IsHigh);
        rows = [.. wanted.Select(_ => new double[columns + 1])];
        basis = new int[rows.Length];
        int artificial = artificials;
        for (int r = 0; r < rows.Length; r++)
        {
            (int node, bool isHigh, long value) = wanted[r];
            for (int k = 0; k < kinds.Count; k++)
            {
                rows[r][k] = kinds[k][node] ? 1 : 0;
            }

            rows[r][slacks + r] = isHigh ? 1 : -1;
            rows[r][columns] = value;
            basis[r] = isHigh ? slacks + r : artificial;
            if (!isHigh)
            {
                rows[r][artificial++] = 1;
            }
        }

        double[] objective = new double[columns];
        Array.Fill(objective, -1, artificials, columns - artificials);
        IsFeasible = Maximize(objective, columns) > -Tiny;
        for (int r = 0; r < rows.Length && IsFeasible; r++)
        {
            // An artificial that is left in the basis at zero is driven out, or its row says nothing.
            if (basis[r] >= artificials && Array.FindIndex(rows[r], 0, artificials, x => Math.Abs(x) > Tiny) is >= 0 and var column)
            {
                Pivot(r, column);
            }
        }
    }

    public bool IsFeasible { get; }

    /// <summary>The greatest or least count of a node; infinite where there is no limit.</summary>
    public double Extreme(int node, bool isHigh)
    {
        double[] objective = new double[columns];
        for (int k = 0; k < kinds.Length; k++)
        {
            objective[k] = kinds[k][node] ? (isHigh ? 1 : -1) : 0;
        }

        double extreme = Maximize(objective, artificials);
        return isHigh ? extreme : -extreme;
    }

    private double Maximize(double[] objective, int allowed)
    {
        while (true)
        {
            int entering = -1;
            for (int column = 0; column < allowed && entering < 0; column++)
            {
                double reduced = objective[column];
                for (int r = 0; r < rows.Length; r++)
                {
                    reduced -= objective[basis[r]] * rows[r][column];
                }

                entering = reduced > Tiny ? column : -1;
            }

            if (entering < 0)
            {
                return basis.Select((column, r) => objective[column] * rows[r][columns]).Sum();
            }

            int leaving = -1;
            for (int r = 0; r < rows.Length; r++)
            {
                if (rows[r][entering] > Tiny)
                {
                    double ratio = rows[r][columns] / rows[r][entering];
                    double best = leaving < 0 ? double.PositiveInfinity : rows[leaving][columns] / rows[leaving][entering];
                    if (ratio < best - Tiny || (ratio < best + Tiny && basis[r] < basis[leaving]))
                    {
                        leaving = r;
                    }
                }
            }

            if (leaving < 0)
            {
                return double.PositiveInfinity;
            }

            Pivot(leaving, entering);
        }
    }

    private void Pivot(int row, int column)
    {
        double pivot = rows[row][column];
        for (int c = 0; c <= columns; c++)
        {
            rows[row][c] /= pivot;
        }

        for (int r = 0; r < rows.Length; r++)
        {
            double factor = rows[r][column];
            if (r != row && factor != 0)
            {
                for (int c = 0; c <= columns; c++)
                {
                    rows[r][c] -= factor * rows[row][c];
                }
            }
        }

        basis[row] = column;
    }
}

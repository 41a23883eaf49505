using System.Numerics;

namespace ConflictModel.Undercount;

/// <summary>Ranks and kernels of small matrices of whole numbers, exactly: no division leaves a rest.</summary>
internal static class IntegerMatrix
{
    /// <summary>How many rows are independent.</summary>
    public static int Rank(long[][] rows) => Reduce(rows).Pivots.Length;

    /// <summary>A basis of the columns' combinations that every row makes zero.</summary>
    /// <param name="rows">The rows; none, and everything is in the kernel.</param>
    /// <param name="columns">How many columns there are.</param>
    /// <exception cref="OverflowException">A number of the basis is beyond 64 bits.</exception>
    public static long[][] Kernel(long[][] rows, int columns)
    {
        (BigInteger[][] reduced, int[] pivots, BigInteger scale) = Reduce(rows);
        return
        [
            .. Enumerable.Range(0, columns).Except(pivots).Select(free =>
            {
                var vector = new BigInteger[columns];
                vector[free] = scale;
                for (int i = 0; i < pivots.Length; i++)
                {
                    vector[pivots[i]] = -reduced[i][free];
                }

                BigInteger common = vector.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
                return Array.ConvertAll(vector, number => (long)(number / common));
            }),
        ];
    }

    /// <summary>
    /// Rows of which each has <paramref name="rows"/>' pivot in a column where all others are zero; all pivots are the same number.
    /// </summary>
    private static (BigInteger[][] Rows, int[] Pivots, BigInteger Scale) Reduce(long[][] rows)
    {
        BigInteger[][] left = [.. rows.Select(row => Array.ConvertAll(row, number => (BigInteger)number))];
        var pivots = new List<int>();
        BigInteger scale = BigInteger.One;
        int columns = rows.Length == 0 ? 0 : rows[0].Length;
        for (int column = 0; column < columns && pivots.Count < left.Length; column++)
        {
            int top = pivots.Count;
            int found = Array.FindIndex(left, top, row => !row[column].IsZero);
            if (found < 0)
            {
                continue;
            }

            (left[top], left[found]) = (left[found], left[top]);
            BigInteger pivot = left[top][column];
            for (int i = 0; i < left.Length; i++)
            {
                if (i != top)
                {
                    BigInteger factor = left[i][column];
                    for (int j = 0; j < columns; j++)
                    {
                        left[i][j] = ((left[i][j] * pivot) - (factor * left[top][j])) / scale;
                    }
                }
            }

            scale = pivot;
            pivots.Add(column);
        }

        return (left[..pivots.Count], [.. pivots], scale);
    }
}

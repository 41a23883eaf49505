using System.Numerics;

namespace ConflictModel.Undercount;

/// <summary>
/// Whether some combination of changes raises some values and lowers none: the question that decides whether a likelihood has a greatest
/// value. Answered exactly, by the simplex method in whole numbers with Bland's rule, which never circles.
/// </summary>
internal static class OneSidedChange
{
    /// <summary>Whether there are weights, of either sign, for which every value's sum is zero or more and one is more.</summary>
    /// <param name="effects">For each value, what each change adds to it.</param>
    public static bool Exists(long[][] effects)
    {
        if (effects.Length == 0)
        {
            return false;
        }

        // By Stiemke's lemma there are none if and only if positive multipliers, 1 + z, of the values make every change's sum zero:
        // the sums of z are then what the ones leave. Phase one of the simplex method looks for z of zero or more.
        int values = effects.Length, changes = effects[0].Length, columns = values + changes + 1;
        var table = new BigInteger[changes + 1][];
        for (int i = 0; i < changes; i++)
        {
            long right = -effects.Sum(effect => effect[i]);
            int sign = right < 0 ? -1 : 1;
            table[i] = new BigInteger[columns];
            for (int j = 0; j < values; j++)
            {
                table[i][j] = sign * effects[j][i];
            }

            table[i][values + i] = 1;
            table[i][^1] = sign * right;
        }

        // The last row: what is still wrong, of which each column takes away.
        table[changes] = new BigInteger[columns];
        for (int j = 0; j < columns; j++)
        {
            bool isArtificial = j >= values && j < columns - 1;
            for (int i = 0; i < changes && !isArtificial; i++)
            {
                table[changes][j] += table[i][j];
            }
        }

        int[] basis = [.. Enumerable.Range(values, changes)];
        BigInteger scale = BigInteger.One;
        while (true)
        {
            int entering = Array.FindIndex(table[changes], 0, values, number => number.Sign > 0);
            if (entering < 0)
            {
                return !table[changes][^1].IsZero;
            }

            int leaving = Leaving(table, basis, entering);
            Pivot(table, leaving, entering, ref scale);
            basis[leaving] = entering;
        }
    }

    // The row that is at zero first; of several, that of the first column. One there is, for what is wrong has a least value.
    private static int Leaving(BigInteger[][] table, int[] basis, int entering)
    {
        int leaving = -1;
        for (int i = 0; i < basis.Length; i++)
        {
            if (table[i][entering].Sign > 0)
            {
                int order = leaving < 0
                    ? -1
                    : (table[i][^1] * table[leaving][entering]).CompareTo(table[leaving][^1] * table[i][entering]);
                if (order < 0 || (order == 0 && basis[i] < basis[leaving]))
                {
                    leaving = i;
                }
            }
        }

        return leaving;
    }

    private static void Pivot(BigInteger[][] table, int row, int column, ref BigInteger scale)
    {
        BigInteger pivot = table[row][column];
        for (int i = 0; i < table.Length; i++)
        {
            if (i != row)
            {
                BigInteger factor = table[i][column];
                for (int j = 0; j < table[i].Length; j++)
                {
                    table[i][j] = ((table[i][j] * pivot) - (factor * table[row][j])) / scale;
                }
            }
        }

        scale = pivot;
    }
}

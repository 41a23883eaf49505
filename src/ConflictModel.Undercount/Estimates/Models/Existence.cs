namespace ConflictModel.Undercount;

/// <summary>Whether a log-linear model has an estimate for a table: decided exactly, before anything is fitted.</summary>
internal static class Existence
{
    /// <summary>Whether the likelihood has at most one place for its greatest value: the terms' columns are independent.</summary>
    /// <param name="rows">For each cell the terms that it has, as whole numbers.</param>
    public static bool IsIdentifiable(double[][] rows) => IntegerMatrix.Rank(Whole(rows)) == rows[0].Length;

    /// <summary>Whether the likelihood of a model that is identifiable has a greatest value.</summary>
    /// <remarks>
    /// It has one if there is a table without an empty cell that the model can't tell from this one, for it knows the sums of its terms
    /// only: this is so unless some change of the terms leaves what is expected of every cell with people as it is, and makes that of empty
    /// cells smaller and of none larger, on and on.
    /// </remarks>
    /// <param name="rows">For each cell the terms that it has, as whole numbers.</param>
    /// <param name="counts">How many are in each cell.</param>
    public static bool HasMaximum(double[][] rows, double[] counts)
    {
        if (!Array.Exists(counts, count => count == 0))
        {
            return true;
        }

        long[][] changes = IntegerMatrix.Kernel(Whole(rows.Where((_, i) => counts[i] > 0)), rows[0].Length);

        // What each change does to each empty cell.
        long[][] effects =
        [
            .. Whole(rows.Where((_, i) => counts[i] == 0))
                .Select(row => Array.ConvertAll(changes, change => row.Zip(change).Sum(one => one.First * one.Second))),
        ];
        return changes.Length == 0 || !OneSidedChange.Exists(effects);
    }

    private static long[][] Whole(IEnumerable<double[]> rows) => [.. rows.Select(row => Array.ConvertAll(row, mark => (long)mark))];
}

namespace ConflictModel.Undercount;

/// <summary>Whether a log-linear model has an estimate for a table: decided exactly, before anything is fitted.</summary>
internal static class Existence
{
    /// <summary>Why the likelihood has no greatest value or more than one place for it; null if it has one.</summary>
    /// <remarks>
    /// It has one place if the terms' columns are independent in the cells. It has a greatest value if there is a table without an empty
    /// cell that the model can't tell from this one, for it knows the sums of its terms only: this is so unless some change of the terms
    /// leaves what is expected of every cell with people as it is, and makes that of empty cells smaller and of none larger, on and on.
    /// </remarks>
    /// <param name="rows">For each cell the terms that it has, as whole numbers.</param>
    /// <param name="counts">How many are in each cell.</param>
    public static Refusal? WhyNoEstimate(double[][] rows, double[] counts)
    {
        int terms = rows[0].Length;
        if (IntegerMatrix.Rank(RowsOf(_ => true)) < terms)
        {
            return Refusal.NotIdentifiable;
        }

        long[][] changes = IntegerMatrix.Kernel(RowsOf(count => count > 0), terms);
        if (changes.Length == 0)
        {
            return null;
        }

        // What each change does to each empty cell.
        long[][] effects =
        [
            .. RowsOf(count => count == 0)
                .Select(row => Array.ConvertAll(changes, change => row.Zip(change).Sum(one => one.First * one.Second))),
        ];
        return OneSidedChange.Exists(effects) ? Refusal.NoMaximum : null;

        long[][] RowsOf(Func<double, bool> which) =>
            [.. rows.Where((_, i) => which(counts[i])).Select(row => Array.ConvertAll(row, mark => (long)mark))];
    }
}

using System.Numerics;

namespace ConflictModel.Undercount;

/// <summary>
/// The cells and terms of a model that a table leaves: a term of lists that have nobody in common is infinitely small, and the cells of
/// those on all of these lists are empty for certain.
/// </summary>
internal sealed class ModelDesign
{
    private readonly int[] terms;
    private readonly int[] patterns;

    public ModelDesign(LogLinearModel model, CaptureCells cells)
    {
        int[] all = [.. model.Groups.OrderBy(group => BitOperations.PopCount((uint)group)).ThenBy(group => group)];
        int[] empty = [.. all.Where(term => cells.OnAll(term) == 0)];
        terms = [0, .. all.Except(empty)];
        patterns = [.. cells.Patterns.Where(pattern => !Array.Exists(empty, term => (pattern & term) == term))];
        Counts = [.. patterns.Select(pattern => (double)cells[pattern])];
        Cells = (1 << cells.Lists) - 1;
        Rows = [.. patterns.Select(pattern => terms.Select(term => (pattern & term) == term ? 1.0 : 0).ToArray())];
    }

    /// <summary>For each cell that is left, which of the terms it has; the first is that of all.</summary>
    public double[][] Rows { get; }

    /// <summary>How many are in each cell that is left.</summary>
    public double[] Counts { get; }

    /// <summary>How many cells the table has.</summary>
    public int Cells { get; }

    /// <summary>How many terms are estimated.</summary>
    public int Terms => terms.Length;

    /// <summary>Why the likelihood has no greatest value or more than one place for it; null if it has one.</summary>
    /// <remarks>
    /// It has one place if the terms' columns are independent in the cells that are left. It has a greatest value if there is a table
    /// without an empty cell that the model can't tell from this one, for it knows the sums of its terms only: this is so unless some
    /// change of the terms leaves what is expected of every cell with people as it is, and makes that of empty cells smaller and of none
    /// larger, on and on.
    /// </remarks>
    public Refusal? WhyNoEstimate()
    {
        if (IntegerMatrix.Rank(RowsOf(_ => true)) < terms.Length)
        {
            return Refusal.NotIdentifiable;
        }

        long[][] changes = IntegerMatrix.Kernel(RowsOf(count => count > 0), terms.Length);
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
    }

    private long[][] RowsOf(Func<double, bool> which) =>
        [.. Rows.Where((_, i) => which(Counts[i])).Select(row => Array.ConvertAll(row, mark => (long)mark))];
}

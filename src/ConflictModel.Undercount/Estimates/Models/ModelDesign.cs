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
    public Refusal? WhyNoEstimate() =>
        !IsIdentifiable() ? Refusal.NotIdentifiable
        : !Existence.HasMaximum(Rows, Counts) ? Refusal.NoMaximum
        : null;

    /// <summary>Whether the columns of the terms are independent.</summary>
    /// <remarks>
    /// Every term of lists has a cell of its own, of those on just these lists, where it is the last of the terms that the cell has: so
    /// these columns are independent. Only the term of all could be a sum of them, and there is one way to try: in the terms' own cells
    /// each takes what is left to one. It is such a sum if that comes to one in every other cell as well.
    /// </remarks>
    internal bool IsIdentifiable()
    {
        long[] parts = new long[Cells + 1];
        foreach (int term in terms.AsSpan(1))
        {
            parts[term] = 1 - SumIn(term);
        }

        return Array.Exists(patterns, pattern => SumIn(pattern) != 1);

        // A term that has not had its turn has no part yet.
        long SumIn(int pattern)
        {
            long sum = 0;
            foreach (int term in terms.AsSpan(1))
            {
                sum += (pattern & term) == term ? parts[term] : 0;
            }

            return sum;
        }
    }
}

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

    /// <inheritdoc cref="Existence.WhyNoEstimate"/>
    public Refusal? WhyNoEstimate() => Existence.WhyNoEstimate(Rows, Counts);
}

using System.Numerics;

namespace ConflictModel.Undercount;

/// <summary>
/// The log-linear models of Chao's lower bounds: a term for the number of lists, or one for each list, and one for each number of lists
/// from three on, which bends the line upwards there and never downwards.
/// </summary>
internal static class ChaoDesign
{
    /// <summary>The model fitted with all bends that are upwards: the lowest is taken out for as long as one is downwards.</summary>
    public static UnseenFit Fit(CaptureCells cells, bool byList)
    {
        var bends = Enumerable.Range(3, cells.Lists - 2).ToList();

        // A bend beyond the greatest number of lists that anybody is on has nobody to say how large it is.
        bends.RemoveAll(from => !cells.Patterns.Any(pattern => BitOperations.PopCount((uint)pattern) >= from && cells[pattern] > 0));
        while (true)
        {
            UnseenFit fit = Fit(cells, byList, bends);
            int first = fit.Seen.Terms.Count - bends.Count;
            int lowest = Enumerable.Range(0, bends.Count).DefaultIfEmpty(-1).MinBy(i => i < 0 ? 0 : fit.Seen.Terms[first + i]);
            if (lowest < 0 || fit.Seen.Terms[first + lowest] >= 0)
            {
                return fit;
            }

            bends.RemoveAt(lowest);
        }
    }

    private static UnseenFit Fit(CaptureCells cells, bool byList, List<int> bends)
    {
        double[][] rows =
        [
            .. cells.Patterns.Select(pattern =>
            {
                int on = BitOperations.PopCount((uint)pattern);
                IEnumerable<double> lists = byList
                    ? Enumerable.Range(0, cells.Lists).Select(place => (double)((pattern >> place) & 1))
                    : [on];
                return (double[])[1, .. lists, .. bends.Select(from => (double)Math.Max(0, on - from + 1))];
            }),
        ];
        return new(rows, [.. cells.Patterns.Select(pattern => (double)cells[pattern])]);
    }
}

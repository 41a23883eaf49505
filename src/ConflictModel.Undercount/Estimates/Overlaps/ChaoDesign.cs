using System.Numerics;

namespace ConflictModel.Undercount;

/// <summary>
/// The log-linear models of Chao's lower bounds: a term for the number of lists, or one for each list, and one for each number of lists
/// from three on, which bends the line upwards there and never downwards.
/// </summary>
internal static class ChaoDesign
{
    /// <summary>
    /// The model fitted with all bends that are upwards: one that is infinitely far downwards is taken out, and the lowest for as long as
    /// one is downwards. Null if what is left has no estimate.
    /// </summary>
    public static UnseenFit? Fit(CaptureCells cells, bool byList)
    {
        // A bend beyond the greatest number of lists that anybody is on has nobody to say how large it is.
        int most = cells.Patterns.Where(pattern => cells[pattern] > 0).Max(pattern => BitOperations.PopCount((uint)pattern));
        var bends = Enumerable.Range(3, cells.Lists - 2).Where(from => from <= most).ToList();
        double[] counts = [.. cells.Patterns.Select(pattern => (double)cells[pattern])];
        while (true)
        {
            double[][] rows = Rows(cells, byList, bends);
            if (!Existence.IsIdentifiable(rows) || !Existence.HasMaximum(rows, counts))
            {
                if (bends.FindIndex(from => cells.OnJust(from) == 0) is var open and >= 0)
                {
                    bends.RemoveAt(open);
                    continue;
                }

                return null;
            }

            var fit = new UnseenFit(rows, counts);
            int first = fit.Seen.Terms.Count - bends.Count;
            int lowest = Enumerable.Range(0, bends.Count).DefaultIfEmpty(-1).MinBy(i => i < 0 ? 0 : fit.Seen.Terms[first + i]);
            if (lowest < 0 || fit.Seen.Terms[first + lowest] >= 0)
            {
                return fit;
            }

            bends.RemoveAt(lowest);
        }
    }

    private static double[][] Rows(CaptureCells cells, bool byList, List<int> bends) =>
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
}

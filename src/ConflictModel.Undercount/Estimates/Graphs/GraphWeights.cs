namespace ConflictModel.Undercount;

/// <summary>Sums the weights of all graphs over all sizes.</summary>
/// <remarks>
/// By a graph, the table's weight is the product of its cliques' weights divided by that of its separators' weights. Of a group's marginal
/// table only the cell of those on none of its lists grows with the unseen.
/// </remarks>
internal sealed class GraphWeights(CaptureCells cells, double delta, int least, int most, NumberPrior prior)
{
    // All sizes that are so much less likely than a graph's likeliest come to less than the last digit of a sum, however many they are.
    private const double Negligible = -60;

    private static readonly double[] Levels = [0.025, 0.25, 0.5, 0.75, 0.975];

    // The logarithm of each group's weight for each number of unseen, made when a graph first needs it.
    private readonly double[]?[] ofGroups = new double[]?[cells.All + 1];

    public GraphAverage Average()
    {
        long observed = cells.Table.Observed;
        double[] common = Common();
        double[] sum = new double[most + 1];
        double scale = double.NegativeInfinity;
        var graphs = new List<(DecomposableGraph Graph, double LogWeight, long Mode, double LeastRelativeError)>();
        double[] weights = new double[most + 1];
        foreach (DecomposableGraph graph in DecomposableGraph.All(cells.Table.Lists))
        {
            common.CopyTo(weights, 0);
            Add(weights, graph.CliqueBits, 1);
            Add(weights, graph.Separators, -1);
            double top = double.NegativeInfinity;
            int mode = least;
            for (int x = least; x <= most; x++)
            {
                if (weights[x] > top)
                {
                    (top, mode) = (weights[x], x);
                }
            }

            if (top > scale)
            {
                double factor = Math.Exp(scale - top);
                for (int x = least; x <= most; x++)
                {
                    sum[x] *= factor;
                }

                scale = top;
            }

            double all = 0, byOne = 0, byTwo = 0, share = Math.Exp(top - scale);
            for (int x = least; x <= most; x++)
            {
                double below = weights[x] - top;
                if (below < Negligible)
                {
                    continue;
                }

                double weight = Math.Exp(below), size = observed + x;
                all += weight;
                byOne += weight / size;
                byTwo += weight / (size * size);
                sum[x] += weight * share;
            }

            graphs.Add((graph, top + Math.Log(all), observed + mode, byOne / byTwo));
        }

        return Of(sum, graphs);
    }

    private GraphAverage Of(
        double[] sum, List<(DecomposableGraph Graph, double LogWeight, long Mode, double LeastRelativeError)> graphs)
    {
        long observed = cells.Table.Observed;
        double all = sum.Sum(), mean = 0, end = 0;
        int mode = least;
        for (int x = least; x <= most; x++)
        {
            mean += sum[x] / all * x;
            mode = sum[x] > sum[mode] ? x : mode;
            end += x > most - ((most - least + 1) / 100.0) ? sum[x] / all : 0;
        }

        double top = graphs.Max(one => one.LogWeight);
        double total = graphs.Sum(one => Math.Exp(one.LogWeight - top));
        return new()
        {
            Delta = delta,
            FromUnseen = least,
            UpToUnseen = most,
            Prior = prior,
            Mean = observed + mean,
            Mode = observed + mode,
            WeightAtTheEnd = end,
            Quantiles = [.. Levels.Select(level => new GraphAverage.Quantile(level, observed + PlaceOf(level * all)))],
            Graphs = [.. graphs
                .Select(one => new GraphAverage.WeightedGraph(
                    one.Graph, Math.Exp(one.LogWeight - top) / total, one.Mode, one.LeastRelativeError))
                .OrderByDescending(one => one.Weight)],
        };

        int PlaceOf(double weight)
        {
            int x = least;
            for (double below = sum[x]; below < weight && x < most; below += sum[++x])
            {
            }

            return x;
        }
    }

    // What all graphs share: the prior of the number, and in how many ways people can be these and those.
    private double[] Common()
    {
        long observed = cells.Table.Observed;
        double[] weights = new double[most + 1];
        for (int x = least; x <= most; x++)
        {
            weights[x] = prior.LogWeight(observed + x) + GammaFunction.Log(observed + x + 1) - GammaFunction.Log(x + 1);
        }

        return weights;
    }

    private void Add(double[] weights, ValueList<int> groups, int sign)
    {
        foreach (int group in groups)
        {
            // Where cliques have nothing in common, the separator's table is one cell: all people, and its weight is one.
            if (group != 0)
            {
                double[] ofGroup = ofGroups[group] ??= OfGroup(group);
                for (int x = least; x <= most; x++)
                {
                    weights[x] += sign * ofGroup[x];
                }
            }
        }
    }

    private double[] OfGroup(int group)
    {
        long observed = cells.Table.Observed;
        double all = delta * (cells.All + 1);
        var counts = new SortedDictionary<int, long>();
        foreach (int pattern in cells.Patterns)
        {
            counts[pattern & group] = counts.GetValueOrDefault(pattern & group) + cells[pattern];
        }

        long onNone = counts.GetValueOrDefault(0);
        double each = all / SizeOf(group);
        double seen = counts.Where(cell => cell.Key != 0)
            .Sum(cell => GammaFunction.Log(each + cell.Value) - GammaFunction.Log(each));
        double start = seen + GammaFunction.Log(all) - GammaFunction.Log(each);
        double[] weights = new double[most + 1];
        for (int x = least; x <= most; x++)
        {
            weights[x] = start + GammaFunction.Log(each + onNone + x) - GammaFunction.Log(all + observed + x);
        }

        return weights;
    }

    // The cells of the group's marginal table.
    private static int SizeOf(int group) => 1 << System.Numerics.BitOperations.PopCount((uint)group);
}

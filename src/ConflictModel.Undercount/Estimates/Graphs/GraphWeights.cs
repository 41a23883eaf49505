namespace ConflictModel.Undercount;

/// <summary>Sums the weights of all graphs over all sizes.</summary>
/// <remarks>
/// By a graph, the table's weight is the product of its cliques' weights divided by that of its separators' weights. Of a group's marginal
/// table only the cell of those on none of its lists grows with the unseen. Sizes are looked at stretch by stretch: what is kept of each is
/// the sum of its weights by all graphs.
/// </remarks>
internal sealed class GraphWeights(CaptureCells cells, double delta, int least, int most, NumberPrior prior)
{
    // All sizes that are so much less likely than a graph's likeliest come to less than the last digit of a sum, however many they are.
    private const double Negligible = -60;

    private static readonly double[] Levels = [0.025, 0.25, 0.5, 0.75, 0.975];

    private readonly long observed = cells.Table.Observed;
    private readonly double[] sum = new double[most - least + 1];
    private readonly double[] common = new double[StretchOf(least, most)];
    private readonly double[] weights = new double[StretchOf(least, most)];

    // Those that some graph has, with the logarithms of their weights for each number of unseen in the stretch that is looked at.
    private readonly Dictionary<int, (GroupWeight Group, double[] Weights)> groups = [];

    public GraphAverage Average()
    {
        int stretch = weights.Length;
        GraphSum[] graphs = [.. DecomposableGraph.All(cells.Table.Lists).Select(graph => new GraphSum(graph))];
        foreach (int group in graphs.SelectMany(one => one.Graph.CliqueBits.Concat(one.Graph.Separators)).Where(group => group != 0))
        {
            if (!groups.ContainsKey(group))
            {
                groups.Add(group, (OfGroup(group), new double[stretch]));
            }
        }

        // Each stretch has a scale of its own: which size is the likeliest of all is known at the end.
        double[] scales = new double[(sum.Length + stretch - 1) / stretch];
        for (int i = 0; i < scales.Length; i++)
        {
            scales[i] = Add(graphs, i * stretch, Math.Min(stretch, sum.Length - (i * stretch)));
        }

        double scale = scales.Max();
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] *= Math.Exp(scales[i / stretch] - scale);
        }

        return Of(graphs);
    }

    /// <summary>Adds a stretch of sizes.</summary>
    /// <returns>The logarithm of what the sums of the stretch are to be multiplied by.</returns>
    private double Add(GraphSum[] graphs, int start, int count)
    {
        Fill(least + start, count);
        double scale = double.NegativeInfinity;
        Span<double> sums = sum.AsSpan(start, count);
        foreach (GraphSum graph in graphs)
        {
            common.AsSpan(0, count).CopyTo(weights);
            Add(graph.Graph.CliqueBits, 1, count);
            Add(graph.Graph.Separators, -1, count);
            int likeliest = 0;
            for (int i = 1; i < count; i++)
            {
                likeliest = weights[i] > weights[likeliest] ? i : likeliest;
            }

            double top = weights[likeliest];
            graph.Meet(top, observed + least + start + likeliest);
            if (top - graph.Top < Negligible)
            {
                continue;
            }

            if (top > scale)
            {
                double factor = Math.Exp(scale - top);
                for (int i = 0; i < count; i++)
                {
                    sums[i] *= factor;
                }

                scale = top;
            }

            double share = Math.Exp(graph.Top - scale);
            for (int i = 0; i < count; i++)
            {
                double below = weights[i] - graph.Top;
                if (below >= Negligible)
                {
                    double weight = Math.Exp(below);
                    graph.Add(weight, observed + least + start + i);
                    sums[i] += weight * share;
                }
            }
        }

        return scale;
    }

    private GraphAverage Of(GraphSum[] graphs)
    {
        double all = sum.Sum(), mean = 0, end = 0;
        int mode = least;
        for (int x = least; x <= most; x++)
        {
            double share = sum[x - least] / all;
            mean += share * x;
            mode = sum[x - least] > sum[mode - least] ? x : mode;
            end += x > most - ((most - least + 1) / 100.0) ? share : 0;
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
            for (double below = sum[0]; below < weight && x < most; below += sum[++x - least])
            {
            }

            return x;
        }
    }

    /// <summary>
    /// Works out what is added up for a stretch: what all graphs share, which is the prior of the number and in how many ways people can be
    /// these and those, and the groups' own weights.
    /// </summary>
    private void Fill(int from, int count)
    {
        for (int i = 0; i < count; i++)
        {
            long x = from + i;
            common[i] = prior.LogWeight(observed + x) + GammaFunction.Log(observed + x + 1) - GammaFunction.Log(x + 1);
        }

        double all = delta * (cells.All + 1);
        foreach ((GroupWeight group, double[] ofGroup) in groups.Values)
        {
            for (int i = 0; i < count; i++)
            {
                long x = from + i;
                ofGroup[i] = group.Start + GammaFunction.Log(group.Each + group.OnNone + x) - GammaFunction.Log(all + observed + x);
            }
        }
    }

    private void Add(ValueList<int> ofGraph, int sign, int count)
    {
        foreach (int group in ofGraph)
        {
            // Where cliques have nothing in common, the separator's table is one cell: all people, and its weight is one.
            if (group != 0)
            {
                double[] ofGroup = groups[group].Weights;
                for (int i = 0; i < count; i++)
                {
                    weights[i] += sign * ofGroup[i];
                }
            }
        }
    }

    private GroupWeight OfGroup(int group)
    {
        double all = delta * (cells.All + 1);
        var counts = new SortedDictionary<int, long>();
        foreach (int pattern in cells.Patterns)
        {
            counts[pattern & group] = counts.GetValueOrDefault(pattern & group) + cells[pattern];
        }

        double each = all / SizeOf(group);
        double seen = counts.Where(cell => cell.Key != 0)
            .Sum(cell => GammaFunction.Log(each + cell.Value) - GammaFunction.Log(each));
        return new(seen + GammaFunction.Log(all) - GammaFunction.Log(each), each, counts.GetValueOrDefault(0));
    }

    private static int StretchOf(int least, int most) => Math.Min(4_096, most - least + 1);

    // The cells of the group's marginal table.
    private static int SizeOf(int group) => 1 << System.Numerics.BitOperations.PopCount((uint)group);

    /// <summary>The logarithm of a group's weight, but for what grows with the unseen.</summary>
    private readonly record struct GroupWeight(double Start, double Each, long OnNone);

    /// <summary>What a graph's weights come to, relative to that of its likeliest size so far.</summary>
    private sealed class GraphSum(DecomposableGraph graph)
    {
        private double all;
        private double byOne;
        private double byTwo;

        public DecomposableGraph Graph => graph;

        /// <summary>The logarithm of the greatest weight.</summary>
        public double Top { get; private set; } = double.NegativeInfinity;

        public long Mode { get; private set; }

        public double LogWeight => Top + Math.Log(all);

        public double LeastRelativeError => byOne / byTwo;

        public void Meet(double top, long size)
        {
            if (top > Top)
            {
                double factor = Math.Exp(Top - top);
                (all, byOne, byTwo, Top, Mode) = (all * factor, byOne * factor, byTwo * factor, top, size);
            }
        }

        public void Add(double weight, double size)
        {
            all += weight;
            byOne += weight / size;
            byTwo += weight / (size * size);
        }
    }
}

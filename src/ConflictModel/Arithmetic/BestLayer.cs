namespace ConflictModel.Arithmetic;

/// <summary>The best figures of a tree: as reported, or by sum or difference where all others of a sum are known.</summary>
/// <remarks>It never looks at bounds and never narrows them.</remarks>
internal sealed class BestLayer
{
    private readonly long?[] nodes;
    private readonly long?[] residuals;

    public BestLayer(CountTree tree)
    {
        nodes = new long?[tree.Nodes.Length];
        residuals = new long?[tree.Groups.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = tree.EstimateOf(i).Best;
        }

        // Up: a whole that its parts make up. Down: the one part that is missing, and what an inclusion leaves.
        for (int g = tree.Groups.Length - 1; g >= 0; g--)
        {
            CountGroup group = tree.Groups[g];
            if (group.Rule == CountRule.Partition && nodes[group.Whole] is null && Sum(group, out int missing) is var sum && missing == 0)
            {
                nodes[group.Whole] = sum;
            }
        }

        for (int g = 0; g < tree.Groups.Length; g++)
        {
            CountGroup group = tree.Groups[g];
            if (!group.Rule.IsAdditive())
            {
                continue;
            }

            long sum = Sum(group, out int missing);
            if (group.Rule == CountRule.Partition)
            {
                residuals[g] = missing == 0 && nodes[group.Whole] == sum ? 0 : null;
                if (missing == 1 && nodes[group.Whole] is { } whole && whole >= sum)
                {
                    nodes[Array.FindIndex(nodes, group.First, group.Count, best => best is null)] = whole - sum;
                }
            }
            else if (missing == 0 && nodes[group.Whole] is { } whole && whole >= sum)
            {
                residuals[g] = whole - sum;
            }
        }

        long Sum(CountGroup group, out int missing)
        {
            long sum = 0;
            missing = 0;
            foreach (long? best in nodes.AsSpan(group.First, group.Count))
            {
                sum += best ?? 0;
                missing += best is null ? 1 : 0;
            }

            return sum;
        }
    }

    public long? Of(DerivedFigure figure) => figure.Kind switch
    {
        FigureKind.Attributed => null,
        FigureKind.Residual => residuals[figure.Group],
        _ => nodes[figure.Node],
    };

    public long? Of(int node) => nodes[node];
}

namespace ConflictModel.Arithmetic;

/// <summary>The best figures of a tree: as reported, or by sum or difference where all others of a sum are known.</summary>
/// <remarks>It never looks at bounds and never narrows them.</remarks>
internal sealed class BestLayer
{
    private readonly Numbered<NodeNumber, long?> nodes;
    private readonly Numbered<GroupNumber, long?> residuals;

    public BestLayer(CountTree tree)
    {
        nodes = new(new long?[tree.Nodes.Count]);
        residuals = new(new long?[tree.Groups.Count]);
        foreach (NodeNumber node in nodes.Numbers)
        {
            nodes[node] = tree.EstimateOf(node).Best;
        }

        // Up: a whole that its parts make up. Down: the one part that is missing, and what an inclusion leaves.
        foreach (GroupNumber g in tree.Groups.Numbers.Backwards)
        {
            CountGroup group = tree.Groups[g];
            if (group.Rule == CountRule.Partition && nodes[group.Whole] is null && Sum(group, out int missing) is var sum && missing == 0)
            {
                nodes[group.Whole] = sum;
            }
        }

        foreach (GroupNumber g in tree.Groups.Numbers)
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
                    nodes[group.Parts.First(part => nodes[part] is null)] = whole - sum;
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
            foreach (long? best in nodes[group.Parts])
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

    public long? Of(NodeNumber node) => nodes[node];
}

namespace ConflictModel;

/// <summary>Finds the changes of one figure that mend a contradiction and make no other.</summary>
internal sealed class RepairFinder(Derivation derivation)
{
    private readonly CountTree tree = derivation.Tree;

    public IReadOnlyList<FigureRepair> Find(Clash clash) => Find(clash.Nodes);

    public IReadOnlyList<FigureRepair> Find(HashSet<int> nodes)
    {
        var repairs = new List<FigureRepair>();
        foreach (int node in tree.DocumentOrder().Where(nodes.Contains))
        {
            if (Needed(node, nodes) is { } needed)
            {
                repairs.Add(new FigureRepair(derivation.PathOf(node), tree.EstimateOf(node), needed));
            }
        }

        return repairs.AsReadOnly();
    }

    // Without the figure nothing may be wrong that rests on it; what is wrong elsewhere is set aside. What follows for the figure
    // from all the others is what it would have to be.
    private Bounds? Needed(int node, HashSet<int> mended)
    {
        CountInterval[] without = tree.ReportedIntervals();
        without[node] = CountInterval.Unknown;
        foreach (Clash other in ClashFinder.FindAll(tree, without))
        {
            if (other.Nodes.All(mended.Contains))
            {
                return null;
            }

            // A clash that uses one of the figures of this one is either the same fault or another: only if the others are free of it
            // can they be trusted to say what is needed.
            foreach (int wrong in other.Nodes)
            {
                if (!mended.Contains(wrong))
                {
                    without[wrong] = CountInterval.Unknown;
                }
            }
        }

        CountInterval? needed = CountSolution.SolveFor(tree, (CountInterval[])without.Clone(), node);
        if (needed is not { } interval || interval.IsUnknown)
        {
            return null;
        }

        // The nearest count that is allowed has to leave nothing wrong but what is wrong elsewhere.
        CountInterval[] changed = tree.ReportedIntervals();
        long nearest = Math.Clamp(tree.Nodes[node].Reported.Low, interval.Low, interval.High);
        changed[node] = new(nearest, nearest);
        HashSet<int> elsewhere = [.. ClashFinder.FindAll(tree, changed).SelectMany(clash => clash.Nodes)];
        if (elsewhere.Contains(node))
        {
            return null;
        }

        foreach (int wrong in elsewhere)
        {
            changed[wrong] = CountInterval.Unknown;
        }

        return CountSolution.IsContradictory(tree, changed) ? null : interval.ToBounds();
    }
}

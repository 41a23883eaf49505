namespace ConflictModel.Arithmetic;

/// <summary>Finds the changes of one figure that mend a contradiction and make no other.</summary>
internal sealed class RepairFinder(Derivation derivation)
{
    // The most nodes of a record that is searched for repairs, and of one whose breakdowns cross.
    private const int MaxNodes = 1_000;
    private const int MaxCrossing = 200;

    private readonly CountTree tree = derivation.Tree;

    /// <summary>Whether a record is small enough to be searched.</summary>
    public static bool Searches(CountTree tree) => tree.Nodes.Count <= (tree.Entanglements.Length == 0 ? MaxNodes : MaxCrossing);

    /// <summary>The repairs of a contradiction in which the figures of these nodes take part, in document order.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="caused">The nodes of the clashes that are not told, because this one makes them.</param>
    public IReadOnlyList<Contradiction.Repair> Find(HashSet<NodeNumber> nodes, HashSet<NodeNumber> caused)
    {
        HashSet<NodeNumber> mended = [.. nodes, .. caused];
        var repairs = new List<Contradiction.Repair>();
        if (Searches(tree))
        {
            IEnumerable<Clash> others = ClashFinder.FindAll(tree, tree.ReportedIntervals())
                .Where(clash => caused.Count == 0 || !clash.Nodes.IsSubsetOf(mended));
            HashSet<(NodeNumber, bool, string)> known = [.. others.Select(clash => clash.Identity)];
            foreach (NodeNumber node in tree.DocumentOrder().Where(nodes.Contains))
            {
                if (Needed(node, mended, known) is { } needed)
                {
                    repairs.Add(new Contradiction.Repair(derivation.PathOf(node), tree.EstimateOf(node), needed));
                }
            }
        }

        return repairs.AsReadOnly();
    }

    private Bounds? Needed(NodeNumber node, HashSet<NodeNumber> mended, HashSet<(NodeNumber, bool, string)> known)
    {
        // Without the figure nothing may be wrong among the others. Figures that are wrong elsewhere are forgotten, since they can't
        // say what is needed here.
        Numbered<NodeNumber, CountInterval> trusted = tree.ReportedIntervals();
        trusted[node] = CountInterval.Unknown;
        foreach (Clash other in ClashFinder.FindAll(tree, trusted.Copy()))
        {
            if (other.Nodes.All(mended.Contains))
            {
                return null;
            }

            Forget(trusted, other.Nodes.Where(wrong => !mended.Contains(wrong)));
        }

        // What follows for the figure from all the others is what it would have to be.
        if (CountSolution.SolveFor(tree, trusted.Copy(), node) is not { IsUnknown: false } needed)
        {
            return null;
        }

        // The nearest count has to leave nothing wrong but what is wrong elsewhere.
        Numbered<NodeNumber, CountInterval> changed = tree.ReportedIntervals();
        long nearest = Math.Clamp(tree.Nodes[node].Reported.Low, needed.Low, needed.High);
        changed[node] = trusted[node] = new(nearest, nearest);
        foreach (Clash left in ClashFinder.FindAll(tree, changed))
        {
            if (left.Nodes.Contains(node) || !known.Contains(left.Identity))
            {
                return null;
            }

            Forget(trusted, left.Nodes);
        }

        return CountSolution.IsContradictory(tree, trusted) ? null : needed.ToBounds();
    }

    private static void Forget(Numbered<NodeNumber, CountInterval> counts, IEnumerable<NodeNumber> nodes)
    {
        foreach (NodeNumber node in nodes)
        {
            counts[node] = CountInterval.Unknown;
        }
    }
}

namespace ConflictModel.Arithmetic;

/// <summary>The reported ends that a bound of a tree without entanglements follows from, read off the sums that gave it.</summary>
/// <remarks>
/// On the way up an end is a node's own figure or the sum of the ends of its parts; on the way down it is that of the whole less the
/// opposite ends of the other parts. Each end is cited once, and without it a sum is open or another number. So none can be left out.
/// </remarks>
internal sealed class TreeProof(CountSolution solution, bool isHigh, int most)
{
    private readonly CountTree tree = solution.Tree;
    private readonly List<FigureEnd> cited = [];

    /// <summary>The ends that one end of a node's bounds follows from; null if they are more than <paramref name="most"/>.</summary>
    public static List<FigureEnd>? OfNode(CountSolution solution, NodeNumber node, bool isHigh, int most)
    {
        var proof = new TreeProof(solution, isHigh, most);
        return proof.CiteDown(node) ? proof.cited : null;
    }

    /// <summary>
    /// The ends that one end of what a breakdown leaves follows from; null if they are more than <paramref name="most"/>.
    /// </summary>
    public static List<FigureEnd>? OfResidual(CountSolution solution, GroupNumber group, bool isHigh, int most)
    {
        CountGroup parts = solution.Tree.Groups[group];
        if (parts.Rule.Covers())
        {
            // Nobody is left, whatever the figures are.
            return [];
        }

        var proof = new TreeProof(solution, isHigh, most);
        return proof.CiteOthers(group, null) && proof.CiteDown(parts.Whole) ? proof.cited : null;
    }

    private static long End(CountInterval interval, bool isHigh) => isHigh ? interval.High : interval.Low;

    private bool CiteDown(NodeNumber node)
    {
        while (End(solution.Nodes[node], isHigh) != End(solution.Below[node], isHigh))
        {
            if (!CiteOthers(tree.Nodes[node].Group, node))
            {
                return false;
            }

            node = tree.Nodes[node].Parent;
        }

        return CiteUp(node, isHigh);
    }

    // A part has what the whole has less what all others have, if they are apart.
    private bool CiteOthers(GroupNumber group, NodeNumber? node)
    {
        CountGroup parts = tree.Groups[group];
        return (isHigh && !parts.Rule.IsAdditive()) || parts.Parts.All(part => part == node || CiteUp(part, !isHigh));
    }

    private bool CiteUp(NodeNumber top, bool isHigh)
    {
        var stack = new Stack<NodeNumber>([top]);
        while (stack.TryPop(out NodeNumber node))
        {
            long end = End(solution.Below[node], isHigh);
            if (end == (isHigh ? CountInterval.Unlimited : 0))
            {
                continue;
            }

            if (End(tree.Nodes[node].Reported, isHigh) == end)
            {
                cited.Add(new(node, isHigh));
                if (cited.Count > most)
                {
                    return false;
                }

                continue;
            }

            CountGroup parts = tree.Groups[tree.Nodes[node].Breakdowns
                .First(g => End(SumRule.WholeOf(solution.Below[tree.Groups[g].Parts], tree.Groups[g].Rule), isHigh) == end)];
            foreach (NodeNumber part in parts.Parts)
            {
                // Parts that overlap say no more of their whole than the greatest of them does.
                bool isGreatest = !isHigh && !parts.Rule.IsAdditive();
                if (!isGreatest || solution.Below[part].Low == end)
                {
                    stack.Push(part);
                    if (isGreatest)
                    {
                        break;
                    }
                }
            }
        }

        return true;
    }
}

namespace ConflictModel.Arithmetic;

/// <summary>Finds as few figures of a tree as can contradict each other.</summary>
/// <remarks>
/// For each node and number of figures it keeps the best lower and the best upper end that so many figures below prove. Those of a sum come
/// by a max-plus convolution of those of its parts. A contradiction is a lower end above an upper one; the two share a top node. Ends are
/// kept as scores, an upper end by its negative, so that more is always better.
/// </remarks>
internal sealed class SmallestProof
{
    /// <summary>The most nodes of a tree that is searched.</summary>
    public const int MaxNodes = 256;

    private const long Nothing = long.MinValue;

    private readonly CountTree tree;
    private readonly Numbered<NodeNumber, long[]>[] scores;

    private SmallestProof(CountTree tree)
    {
        this.tree = tree;
        scores = [new(new long[tree.Nodes.Count][]), new(new long[tree.Nodes.Count][])];
        foreach (NodeNumber node in tree.Nodes.Numbers.Backwards)
        {
            for (int side = 0; side < 2; side++)
            {
                long[] best = [side == 0 ? 0 : Nothing, OwnScore(node, side)];
                foreach (GroupNumber g in tree.Nodes[node].Breakdowns)
                {
                    best = Better(best, OfGroup(g, side, tree.Groups[g].Parts.Count));
                }

                for (int k = 1; k < best.Length; k++)
                {
                    best[k] = Math.Max(best[k], best[k - 1]);
                }

                scores[side][node] = best;
            }
        }
    }

    /// <summary>The ends of a smallest contradiction; empty if there is none.</summary>
    /// <param name="tree">A tree without entanglements.</param>
    public static List<FigureEnd> Find(CountTree tree)
    {
        var proof = new SmallestProof(tree);
        (NodeNumber Node, int Low, int High) smallest = (NodeNumber.None, 0, int.MaxValue / 2);
        foreach (NodeNumber node in tree.Nodes.Numbers)
        {
            (long[] lows, long[] highs) = (proof.scores[0][node], proof.scores[1][node]);
            for (int low = 0; low < lows.Length; low++)
            {
                // With more figures the upper end only falls: the first that is below is the one.
                int high = Array.FindIndex(highs, score => score != Nothing && lows[low] > -score);
                if (high >= 0 && low + high < smallest.Low + smallest.High)
                {
                    smallest = (node, low, high);
                }
            }
        }

        return smallest.Node == NodeNumber.None
            ? []
            : [.. proof.Ends(smallest.Node, 0, smallest.Low), .. proof.Ends(smallest.Node, 1, smallest.High)];
    }

    private static long[] Better(long[] left, long[] right)
    {
        long[] better = new long[Math.Max(left.Length, right.Length)];
        for (int k = 0; k < better.Length; k++)
        {
            better[k] = Math.Max(k < left.Length ? left[k] : Nothing, k < right.Length ? right[k] : Nothing);
        }

        return better;
    }

    private static long[] Convolve(long[] left, long[] right)
    {
        long[] sum = new long[left.Length + right.Length - 1];
        Array.Fill(sum, Nothing);
        for (int i = 0; i < left.Length; i++)
        {
            for (int j = 0; j < right.Length; j++)
            {
                if (left[i] != Nothing && right[j] != Nothing)
                {
                    sum[i + j] = Math.Max(sum[i + j], left[i] + right[j]);
                }
            }
        }

        return sum;
    }

    private long OwnScore(NodeNumber node, int side)
    {
        CountInterval own = tree.Nodes[node].Reported;
        return side == 0 ? own.Low : own.High == CountInterval.Unlimited ? Nothing : -own.High;
    }

    private bool Says(GroupNumber group, int side) => side == 0 || tree.Groups[group].Rule.Covers();

    private bool Adds(GroupNumber group, int side) => side == 1 || tree.Groups[group].Rule.IsAdditive();

    // What the first parts of a breakdown prove of its whole.
    private long[] OfGroup(GroupNumber group, int side, int parts)
    {
        if (!Says(group, side))
        {
            return [Nothing];
        }

        long[] best = [0];
        foreach (long[] own in scores[side][new NumberRange<NodeNumber>(tree.Groups[group].Parts.First, parts)])
        {
            best = Adds(group, side) ? Convolve(best, own) : Better(best, own);
        }

        return best;
    }

    // Walks back from a score to the figures that prove it.
    private IEnumerable<FigureEnd> Ends(NodeNumber top, int side, int count)
    {
        var stack = new Stack<(NodeNumber Node, int Count)>([(top, count)]);
        while (stack.TryPop(out (NodeNumber Node, int Count) next))
        {
            (NodeNumber node, int k) = next;
            long score = scores[side][node][k];
            if (k == 0)
            {
                continue;
            }

            if (k == 1 && OwnScore(node, side) == score)
            {
                yield return new FigureEnd(node, IsHigh: side == 1);
                continue;
            }

            GroupNumber group = tree.Nodes[node].Breakdowns
                .First(g => OfGroup(g, side, tree.Groups[g].Parts.Count) is var best && k < best.Length && best[k] == score);
            for (int parts = tree.Groups[group].Parts.Count; parts > 0; parts--)
            {
                NodeNumber part = tree.Groups[group].Parts[parts - 1];
                long[] before = OfGroup(group, side, parts - 1), own = scores[side][part];
                if (!Adds(group, side))
                {
                    if (k < own.Length && own[k] == score)
                    {
                        stack.Push((part, k));
                        break;
                    }

                    continue;
                }

                int taken = Enumerable.Range(0, Math.Min(k, own.Length - 1) + 1)
                    .First(j => k - j < before.Length && before[k - j] != Nothing && own[j] != Nothing && before[k - j] + own[j] == score);
                stack.Push((part, taken));
                k -= taken;
                score = before[k];
            }
        }
    }
}

namespace ConflictModel.Arithmetic;

/// <summary>What is told of each node: by its own figure, or for an end that it leaves open, by those of its parts.</summary>
internal sealed class ToldCounts
{
    private readonly CountTree tree;
    private readonly Numbered<NodeNumber, CountInterval> reported;
    private readonly Numbered<NodeNumber, CountInterval> told;

    // The breakdown that an end comes from; none for the node's own figure or where it has none.
    private readonly Numbered<NodeNumber, GroupNumber> lowFrom;
    private readonly Numbered<NodeNumber, GroupNumber> highFrom;

    public ToldCounts(CountTree tree, Numbered<NodeNumber, CountInterval> reported)
    {
        this.tree = tree;
        this.reported = reported;
        told = reported.Copy();
        lowFrom = Numbered<NodeNumber, GroupNumber>.Of(told.Count, GroupNumber.None);
        highFrom = Numbered<NodeNumber, GroupNumber>.Of(told.Count, GroupNumber.None);
        foreach (GroupNumber g in tree.Groups.Numbers.Backwards)
        {
            NodeNumber whole = tree.Groups[g].Whole;
            CountInterval own = reported[whole];

            // The first breakdown wins a tie, and groups come last first.
            CountInterval sum = SumOf(g);
            if (own.Low == 0 && own.High > 0 && sum.Low > 0 && sum.Low >= told[whole].Low)
            {
                told[whole] = told[whole] with { Low = sum.Low };
                lowFrom[whole] = g;
            }

            if (own.High == CountInterval.Unlimited && sum.High != CountInterval.Unlimited && sum.High <= told[whole].High)
            {
                told[whole] = told[whole] with { High = sum.High };
                highFrom[whole] = g;
            }
        }
    }

    public CountInterval this[NodeNumber node] => told[node];

    public bool IsOwn(NodeNumber node) => !reported[node].IsUnknown;

    /// <summary>What the parts of a breakdown say of their whole.</summary>
    public CountInterval SumOf(GroupNumber group) =>
        SumRule.WholeOf(told[tree.Groups[group].Parts], tree.Groups[group].Rule, tree.Groups[group].Overlap);

    /// <summary>The reported ends that one end of what is told of a node comes from.</summary>
    public IEnumerable<FigureEnd> Ends(NodeNumber node, bool isHigh)
    {
        var stack = new Stack<NodeNumber>([node]);
        while (stack.TryPop(out NodeNumber next))
        {
            GroupNumber group = isHigh ? highFrom[next] : lowFrom[next];
            if (group.IsNone)
            {
                if (isHigh ? reported[next].High != CountInterval.Unlimited : reported[next].Low > 0)
                {
                    yield return new FigureEnd(next, isHigh);
                }

                continue;
            }

            // Parts that overlap say no more of their whole than the greatest of them does, or the greatest class.
            CountGroup parts = tree.Groups[group];
            bool isGreatest = !isHigh && !parts.Rule.IsAdditive();
            if (isGreatest && parts.Overlap is { } overlap)
            {
                long[] lows = SumRule.LowsOf(told[parts.Parts], overlap);
                int greatest = Array.IndexOf(lows, lows.Max());
                foreach (NodeNumber part in parts.Parts.Backwards)
                {
                    if (overlap.Classes[parts.Parts.PlaceOf(part)] == greatest)
                    {
                        stack.Push(part);
                    }
                }

                continue;
            }

            foreach (NodeNumber part in parts.Parts.Backwards)
            {
                if (!isGreatest || told[part].Low == told[next].Low)
                {
                    stack.Push(part);
                    if (isGreatest)
                    {
                        break;
                    }
                }
            }
        }
    }

    /// <summary>The breakdowns that one end of what is told of a node comes from.</summary>
    public IEnumerable<GroupNumber> Groups(NodeNumber node, bool isHigh)
    {
        var stack = new Stack<NodeNumber>([node]);
        while (stack.TryPop(out NodeNumber next))
        {
            GroupNumber group = isHigh ? highFrom[next] : lowFrom[next];
            if (!group.IsNone)
            {
                yield return group;
                foreach (NodeNumber part in tree.Groups[group].Parts)
                {
                    stack.Push(part);
                }
            }
        }
    }
}

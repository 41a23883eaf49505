namespace ConflictModel.Arithmetic;

/// <summary>What is told of each node: by its own figure, or for an end that it leaves open, by those of its parts.</summary>
internal sealed class ToldCounts
{
    private readonly CountTree tree;
    private readonly CountInterval[] reported;
    private readonly CountInterval[] told;

    // The breakdown that an end comes from; -1 for the node's own figure or none.
    private readonly int[] lowFrom;
    private readonly int[] highFrom;

    public ToldCounts(CountTree tree, CountInterval[] reported)
    {
        this.tree = tree;
        this.reported = reported;
        told = (CountInterval[])reported.Clone();
        lowFrom = new int[told.Length];
        highFrom = new int[told.Length];
        Array.Fill(lowFrom, -1);
        Array.Fill(highFrom, -1);
        for (int g = tree.Groups.Length - 1; g >= 0; g--)
        {
            int whole = tree.Groups[g].Whole;
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

    public CountInterval this[int node] => told[node];

    public bool IsOwn(int node) => !reported[node].IsUnknown;

    /// <summary>What the parts of a breakdown say of their whole.</summary>
    public CountInterval SumOf(int group) =>
        SumRule.WholeOf(
            told.AsSpan(tree.Groups[group].First, tree.Groups[group].Count), tree.Groups[group].Rule, tree.Groups[group].Overlap);

    /// <summary>The reported ends that one end of what is told of a node comes from.</summary>
    public IEnumerable<FigureEnd> Ends(int node, bool isHigh)
    {
        var stack = new Stack<int>([node]);
        while (stack.TryPop(out int next))
        {
            int group = isHigh ? highFrom[next] : lowFrom[next];
            if (group < 0)
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
                long[] lows = SumRule.LowsOf(told.AsSpan(parts.First, parts.Count), overlap);
                int greatest = Array.IndexOf(lows, lows.Max());
                for (int i = parts.Count - 1; i >= 0; i--)
                {
                    if (overlap.Classes[i] == greatest)
                    {
                        stack.Push(parts.First + i);
                    }
                }

                continue;
            }

            for (int i = parts.First + parts.Count - 1; i >= parts.First; i--)
            {
                if (!isGreatest || told[i].Low == told[next].Low)
                {
                    stack.Push(i);
                    if (isGreatest)
                    {
                        break;
                    }
                }
            }
        }
    }

    /// <summary>The breakdowns that one end of what is told of a node comes from.</summary>
    public IEnumerable<int> Groups(int node, bool isHigh)
    {
        var stack = new Stack<int>([node]);
        while (stack.TryPop(out int next))
        {
            int group = isHigh ? highFrom[next] : lowFrom[next];
            if (group >= 0)
            {
                yield return group;
                for (int i = tree.Groups[group].First; i < tree.Groups[group].First + tree.Groups[group].Count; i++)
                {
                    stack.Push(i);
                }
            }
        }
    }
}

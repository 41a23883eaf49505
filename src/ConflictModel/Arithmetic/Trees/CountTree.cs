namespace ConflictModel.Arithmetic;

/// <summary>A count with its breakdowns, laid out flat: wholes before their parts, level by level.</summary>
/// <remarks>Every pass over it is a loop: up is backwards, down is forwards. It is immutable once built.</remarks>
internal sealed class CountTree
{
    private CountTree(Toll root, Counted measure, CountNode[] nodes, CountGroup[] groups, bool hasOperations)
    {
        (Root, Counted, Nodes, Groups, HasOperations) = (root, measure, nodes, groups, hasOperations);
        Entanglements = MarkAxes(nodes, groups) && MayRepeatCategory(nodes, groups) ? Entanglement.FindAll(this) : [];
        if (Entanglements.Length > 0)
        {
            BlockOf = new int[groups.Length];
            Array.Fill(BlockOf, -1);
            for (int block = 0; block < Entanglements.Length; block++)
            {
                if (Entanglements[block].System is null)
                {
                    continue;
                }

                foreach (int group in Entanglements[block].Groups)
                {
                    BlockOf[group] = block;
                }
            }
        }
    }

    public Toll Root { get; }

    public Counted Counted { get; }

    /// <summary>Whether operations are reported anywhere in it.</summary>
    public bool HasOperations { get; }

    public CountNode[] Nodes { get; }

    public CountGroup[] Groups { get; }

    /// <summary>Sets of breakdowns that have to be solved together, because a category of one recurs in another.</summary>
    public Entanglement[] Entanglements { get; }

    /// <summary>For each breakdown its place in <see cref="Entanglements"/>, or -1; null if there are none.</summary>
    public int[]? BlockOf { get; }

    public static CountTree Build(Toll root, Counted measure, Wordings wordings)
    {
        (int nodeCount, int groupCount) = Measured(root);
        var nodes = new CountNode[nodeCount];
        var groups = groupCount == 0 ? [] : new CountGroup[groupCount];
        nodes[0] = new() { Reported = CountInterval.Of(wordings.Read(measure == Counted.People ? root.Count : root.Operations)), Parent = -1, Group = -1 };
        int n = 1, g = 0;
        bool hasOperations = !root.Operations.IsEmpty;
        for (int i = 0; i < n; i++)
        {
            ValueList<Breakdown> breakdowns = i == 0 ? root.Breakdowns : nodes[i].Part!.Breakdowns;
            nodes[i].FirstGroup = g;
            nodes[i].GroupCount = breakdowns.Count;
            foreach (Breakdown breakdown in breakdowns)
            {
                groups[g] = new() { Source = breakdown, Whole = i, First = n, Count = breakdown.Parts.Count, Rule = RuleOf(breakdown, measure) };
                foreach (Part part in breakdown.Parts)
                {
                    hasOperations |= !part.Operations.IsEmpty;
                    nodes[n++] = new()
                    {
                        Part = part,
                        Reported = CountInterval.Of(wordings.Read(measure == Counted.People ? part.Count : part.Operations)),
                        Parent = i,
                        Group = g,
                    };
                }

                g++;
            }
        }

        return new CountTree(root, measure, nodes, groups, hasOperations);
    }

    /// <summary>The reported ends of every node, to be changed and solved again.</summary>
    public CountInterval[] ReportedIntervals()
    {
        var reported = new CountInterval[Nodes.Length];
        for (int i = 0; i < reported.Length; i++)
        {
            reported[i] = Nodes[i].Reported;
        }

        return reported;
    }

    /// <summary>The estimate that the report gives of a node.</summary>
    public Estimate EstimateOf(int node) => (Nodes[node].Part, Counted) switch
    {
        (null, Counted.People) => Root.Count,
        (null, _) => Root.Operations,
        ({ } part, Counted.People) => part.Count,
        ({ } part, _) => part.Operations,
    };

    /// <summary>The nodes in document order: each before its parts, breakdown by breakdown.</summary>
    public int[] DocumentOrder()
    {
        var order = new int[Nodes.Length];
        var stack = new Stack<int>();
        stack.Push(0);
        for (int at = 0; stack.TryPop(out int node); at++)
        {
            order[at] = node;
            ref readonly CountNode whole = ref Nodes[node];
            for (int g = whole.FirstGroup + whole.GroupCount - 1; g >= whole.FirstGroup; g--)
            {
                for (int i = Groups[g].First + Groups[g].Count - 1; i >= Groups[g].First; i--)
                {
                    stack.Push(i);
                }
            }
        }

        return order;
    }

    // Counts level by level, so that a tree that is too deep is refused before anything is built.
    private static (int Nodes, int Groups) Measured(Toll root)
    {
        int nodes = 1, groups = 0, depth = 0;
        List<Part>? level = null, next = null;
        Count(root.Breakdowns, ref nodes, ref groups, ref next);
        while (next is not null)
        {
            (level, next) = (next, null);
            if (++depth >= DerivationDepthException.MaxDepth)
            {
                throw new DerivationDepthException();
            }

            foreach (Part part in level)
            {
                Count(part.Breakdowns, ref nodes, ref groups, ref next);
            }
        }

        return (nodes, groups);
    }

    private static void Count(ValueList<Breakdown> breakdowns, ref int nodes, ref int groups, ref List<Part>? divided)
    {
        groups += breakdowns.Count;
        foreach (Breakdown breakdown in breakdowns)
        {
            nodes += breakdown.Parts.Count;
            foreach (Part part in breakdown.Parts)
            {
                if (!part.Breakdowns.IsEmpty)
                {
                    (divided ??= []).Add(part);
                }
            }
        }
    }

    // People are in one part only. An operation happens in one region, in one period and by one method, unless the report says
    // that they overlap; but it can hit several groups of people.
    private static CountRule RuleOf(Breakdown breakdown, Counted measure)
    {
        bool covers = breakdown.Kind == BreakdownKind.Partition;
        if (measure == Counted.People)
        {
            return covers ? CountRule.Partition : CountRule.Inclusion;
        }

        return breakdown.By is Axis.Victim or Axis.Perpetrator or Axis.Demographic ? CountRule.Within :
            breakdown.OperationsOverlap ? (covers ? CountRule.Cover : CountRule.Within) :
            covers ? CountRule.Partition : CountRule.Inclusion;
    }

    private static bool MayRepeatCategory(CountNode[] nodes, CountGroup[] groups)
    {
        Span<int> hashes = nodes.Length <= 64 ? stackalloc int[nodes.Length] : new int[nodes.Length];
        foreach (ref readonly CountGroup group in groups.AsSpan())
        {
            for (int i = group.First; i < group.First + group.Count; i++)
            {
                hashes[i] = nodes[i].Part!.CategoryOn(group.Source.By).GetHashCode();
            }
        }

        hashes[0] = 0;
        hashes[1..].Sort();
        for (int i = 2; i < hashes.Length; i++)
        {
            if (hashes[i] == hashes[i - 1])
            {
                return true;
            }
        }

        return false;
    }

    // Whether an axis recurs in a way that can make two nodes share a category.
    private static bool MarkAxes(CountNode[] nodes, CountGroup[] groups)
    {
        bool recurs = false;
        for (int g = groups.Length - 1; g >= 0; g--)
        {
            ref readonly CountGroup group = ref groups[g];
            int below = 0;
            for (int i = group.First; i < group.First + group.Count; i++)
            {
                below |= nodes[i].Axes;
            }

            int own = 1 << (int)group.Source.By;
            recurs |= (below & own) != 0 || (nodes[group.Whole].Axes & (below | own)) != 0;
            nodes[group.Whole].Axes |= (byte)(below | own);
        }

        return recurs;
    }
}

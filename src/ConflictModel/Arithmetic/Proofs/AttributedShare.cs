namespace ConflictModel.Arithmetic;

/// <summary>How many of a whole can be the work of given actors, by what its parts say of perpetrators.</summary>
/// <param name="Ours">The counts that can be their work.</param>
/// <param name="IsContradicted">Whether a part that can hold people is laid to others alone.</param>
/// <remarks>
/// Each node has two counts, by them and not by them, and a sum. The pairs that a node allows are a hexagon whose sides are limits of the
/// two counts and of their sum; sums and intersections of such hexagons are such hexagons, with whole-numbered corners, so one pass
/// upwards is exact on a tree. Where the tree is entangled it is outer.
/// </remarks>
internal readonly record struct AttributedShare(CountInterval Ours, bool IsContradicted)
{
    /// <summary>Whether what is found may be wider than it need be: counts are, or parts that overlap or are entangled are somebody's
    /// work.</summary>
    public static bool IsOuter(CountTree tree) =>
        Array.Exists(tree.Entanglements, entanglement => !entanglement.IsExact)
        || ((tree.HasOverlap || tree.Entanglements.Length > 0)
            && tree.Parts.Any(node => tree.Nodes[node].Part is { Perpetrators.IsEmpty: false } && IsCrossed(tree, node)));

    /// <param name="tree">The tree.</param>
    /// <param name="counts">The counts that each node can have.</param>
    /// <param name="actors">The actors.</param>
    public static AttributedShare Of(CountTree tree, Numbered<NodeNumber, CountInterval> counts, ValueList<ActorId> actors)
    {
        var them = new HashSet<ActorId>(actors);
        var splits = new Numbered<NodeNumber, Split>(new Split[tree.Nodes.Count]);
        bool isContradicted = false;
        foreach (NodeNumber node in splits.Numbers)
        {
            ref Split split = ref splits[node];
            split = new Split { Ours = CountInterval.Unknown, Others = CountInterval.Unknown, All = counts[node] };
            if (tree.Nodes[node].Part is { Perpetrators: { IsEmpty: false } perpetrators })
            {
                int named = perpetrators.Count(them.Contains);
                split.Ours = named == 0 ? CountInterval.Zero : CountInterval.Unknown;
                split.Others = named == perpetrators.Count ? CountInterval.Zero : CountInterval.Unknown;
                isContradicted |= named == 0 && counts[node].High > 0;
            }

            split.Tighten();
        }

        foreach (GroupNumber g in tree.Groups.Numbers.Backwards)
        {
            ref readonly CountGroup group = ref tree.Groups[g];
            bool covers = group.Rule.Covers();
            if (!group.Rule.IsAdditive())
            {
                // Parts that overlap say each by itself what of the whole is whose.
                if (!AtLeastEach(splits, group))
                {
                    return new(new CountInterval(0, counts[NodeNumber.Root].High), IsContradicted: true);
                }

                continue;
            }

            var sum = default(Split);
            foreach (ref readonly Split part in splits[group.Parts])
            {
                sum = new Split { Ours = Add(sum.Ours, part.Ours), Others = Add(sum.Others, part.Others), All = Add(sum.All, part.All) };
            }

            ref Split whole = ref splits[group.Whole];
            whole.Ours = whole.Ours.Intersect(covers ? sum.Ours : new(sum.Ours.Low, CountInterval.Unlimited));
            whole.Others = whole.Others.Intersect(covers ? sum.Others : new(sum.Others.Low, CountInterval.Unlimited));
            whole.All = whole.All.Intersect(covers ? sum.All : new(sum.All.Low, CountInterval.Unlimited));
            whole.Tighten();
            if (whole.Ours.IsEmpty || whole.Others.IsEmpty || whole.All.IsEmpty)
            {
                // What is said of perpetrators contradicts itself ("by ISIS" within "by regime forces"): nothing follows.
                return new(new CountInterval(0, counts[NodeNumber.Root].High), IsContradicted: true);
            }
        }

        return new(splits[NodeNumber.Root].Ours, isContradicted);
    }

    private static bool IsCrossed(CountTree tree, NodeNumber node)
    {
        for (; node != NodeNumber.Root; node = tree.Nodes[node].Parent)
        {
            GroupNumber group = tree.Nodes[node].Group;
            if (tree.Groups[group].Overlap is not null || tree.EntanglementOf(group) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static bool AtLeastEach(Numbered<NodeNumber, Split> splits, in CountGroup group)
    {
        ref Split whole = ref splits[group.Whole];
        foreach (ref readonly Split part in splits[group.Parts])
        {
            whole.Ours = whole.Ours.Intersect(new(part.Ours.Low, CountInterval.Unlimited));
            whole.Others = whole.Others.Intersect(new(part.Others.Low, CountInterval.Unlimited));
        }

        whole.Tighten();
        return !whole.Ours.IsEmpty && !whole.Others.IsEmpty && !whole.All.IsEmpty;
    }

    private static CountInterval Add(CountInterval left, CountInterval right) =>
        new(left.Low + right.Low, CountInterval.AddHigh(left.High, right.High));

    private struct Split
    {
        public CountInterval Ours;
        public CountInterval Others;
        public CountInterval All;

        public void Tighten()
        {
            for (int round = 0; round < 2; round++)
            {
                Ours = Ours.Intersect(new(All.Low - Math.Min(All.Low, Others.High), CountInterval.LessLow(All.High, Others.Low)));
                Others = Others.Intersect(new(All.Low - Math.Min(All.Low, Ours.High), CountInterval.LessLow(All.High, Ours.Low)));
                All = All.Intersect(Add(Ours, Others));
            }
        }
    }
}

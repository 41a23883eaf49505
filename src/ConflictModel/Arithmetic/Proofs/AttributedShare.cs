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
        || ((tree.HasOverlap || tree.BlockOf is not null)
            && Enumerable.Range(1, tree.Nodes.Length - 1)
                .Any(node => tree.Nodes[node].Part is { Perpetrators.IsEmpty: false } && IsCrossed(tree, node)));

    /// <param name="tree">The tree.</param>
    /// <param name="counts">The counts that each node can have.</param>
    /// <param name="actors">The actors.</param>
    public static AttributedShare Of(CountTree tree, CountInterval[] counts, ValueList<ActorId> actors)
    {
        var them = new HashSet<ActorId>(actors);
        var splits = new Split[tree.Nodes.Length];
        bool isContradicted = false;
        for (int i = 0; i < splits.Length; i++)
        {
            splits[i] = new Split { Ours = CountInterval.Unknown, Others = CountInterval.Unknown, All = counts[i] };
            if (tree.Nodes[i].Part is { Perpetrators: { IsEmpty: false } perpetrators })
            {
                int named = perpetrators.Count(them.Contains);
                splits[i].Ours = named == 0 ? CountInterval.Zero : CountInterval.Unknown;
                splits[i].Others = named == perpetrators.Count ? CountInterval.Zero : CountInterval.Unknown;
                isContradicted |= named == 0 && counts[i].High > 0;
            }

            splits[i].Tighten();
        }

        for (int g = tree.Groups.Length - 1; g >= 0; g--)
        {
            ref readonly CountGroup group = ref tree.Groups[g];
            bool covers = group.Rule.Covers();
            if (!group.Rule.IsAdditive())
            {
                // Parts that overlap say each by itself what of the whole is whose.
                if (!AtLeastEach(splits, group))
                {
                    return new(new CountInterval(0, counts[0].High), IsContradicted: true);
                }

                continue;
            }

            var sum = default(Split);
            for (int i = group.First; i < group.First + group.Count; i++)
            {
                sum = new Split
                {
                    Ours = Add(sum.Ours, splits[i].Ours),
                    Others = Add(sum.Others, splits[i].Others),
                    All = Add(sum.All, splits[i].All),
                };
            }

            ref Split whole = ref splits[group.Whole];
            whole.Ours = whole.Ours.Intersect(covers ? sum.Ours : new(sum.Ours.Low, CountInterval.Unlimited));
            whole.Others = whole.Others.Intersect(covers ? sum.Others : new(sum.Others.Low, CountInterval.Unlimited));
            whole.All = whole.All.Intersect(covers ? sum.All : new(sum.All.Low, CountInterval.Unlimited));
            whole.Tighten();
            if (whole.Ours.IsEmpty || whole.Others.IsEmpty || whole.All.IsEmpty)
            {
                // What is said of perpetrators contradicts itself ("by ISIS" within "by regime forces"): nothing follows.
                return new(new CountInterval(0, counts[0].High), IsContradicted: true);
            }
        }

        return new(splits[0].Ours, isContradicted);
    }

    private static bool IsCrossed(CountTree tree, int node)
    {
        while (node > 0 && tree.Groups[tree.Nodes[node].Group].Overlap is null && tree.BlockOf?[tree.Nodes[node].Group] is null or < 0)
        {
            node = tree.Nodes[node].Parent;
        }

        return node > 0;
    }

    private static bool AtLeastEach(Split[] splits, in CountGroup group)
    {
        ref Split whole = ref splits[group.Whole];
        for (int i = group.First; i < group.First + group.Count; i++)
        {
            whole.Ours = whole.Ours.Intersect(new(splits[i].Ours.Low, CountInterval.Unlimited));
            whole.Others = whole.Others.Intersect(new(splits[i].Others.Low, CountInterval.Unlimited));
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

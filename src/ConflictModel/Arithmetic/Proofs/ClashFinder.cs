namespace ConflictModel.Arithmetic;

/// <summary>Finds the identities that the figures of a tree break, each by itself.</summary>
internal sealed class ClashFinder
{
    /// <summary>The most identities that are told: nobody reads more.</summary>
    public const int MaxClashes = 1_000;

    // Crossing every set with every breakdown is for records that a person could read.
    private const long MaxWork = 4_000_000;

    private readonly CountTree tree;
    private readonly Numbered<NodeNumber, CountInterval> reported;
    private readonly ToldCounts told;
    private readonly int most;
    private readonly List<Clash> found = [];
    private readonly HashSet<(NodeNumber, bool, string)> seen = [];

    private ClashFinder(CountTree tree, Numbered<NodeNumber, CountInterval> reported, int most)
    {
        this.tree = tree;
        this.reported = reported;
        this.most = most;
        told = new ToldCounts(tree, reported);
    }

    /// <summary>The broken identities in the order in which they are come upon, the same ones first whatever the most of them.</summary>
    public static List<Clash> FindAll(CountTree tree, Numbered<NodeNumber, CountInterval> reported, int most = MaxClashes)
    {
        var finder = new ClashFinder(tree, reported, most);
        foreach (NodeNumber node in tree.DocumentOrder())
        {
            foreach (GroupNumber g in tree.Nodes[node].Breakdowns)
            {
                finder.CheckParts(node, g);
            }
        }

        foreach (Entanglement entanglement in tree.Entanglements)
        {
            if (entanglement.System is { } system)
            {
                finder.CheckSets(system);
            }
        }

        return finder.found;
    }

    private void CheckParts(NodeNumber node, GroupNumber g)
    {
        CountGroup group = tree.Groups[g];
        NodeNumber[] parts = tree.PartsOf(g);
        if (group.Rule == CountRule.Within || group.Rule == CountRule.Cover)
        {
            foreach (NodeNumber part in parts)
            {
                Compare(ContradictionKind.Parts, node, g, [part], covers: false, []);
            }

            foreach (NodeNumber[] apart in group.Overlap is { } overlap ? ClassesOf(group, overlap) : [])
            {
                Compare(ContradictionKind.Parts, node, g, apart, covers: false, []);
            }

            if (group.Rule == CountRule.Cover)
            {
                Compare(ContradictionKind.Parts, node, g, parts, covers: true, [], mayExceed: true);
            }

            return;
        }

        bool covers = group.Rule == CountRule.Partition;
        Clash? direct = Compare(ContradictionKind.Parts, node, g, parts, covers, []);
        var instead = new Dictionary<NodeNumber, GroupNumber>();
        foreach (NodeNumber part in parts.Where(told.IsOwn))
        {
            foreach (GroupNumber below in tree.Nodes[part].Breakdowns)
            {
                if (tree.Groups[below].Rule.IsAdditive() && told.SumOf(below).Intersect(told[part]).IsEmpty)
                {
                    instead.TryAdd(part, below);
                }
            }
        }

        if (instead.Count > 0)
        {
            Compare(ContradictionKind.PartsOfParts, node, g, parts, covers, instead, known: direct?.Sum);
        }
    }

    // The parts of each class that has several, pieces in place of their category.
    private IEnumerable<NodeNumber[]> ClassesOf(CountGroup group, PartOverlap overlap) =>
        Enumerable.Range(0, group.Parts.Count).GroupBy(i => overlap.Classes[i]).Where(parts => parts.Skip(1).Any())
            .Select(parts => parts.SelectMany(i => tree.PiecesOf(group.Parts[i])).ToArray());

    // Compares what is told of a node with the sum of what is told of others.
    private Clash? Compare(
        ContradictionKind kind,
        NodeNumber subject,
        GroupNumber g,
        NodeNumber[] parts,
        bool covers,
        Dictionary<NodeNumber, GroupNumber> instead,
        long? known = null,
        bool mayExceed = false,
        List<GroupNumber>? ruledOut = null)
    {
        CountInterval whole = told[subject];
        long low = 0, high = 0;
        foreach (NodeNumber part in parts)
        {
            CountInterval term = instead.TryGetValue(part, out GroupNumber below) ? told.SumOf(below) : told[part];
            low += term.Low;
            high = CountInterval.AddHigh(high, term.High);
        }

        bool isAbove = !mayExceed && low > whole.High;
        bool isBelow = covers && high < whole.Low;
        if ((!isAbove && !isBelow) || known == (isAbove ? low : high) || !IsOwnOrFirst(subject, g))
        {
            return null;
        }

        bool isHigh = !isAbove;
        var terms = new List<long>();
        var termNodes = new List<NodeNumber>();
        var ends = new List<FigureEnd>();
        var readings = new List<GroupNumber>();
        int sums = 0;
        if (parts.Length > 1 || isBelow || !tree.Groups[g].Rule.IsAdditive())
        {
            readings.Add(g);
        }

        foreach (NodeNumber part in parts)
        {
            bool isInstead = instead.TryGetValue(part, out GroupNumber below);
            CountInterval term = isInstead ? told.SumOf(below) : told[part];
            long value = isAbove ? term.Low : term.High;
            List<FigureEnd> sources = [];
            foreach (NodeNumber source in isInstead ? tree.Groups[below].Parts : (IEnumerable<NodeNumber>)[part])
            {
                sources.AddRange(told.Ends(source, isHigh));
                readings.AddRange(told.Groups(source, isHigh));
            }

            // Nothing is told of a part without a figure.
            if (value > 0 || reported[part] == CountInterval.Zero)
            {
                terms.Add(value);
                termNodes.Add(part);
            }

            sums += sources.Count > 1 ? 1 : 0;

            ends.AddRange(sources);
            if (isInstead)
            {
                readings.Add(below);
            }
        }

        List<GroupNumber> wholeReadings = [.. told.Groups(subject, !isHigh)];
        List<FigureEnd> wholeEnds = [.. told.Ends(subject, !isHigh)];
        readings.AddRange(wholeReadings);
        readings.AddRange(isBelow ? ruledOut ?? [] : []);

        // What two breakdowns say of a whole without a figure can't be one interval: each says a single count by itself.
        bool isSingle = whole.IsSingle
            || (wholeReadings.Count > 0 && wholeReadings.TrueForAll(reading => tree.Groups[reading].Rule == CountRule.Partition)
                && wholeEnds.TrueForAll(end => reported[end.Node].IsSingle));
        var clash = new Clash(
            kind,
            subject,
            g,
            isAbove,
            isAbove ? whole.High : whole.Low,
            wholeEnds,
            terms,
            termNodes,
            ends,
            covers && !mayExceed && low == high && isSingle,
            readings,
            sums + (wholeEnds.Count > 1 ? 1 : 0));
        return Add(clash) ? clash : null;
    }

    // A whole without a figure of its own is told by one of its breakdowns; that one is not compared with itself.
    private bool IsOwnOrFirst(NodeNumber subject, GroupNumber g) =>
        told.IsOwn(subject)
        || (!told.Groups(subject, isHigh: true).Contains(g) && !told.Groups(subject, isHigh: false).Contains(g))
        || told[subject].IsEmpty;

    private void CheckSets(CategorySystem system)
    {
        KeyValuePair<NodeNumber, SetNumber>[] nodes = [.. system.NodeSets.OrderBy(pair => pair.Key.Value)];
        if ((long)nodes.Length * (system.Choices.Count + nodes.Length) > MaxWork)
        {
            return;
        }

        foreach ((NodeNumber node, SetNumber set) in nodes)
        {
            if (!system.IsPossible(set) && reported[node].Low > 0)
            {
                List<GroupNumber> readings = [.. system.Choices.Where(choice => choice.IsTorn(system[set])).Select(choice => choice.Group)];
                Add(new Clash(
                    ContradictionKind.Nesting,
                    node,
                    Group: null,
                    IsAbove: true,
                    Against: 0,
                    AgainstEnds: [],
                    [reported[node].Low],
                    [node],
                    [new(node, IsHigh: false)],
                    IsEqual: false,
                    readings,
                    DerivedNumbers: 0));
            }
        }

        ILookup<SetNumber, NodeNumber> nodesOf = nodes.ToLookup(pair => pair.Value, pair => pair.Key);
        foreach ((NodeNumber node, SetNumber set) in nodes)
        {
            foreach (CategoryChoice choice in system.Choices)
            {
                if (choice.Rule.IsAdditive() && tree.Groups[choice.Group].Whole != node
                    && choice.Whole.Holds(system[set]) && choice.Taken(system[set]) == 0)
                {
                    CheckCells(system, nodesOf, node, set, choice);
                }
            }
        }

        foreach ((NodeNumber node, SetNumber set) in nodes.Where(pair => told.IsOwn(pair.Key)))
        {
            foreach ((NodeNumber other, SetNumber otherSet) in nodes.Where(pair => told.IsOwn(pair.Key)))
            {
                if (other != node && system[set].Holds(system[otherSet]) && !tree.IsAncestor(node, other))
                {
                    CheckNesting(node, other, set == otherSet);
                }
            }
        }
    }

    private void CheckCells(
        CategorySystem system, ILookup<SetNumber, NodeNumber> nodesOf, NodeNumber node, SetNumber set, CategoryChoice choice)
    {
        var cells = new List<NodeNumber>();
        var ruledOut = new List<GroupNumber>();
        bool covers = choice.Rule == CountRule.Partition;
        for (int i = 0; i < choice.Options.Length; i++)
        {
            LiteralSet categories = system.With(system[set], choice.Options[i]);
            if (!system.IsPossible(categories))
            {
                continue;
            }

            NodeNumber[] named = system.Find(categories) is { } cell ? [.. nodesOf[cell].OrderByDescending(told.IsOwn).Take(1)] : [];
            if (named is [var one])
            {
                // Pieces that add up to the cell stand for it.
                bool isSum = tree.IsInPieces(one) && tree.Groups[tree.GroupOfPieces(one)].Rule == CountRule.Partition;
                cells.AddRange(isSum ? tree.PiecesOf(one) : named);
            }
            else
            {
                CategoryChoice? by = system.Choices.FirstOrDefault(other => system.IsRuledOut(categories, other));
                covers &= by is not null;
                ruledOut.AddRange(by is null ? [] : [by.Group]);
            }
        }

        if (cells.Count > 0 && !cells.Contains(node))
        {
            Compare(ContradictionKind.Cells, node, choice.Group, [.. cells], covers, [], ruledOut: ruledOut);
        }
    }

    private void CheckNesting(NodeNumber node, NodeNumber other, bool isSame)
    {
        (CountInterval larger, CountInterval smaller) = (told[node], told[other]);
        if (smaller.Low <= larger.High || found.Count >= most
            || found.Exists(clash => clash.Subject == node && clash.IsAbove && clash.TermEnds.Contains(new(other, IsHigh: false))))
        {
            return;
        }

        Add(new Clash(
            isSame ? ContradictionKind.SamePeople : ContradictionKind.Nesting,
            node,
            Group: null,
            IsAbove: true,
            larger.High,
            [.. told.Ends(node, isHigh: true)],
            [smaller.Low],
            [other],
            [.. told.Ends(other, isHigh: false)],
            isSame && larger.IsSingle && smaller.IsSingle,
            [],
            (told.Ends(node, isHigh: true).Count() > 1 ? 1 : 0) + (told.Ends(other, isHigh: false).Count() > 1 ? 1 : 0)));
    }

    // One identity can be come upon from two sides.
    private bool Add(Clash clash)
    {
        if (found.Count >= most || !seen.Add(clash.Identity))
        {
            return false;
        }

        found.Add(clash);
        return true;
    }
}

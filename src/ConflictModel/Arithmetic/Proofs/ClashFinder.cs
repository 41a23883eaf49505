namespace ConflictModel.Arithmetic;

/// <summary>Finds the identities that the figures of a tree break, each by itself.</summary>
internal sealed class ClashFinder
{
    // Crossing every set with every breakdown is for records that a person could read.
    private const long MaxWork = 4_000_000;

    // Nobody reads more.
    private const int MaxClashes = 1_000;

    private readonly CountTree tree;
    private readonly CountInterval[] reported;
    private readonly ToldCounts told;
    private readonly List<Clash> found = [];
    private readonly HashSet<(int, bool, string)> seen = [];

    private ClashFinder(CountTree tree, CountInterval[] reported)
    {
        this.tree = tree;
        this.reported = reported;
        told = new ToldCounts(tree, reported);
    }

    public static List<Clash> FindAll(CountTree tree, CountInterval[] reported)
    {
        var finder = new ClashFinder(tree, reported);
        foreach (int node in tree.DocumentOrder())
        {
            for (int g = tree.Nodes[node].FirstGroup; g < tree.Nodes[node].FirstGroup + tree.Nodes[node].GroupCount; g++)
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

    private void CheckParts(int node, int g)
    {
        CountGroup group = tree.Groups[g];
        int[] parts = tree.PartsOf(g);
        if (group.Rule == CountRule.Within || group.Rule == CountRule.Cover)
        {
            foreach (int part in parts)
            {
                Compare(ContradictionKind.Parts, node, g, [part], covers: false, []);
            }

            foreach (int[] apart in group.Overlap is { } overlap ? ClassesOf(group, overlap) : [])
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
        var instead = new Dictionary<int, int>();
        foreach (int part in parts.Where(told.IsOwn))
        {
            for (int below = tree.Nodes[part].FirstGroup; below < tree.Nodes[part].FirstGroup + tree.Nodes[part].GroupCount; below++)
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
    private IEnumerable<int[]> ClassesOf(CountGroup group, PartOverlap overlap) =>
        Enumerable.Range(0, group.Count).GroupBy(i => overlap.Classes[i]).Where(parts => parts.Skip(1).Any())
            .Select(parts => parts.SelectMany(i => tree.PiecesOf(group.First + i)).ToArray());

    // Compares what is told of a node with the sum of what is told of others.
    private Clash? Compare(
        ContradictionKind kind,
        int subject,
        int g,
        int[] parts,
        bool covers,
        Dictionary<int, int> instead,
        long? known = null,
        bool mayExceed = false,
        List<int>? ruledOut = null)
    {
        CountInterval whole = told[subject];
        long low = 0, high = 0;
        foreach (int part in parts)
        {
            CountInterval term = instead.TryGetValue(part, out int below) ? told.SumOf(below) : told[part];
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
        var ends = new List<FigureEnd>();
        var readings = new List<int>();
        int sums = 0;
        if (parts.Length > 1 || isBelow || !tree.Groups[g].Rule.IsAdditive())
        {
            readings.Add(g);
        }

        foreach (int part in parts)
        {
            bool isInstead = instead.TryGetValue(part, out int below);
            CountInterval term = isInstead ? told.SumOf(below) : told[part];
            long value = isAbove ? term.Low : term.High;
            List<FigureEnd> sources = [];
            foreach (int source in isInstead ? Enumerable.Range(tree.Groups[below].First, tree.Groups[below].Count) : [part])
            {
                sources.AddRange(told.Ends(source, isHigh));
                readings.AddRange(told.Groups(source, isHigh));
            }

            // Nothing is told of a part without a figure.
            if (value > 0 || reported[part] == CountInterval.Zero)
            {
                terms.Add(value);
            }

            sums += sources.Count > 1 ? 1 : 0;

            ends.AddRange(sources);
            if (isInstead)
            {
                readings.Add(below);
            }
        }

        List<int> wholeReadings = [.. told.Groups(subject, !isHigh)];
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
            ends,
            covers && !mayExceed && low == high && isSingle,
            readings,
            sums + (wholeEnds.Count > 1 ? 1 : 0));
        return Add(clash) ? clash : null;
    }

    // A whole without a figure of its own is told by one of its breakdowns; that one is not compared with itself.
    private bool IsOwnOrFirst(int subject, int g) =>
        told.IsOwn(subject)
        || (!told.Groups(subject, isHigh: true).Contains(g) && !told.Groups(subject, isHigh: false).Contains(g))
        || told[subject].IsEmpty;

    private void CheckSets(CategorySystem system)
    {
        KeyValuePair<int, int>[] nodes = [.. system.NodeSets.OrderBy(pair => pair.Key)];
        if ((long)nodes.Length * (system.Choices.Count + nodes.Length) > MaxWork)
        {
            return;
        }

        foreach ((int node, int set) in nodes)
        {
            if (system.Find(system[set]) == -1 && reported[node].Low > 0)
            {
                List<int> readings = [.. system.Choices.Where(choice => choice.IsTorn(system[set])).Select(choice => choice.Group)];
                Add(new Clash(
                    ContradictionKind.Nesting,
                    node,
                    -1,
                    IsAbove: true,
                    Against: 0,
                    AgainstEnds: [],
                    [reported[node].Low],
                    [new(node, IsHigh: false)],
                    IsEqual: false,
                    readings,
                    DerivedNumbers: 0));
            }
        }

        ILookup<int, int> nodesOf = nodes.ToLookup(pair => pair.Value, pair => pair.Key);
        foreach ((int node, int set) in nodes)
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

        foreach ((int node, int set) in nodes.Where(pair => told.IsOwn(pair.Key)))
        {
            foreach ((int other, int otherSet) in nodes.Where(pair => told.IsOwn(pair.Key)))
            {
                if (other != node && system[set].Holds(system[otherSet]) && !IsAncestor(node, other))
                {
                    CheckNesting(node, other, set == otherSet);
                }
            }
        }
    }

    private void CheckCells(CategorySystem system, ILookup<int, int> nodesOf, int node, int set, CategoryChoice choice)
    {
        var cells = new List<int>();
        var ruledOut = new List<int>();
        bool covers = choice.Rule == CountRule.Partition;
        for (int i = 0; i < choice.Options.Length; i++)
        {
            LiteralSet categories = system.With(system[set], choice.Options[i]);
            int cell = system.Find(categories);
            int named = cell < 0 ? -1 : nodesOf[cell].OrderByDescending(told.IsOwn).FirstOrDefault(-1);
            if (named >= 0)
            {
                // Pieces that add up to the cell stand for it.
                int pieces = tree.IsInPieces(named) ? tree.Nodes[named].FirstGroup : -1;
                cells.AddRange(pieces >= 0 && tree.Groups[pieces].Rule == CountRule.Partition ? tree.PartsOf(pieces) : [named]);
            }
            else if (cell != -1)
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

    private void CheckNesting(int node, int other, bool isSame)
    {
        (CountInterval larger, CountInterval smaller) = (told[node], told[other]);
        if (smaller.Low <= larger.High || found.Count >= MaxClashes
            || found.Exists(clash => clash.Subject == node && clash.IsAbove && clash.TermEnds.Contains(new(other, IsHigh: false))))
        {
            return;
        }

        Add(new Clash(
            isSame ? ContradictionKind.SamePeople : ContradictionKind.Nesting,
            node,
            -1,
            IsAbove: true,
            larger.High,
            [.. told.Ends(node, isHigh: true)],
            [smaller.Low],
            [.. told.Ends(other, isHigh: false)],
            isSame && larger.IsSingle && smaller.IsSingle,
            [],
            (told.Ends(node, isHigh: true).Count() > 1 ? 1 : 0) + (told.Ends(other, isHigh: false).Count() > 1 ? 1 : 0)));
    }

    private bool IsAncestor(int node, int other)
    {
        while (other >= 0 && other != node)
        {
            other = tree.Nodes[other].Parent;
        }

        return other == node;
    }

    // One identity can be come upon from two sides.
    private bool Add(Clash clash)
    {
        if (found.Count >= MaxClashes || !seen.Add(clash.Identity))
        {
            return false;
        }

        found.Add(clash);
        return true;
    }
}

namespace ConflictModel.Arithmetic;

/// <summary>Finds the independent contradictions of a derivation, with their proofs.</summary>
internal sealed class ContradictionFinder(Derivation derivation)
{
    private const int MaxCombined = 50;

    // How many nodes may be looked at to leave figures out of a proof.
    private const int MaxWork = 200_000_000;

    private readonly CountTree tree = derivation.Tree;
    private readonly Numbered<NodeNumber, int> places = Places(derivation.Tree);
    private readonly int budget = MaxWork / derivation.Tree.Nodes.Count;

    /// <summary>The contradictions that are told, and whether there are others.</summary>
    public Result Find()
    {
        List<Clash> clashes = ClashFinder.FindAll(tree, tree.ReportedIntervals());
        List<List<FigureEnd>> proofs = [.. clashes.Select(clash => clash.Least(tree))];
        List<List<FigureEnd>> leasts = [.. clashes.Zip(proofs, Least)];
        List<Contradiction> told = [];
        HashSet<NodeNumber> forgotten = [];
        if (tree.Entanglements.Length == 0 && !tree.HasOverlap && tree.Nodes.Count <= SmallestProof.MaxNodes)
        {
            // No identity by itself may be the one with the fewest figures.
            List<FigureEnd> smallest = SmallestProof.Find(tree);
            if (leasts.TrueForAll(least => least.Count > smallest.Count))
            {
                told.Add(Combined(smallest));
                forgotten.UnionWith(smallest.Select(end => end.Node));
            }
        }

        // One set of figures is one contradiction, whichever identities show it. Where fewer figures than an identity needs already clash,
        // they clash by one of their own; of those that need them all, the one with the fewest sums that nobody printed tells it best.
        int[] shown = Enumerable.Range(0, clashes.Count).GroupBy(i => Text(leasts[i]))
            .Select(same => same.MinBy(i => (leasts[i].Count != proofs[i].Count, clashes[i].DerivedNumbers)))
            .ToArray();
        ILookup<NodeNumber, int> within = shown.Where(i => leasts[i].Count == 2).ToLookup(i => clashes[i].Subject);
        Dictionary<int, int> causes = Causes(shown, clashes, leasts, within);
        foreach (int i in shown.Order())
        {
            forgotten.UnionWith(clashes[i].Nodes);
            if (!causes.ContainsKey(i))
            {
                IEnumerable<NodeNumber> caused = causes.Where(pair => pair.Value == i).SelectMany(pair => clashes[pair.Key].Nodes);
                told.Add(ToContradiction(clashes[i], leasts[i], [.. caused]));
            }
        }

        // What is left when the figures of these are forgotten can clash by several identities together.
        int most = clashes.Count == 0 ? MaxCombined : Math.Min(MaxCombined, budget / 1_000);
        List<List<FigureEnd>> combined = [];
        while (true)
        {
            List<FigureEnd> ends = [.. FigureEnd.All(tree).Where(end => !forgotten.Contains(end.Node))];
            if (!IsContradictory(ends))
            {
                break;
            }

            if (combined.Count == most)
            {
                return new(told, HasFurther: true);
            }

            List<FigureEnd> least = LeastSet.Find(ends, IsContradictory, budget);
            told.Add(Combined(least));
            combined.Add(least);
            forgotten.UnionWith(least.Select(end => end.Node));
        }

        // Identities beyond the most can share a figure with one that is told, so that it is forgotten above. So many more are looked at:
        // those among them that are told are no more than the combined, but for the same figures again and what a told clash makes.
        HashSet<string> texts = [.. leasts.Select(Text)];
        bool hasFurther = clashes.Count == ClashFinder.MaxClashes
            && ClashFinder.FindAll(tree, tree.ReportedIntervals(), 2 * ClashFinder.MaxClashes).Skip(clashes.Count).Any(IsUntold);
        return new(told, hasFurther);

        bool IsUntold(Clash clash)
        {
            HashSet<FigureEnd> all = [.. clash.AgainstEnds, .. clash.TermEnds];
            List<FigureEnd> least = Least(clash, clash.Least(tree));
            return !texts.Contains(Text(least)) && !combined.Exists(other => other.TrueForAll(all.Contains))
                && !CandidateCauses(clash, least, within)
                    .Any(cause => !causes.ContainsKey(cause) && IsMendedWithout(clashes[cause].Subject, least, leasts[cause]))
                && !combined.Exists(other => IsCausedBy(least, other));
        }

        // A figure that is less than what lies within it can be told among the combined as well.
        bool IsCausedBy(List<FigureEnd> least, List<FigureEnd> other) =>
            other is [FigureEnd one, FigureEnd two] && one.IsHigh != two.IsHigh && (one.IsHigh ? one : two).Node is NodeNumber less
            && least.Exists(end => end.Node == less) && IsMendedWithout(less, least, other);
    }

    private static string Text(List<FigureEnd> ends) => string.Join(',', ends.OrderBy(end => end.Node.Value).ThenBy(end => end.IsHigh));

    private static Numbered<NodeNumber, int> Places(CountTree tree)
    {
        var places = new Numbered<NodeNumber, int>(new int[tree.Nodes.Count]);
        int place = 0;
        foreach (NodeNumber node in tree.DocumentOrder())
        {
            places[node] = place++;
        }

        return places;
    }

    // A figure that is less than what lies within it is told there. Another clash that would not be without it is not told again. For each
    // of these the one that is.
    private Dictionary<int, int> Causes(
        int[] shown, List<Clash> clashes, List<List<FigureEnd>> leasts, ILookup<NodeNumber, int> within)
    {
        var causes = new Dictionary<int, int>();
        int left = budget;
        foreach (int i in shown)
        {
            foreach (int cause in CandidateCauses(clashes[i], leasts[i], within))
            {
                if (cause != i && !causes.ContainsKey(cause) && !causes.ContainsValue(i) && left-- > 0
                    && IsMendedWithout(clashes[cause].Subject, leasts[i], leasts[cause]))
                {
                    causes.Add(i, cause);
                    break;
                }
            }
        }

        return causes;
    }

    private static IEnumerable<int> CandidateCauses(Clash clash, List<FigureEnd> least, ILookup<NodeNumber, int> within) =>
        least.Where(end => end.Node != clash.Subject).SelectMany(end => within[end.Node]);

    private bool IsMendedWithout(NodeNumber wrong, List<FigureEnd> least, List<FigureEnd> cause)
    {
        HashSet<NodeNumber> nodes = [.. least.Concat(cause).Select(end => end.Node)];
        nodes.Remove(wrong);
        return !IsContradictory([.. nodes.SelectMany(node => (FigureEnd[])[new(node, false), new(node, true)])]);
    }

    // In a tree no figure of an identity can be left out, unless sums stand for figures. Elsewhere another identity can be at work among
    // fewer of them; and an outer system can leave a proof unseen that the identity by itself gives.
    private List<FigureEnd> Least(Clash clash, List<FigureEnd> proof) =>
        (tree.Entanglements.Length > 0 || clash.Kind == ContradictionKind.PartsOfParts || clash.DerivedNumbers > 0)
        && proof.Count <= budget / 1_000 && IsContradictory(proof)
            ? LeastSet.Find(proof, IsContradictory, budget)
            : proof;

    private bool IsContradictory(List<FigureEnd> ends) => CountSolution.IsContradictory(tree, FigureEnd.Only(tree, ends));

    private Contradiction ToContradiction(Clash clash, List<FigureEnd> least, HashSet<NodeNumber> caused)
    {
        // A sum that nobody reported is no limit by itself: its terms are.
        Contradiction.Count[] limits = Counts(clash.AgainstEnds);
        bool isSum = limits.Length > 1 && limits.Sum(limit => limit.Value) == clash.Against;
        return new Contradiction(derivation, () => new RepairFinder(derivation).Find(clash.Nodes, caused))
        {
            Kind = clash.Kind,
            IsSearched = RepairFinder.Searches(tree),
            IsOfOperations = derivation.IsOfOperations,
            Subject = derivation.PathOf(clash.Subject),
            Breakdown = clash.Group is { } group ? tree.Groups[group].Source : null,
            Terms = clash.Terms.ToValueList(),
            Sum = clash.Sum,
            Against = clash.Against,
            Added = [.. clash.Terms.Zip(clash.TermNodes, (term, node) => new Contradiction.Count(term, derivation.FigureOf(node)))],
            Limits = isSum ? limits : [new(clash.Against, derivation.FigureOf(clash.Subject))],
            Relation = clash.IsEqual ? "not" : clash.IsAbove ? "more than" : "less than",
            Figures = Cite(least),
            Readings = Readings(clash.Readings),
            Disjoint = Readings(AddedUp(least)),
        };
    }

    private Contradiction Combined(List<FigureEnd> least)
    {
        Contradiction.Count[] lows = Counts(least.Where(end => !end.IsHigh));
        Contradiction.Count[] highs = Counts(least.Where(end => end.IsHigh));
        var nodes = least.Select(end => end.Node).ToHashSet();

        // What clashes with no other figure is of people whom the breakdowns leave no place for.
        bool isNobody = highs.Length == 0;
        NodeNumber subject = least.Where(end => end.IsHigh || isNobody).Select(end => end.Node).MinBy(node => node.Value);
        long sum = lows.Sum(low => low.Value), against = highs.Sum(high => high.Value);
        return new Contradiction(derivation, () => new RepairFinder(derivation).Find(nodes, []))
        {
            Kind = isNobody ? ContradictionKind.Nesting : ContradictionKind.Combined,
            IsSearched = RepairFinder.Searches(tree),
            IsOfOperations = derivation.IsOfOperations,
            Subject = derivation.PathOf(subject),
            Breakdown = null,
            Terms = lows.Select(low => low.Value).ToValueList(),
            Sum = sum,
            Against = against,
            Added = lows,
            Limits = isNobody ? [new(0, derivation.FigureOf(subject))] : highs,
            Relation = sum > against ? "more than" : null,
            Figures = Cite(least),
            Readings = Readings(tree.Groups.Numbers.Where(g => Concerns(g, nodes))),
            Disjoint = Readings(AddedUp(least)),
        };
    }

    private Contradiction.Count[] Counts(IEnumerable<FigureEnd> ends) =>
        [.. ends.Select(end => new Contradiction.Count(end.Value(tree), derivation.FigureOf(end.Node)))];

    // Breakdowns of which lower ends stand in or below different parts: they add up only if nobody is in both.
    private HashSet<GroupNumber> AddedUp(List<FigureEnd> ends)
    {
        var first = new Dictionary<GroupNumber, NodeNumber>();
        var several = new HashSet<GroupNumber>();
        foreach (FigureEnd end in ends.Where(end => !end.IsHigh))
        {
            for (NodeNumber node = end.Node; node != NodeNumber.Root; node = tree.Nodes[node].Parent)
            {
                GroupNumber group = tree.Nodes[node].Group;
                if (!first.TryAdd(group, node) && first[group] != node && !tree.IsOfPieces(group))
                {
                    several.Add(group);
                }
            }
        }

        return several;
    }

    // Breakdowns on the way between the figures.
    private bool Concerns(GroupNumber g, HashSet<NodeNumber> nodes) =>
        tree.Groups[g].Parts.Any(part => nodes.Any(node => tree.IsAncestor(part, node)));

    private ValueList<DerivedBreakdown> Readings(IEnumerable<GroupNumber> groups) =>
        groups.Select(tree.ReportedGroup).Distinct().OrderBy(g => g.Value).Select(g => new DerivedBreakdown(derivation, g)).ToValueList();

    private ValueList<DerivedFigure> Cite(List<FigureEnd> ends)
    {
        HashSet<NodeNumber> nodes = [.. ends.Select(end => end.Node)];
        return nodes.OrderBy(node => places[node])
            .Select(derivation.FigureOf)
            .ToValueList();
    }

    /// <summary>What was found.</summary>
    /// <param name="Told">The contradictions that are told.</param>
    /// <param name="HasFurther">Whether others are not.</param>
    public sealed record Result(IReadOnlyList<Contradiction> Told, bool HasFurther);
}

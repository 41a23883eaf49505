namespace ConflictModel.Arithmetic;

/// <summary>Lays a toll out flat: wholes before their parts, level by level.</summary>
/// <remarks>
/// Several parts of one breakdown can bear one category ("3 in Raqqa by shelling, 2 in Raqqa by mines"). They are pieces of it: disjoint, and
/// together the category. So they hang below a node of its own.
/// </remarks>
internal sealed class TreeBuilder
{
    // Fewer parts are compared faster than they are hashed.
    private const int FewParts = 8;

    private readonly Toll root;
    private readonly Counted measure;
    private readonly Wordings wordings;
    private readonly CountNode[] nodes;
    private readonly CountGroup[] groups;

    // The breakdowns that have pieces, for each node its place among the parts of its breakdown, and for each category those of its pieces.
    private readonly HashSet<Breakdown>? inPieces;
    private readonly int[]? places;
    private readonly Dictionary<int, List<int>> pieces = [];
    private int nodeCount;
    private int groupCount;
    private bool hasOperations;

    private TreeBuilder(Toll root, Counted measure, Wordings wordings)
    {
        (this.root, this.measure, this.wordings) = (root, measure, wordings);
        (int nodeRoom, int groupRoom, inPieces) = Measured(root);
        nodes = new CountNode[nodeRoom];
        groups = groupRoom == 0 ? [] : new CountGroup[groupRoom];
        places = inPieces is null ? null : new int[nodeRoom];
    }

    /// <exception cref="DerivationDepthException">Parts nest too deep.</exception>
    public static CountTree Build(Toll root, Counted measure, Wordings wordings) => new TreeBuilder(root, measure, wordings).Build();

    private CountTree Build()
    {
        hasOperations = !root.Operations.IsEmpty;
        nodes[nodeCount++] = new() { Reported = Read(root.Count, root.Operations), Parent = -1, Group = -1 };
        for (int node = 0; node < nodeCount; node++)
        {
            nodes[node].FirstGroup = groupCount;
            if (node > 0 && nodes[node].Part is null)
            {
                AddPieces(node);
            }
            else
            {
                foreach (Breakdown breakdown in node == 0 ? root.Breakdowns : nodes[node].Part!.Breakdowns)
                {
                    Add(breakdown, node);
                }
            }

            nodes[node].GroupCount = groupCount - nodes[node].FirstGroup;
        }

        return new CountTree(root, measure, nodes, groups, places, hasOperations);
    }

    private void Add(Breakdown breakdown, int whole)
    {
        Open(breakdown, whole, RuleOf(breakdown, measure));
        if (places is null)
        {
            foreach (Part part in breakdown.Parts)
            {
                Add(part, whole);
            }
        }
        else
        {
            AddWithPlaces(breakdown, whole);
        }

        Close();
    }

    private void AddWithPlaces(Breakdown breakdown, int whole)
    {
        var nodeOf = new Dictionary<Category, int>();
        bool mayRepeat = inPieces!.Contains(breakdown);
        for (int place = 0; place < breakdown.Parts.Count; place++)
        {
            Part part = breakdown.Parts[place];
            if (mayRepeat && part.CategoryOn(breakdown.By) is { } category)
            {
                if (nodeOf.TryGetValue(category, out int node))
                {
                    // Its second piece makes the first one's node that of the category.
                    nodes[node] = new() { Reported = CountInterval.Unknown, Parent = whole, Group = groupCount };
                    (pieces.TryGetValue(node, out List<int>? own) ? own : pieces[node] = [places![node]]).Add(place);
                    continue;
                }

                nodeOf.Add(category, nodeCount);
            }

            places![nodeCount] = place;
            Add(part, whole);
        }
    }

    private void AddPieces(int category)
    {
        CountGroup above = groups[nodes[category].Group];
        Open(above.Source, category, above.Rule.IsAdditive() ? CountRule.Partition : CountRule.Cover);
        foreach (int place in pieces[category])
        {
            places![nodeCount] = place;
            Add(above.Source.Parts[place], category);
        }

        Close();
    }

    private void Open(Breakdown source, int whole, CountRule rule) =>
        groups[groupCount] = new() { Source = source, Whole = whole, First = nodeCount, Rule = rule };

    private void Close()
    {
        groups[groupCount].Count = nodeCount - groups[groupCount].First;
        groupCount++;
    }

    private void Add(Part part, int whole)
    {
        hasOperations |= !part.Operations.IsEmpty;
        nodes[nodeCount++] = new() { Part = part, Reported = Read(part.Count, part.Operations), Parent = whole, Group = groupCount };
    }

    private CountInterval Read(Estimate people, Estimate operations) =>
        CountInterval.Of(wordings.Read(measure == Counted.People ? people : operations));

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

    // Counts level by level, so that a tree that is too deep is refused before anything is built.
    private static (int Nodes, int Groups, HashSet<Breakdown>? InPieces) Measured(Toll root)
    {
        int nodes = 1, groups = 0, depth = 0;
        HashSet<Breakdown>? inPieces = null;
        List<Part>? level = null, next = null;
        Count(root.Breakdowns);
        while (next is not null)
        {
            (level, next) = (next, null);
            if (++depth >= DerivationDepthException.MaxDepth)
            {
                throw new DerivationDepthException();
            }

            foreach (Part part in level)
            {
                Count(part.Breakdowns);
            }
        }

        return (nodes, groups, inPieces);

        void Count(ValueList<Breakdown> breakdowns)
        {
            groups += breakdowns.Count;
            foreach (Breakdown breakdown in breakdowns)
            {
                nodes += breakdown.Parts.Count;
                if (MayHavePieces(breakdown) && CategoriesInPieces(breakdown) is > 0 and var categories)
                {
                    nodes += categories;
                    groups += categories;
                    (inPieces ??= new(ReferenceEqualityComparer.Instance)).Add(breakdown);
                }

                foreach (Part part in breakdown.Parts)
                {
                    if (!part.Breakdowns.IsEmpty)
                    {
                        (next ??= []).Add(part);
                    }
                }
            }
        }
    }

    private static bool MayHavePieces(Breakdown breakdown)
    {
        ReadOnlySpan<Part> parts = breakdown.Parts.AsSpan();
        if (parts.Length > FewParts)
        {
            int[] hashes = new int[parts.Length];
            for (int i = 0; i < parts.Length; i++)
            {
                hashes[i] = parts[i].CategoryOn(breakdown.By).GetHashCode();
            }

            Array.Sort(hashes);
            for (int i = 1; i < hashes.Length; i++)
            {
                if (hashes[i] == hashes[i - 1])
                {
                    return true;
                }
            }

            return false;
        }

        for (int i = 1; i < parts.Length; i++)
        {
            Category? category = parts[i].CategoryOn(breakdown.By);
            for (int j = 0; j < i; j++)
            {
                if (parts[j].CategoryOn(breakdown.By) == category)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static int CategoriesInPieces(Breakdown breakdown) =>
        breakdown.Parts.GroupBy(part => part.CategoryOn(breakdown.By)).Count(parts => parts.Key is not null && parts.Skip(1).Any());
}

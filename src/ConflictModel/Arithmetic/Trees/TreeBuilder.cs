namespace ConflictModel.Arithmetic;

/// <summary>Lays a toll out flat: wholes before their parts, level by level.</summary>
/// <remarks>
/// Several parts of one breakdown can bear one category ("3 in Raqqa by shelling, 2 in Raqqa by mines"). They are pieces of it: disjoint,
/// and together the category. So they hang below a node of its own. It changes no count of the others, unless the category recurs
/// elsewhere.
/// </remarks>
internal ref struct TreeBuilder
{
    private readonly Toll root;
    private readonly Counted measure;
    private readonly Wordings wordings;
    private readonly CategoryRelations relations;
    private CountNode[] nodes;
    private CountGroup[] groups;
    private int nodeCount;
    private int groupCount;
    private bool hasOperations;
    private bool hasOverlap;
    private bool mayContain;

    private TreeBuilder(Toll root, Counted measure, Wordings wordings, CategoryRelations relations)
    {
        (this.root, this.measure, this.wordings, this.relations) = (root, measure, wordings, relations);
        (int nodeRoom, int groupRoom) = Measured(root);
        nodes = new CountNode[nodeRoom];
        groups = groupRoom == 0 ? [] : new CountGroup[groupRoom];
    }

    /// <summary>The tree with each part below its breakdown, or with categories in pieces where any category may recur.</summary>
    /// <exception cref="DerivationDepthException">Parts nest too deep.</exception>
    public static CountTree Build(Toll root, Counted measure, Wordings wordings, CategoryRelations relations)
    {
        CountTree tree = new TreeBuilder(root, measure, wordings, relations).Build(null);
        return tree.MayEntangle() ? BuildInPieces(root, measure, wordings, relations) : tree;
    }

    /// <summary>The tree with a node for each category that is in pieces.</summary>
    /// <exception cref="DerivationDepthException">Parts nest too deep.</exception>
    public static CountTree BuildInPieces(Toll root, Counted measure, Wordings wordings, CategoryRelations relations) =>
        new TreeBuilder(root, measure, wordings, relations).Build(new CategoryPieces());

    private CountTree Build(CategoryPieces? pieces)
    {
        hasOperations = !root.Operations.IsEmpty;
        nodes[nodeCount++] = new() { Reported = Read(root.Count, root.Operations), Parent = -1, Group = -1 };
        for (int node = 0; node < nodeCount; node++)
        {
            nodes[node].FirstGroup = groupCount;
            if (node > 0 && nodes[node].Part is null)
            {
                AddPieces(node, pieces!);
            }
            else
            {
                foreach (Breakdown breakdown in node == 0 ? root.Breakdowns : nodes[node].Part!.Breakdowns)
                {
                    Add(breakdown, node, pieces);
                }
            }

            nodes[node].GroupCount = groupCount - nodes[node].FirstGroup;
        }

        // Only the nodes of categories in pieces need more room than was measured.
        Array.Resize(ref nodes, nodeCount);
        Array.Resize(ref groups, groupCount);
        return new CountTree(root, measure, relations, nodes, groups, pieces?.Places, new(hasOperations, hasOverlap, mayContain));
    }

    private void Add(Breakdown breakdown, int whole, CategoryPieces? pieces)
    {
        Open(breakdown, whole, RuleOf(breakdown, measure));
        if (pieces is null)
        {
            AddParts(breakdown.Parts.AsSpan(), whole);
        }
        else
        {
            AddCategories(breakdown, whole, pieces);
        }

        Close();
        ref CountGroup group = ref groups[groupCount - 1];
        if (!relations.ArePlain(breakdown.By, breakdown.Parts.AsSpan()))
        {
            mayContain = true;
            if (group.Rule.IsAdditive() && !CategoryRelations.ArePlainlyApart(breakdown))
            {
                SetOverlap(ref group, pieces);
            }
        }
    }

    private void AddParts(ReadOnlySpan<Part> parts, int whole)
    {
        Span<CountNode> room = nodes.AsSpan(nodeCount, parts.Length);
        int group = groupCount;
        bool ofOperations = false;
        for (int i = 0; i < parts.Length; i++)
        {
            Part part = parts[i];
            ofOperations |= !part.Operations.IsEmpty;
            ref CountNode node = ref room[i];
            node.Part = part;
            node.Reported = Read(part.Count, part.Operations);
            node.Parent = whole;
            node.Group = group;
        }

        hasOperations |= ofOperations;
        nodeCount += parts.Length;
    }

    private void AddCategories(Breakdown breakdown, int whole, CategoryPieces pieces)
    {
        var nodeOf = new Dictionary<Category, int>();
        for (int place = 0; place < breakdown.Parts.Count; place++)
        {
            Part part = breakdown.Parts[place];
            if (part.CategoryOn(breakdown.By) is { } category && !nodeOf.TryAdd(category, nodeCount))
            {
                // Its second piece makes the first one's node that of the category.
                int node = nodeOf[category];
                nodes[node] = nodes[node] with { Part = null, Reported = CountInterval.Unknown };
                pieces.Add(node, place);
            }
            else
            {
                pieces.Places.Add(nodeCount, place);
                Add(part, whole);
            }
        }
    }

    private void AddPieces(int category, CategoryPieces pieces)
    {
        CountGroup above = groups[nodes[category].Group];
        Open(above.Source, category, above.Rule.IsAdditive() || above.Overlap is not null ? CountRule.Partition : CountRule.Cover);
        foreach (int place in pieces.Of(category))
        {
            pieces.Places.Add(nodeCount, place);
            Add(above.Source.Parts[place], category);
        }

        Close();
    }

    private void SetOverlap(ref CountGroup group, CategoryPieces? pieces)
    {
        var parts = new Part[group.Count];
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = nodes[group.First + i].Part ?? group.Source.Parts[pieces!.Places[group.First + i]];
        }

        group.Overlap = PartOverlap.Of(relations, group.Source, parts);
        if (group.Overlap is not null)
        {
            group.Rule = group.Rule.WithoutSums();
            hasOverlap = true;
        }
    }

    private void Open(Breakdown source, int whole, CountRule rule)
    {
        if (groupCount == groups.Length)
        {
            Array.Resize(ref groups, 2 * groupCount);
        }

        groups[groupCount] = new() { Source = source, Whole = whole, First = nodeCount, Rule = rule };
    }

    private void Close()
    {
        groups[groupCount].Count = nodeCount - groups[groupCount].First;
        groupCount++;
    }

    private void Add(Part part, int whole)
    {
        hasOperations |= !part.Operations.IsEmpty;
        if (nodeCount == nodes.Length)
        {
            Array.Resize(ref nodes, 2 * nodeCount);
        }

        nodes[nodeCount++] = new() { Part = part, Reported = Read(part.Count, part.Operations), Parent = whole, Group = groupCount };
    }

    private readonly CountInterval Read(Estimate people, Estimate operations) =>
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
    private static (int Nodes, int Groups) Measured(Toll root)
    {
        int nodes = 1, groups = 0, depth = 0;
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

        return (nodes, groups);

        void Count(ValueList<Breakdown> breakdowns)
        {
            groups += breakdowns.Count;
            foreach (Breakdown breakdown in breakdowns)
            {
                nodes += breakdown.Parts.Count;
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

    /// <summary>The categories that are in pieces, and where parts stand in their breakdowns.</summary>
    private sealed class CategoryPieces
    {
        private readonly Dictionary<int, List<int>> pieces = [];

        /// <summary>For each node its place among the parts of its breakdown; that of a category is the place of its first piece.</summary>
        public Dictionary<int, int> Places { get; } = [];

        public void Add(int category, int place) =>
            (pieces.TryGetValue(category, out List<int>? own) ? own : pieces[category] = [Places[category]]).Add(place);

        public List<int> Of(int category) => pieces[category];
    }
}

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
        nodes[nodeCount++] = new()
        {
            Reported = Read(root.Count, root.Operations), Parent = NodeNumber.None, Group = GroupNumber.None,
        };
        for (int i = 0; i < nodeCount; i++)
        {
            var node = NodeNumber.Of(i);
            int firstGroup = groupCount;
            if (i > 0 && nodes[i].Part is null)
            {
                AddPieces(node, pieces!);
            }
            else
            {
                foreach (Breakdown breakdown in i == 0 ? root.Breakdowns : nodes[i].Part!.Breakdowns)
                {
                    Add(breakdown, node, pieces);
                }
            }

            nodes[i].Breakdowns = new(GroupNumber.Of(firstGroup), groupCount - firstGroup);
        }

        // Only the nodes of categories in pieces need more room than was measured.
        Array.Resize(ref nodes, nodeCount);
        Array.Resize(ref groups, groupCount);
        return new CountTree(root, measure, relations, nodes, groups, pieces?.Places, new(hasOperations, hasOverlap, mayContain));
    }

    private void Add(Breakdown breakdown, NodeNumber whole, CategoryPieces? pieces)
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

    private void AddParts(ReadOnlySpan<Part> parts, NodeNumber whole)
    {
        Span<CountNode> room = nodes.AsSpan(nodeCount, parts.Length);
        var group = GroupNumber.Of(groupCount);
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

    private void AddCategories(Breakdown breakdown, NodeNumber whole, CategoryPieces pieces)
    {
        var nodeOf = new Dictionary<Category, NodeNumber>();
        for (int place = 0; place < breakdown.Parts.Count; place++)
        {
            Part part = breakdown.Parts[place];
            if (part.CategoryOn(breakdown.By) is { } category && !nodeOf.TryAdd(category, NodeNumber.Of(nodeCount)))
            {
                // Its second piece makes the first one's node that of the category.
                NodeNumber node = nodeOf[category];
                nodes[node.Value] = nodes[node.Value] with { Part = null, Reported = CountInterval.Unknown };
                pieces.Add(node, place);
            }
            else
            {
                pieces.Places.Add(NodeNumber.Of(nodeCount), place);
                Add(part, whole);
            }
        }
    }

    private void AddPieces(NodeNumber category, CategoryPieces pieces)
    {
        CountGroup above = groups[nodes[category.Value].Group.Value];
        Open(above.Source, category, above.Rule.IsAdditive() || above.Overlap is not null ? CountRule.Partition : CountRule.Cover);
        foreach (int place in pieces.Of(category))
        {
            pieces.Places.Add(NodeNumber.Of(nodeCount), place);
            Add(above.Source.Parts[place], category);
        }

        Close();
    }

    private void SetOverlap(ref CountGroup group, CategoryPieces? pieces)
    {
        var parts = new Part[group.Parts.Count];
        for (int i = 0; i < parts.Length; i++)
        {
            NodeNumber node = group.Parts[i];
            parts[i] = nodes[node.Value].Part ?? group.Source.Parts[pieces!.Places[node]];
        }

        group.Overlap = PartOverlap.Of(relations, group.Source, parts);
        if (group.Overlap is not null)
        {
            group.Rule = group.Rule.WithoutSums();
            hasOverlap = true;
        }
    }

    private void Open(Breakdown source, NodeNumber whole, CountRule rule)
    {
        if (groupCount == groups.Length)
        {
            Array.Resize(ref groups, 2 * groupCount);
        }

        groups[groupCount] = new() { Source = source, Whole = whole, Parts = new(NodeNumber.Of(nodeCount), 0), Rule = rule };
    }

    private void Close()
    {
        ref CountGroup group = ref groups[groupCount++];
        group.Parts = new(group.Parts.First, nodeCount - group.Parts.First.Value);
    }

    private void Add(Part part, NodeNumber whole)
    {
        hasOperations |= !part.Operations.IsEmpty;
        if (nodeCount == nodes.Length)
        {
            Array.Resize(ref nodes, 2 * nodeCount);
        }

        nodes[nodeCount++] = new()
        {
            Part = part, Reported = Read(part.Count, part.Operations), Parent = whole, Group = GroupNumber.Of(groupCount),
        };
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
        private readonly Dictionary<NodeNumber, List<int>> pieces = [];

        /// <summary>For each node its place among the parts of its breakdown; that of a category is the place of its first piece.</summary>
        public Dictionary<NodeNumber, int> Places { get; } = [];

        public void Add(NodeNumber category, int place) =>
            (pieces.TryGetValue(category, out List<int>? own) ? own : pieces[category] = [Places[category]]).Add(place);

        public List<int> Of(NodeNumber category) => pieces[category];
    }
}

namespace ConflictModel.Arithmetic;

/// <summary>A count with its breakdowns, laid out flat: wholes before their parts, level by level.</summary>
/// <remarks>Every pass over it is a loop: up is backwards, down is forwards. It is immutable once built.</remarks>
internal sealed class CountTree
{
    // For each part its place in its breakdown; null if categories in pieces have no nodes of their own.
    private readonly Dictionary<NodeNumber, int>? places;

    // For each breakdown what it is solved together with; null if there is nothing of that kind.
    private readonly Numbered<GroupNumber, Entanglement?>? entanglementOf;

    public CountTree(
        Toll root,
        Counted measure,
        CategoryRelations relations,
        CountNode[] nodes,
        CountGroup[] groups,
        Dictionary<NodeNumber, int>? places,
        TreeTraits traits)
    {
        (Root, Counted, Nodes, Groups, Traits) = (root, measure, new(nodes), new(groups), traits);
        Relations = relations;
        this.places = places;
        Entanglements = places is not null && MarkAxes() ? Entanglement.FindAll(this) : [];
        if (Entanglements.Length > 0)
        {
            var blocks = new Numbered<GroupNumber, Entanglement?>(new Entanglement?[groups.Length]);
            foreach (Entanglement entanglement in Entanglements.Where(entanglement => entanglement.System is not null))
            {
                foreach (GroupNumber group in entanglement.Groups)
                {
                    blocks[group] = entanglement;
                }
            }

            entanglementOf = blocks;
        }
    }

    public Toll Root { get; }

    public Counted Counted { get; }

    /// <summary>What tells how its categories lie to each other.</summary>
    public CategoryRelations Relations { get; }

    /// <summary>Whether parts of some breakdown may share people.</summary>
    public bool HasOverlap => Traits.HasOverlap;

    /// <summary>Whether operations are reported anywhere in it.</summary>
    public bool HasOperations => Traits.HasOperations;

    private TreeTraits Traits { get; }

    public Numbered<NodeNumber, CountNode> Nodes { get; }

    public Numbered<GroupNumber, CountGroup> Groups { get; }

    /// <summary>All nodes but the whole.</summary>
    public NumberRange<NodeNumber> Parts => new(new(1), Nodes.Count - 1);

    /// <summary>Sets of breakdowns that have to be solved together, because a category of one recurs in another.</summary>
    public Entanglement[] Entanglements { get; }

    /// <summary>The breakdowns that one is solved together with; null if it is solved by itself.</summary>
    public Entanglement? EntanglementOf(GroupNumber group) => entanglementOf is { } of ? of[group] : null;

    /// <summary>Whether a node stands for a category of which its breakdown has several parts, its pieces.</summary>
    /// <remarks>Such a node lies between the breakdown and the pieces, which make it up. The report has no figure for it.</remarks>
    public bool IsInPieces(NodeNumber node) => node != NodeNumber.Root && Nodes[node].Part is null;

    /// <summary>Whether a breakdown is that of a category into its pieces, which is no breakdown of the report's.</summary>
    public bool IsOfPieces(GroupNumber group) => IsInPieces(Groups[group].Whole);

    /// <summary>The breakdown of the report's to which one belongs: of pieces, the one that has them.</summary>
    public GroupNumber ReportedGroup(GroupNumber group) => IsOfPieces(group) ? Nodes[Groups[group].Whole].Group : group;

    /// <summary>The parts of a breakdown in the report's order: pieces of a category, and not the category.</summary>
    public NodeNumber[] PartsOf(GroupNumber group)
    {
        NumberRange<NodeNumber> parts = Groups[group].Parts;
        return places is null || !parts.Any(IsInPieces)
            ? parts.ToArray()
            : [.. parts.SelectMany(PiecesOf).OrderBy(node => places[node])];
    }

    /// <summary>A part, or the pieces that a category is in.</summary>
    public NodeNumber[] PiecesOf(NodeNumber node) => IsInPieces(node) ? PartsOf(GroupOfPieces(node)) : [node];

    /// <summary>The breakdown of a category into its pieces.</summary>
    public GroupNumber GroupOfPieces(NodeNumber node) => Nodes[node].Breakdowns.First;

    /// <summary>What sets a part, or a category in pieces, apart in its breakdown; null if the part does not say.</summary>
    public Category? CategoryOf(NodeNumber node) => PartOf(node).CategoryOn(AxisOf(node));

    /// <summary>The reported ends of every node, to be changed and solved again.</summary>
    public Numbered<NodeNumber, CountInterval> ReportedIntervals()
    {
        CountNode[] nodes = Nodes.Items;
        var reported = new CountInterval[nodes.Length];
        for (int i = 0; i < reported.Length; i++)
        {
            reported[i] = nodes[i].Reported;
        }

        return new(reported);
    }

    /// <summary>The estimate that the report gives of a node.</summary>
    public Estimate EstimateOf(NodeNumber node) => (Nodes[node].Part, Counted) switch
    {
        (null, _) when node != NodeNumber.Root => default,
        (null, Counted.People) => Root.Count,
        (null, _) => Root.Operations,
        ({ } part, Counted.People) => part.Count,
        ({ } part, _) => part.Operations,
    };

    /// <summary>The nodes that the report has, in document order: each before its parts, breakdown by breakdown.</summary>
    public List<NodeNumber> DocumentOrder()
    {
        var order = new List<NodeNumber>(Nodes.Count);
        var stack = new Stack<NodeNumber>([NodeNumber.Root]);
        while (stack.TryPop(out NodeNumber node))
        {
            order.Add(node);
            foreach (GroupNumber group in Nodes[node].Breakdowns.Backwards)
            {
                NodeNumber[] parts = PartsOf(group);
                for (int i = parts.Length - 1; i >= 0; i--)
                {
                    stack.Push(parts[i]);
                }
            }
        }

        return order;
    }

    /// <summary>What the report says of a node's category, or of its first piece.</summary>
    public Part PartOf(NodeNumber node) => Nodes[node].Part ?? Nodes[Groups[GroupOfPieces(node)].Parts.First].Part!;

    /// <summary>
    /// Whether breakdowns may have to be solved together: because a category recurs where it can hold the same people, lies within another
    /// of another breakdown, or overlaps others of its own in a way that classes don't tell.
    /// </summary>
    public bool MayEntangle() =>
        (HasOverlap && Array.Exists(Groups.Items, group => group.Overlap is { IsExact: false }))
        || (MarkAxes() && (MayRepeatCategory() || (Traits.MayContain && HasContainment())));

    /// <summary>
    /// Whether a node's category lies within that of another which is not on the way to it, or there are too many to tell.
    /// </summary>
    private bool HasContainment()
    {
        NodeNumber[] nodes = [.. Parts.Where(CanRelate)];
        WiderCandidates candidates = new(this, nodes);
        if (candidates.AreTooMany)
        {
            return true;
        }

        foreach (NodeNumber smaller in nodes)
        {
            foreach (NodeNumber larger in candidates.Of(smaller))
            {
                if (IsWithin(smaller, larger) && !IsAncestor(larger, smaller))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether everybody in a node's category is in that of another node, wherever the two stand.</summary>
    public bool IsWithin(NodeNumber smaller, NodeNumber larger) =>
        smaller != larger
        && Relations.Between(AxisOf(smaller), PartOf(smaller), AxisOf(larger), PartOf(larger))
            is CategoryRelation.Within or CategoryRelation.Same
        && !(AxisOf(smaller) == Axis.Perpetrator && Nodes[smaller].Group == Nodes[larger].Group);

    /// <summary>Whether a node is another's ancestor.</summary>
    public bool IsAncestor(NodeNumber node, NodeNumber other)
    {
        while (other.Value > node.Value)
        {
            other = Nodes[other].Parent;
        }

        return other == node;
    }

    /// <summary>Whether a part says what its axis asks, and others may answer that in a way that overlaps.</summary>
    public bool CanRelate(NodeNumber node) => Relations.CanRelate(AxisOf(node)) && CategoryOf(node) is not null;

    public Axis AxisOf(NodeNumber node) => Groups[Nodes[node].Group].Source.By;

    private bool MayRepeatCategory()
    {
        Span<int> hashes = Nodes.Count <= 64 ? stackalloc int[Nodes.Count] : new int[Nodes.Count];
        foreach (ref readonly CountGroup group in Groups.Items.AsSpan())
        {
            foreach (NodeNumber part in group.Parts)
            {
                hashes[part.Value] = Category.Of(group.Source.By, Nodes[part].Part!).GetHashCode();
            }
        }

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

    /// <summary>Whether a breakdown has several parts of one category and the category no node of its own.</summary>
    public bool LacksPieces() => places is null && Array.Exists(Groups.Items, group =>
    {
        var seen = new HashSet<Category>();
        return group.Source.Parts.Any(part => part.CategoryOn(group.Source.By) is { } category && !seen.Add(category));
    });

    // Whether an axis recurs in a way that can make two nodes share people: parts that overlap can both hold those of one below them, and
    // themselves be within one another.
    private bool MarkAxes()
    {
        bool recurs = false;
        foreach (GroupNumber g in Groups.Numbers.Backwards)
        {
            ref readonly CountGroup group = ref Groups[g];
            int below = 0, shared = 0;
            foreach (ref readonly CountNode part in Nodes[group.Parts])
            {
                shared |= below & part.Axes;
                below |= part.Axes;
            }

            Axis axis = group.Source.By == Axis.Demographic ? Axis.Victim : group.Source.By;
            int own = places is not null && IsOfPieces(g) ? 0 : 1 << (int)axis;
            recurs |= (below & own) != 0 || (Nodes[group.Whole].Axes & (below | own)) != 0
                || (!group.Rule.IsAdditive() && (shared != 0 || (group.Parts.Count > 1 && Relations.CanRelate(group.Source.By))));
            Nodes[group.Whole].Axes |= (byte)(below | own);
        }

        return recurs;
    }
}

/// <summary>What is seen of a tree while it is built.</summary>
/// <param name="HasOperations">Whether operations are reported anywhere in it.</param>
/// <param name="HasOverlap">Whether parts of some breakdown may share people.</param>
/// <param name="MayContain">Whether a category may lie within another.</param>
internal readonly record struct TreeTraits(bool HasOperations, bool HasOverlap, bool MayContain);

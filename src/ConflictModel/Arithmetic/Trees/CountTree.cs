namespace ConflictModel.Arithmetic;

/// <summary>A count with its breakdowns, laid out flat: wholes before their parts, level by level.</summary>
/// <remarks>Every pass over it is a loop: up is backwards, down is forwards. It is immutable once built.</remarks>
internal sealed class CountTree
{
    // For each part its place in its breakdown; null if categories in pieces have no nodes of their own.
    private readonly Dictionary<int, int>? places;

    public CountTree(
        Toll root,
        Counted measure,
        CategoryRelations relations,
        CountNode[] nodes,
        CountGroup[] groups,
        Dictionary<int, int>? places,
        TreeTraits traits)
    {
        (Root, Counted, Nodes, Groups, Traits) = (root, measure, nodes, groups, traits);
        Relations = relations;
        this.places = places;
        Entanglements = places is not null && (MarkAxes() || HasOverlap) ? Entanglement.FindAll(this) : [];
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

    /// <summary>What tells how its categories lie to each other.</summary>
    public CategoryRelations Relations { get; }

    /// <summary>Whether parts of some breakdown may share people.</summary>
    public bool HasOverlap => Traits.HasOverlap;

    /// <summary>Whether operations are reported anywhere in it.</summary>
    public bool HasOperations => Traits.HasOperations;

    private TreeTraits Traits { get; }

    public CountNode[] Nodes { get; }

    public CountGroup[] Groups { get; }

    /// <summary>Sets of breakdowns that have to be solved together, because a category of one recurs in another.</summary>
    public Entanglement[] Entanglements { get; }

    /// <summary>For each breakdown its place in <see cref="Entanglements"/>, or -1; null if there are none.</summary>
    public int[]? BlockOf { get; }

    /// <summary>Whether a node stands for a category of which its breakdown has several parts, its pieces.</summary>
    /// <remarks>Such a node lies between the breakdown and the pieces, which make it up. The report has no figure for it.</remarks>
    public bool IsInPieces(int node) => node > 0 && Nodes[node].Part is null;

    /// <summary>Whether a breakdown is that of a category into its pieces, which is no breakdown of the report's.</summary>
    public bool IsOfPieces(int group) => IsInPieces(Groups[group].Whole);

    /// <summary>The breakdown of the report's to which one belongs: of pieces, the one that has them.</summary>
    public int ReportedGroup(int group) => IsOfPieces(group) ? Nodes[Groups[group].Whole].Group : group;

    /// <summary>The parts of a breakdown in the report's order: pieces of a category, and not the category.</summary>
    public int[] PartsOf(int group)
    {
        CountGroup parts = Groups[group];
        IEnumerable<int> nodes = Enumerable.Range(parts.First, parts.Count);
        return places is null || !nodes.Any(IsInPieces)
            ? [.. nodes]
            : [.. nodes.SelectMany(node => IsInPieces(node) ? PartsOf(Nodes[node].FirstGroup) : [node]).OrderBy(node => places[node])];
    }

    /// <summary>A part, or the pieces that a category is in.</summary>
    public int[] PiecesOf(int node) => IsInPieces(node) ? PartsOf(Nodes[node].FirstGroup) : [node];

    /// <summary>What sets a part, or a category in pieces, apart in its breakdown; null if the part does not say.</summary>
    public Category? CategoryOf(int node) => PartOf(node).CategoryOn(AxisOf(node));

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
        (null, _) when node > 0 => default,
        (null, Counted.People) => Root.Count,
        (null, _) => Root.Operations,
        ({ } part, Counted.People) => part.Count,
        ({ } part, _) => part.Operations,
    };

    /// <summary>The nodes that the report has, in document order: each before its parts, breakdown by breakdown.</summary>
    public List<int> DocumentOrder()
    {
        var order = new List<int>(Nodes.Length);
        var stack = new Stack<int>([0]);
        while (stack.TryPop(out int node))
        {
            order.Add(node);
            for (int g = Nodes[node].FirstGroup + Nodes[node].GroupCount - 1; g >= Nodes[node].FirstGroup; g--)
            {
                int[] parts = PartsOf(g);
                for (int i = parts.Length - 1; i >= 0; i--)
                {
                    stack.Push(parts[i]);
                }
            }
        }

        return order;
    }

    /// <summary>What the report says of a node's category, or of its first piece.</summary>
    public Part PartOf(int node) => Nodes[node].Part ?? Nodes[Groups[Nodes[node].FirstGroup].First].Part!;

    /// <summary>
    /// Whether breakdowns may have to be solved together: because a category recurs where it can hold the same people, lies within another
    /// of another breakdown, or overlaps others of its own in a way that classes don't tell.
    /// </summary>
    public bool MayEntangle() =>
        (HasOverlap && Array.Exists(Groups, group => group.Overlap is { IsExact: false }))
        || (MarkAxes() && (MayRepeatCategory() || (Traits.MayContain && HasContainment())));

    /// <summary>Whether a node's category lies within that of another which is not on the way to it.</summary>
    private bool HasContainment()
    {
        int[] nodes = [.. Enumerable.Range(1, Nodes.Length - 1).Where(CanRelate)];
        if (nodes.Length > PartOverlap.MaxParts)
        {
            return false;
        }

        foreach (int smaller in nodes)
        {
            foreach (int larger in nodes)
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
    public bool IsWithin(int smaller, int larger) =>
        smaller != larger
        && Relations.Between(AxisOf(smaller), PartOf(smaller), AxisOf(larger), PartOf(larger))
            is CategoryRelation.Within or CategoryRelation.Same
        && !(AxisOf(smaller) == Axis.Perpetrator && Nodes[smaller].Group == Nodes[larger].Group);

    /// <summary>Whether a node is another's ancestor.</summary>
    public bool IsAncestor(int node, int other)
    {
        while (other > node)
        {
            other = Nodes[other].Parent;
        }

        return other == node;
    }

    /// <summary>Whether a part says what its axis asks, and others may answer that in a way that overlaps.</summary>
    public bool CanRelate(int node) => Relations.CanRelate(AxisOf(node)) && CategoryOf(node) is not null;

    public Axis AxisOf(int node) => Groups[Nodes[node].Group].Source.By;

    private bool MayRepeatCategory()
    {

        Span<int> hashes = Nodes.Length <= 64 ? stackalloc int[Nodes.Length] : new int[Nodes.Length];
        foreach (ref readonly CountGroup group in Groups.AsSpan())
        {
            for (int i = group.First; i < group.First + group.Count; i++)
            {
                hashes[i] = Category.Of(group.Source.By, Nodes[i].Part!).GetHashCode();
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
    public bool LacksPieces() => places is null && Array.Exists(Groups, group =>
    {
        var seen = new HashSet<Category>();
        return group.Source.Parts.Any(part => part.CategoryOn(group.Source.By) is { } category && !seen.Add(category));
    });

    // Whether an axis recurs in a way that can make two nodes share a category.
    private bool MarkAxes()
    {
        bool recurs = false;
        for (int g = Groups.Length - 1; g >= 0; g--)
        {
            ref readonly CountGroup group = ref Groups[g];
            int below = 0;
            for (int i = group.First; i < group.First + group.Count; i++)
            {
                below |= Nodes[i].Axes;
            }

            Axis axis = group.Source.By == Axis.Demographic ? Axis.Victim : group.Source.By;
            int own = places is not null && IsOfPieces(g) ? 0 : 1 << (int)axis;
            recurs |= (below & own) != 0 || (Nodes[group.Whole].Axes & (below | own)) != 0;
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

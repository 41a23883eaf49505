namespace ConflictModel.Arithmetic;

/// <summary>A count with its breakdowns, laid out flat: wholes before their parts, level by level.</summary>
/// <remarks>Every pass over it is a loop: up is backwards, down is forwards. It is immutable once built.</remarks>
internal sealed class CountTree
{
    // For each part its place in its breakdown; null if categories in pieces have no nodes of their own.
    private readonly Dictionary<int, int>? places;

    public CountTree(Toll root, Counted measure, CountNode[] nodes, CountGroup[] groups, Dictionary<int, int>? places, bool hasOperations)
    {
        (Root, Counted, Nodes, Groups, HasOperations) = (root, measure, nodes, groups, hasOperations);
        this.places = places;
        Entanglements = places is not null && MarkAxes() ? Entanglement.FindAll(this) : [];
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

    /// <summary>Whether operations are reported anywhere in it.</summary>
    public bool HasOperations { get; }

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

    /// <summary>What sets a part, or a category in pieces, apart in its breakdown; null if the part does not say.</summary>
    public Category? CategoryOf(int node)
    {
        CountNode at = Nodes[node];
        return (at.Part ?? Nodes[Groups[at.FirstGroup].First].Part!).CategoryOn(Groups[at.Group].Source.By);
    }

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

    /// <summary>Whether a category may recur where it can hold the same people, so that breakdowns are to be solved together.</summary>
    public bool MayRepeatCategory()
    {
        if (!MarkAxes())
        {
            return false;
        }

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

            int own = places is not null && IsOfPieces(g) ? 0 : 1 << (int)group.Source.By;
            recurs |= (below & own) != 0 || (Nodes[group.Whole].Axes & (below | own)) != 0;
            Nodes[group.Whole].Axes |= (byte)(below | own);
        }

        return recurs;
    }
}

namespace ConflictModel.Arithmetic;

/// <summary>Breakdowns that have to be solved together: a category of one recurs where it can hold the same people.</summary>
/// <remarks>
/// Two places of one category are free of each other when they stand strictly below different parts of one breakdown, which nobody is in
/// both of. Otherwise every breakdown on the way from one place to the other belongs to one entanglement.
/// </remarks>
internal sealed class Entanglement
{
    /// <summary>The most nodes that are solved together. Larger entanglements are solved as if they were free, and marked outer.</summary>
    public const int MaxNodes = 20_000;

    private Entanglement(CountTree tree, Categories categories, int[] groups)
    {
        Groups = groups;
        Top = tree.Groups[groups[0]].Whole;
        System = groups.Sum(g => tree.Groups[g].Count) <= MaxNodes ? new CategorySystem(tree, categories, groups) : null;
    }

    /// <summary>The breakdowns, in the order of the tree.</summary>
    public int[] Groups { get; }

    /// <summary>The node that all of them lie below.</summary>
    public int Top { get; }

    /// <summary>The sets of people that the breakdowns speak of; null if there are too many.</summary>
    public CategorySystem? System { get; }

    /// <summary>Whether the ends that are found can all occur.</summary>
    public bool IsExact => System is { IsExact: true };

    public static Entanglement[] FindAll(CountTree tree)
    {
        var categories = new Categories(tree);
        var union = new GroupUnion(tree.Groups.Length);
        foreach (List<int> places in categories.Places)
        {
            if (places.Count > 1)
            {
                Join(tree, places, union);
            }
        }

        for (int narrow = 0; narrow < categories.Places.Count; narrow++)
        {
            foreach (int wide in categories.WiderThan(narrow))
            {
                foreach (int smaller in categories.Places[narrow])
                {
                    foreach (int larger in categories.Places[wide].Where(place => !tree.IsAncestor(place, smaller)))
                    {
                        Join(tree, [smaller, larger], union);
                    }
                }
            }
        }

        for (int g = 0; g < tree.Groups.Length; g++)
        {
            if (tree.Groups[g].Overlap is { IsExact: false })
            {
                union.Join(g, g);
            }
        }

        return [.. union.Classes().Select(groups => new Entanglement(tree, categories, groups))];
    }

    // Vertices are nodes (even) and breakdowns (odd). A vertex is where two places meet if they reach it from different sides, or
    // if one of them is the vertex itself.
    private static void Join(CountTree tree, List<int> places, GroupUnion union)
    {
        var firstSide = new Dictionary<int, int>();
        var meets = new HashSet<int>();
        var isPlace = new HashSet<int>(places);
        foreach (int place in places)
        {
            for (int node = place; tree.Nodes[node].Group is >= 0 and var group; node = tree.Nodes[node].Parent)
            {
                int parent = tree.Nodes[node].Parent;
                if (!firstSide.TryAdd(2 * parent, group) && firstSide[2 * parent] != group)
                {
                    meets.Add(2 * parent);
                }

                if (isPlace.Contains(parent))
                {
                    meets.Add(2 * parent);
                }

                if (!firstSide.TryAdd((2 * group) + 1, node) && firstSide[(2 * group) + 1] != node)
                {
                    meets.Add((2 * group) + 1);
                }
            }
        }

        // Different parts of one breakdown keep apart what lies strictly below them, so a breakdown is a meeting place only if a place
        // is one of its parts, or some of its parts overlap.
        var direct = new HashSet<int>();
        foreach (int place in places)
        {
            direct.Add(tree.Nodes[place].Group);
        }

        meets.RemoveWhere(vertex => vertex % 2 == 1
            && tree.Groups[vertex / 2].Overlap is null
            && !(direct.Contains(vertex / 2) && places.Any(place => IsStrictlyBelow(tree, place, vertex / 2))));
        foreach (int place in places)
        {
            int top = -1;
            for (int node = place; tree.Nodes[node].Group is >= 0 and var group; node = tree.Nodes[node].Parent)
            {
                top = meets.Contains((2 * group) + 1) ? group : top;
                top = meets.Contains(2 * tree.Nodes[node].Parent) ? group : top;
            }

            if (top < 0)
            {
                continue;
            }

            for (int node = place; ; node = tree.Nodes[node].Parent)
            {
                int group = tree.Nodes[node].Group;
                union.Join(group, top);
                if (group == top)
                {
                    break;
                }
            }

            // All breakdowns of one node where places meet belong together.
            int whole = tree.Groups[top].Whole;
            if (meets.Contains(2 * whole) && firstSide[2 * whole] != top)
            {
                union.Join(firstSide[2 * whole], top);
            }
        }
    }

    private static bool IsStrictlyBelow(CountTree tree, int node, int group)
    {
        for (node = tree.Nodes[node].Parent; node >= 0; node = tree.Nodes[node].Parent)
        {
            if (tree.Nodes[node].Group == group)
            {
                return true;
            }
        }

        return false;
    }
}

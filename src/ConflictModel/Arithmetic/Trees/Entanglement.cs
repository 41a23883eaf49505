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

    // Each set of people is held against each breakdown.
    private const long MaxWork = 20_000_000;

    private Entanglement(CountTree tree, GroupNumber[] groups, CategorySystem? system)
    {
        Groups = groups;
        Top = tree.Groups[groups[0]].Whole;
        System = system;
    }

    /// <summary>The breakdowns, in the order of the tree.</summary>
    public GroupNumber[] Groups { get; }

    /// <summary>The node that all of them lie below.</summary>
    public NodeNumber Top { get; }

    /// <summary>The sets of people that the breakdowns speak of; null if there are too many, or too many categories.</summary>
    public CategorySystem? System { get; }

    /// <summary>Whether the ends that are found can all occur.</summary>
    public bool IsExact => System is { IsExact: true };

    public static Entanglement[] FindAll(CountTree tree)
    {
        var categories = new Categories(tree);
        var union = new GroupUnion(tree.Groups.Count);
        foreach (CategoryNumber category in categories.All)
        {
            List<NodeNumber> places = categories.Places(category);
            if (places.Count > 1)
            {
                Join(tree, places, union);
            }
        }

        foreach (CategoryNumber narrow in categories.All)
        {
            foreach (CategoryNumber wide in categories.WiderThan(narrow))
            {
                foreach (NodeNumber smaller in categories.Places(narrow))
                {
                    foreach (NodeNumber larger in categories.Places(wide).Where(place => !tree.IsAncestor(place, smaller)))
                    {
                        Join(tree, [smaller, larger], union);
                    }
                }
            }
        }

        foreach (GroupNumber g in tree.Groups.Numbers)
        {
            if (tree.Groups[g].Overlap is { IsExact: false })
            {
                union.Join(g, g);
            }
        }

        Entanglement[] all = [.. union.Classes().Select(groups => new Entanglement(tree, groups, SystemOf(tree, categories, groups)))];

        // Of too many categories nobody knows which lie within others: nothing is exact, whatever else is solved.
        return categories.AreCompared ? all : [.. all, new Entanglement(tree, [.. tree.Groups.Numbers], null)];
    }

    private static CategorySystem? SystemOf(CountTree tree, Categories categories, GroupNumber[] groups)
    {
        int nodes = groups.Sum(g => tree.Groups[g].Parts.Count);
        return nodes <= MaxNodes && (long)nodes * groups.Length <= MaxWork ? new CategorySystem(tree, categories, groups) : null;
    }

    // Two places meet in a node or a breakdown if they reach it from different sides, or if one of them is the node itself.
    private static void Join(CountTree tree, List<NodeNumber> places, GroupUnion union)
    {
        var sideOfNode = new Dictionary<NodeNumber, GroupNumber>();
        var sideOfGroup = new Dictionary<GroupNumber, NodeNumber>();
        var meetingNodes = new HashSet<NodeNumber>();
        var meetingGroups = new HashSet<GroupNumber>();
        var isPlace = new HashSet<NodeNumber>(places);
        foreach (NodeNumber place in places)
        {
            for (NodeNumber node = place; node != NodeNumber.Root; node = tree.Nodes[node].Parent)
            {
                (GroupNumber group, NodeNumber parent) = (tree.Nodes[node].Group, tree.Nodes[node].Parent);
                if ((!sideOfNode.TryAdd(parent, group) && sideOfNode[parent] != group) || isPlace.Contains(parent))
                {
                    meetingNodes.Add(parent);
                }

                if (!sideOfGroup.TryAdd(group, node) && sideOfGroup[group] != node)
                {
                    meetingGroups.Add(group);
                }
            }
        }

        // Parts of one breakdown that nobody is in two of keep apart what lies strictly below them. So such a breakdown is a meeting place
        // only if a place is one of its parts.
        var direct = places.Select(place => tree.Nodes[place].Group).ToHashSet();
        meetingGroups.RemoveWhere(group => tree.Groups[group].Rule.IsAdditive()
            && !(direct.Contains(group) && places.Exists(place => IsStrictlyBelow(tree, place, group))));
        foreach (NodeNumber place in places)
        {
            GroupNumber top = GroupNumber.None;
            for (NodeNumber node = place; node != NodeNumber.Root; node = tree.Nodes[node].Parent)
            {
                GroupNumber group = tree.Nodes[node].Group;
                top = meetingGroups.Contains(group) || meetingNodes.Contains(tree.Nodes[node].Parent) ? group : top;
            }

            if (top.IsNone)
            {
                continue;
            }

            for (NodeNumber node = place; ; node = tree.Nodes[node].Parent)
            {
                GroupNumber group = tree.Nodes[node].Group;
                union.Join(group, top);
                if (group == top)
                {
                    break;
                }
            }

            // All breakdowns of one node where places meet belong together.
            NodeNumber whole = tree.Groups[top].Whole;
            if (meetingNodes.Contains(whole) && sideOfNode[whole] != top)
            {
                union.Join(sideOfNode[whole], top);
            }
        }
    }

    private static bool IsStrictlyBelow(CountTree tree, NodeNumber node, GroupNumber group)
    {
        for (node = tree.Nodes[node].Parent; node != NodeNumber.Root; node = tree.Nodes[node].Parent)
        {
            if (tree.Nodes[node].Group == group)
            {
                return true;
            }
        }

        return false;
    }
}

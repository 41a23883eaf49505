namespace ConflictModel.Arithmetic;

/// <summary>Joins breakdowns into classes.</summary>
internal sealed class GroupUnion(int count)
{
    private readonly Numbered<GroupNumber, GroupNumber> parents = Numbered<GroupNumber, GroupNumber>.Of(count, GroupNumber.None);

    public void Join(GroupNumber left, GroupNumber right)
    {
        (left, right) = (Root(left), Root(right));
        (GroupNumber first, GroupNumber second) = left.Value < right.Value ? (left, right) : (right, left);
        if (first != second)
        {
            parents[second] = first;
        }
    }

    /// <summary>The classes that were joined, even with themselves, each in ascending order.</summary>
    public IEnumerable<GroupNumber[]> Classes()
    {
        var classes = new Dictionary<GroupNumber, List<GroupNumber>>();
        foreach (GroupNumber group in parents.Numbers)
        {
            if (!parents[group].IsNone)
            {
                GroupNumber root = Root(group);
                if (!classes.TryGetValue(root, out List<GroupNumber>? members))
                {
                    classes.Add(root, members = []);
                }

                members.Add(group);
            }
        }

        // A root is the first of its class.
        return classes.OrderBy(one => one.Key.Value).Select(one => one.Value.ToArray());
    }

    private GroupNumber Root(GroupNumber group)
    {
        if (parents[group].IsNone)
        {
            parents[group] = group;
        }

        while (parents[group] != group)
        {
            parents[group] = parents[parents[group]];
            group = parents[group];
        }

        return group;
    }
}

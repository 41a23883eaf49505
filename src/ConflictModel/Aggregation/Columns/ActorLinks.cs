namespace ConflictModel.Aggregation;

/// <summary>Which actors are part of which others, and when.</summary>
internal sealed class ActorLinks
{
    private readonly List<(int Member, int Group, int From, int To, bool IsCertain)> links = [];

    public ActorLinks()
    {
    }

    public ActorLinks(ActorLinks other) => links = [.. other.links];

    /// <summary>A link that holds on some days; on days of which it is not certain it perhaps holds.</summary>
    public void Add(int member, int group, int from, int to, bool isCertain) => links.Add((member, group, from, to, isCertain));

    /// <summary>The days, in order, on which some link begins to hold or ceases to.</summary>
    public IEnumerable<int> Changes()
    {
        SortedSet<int> days = [];
        foreach ((_, _, int from, int to, _) in links)
        {
            days.Add(from);
            if (to < int.MaxValue)
            {
                days.Add(to + 1);
            }
        }

        return days;
    }

    /// <summary>Marks the actors that on a day belong to any of <paramref name="groups"/>, through any number of links; or that certainly do.</summary>
    public bool[] MembersOn(int day, ReadOnlySpan<int> groups, int size, bool certainly)
    {
        bool[] members = new bool[size];
        Stack<int> open = new();
        foreach (int group in groups)
        {
            members[group] = true;
            open.Push(group);
        }

        ILookup<int, int> byGroup = links.Where(link => link.From <= day && day <= link.To && (link.IsCertain || !certainly)).ToLookup(link => link.Group, link => link.Member);
        while (open.TryPop(out int group))
        {
            foreach (int member in byGroup[group])
            {
                if (!members[member])
                {
                    members[member] = true;
                    open.Push(member);
                }
            }
        }

        return members;
    }
}

namespace ConflictModel.Reconciliation;

/// <summary>Finds the tallies of a data set that replace one another. Tallies are known by their places in it.</summary>
internal sealed class TallyChainFinder
{
    private readonly ValueList<Tally> tallies;

    /// <summary>For each tally, those that it replaces, in descending order.</summary>
    private readonly int[][] older;

    /// <summary>For each tally, those that replace it.</summary>
    private readonly int[][] newer;

    public TallyChainFinder(ValueList<Tally> tallies)
    {
        this.tallies = tallies;
        Dictionary<TallyId, int> places = new(tallies.Count);
        for (int i = 0; i < tallies.Count; i++)
        {
            places.TryAdd(tallies[i].Id, i);
        }

        older = [.. tallies.Select((tally, i) => places[tally.Id] != i ? [] : tally.Supersedes
            .Select(id => places.GetValueOrDefault(id, -1)).Where(place => place >= 0).Distinct().OrderDescending().ToArray())];
        ILookup<int, int> replacedBy = older.SelectMany((all, place) => all.Select(before => (before, place)))
            .ToLookup(pair => pair.before, pair => pair.place);
        newer = [.. Enumerable.Range(0, older.Length).Select(place => replacedBy[place].ToArray())];
    }

    public ValueList<TallyChain> Find()
    {
        int[] order = InOrder(older, newer);
        int[] left = [.. Enumerable.Range(0, tallies.Count).Except(order)];
        HashSet<int> circle = Circle(left.Except(InOrder(newer, older)));
        int[] chainOf = Chains();
        return ((int[])[.. order, .. left]).GroupBy(place => chainOf[place])
            .Where(chain => chain.Skip(1).Any() || circle.Contains(chain.First()))
            .OrderBy(chain => chain.Key)
            .Select(chain => Chain([.. chain], circle))
            .ToValueList();
    }

    private TallyChain Chain(int[] places, HashSet<int> circle)
    {
        List<TallyChain.Step> steps = [];
        Dictionary<int, int> timesReplaced = [];
        foreach (int place in places)
        {
            foreach (int before in Direct(place).Order())
            {
                if (!(circle.Contains(place) && circle.Contains(before)))
                {
                    steps.Add(new() { Older = tallies[before], Newer = tallies[place] });
                    timesReplaced[before] = timesReplaced.GetValueOrDefault(before) + 1;
                }
            }
        }

        return new()
        {
            Tallies = places.Select(place => tallies[place].Id).ToValueList(),
            Steps = steps.ToValueList(),
            Forks = places.Where(place => timesReplaced.GetValueOrDefault(place) > 1).Select(place => tallies[place].Id).ToValueList(),
            Circle = places.Where(circle.Contains).Select(place => tallies[place].Id).ToValueList(),
        };
    }

    /// <summary>The tallies that one replaces, without those that another of them replaces.</summary>
    private int[] Direct(int place)
    {
        int[] all = older[place];
        if (all.Length < 2)
        {
            return all;
        }

        HashSet<int> direct = [.. all];
        foreach (int one in all)
        {
            if (direct.Count == 1)
            {
                break;
            }

            foreach (int before in older[one])
            {
                if (before != one && direct.Count > 1)
                {
                    direct.Remove(before);
                }
            }
        }

        return [.. direct];
    }

    /// <summary>Each tally behind all those before it; those that come back to themselves, and all behind them, have no order.</summary>
    private static int[] InOrder(int[][] before, int[][] behind)
    {
        int[] waitsFor = Array.ConvertAll(before, all => all.Length);
        PriorityQueue<int, int> next =
            new(Enumerable.Range(0, before.Length).Where(place => waitsFor[place] == 0).Select(place => (place, place)));
        List<int> order = [];
        while (next.TryDequeue(out int place, out _))
        {
            order.Add(place);
            foreach (int after in behind[place])
            {
                if (--waitsFor[after] == 0)
                {
                    next.Enqueue(after, after);
                }
            }
        }

        return [.. order];
    }

    /// <summary>Of tallies that have no order from either side, those that come back to themselves: the others lie between two.</summary>
    private HashSet<int> Circle(IEnumerable<int> left)
    {
        HashSet<int> circle = [];
        foreach (int place in left)
        {
            if (!circle.Contains(place) && Reached(place, at => older[at]) is var before && before.Contains(place))
            {
                before.IntersectWith(Reached(place, at => newer[at]));
                circle.UnionWith(before);
            }
        }

        return circle;
    }

    /// <summary>For each tally the first of those that it hangs together with.</summary>
    private int[] Chains()
    {
        int[] first = new int[older.Length];
        Array.Fill(first, -1);
        for (int place = 0; place < first.Length; place++)
        {
            if (first[place] < 0)
            {
                first[place] = place;
                foreach (int other in Reached(place, at => [.. older[at], .. newer[at]]))
                {
                    first[other] = place;
                }
            }
        }

        return first;
    }

    private static HashSet<int> Reached(int from, Func<int, IEnumerable<int>> next)
    {
        HashSet<int> reached = [];
        Stack<int> open = new(next(from));
        while (open.TryPop(out int place))
        {
            if (reached.Add(place))
            {
                foreach (int other in next(place))
                {
                    open.Push(other);
                }
            }
        }

        return reached;
    }
}

using NodaTime;

namespace ConflictModel.Hierarchies;

/// <summary>Finds a day on which dated links make a circle, among many days and links.</summary>
/// <remarks>
/// <para>Circles of two links are looked for by themselves. All others lie among actors that lead to one another if all links hold at once;
/// of these, each lot is searched alone, so that one of which too much would have to be looked at hides no circle of another.</para>
/// <para>The days are halved again and again, and of each half only those links are looked at that make a circle if all that stand on any
/// of its days are taken together. Links that stand on all of its days and are the only way on are walked at once and not looked at
/// again: of a long chain that a few dated links close, the halves know no more than its ends. Where many lasting links lie between links
/// of single days, they are looked at for each of these days: that is bounded.</para>
/// </remarks>
/// <param name="most">How many links are looked at, each as often as it is.</param>
internal sealed class CircleDays(long most)
{
    /// <summary>How many links one search looks at: some forty seconds of work.</summary>
    public const long MaxLooks = 100_000_000;

    /// <summary>How many it looks at for each link of a hierarchy so large that this is more.</summary>
    private const long MaxLooksEach = 1_000;

    private long left;

    /// <summary>A search among so many links.</summary>
    public static CircleDays Among(int links) => new(Math.Max(MaxLooks, MaxLooksEach * links));

    /// <summary>How many links are looked at.</summary>
    public long Most { get; } = most;

    /// <summary>Of the first lot of links of which more would have to be looked at than are: its links; null if there is none.</summary>
    public Edge[]? Undecided { get; private set; }

    /// <summary>A link between two actors, by their numbers, and the days on which it certainly stands.</summary>
    public readonly record struct Edge(int From, int To, LocalDate First, LocalDate Last)
    {
        public bool MeetsAny(LocalDate first, LocalDate last) => First <= last && Last >= first;

        public bool Covers(LocalDate first, LocalDate last) => First <= first && Last >= last;
    }

    /// <summary>The first day on which a circle of links was found; null if none was.</summary>
    public LocalDate? First(Edge[] links)
    {
        LocalDate? found = FirstOfTwo(links);
        Edge[][] lots = [.. Apart(Core(links)).OrderBy(lot => lot.Length)];
        long rest = Most;
        for (int i = 0; i < lots.Length; i++)
        {
            // What the smaller ones leave of their shares, the larger ones may take.
            long share = left = rest / (lots.Length - i);
            LocalDate[] days = [.. lots[i].Select(link => link.First).Distinct().Where(day => found is null || day < found).Order()];
            found = First(days, lots[i]) ?? found;
            rest -= share - Math.Max(left, 0);
            if (left < 0)
            {
                Undecided ??= lots[i];
            }
        }

        return found;
    }

    /// <summary>The first day on which links lead both ways between two actors, or from one to itself.</summary>
    private static LocalDate? FirstOfTwo(Edge[] links)
    {
        LocalDate? found = null;
        foreach (IGrouping<(int, int), Edge> pair in links.GroupBy(link => (Math.Min(link.From, link.To), Math.Max(link.From, link.To))))
        {
            // In the order of their first days: one meets one of the other way if it begins before the last end of those that began
            // earlier.
            LocalDate? there = null, back = null;
            foreach (Edge link in pair.OrderBy(link => link.First))
            {
                bool isThere = link.From < link.To;
                if (link.From == link.To || (isThere ? back : there) >= link.First)
                {
                    found = found < link.First ? found : link.First;
                    break;
                }

                LocalDate? last = isThere ? there : back;
                last = last > link.Last ? last : link.Last;
                (there, back) = isThere ? (last, back) : (there, last);
            }
        }

        return found;
    }

    /// <summary>The links between actors that lead to one another, for each lot of such actors.</summary>
    private static IEnumerable<Edge[]> Apart(Edge[] links)
    {
        ILookup<int, int> next = links.ToLookup(link => link.From, link => link.To);
        Dictionary<int, int> lotOf = [];
        foreach ((int lot, List<int> actors) in CircleSearch.Components(next.Select(group => group.Key), at => [.. next[at]]).Index())
        {
            actors.ForEach(actor => lotOf.Add(actor, lot));
        }

        return links.Where(link => lotOf.TryGetValue(link.From, out int from) && lotOf.TryGetValue(link.To, out int to) && from == to)
            .GroupBy(link => lotOf[link.From]).Select(lot => lot.ToArray());
    }

    /// <summary>The first of some days, which are in order, on which links make a circle; null if none does, and where too much would have
    /// to be looked at.</summary>
    private LocalDate? First(ReadOnlySpan<LocalDate> days, Edge[] links)
    {
        if (days.Length == 0 || links.Length == 0 || left < 0)
        {
            return null;
        }

        left -= links.Length;
        if (left < 0)
        {
            return null;
        }

        (LocalDate first, LocalDate last) = (days[0], days[^1]);
        links = Core(Array.FindAll(links, link => link.MeetsAny(first, last)));
        if (links.Length == 0)
        {
            return null;
        }

        if (days.Length == 1)
        {
            return first;
        }

        for (int side = 0; side < 2; side++)
        {
            if (Shortened(links, first, last, onward: side == 0) is not { } shorter)
            {
                return first;
            }

            links = shorter;
        }

        return First(days[..(days.Length / 2)], links) ?? First(days[(days.Length / 2)..], links);
    }

    /// <summary>The links that may be in a circle: without those, again and again, that lead to where no link goes on, or come from where
    /// none arrives.</summary>
    public static Edge[] Core(Edge[] links)
    {
        for (int side = 0; side < 2; side++)
        {
            bool onward = side == 0;
            ILookup<int, Edge> arriving = links.ToLookup(link => onward ? link.To : link.From);
            var leaving = links.CountBy(link => onward ? link.From : link.To).ToDictionary();
            var ends = new Queue<int>(arriving.Select(group => group.Key).Where(actor => !leaving.ContainsKey(actor)));
            while (ends.TryDequeue(out int end))
            {
                foreach (Edge link in arriving[end])
                {
                    int from = onward ? link.From : link.To;
                    if (--leaving[from] == 0)
                    {
                        leaving.Remove(from);
                        ends.Enqueue(from);
                    }
                }
            }

            links = Array.FindAll(links, link => leaving.ContainsKey(link.From) && leaving.ContainsKey(link.To));
        }

        return links;
    }

    /// <summary>
    /// The links without those that stand on all days and are the only ones that leave an actor (or that arrive at one): what arrived there
    /// arrives where they lead. Null if such links alone make a circle.
    /// </summary>
    private static Edge[]? Shortened(Edge[] links, LocalDate first, LocalDate last, bool onward)
    {
        Dictionary<int, int> only = [];
        foreach (IGrouping<int, Edge> at in links.GroupBy(link => onward ? link.From : link.To))
        {
            if (at.Take(2).ToArray() is [var link] && link.Covers(first, last))
            {
                only.Add(at.Key, onward ? link.To : link.From);
            }
        }

        // Each is led to where its way ends; one that is met again on its own way is a circle.
        var ends = new Dictionary<int, int>();
        foreach (int start in only.Keys)
        {
            var way = new HashSet<int>();
            int at = start;
            while (!ends.ContainsKey(at) && only.TryGetValue(at, out int next))
            {
                if (!way.Add(at))
                {
                    return null;
                }

                at = next;
            }

            int end = ends.GetValueOrDefault(at, at);
            foreach (int passed in way)
            {
                ends.Add(passed, end);
            }
        }

        return
        [
            .. links.Where(link => !only.ContainsKey(onward ? link.From : link.To)).Select(link => onward
                ? link with { To = ends.GetValueOrDefault(link.To, link.To) }
                : link with { From = ends.GetValueOrDefault(link.From, link.From) }),
        ];
    }
}

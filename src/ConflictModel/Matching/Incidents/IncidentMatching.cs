using System.Collections.Concurrent;
using ConflictModel.Hierarchies;
using ConflictModel.Reconciliation;

namespace ConflictModel.Matching;

/// <summary>Looks through the records of several sources for those that may be of one event.</summary>
public static class IncidentMatching
{
    /// <summary>
    /// The most records whose days and place allow that they are near one record. One that has more (a month in a country, where there are
    /// many events) is not compared and counts in <see cref="MatchProposals.Crowded"/>.
    /// </summary>
    public const int MostNear = 20_000;

    /// <summary>Proposes which records of one source and of another may be of one event. Nothing is decided.</summary>
    /// <param name="incidents">The records of one source.</param>
    /// <param name="others">The records of the other.</param>
    /// <param name="rules">How near they must be.</param>
    /// <param name="within">
    /// The data set that says which actors belong to whom and which regions lie in which; null where ids and points are all there is.
    /// </param>
    /// <exception cref="ArgumentException">Two records bear one id.</exception>
    public static MatchProposals ProposeMatches(
        this IEnumerable<Incident> incidents, IEnumerable<Incident> others, MatchRules rules, ConflictDataset? within = null) =>
        ProposeMatches([incidents, others], rules, within);

    /// <summary>Proposes which records of several sources may be of one event. Nothing is decided.</summary>
    /// <param name="sources">The records of each source. Records of one source are never proposed to be one event.</param>
    /// <param name="rules">How near they must be.</param>
    /// <param name="within">
    /// The data set that says which actors belong to whom and which regions lie in which; null where ids and points are all there is.
    /// </param>
    /// <remarks>
    /// What is decided already (<see cref="Incident.SameAs"/>, <see cref="Incident.Decisions"/>) is not proposed. The time grows with the
    /// number of records and of those near each other, not with the square. Uses all processors; the answer does not depend on their
    /// number.
    /// </remarks>
    /// <exception cref="ArgumentException">Two records bear one id, or a taxonomy gives records different numbers of classes.</exception>
    public static MatchProposals ProposeMatches(
        IEnumerable<IEnumerable<Incident>> sources, MatchRules rules, ConflictDataset? within = null)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(rules);
        ConflictDataset dataset = within ?? new();
        var areas = RegionHierarchy.FromUnchecked(dataset.Regions);
        Dictionary<RegionId, Region> known = [];
        foreach (Region region in dataset.Regions)
        {
            known.TryAdd(region.Id, region);
        }

        EventComparer comparer = new(rules, ActorHierarchy.FromUnchecked(dataset.Affiliations, areas), areas, known);
        EventProfile[][] lists = Profiles(sources, rules, dataset);
        CheckClasses(rules, lists);
        EventSets sets = new(lists);
        (MatchProposal[] pairs, int crowded) = Pairs(lists, rules, comparer, sets);
        return new(rules, sets, pairs, EventClusters.Of(lists, pairs), crowded);
    }

    private static EventProfile[][] Profiles(IEnumerable<IEnumerable<Incident>> sources, MatchRules rules, ConflictDataset dataset)
    {
        var civilians = dataset.Actors.Where(actor => actor.Kind == ActorKind.Civilians).Select(actor => actor.Id).ToHashSet();
        HashSet<IncidentId> ids = [];
        List<EventProfile[]> lists = [];
        foreach (IEnumerable<Incident> source in sources)
        {
            List<EventProfile> list = [];
            foreach (Incident incident in source ?? throw new ArgumentException("A source is null.", nameof(sources)))
            {
                if (!ids.Add(incident.Id))
                {
                    throw new ArgumentException(
                        $"Two incidents bear the id '{incident.Id}': a decision about one of them would not say which.", nameof(sources));
                }

                list.Add(Profile(incident, lists.Count, ids.Count - 1, rules, civilians));
            }

            lists.Add([.. list]);
        }

        return [.. lists];
    }

    /// <summary>Levels of taxonomies of different depths would be compared with one another.</summary>
    private static void CheckClasses(MatchRules rules, EventProfile[][] lists)
    {
        for (int i = 0; i < rules.Taxonomies.Count; i++)
        {
            var depths = new SortedSet<int>();
            foreach (EventProfile one in lists.SelectMany(list => list))
            {
                int depth = one.Classes[i].Count;
                if (depth > 0)
                {
                    depths.Add(depth);
                }
            }

            if (depths.Count > 1)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"'{rules.Taxonomies[i]}' gives one record {depths.Min} classes and another {depths.Max}."),
                    nameof(rules));
            }
        }
    }

    private static EventProfile Profile(Incident incident, int list, int number, MatchRules rules, HashSet<ActorId> civilians) => new()
    {
        Incident = incident,
        List = list,
        Number = number,
        Span = EventSpan.Of(incident.Date.Date),
        Disc = EventDisc.Of(incident.Place),
        Regions = incident.Place?.Regions ?? default,
        Actors = [.. incident.Involvements.Select(one => one.Actor)
            .Concat(incident.Attributions.Where(one => one.Status != AttributionStatus.Denied).SelectMany(one => one.Actors))
            .Where(actor => !civilians.Contains(actor))
            .Distinct()],
        Killed = ReportPolicy.Hull.Resolve(incident.Reports, Harm.Killed)?.Bounds,
        Classes = [.. rules.Taxonomies.Select(taxonomy => taxonomy.LevelsOf(incident))],
    };

    private static (MatchProposal[] Pairs, int Crowded) Pairs(
        EventProfile[][] lists, MatchRules rules, EventComparer comparer, EventSets sets)
    {
        double widest = lists.Select(list => list.Max(one => one.Disc?.Radius) ?? 0).OrderDescending().Take(2).Sum();
        ConcurrentBag<List<MatchProposal>> found = [];
        int crowded = 0;
        for (int later = 1; later < lists.Length; later++)
        {
            EventProfile[] theirs = lists[later];
            EventIndex index = new(theirs, rules.Days, rules.Kilometres + widest);
            EventProfile[] mine = [.. lists.Take(later).SelectMany(list => list)];
            if (mine.Length == 0)
            {
                continue;
            }

            Parallel.ForEach(
                Partitioner.Create(0, mine.Length),
                () => (Near: new List<int>(), Pairs: new List<MatchProposal>(), Crowded: 0),
                (range, _, work) =>
                {
                    for (int i = range.Item1; i < range.Item2; i++)
                    {
                        index.Near(mine[i], work.Near);
                        if (work.Near.Count > MostNear)
                        {
                            work.Crowded++;
                            continue;
                        }

                        foreach (int place in work.Near)
                        {
                            if (comparer.MayBeNear(mine[i], theirs[place]) && !sets.AreDecided(mine[i], theirs[place]))
                            {
                                work.Pairs.Add(new(comparer, mine[i], theirs[place]));
                            }
                        }
                    }

                    return work;
                },
                work =>
                {
                    found.Add(work.Pairs);
                    Interlocked.Add(ref crowded, work.Crowded);
                });
        }

        MatchProposal[] pairs = [.. found.SelectMany(some => some)];
        Array.Sort(pairs, MatchProposal.Compare);
        return (pairs, crowded);
    }
}

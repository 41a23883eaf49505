using ConflictModel.Reconciliation;

namespace ConflictModel.Matching;

/// <summary>
/// The records of several sources as far as it is decided which of them are one event, and what follows from what is open.
/// </summary>
internal sealed class EventSets
{
    private readonly EventProfile[] all;
    private readonly int sources;
    private readonly IdSets<IncidentId> decided;
    private readonly HashSet<(IncidentId, IncidentId)> apart = [];

    public EventSets(EventProfile[][] lists)
    {
        sources = lists.Length;
        all = [.. lists.SelectMany(list => list)];
        decided = SameEvents.Declared(all.Select(record => record.Incident));
        foreach (EventProfile record in all)
        {
            foreach (MatchDecision decision in record.Incident.Decisions)
            {
                if (!decision.IsSame)
                {
                    apart.Add((record.Incident.Id, decision.Other));
                    apart.Add((decision.Other, record.Incident.Id));
                }
            }
        }

        decided.Settle();
    }

    /// <summary>Whether somebody decided about two records: that they are of one event, be it by way of a third, or of two.</summary>
    public bool AreDecided(EventProfile one, EventProfile other) =>
        decided.Find(one.Incident.Id) == decided.Find(other.Incident.Id) || apart.Contains((one.Incident.Id, other.Incident.Id));

    /// <summary>How many events just which of the sources report.</summary>
    /// <param name="lists">What the sources are called.</param>
    /// <param name="accepted">
    /// The pairs that are taken for one where that leaves an event one record of a source: those that stand first before the others.
    /// </param>
    public CaptureTable Captures(ValueList<string> lists, IEnumerable<MatchProposal> accepted)
    {
        if (lists.Count != sources)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"There are {sources} sources and {lists.Count} names for them."), nameof(lists));
        }

        var sets = new IdSets<IncidentId>();
        Dictionary<IncidentId, int> on = [];
        foreach (EventProfile record in all)
        {
            IncidentId id = decided.Find(record.Incident.Id);
            on[id] = on.GetValueOrDefault(id) | (1 << record.List);
        }

        foreach (MatchProposal pair in accepted)
        {
            (IncidentId one, IncidentId other) = (sets.Find(decided.Find(pair.One.Id)), sets.Find(decided.Find(pair.Other.Id)));
            if ((on[one] & on[other]) == 0)
            {
                sets.Join(one, other);
                int both = on[one] | on[other];
                on.Remove(one);
                on.Remove(other);
                on[sets.Find(one)] = both;
            }
        }

        return CaptureTable.Of(
            lists,
            on.Values.GroupBy(pattern => pattern).Select(group => new CaptureTable.Cell(
                [.. lists.Where((_, list) => (group.Key & (1 << list)) != 0)], group.LongCount())));
    }

    /// <summary>How many events there are.</summary>
    /// <param name="open">The pairs that may or may not be one.</param>
    /// <param name="accepted">The pairs that are taken for one.</param>
    public DistinctEvents Count(IEnumerable<MatchProposal> open, IEnumerable<MatchProposal> accepted)
    {
        var sets = new IdSets<IncidentId>();
        foreach (EventProfile record in all)
        {
            sets.Join(record.Incident.Id, decided.Find(record.Incident.Id));
        }

        foreach (MatchProposal pair in accepted)
        {
            sets.Join(pair.One.Id, pair.Other.Id);
        }

        Dictionary<IncidentId, EventSet> events = [];
        foreach (IGrouping<IncidentId, EventProfile> records in all.GroupBy(record => sets.Find(record.Incident.Id)))
        {
            events.Add(records.Key, new([.. records]));
        }

        var together = new IdSets<IncidentId>();
        foreach (MatchProposal pair in open)
        {
            (IncidentId one, IncidentId other) = (sets.Find(pair.One.Id), sets.Find(pair.Other.Id));
            if (one != other)
            {
                together.Join(one, other);
                events[one].Beside.Add(events[other]);
                events[other].Beside.Add(events[one]);
            }
        }

        Bounds count = Bounds.Zero, killed = Bounds.Zero;
        foreach (IGrouping<IncidentId, EventSet> component in events.GroupBy(pair => together.Find(pair.Key), pair => pair.Value))
        {
            EventSet[] members = [.. component];
            count += Events(members);
            killed += Killed(members);
        }

        return new() { Events = count, Killed = killed, WithoutKilled = events.Values.Count(one => one.Killed is null) };
    }

    /// <summary>Two records of one source are two events, unless somebody decided otherwise.</summary>
    private static Bounds Events(EventSet[] members)
    {
        int least = members.SelectMany(one => one.Lists).GroupBy(list => list).Max(list => list.Count());
        Bounds bounds = new(least, members.Length);
        return members.Length > 2 ? bounds.AsOuter() : bounds;
    }

    /// <summary>
    /// What several reports say of one event goes from the lowest to the highest of them. Whoever stands in one source stands in as many
    /// events there, each of which can't be lower than the lowest that may be the same.
    /// </summary>
    private static Bounds Killed(EventSet[] members)
    {
        EventSet[] counted = Array.FindAll(members, one => one.Killed is not null);
        if (counted.Length == 0)
        {
            return Bounds.Zero;
        }

        long least = counted
            .SelectMany(one => one.Lists.Select(list => (list, one.Least)))
            .GroupBy(entry => entry.list, entry => entry.Least)
            .Max(list => list.Sum());
        long? most = counted.Aggregate((long?)0, (sum, one) => sum + one.Killed!.Value.Upper);
        Bounds bounds = new(least, most, counted.Any(one => one.Killed!.Value.IsOuter));
        return members.Length > 2 ? bounds.AsOuter() : bounds;
    }

    /// <summary>Records that are taken for one event.</summary>
    private sealed class EventSet(EventProfile[] records)
    {
        /// <summary>The sources that it has a record of.</summary>
        public int[] Lists { get; } = [.. records.Select(record => record.List).Distinct()];

        /// <summary>What may be the same event.</summary>
        public HashSet<EventSet> Beside { get; } = [];

        /// <summary>What all its reports together leave possible; null where none counts the dead.</summary>
        public Bounds? Killed { get; } = records.Length == 1
            ? records[0].Killed
            : ReportPolicy.Hull.Resolve(records.SelectMany(record => record.Incident.Reports), Harm.Killed)?.Bounds;

        /// <summary>The fewest dead that it can have, alone or with what may be the same.</summary>
        public long Least => Beside
            .Where(one => one.Killed is not null)
            .Select(one => one.Killed!.Value.Lower)
            .Append(Killed!.Value.Lower)
            .Min();
    }
}

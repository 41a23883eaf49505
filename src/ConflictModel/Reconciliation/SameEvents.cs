using ConflictModel.Arithmetic;

namespace ConflictModel.Reconciliation;

/// <summary>
/// Incidents taken together where records say that they are one event or parts of one, so that nobody in them is counted twice.
/// </summary>
/// <remarks>
/// <para>Records that are declared the same are one event: what they agree on holds for it, what they disagree on is open, and their order
/// says nothing. An event of several parts is one event too; what its parts come to together stands beside its own reports, as one
/// more.</para>
/// <para>Whatever is part of itself, by a circle of declarations, is one event, and so are two wholes that one event is part of.</para>
/// </remarks>
internal static class SameEvents
{
    /// <summary>The events, in the order of their first records, by what each record says itself.</summary>
    /// <exception cref="ArgumentException">Two incidents bear one id: which of them counts is for the caller to say.</exception>
    public static IReadOnlyList<Incident> Merge(IEnumerable<Incident> incidents, ReportPolicy policy) =>
        Merge(incidents, policy, CategoryRelations.OfRecord);

    /// <summary>The same with what is known of the categories in their reports.</summary>
    /// <exception cref="ArgumentException">Two incidents bear one id: which of them counts is for the caller to say.</exception>
    public static IReadOnlyList<Incident> Merge(IEnumerable<Incident> incidents, ReportPolicy policy, CategoryRelations relations)
    {
        Incident[] all = incidents as Incident[] ?? [.. incidents];
        if (IncidentIds.FirstTwice(all) is { } twice)
        {
            throw new ArgumentException(
                $"Two incidents bear the id '{twice.Id}' and are not added up; keep the one that counts.", nameof(incidents));
        }

        if (!Array.Exists(all, incident => !incident.SameAs.IsEmpty || incident.PartOf is not null))
        {
            return all;
        }

        IdSets<IncidentId> sets = Declared(all);
        HashSet<IncidentId> ids = [.. all.Select(incident => incident.Id)];
        Dictionary<IncidentId, IncidentId> wholes = Wholes(all, ids, sets);
        return Events(all, sets, wholes, new(policy, relations));
    }

    /// <summary>The sets of ids that records say are of one event, be it by way of a third.</summary>
    public static IdSets<IncidentId> Declared(IEnumerable<Incident> incidents)
    {
        var sets = new IdSets<IncidentId>();
        foreach (Incident incident in incidents)
        {
            foreach (IncidentId other in incident.SameAs)
            {
                sets.Join(incident.Id, other);
            }
        }

        return sets;
    }

    /// <summary>The event that each event is part of; those that turn out to be one are joined on the way.</summary>
    private static Dictionary<IncidentId, IncidentId> Wholes(Incident[] all, HashSet<IncidentId> ids, IdSets<IncidentId> sets)
    {
        var wholes = new Dictionary<IncidentId, IncidentId>();
        var same = new Queue<(IncidentId, IncidentId)>();
        foreach (Incident incident in all)
        {
            if (incident.PartOf is { } named && ids.Contains(named))
            {
                Put(sets.Find(incident.Id), named);
                JoinAll();
            }
        }

        // Where each event is part of one at most, to go round a circle is to come back: what remains is part of no more than before.
        JoinCircles();
        return wholes.Select(pair => KeyValuePair.Create(pair.Key, sets.Find(pair.Value)))
            .Where(pair => pair.Key != pair.Value).ToDictionary();

        void Put(IncidentId part, IncidentId whole)
        {
            // What turned out to be the event itself is nothing that it is part of.
            if (sets.Find(whole) == part)
            {
                return;
            }

            if (wholes.TryGetValue(part, out IncidentId known) && sets.Find(known) != part)
            {
                same.Enqueue((known, whole));
            }
            else
            {
                wholes[part] = whole;
            }
        }

        void JoinAll()
        {
            while (same.TryDequeue(out (IncidentId One, IncidentId Other) pair))
            {
                IncidentId[] joined = [sets.Find(pair.One), sets.Find(pair.Other)];
                if (sets.Join(joined[0], joined[1]))
                {
                    foreach (IncidentId one in joined)
                    {
                        if (wholes.Remove(one, out IncidentId whole))
                        {
                            Put(sets.Find(one), whole);
                        }
                    }
                }
            }
        }

        void JoinCircles()
        {
            var startOf = new Dictionary<IncidentId, IncidentId>();
            foreach (IncidentId start in wholes.Keys.Order().ToArray())
            {
                IncidentId at = sets.Find(start);
                while (startOf.TryAdd(at, start) && wholes.TryGetValue(at, out IncidentId whole))
                {
                    at = sets.Find(whole);
                }

                if (startOf[at] == start && wholes.TryGetValue(at, out IncidentId next))
                {
                    for (IncidentId round = sets.Find(next); round != at; round = sets.Find(wholes[round]))
                    {
                        same.Enqueue((at, round));
                    }
                }
            }

            JoinAll();
        }
    }

    private static List<Incident> Events(
        Incident[] all, IdSets<IncidentId> sets, Dictionary<IncidentId, IncidentId> wholes, MergedIncident merged)
    {
        // An event is put together once all its parts are.
        ILookup<IncidentId, Incident> records = all.ToLookup(incident => sets.Find(incident.Id));
        IncidentId[] events = [.. records.Select(group => group.Key)];
        ILookup<IncidentId, IncidentId> parts = events.Where(wholes.ContainsKey).ToLookup(part => wholes[part]);
        Dictionary<IncidentId, int> open = events.ToDictionary(id => id, id => parts[id].Count());
        var made = new Dictionary<IncidentId, Incident>();
        var ready = new Queue<IncidentId>(events.Where(id => open[id] == 0));
        while (ready.TryDequeue(out IncidentId id))
        {
            made[id] = merged.Of([.. records[id]], [.. parts[id].Select(part => made[part])]);
            if (wholes.TryGetValue(id, out IncidentId whole) && --open[whole] == 0)
            {
                ready.Enqueue(whole);
            }
        }

        return [.. events.Where(id => !wholes.ContainsKey(id)).Select(id => made[id])];
    }
}

namespace ConflictModel.Reconciliation;

/// <summary>Incidents that are declared to be one event, taken together, so that nobody in them is counted twice.</summary>
internal static class SameEvents
{
    /// <summary>The events, in the order of their first records.</summary>
    public static IEnumerable<Incident> Merge(IEnumerable<Incident> incidents)
    {
        var all = incidents.ToList();
        if (!all.Exists(i => !i.SameAs.IsEmpty))
        {
            return all;
        }

        var leader = new Dictionary<IncidentId, IncidentId>();
        IncidentId Find(IncidentId id)
        {
            while (leader.TryGetValue(id, out IncidentId next) && next != id)
            {
                id = next;
            }

            return id;
        }

        foreach (Incident incident in all)
        {
            foreach (IncidentId other in incident.SameAs)
            {
                leader[Find(other)] = Find(incident.Id);
            }
        }

        // The first record tells where and when; the reports of all of them tell how many.
        return all.GroupBy(i => Find(i.Id)).Select(group => group.First() with
        {
            Reports = group.SelectMany(i => i.Reports).ToValueList(),
        });
    }
}

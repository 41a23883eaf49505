using ConflictModel.Reconciliation;

namespace ConflictModel.Matching;

public sealed partial record CaptureTable
{
    /// <summary>Which sources report which incidents, by what the records say of each other.</summary>
    /// <param name="incidents">The records. Those that say that they are the same event (<see cref="Incident.SameAs"/>) count once.</param>
    /// <param name="lists">Whose lists: an incident is on the list of each source that a report of it cites.</param>
    /// <remarks>
    /// An event is not taken together with one that it is part of: sources that cut a battle differently have different incidents, and
    /// whoever compares them says first which are one.
    /// </remarks>
    /// <exception cref="ArgumentException">There are fewer than <see cref="MinLists"/> or more than <see cref="MaxLists"/> lists, or one is
    /// named twice.</exception>
    public static CaptureTable Of(IEnumerable<Incident> incidents, params IEnumerable<SourceId> lists)
    {
        ArgumentNullException.ThrowIfNull(lists);
        var all = incidents.ToValueList();
        IdSets<IncidentId> sets = SameEvents.Declared(all);
        return CapturePatterns.TableOf(
            lists.ToValueList(),
            all.Select(incident => (sets.Find(incident.Id), incident.Reports.Select(report => report.Citation.Source))));
    }
}

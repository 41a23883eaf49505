using ConflictModel.Reconciliation;

namespace ConflictModel.Validation;

/// <summary>What each source says in a data set, found without going through all of it for each.</summary>
/// <remarks>
/// Incidents that are one event or parts of one stay together: by way of one that a source says nothing of, two of its own may be the same.
/// </remarks>
internal sealed class SourceRecords
{
    private readonly ConflictDataset dataset;
    private readonly ILookup<(SourceId, SourceId?), Tally> talliesOfCarrier;
    private readonly ILookup<SourceId, Tally> talliesOf;
    private readonly ILookup<(SourceId, SourceId?), IncidentId> eventsOfCarrier;
    private readonly ILookup<SourceId, IncidentId> eventsOf;
    private readonly ILookup<IncidentId, int> incidentsOf;
    private readonly Dictionary<TallyId, Tally> tallies = [];

    public SourceRecords(ConflictDataset dataset)
    {
        this.dataset = dataset;
        talliesOfCarrier = dataset.Tallies.ToLookup(tally => (tally.Report.Citation.Source, tally.Report.Citation.Via));
        talliesOf = dataset.Tallies.ToLookup(tally => tally.Report.Citation.Source);
        foreach (Tally tally in dataset.Tallies)
        {
            tallies.TryAdd(tally.Id, tally);
        }

        IdSets<IncidentId> sets = SameEvents.Declared(dataset.Incidents);
        foreach (Incident incident in dataset.Incidents)
        {
            if (incident.PartOf is { } whole)
            {
                sets.Join(incident.Id, whole);
            }
        }

        incidentsOf = Enumerable.Range(0, dataset.Incidents.Count).ToLookup(i => sets.Find(dataset.Incidents[i].Id));
        (IncidentId Event, Citation Citation)[] said =
        [
            .. from incident in dataset.Incidents
            from report in incident.Reports
            select (sets.Find(incident.Id), report.Citation),
        ];
        eventsOfCarrier = said.Select(one => (one.Event, (one.Citation.Source, one.Citation.Via))).Distinct()
            .ToLookup(one => one.Item2, one => one.Event);
        eventsOf = said.Select(one => (one.Event, one.Citation.Source)).Distinct().ToLookup(one => one.Source, one => one.Event);
    }

    /// <summary>What a source says by way of one that carries it, or itself.</summary>
    public ConflictDataset Of(SourceId source, SourceId? via) => With(
        talliesOfCarrier[(source, via)], eventsOfCarrier[(source, via)], citation => citation.Source == source && citation.Via == via);

    /// <summary>What a source says, whoever carries it.</summary>
    public ConflictDataset Of(SourceId source) => With(talliesOf[source], eventsOf[source], citation => citation.Source == source);

    /// <summary>The tally that bears an id, the first of several.</summary>
    public Tally TallyOf(TallyId id) => tallies[id];

    private ConflictDataset With(IEnumerable<Tally> own, IEnumerable<IncidentId> events, Func<Citation, bool> isMeant) => dataset with
    {
        Tallies = own.ToValueList(),
        Incidents = events.SelectMany(one => incidentsOf[one]).Order()
            .Select(i => dataset.Incidents[i])
            .Select(incident => incident with { Reports = incident.Reports.Where(report => isMeant(report.Citation)).ToValueList() })
            .ToValueList(),
    };
}

using ConflictModel.Arithmetic;
using ConflictModel.Reconciliation;

namespace ConflictModel.Aggregation;

/// <summary>Makes rows of incidents that come one by one.</summary>
/// <remarks>
/// Incidents that are one event, or parts of one, are set aside and make one row in the end. One that was appended before a later one named
/// it is taken back, and sought in the records again.
/// </remarks>
internal sealed class RecordTabulation(
    IncidentTableBuilder builder, ReportPolicy policy, Func<Incident, IncidentRow, IncidentRow>? complete)
{
    private readonly List<Actor> actors = [];
    private readonly List<Region> regions = [];
    private readonly List<Affiliation> affiliations = [];
    private readonly Dictionary<IncidentId, int> ordinals = [];
    private readonly HashSet<IncidentId> named = [];
    private readonly HashSet<IncidentId> takenBack = [];
    private readonly Dictionary<IncidentId, Incident> linked = [];
    private IncidentTabulator? tabulator;
    private CategoryRelations? relations;

    public void Add(object record)
    {
        switch (record)
        {
            case Source source:
                builder.Call(source);
                break;
            case Actor actor:
                Early(actors, actor, actor.Id.Value);
                break;
            case Region region:
                Early(regions, region, region.Id.Value);
                break;
            case Affiliation affiliation:
                Early(affiliations, affiliation, affiliation.Actor.Value);
                break;
            case Incident incident:
                Begin();
                Add(incident);
                break;
        }
    }

    /// <summary>Appends the events that several records are of.</summary>
    /// <param name="records">The records that were added.</param>
    public void End(IEnumerable<object> records)
    {
        Begin();
        if (takenBack.Count > 0)
        {
            builder.Remove([.. takenBack.Select(id => ordinals[id]).Order()]);
            foreach (Incident incident in records.OfType<Incident>().Where(incident => takenBack.Contains(incident.Id)))
            {
                linked.Add(incident.Id, incident);
            }
        }

        foreach (Incident merged in SameEvents.Merge(linked.Values, policy, relations!))
        {
            tabulator!.Append(merged);
        }
    }

    private void Add(Incident incident)
    {
        if (ordinals.ContainsKey(incident.Id) || linked.ContainsKey(incident.Id))
        {
            throw new ArgumentException(
                $"Two incidents bear the id '{incident.Id}' and are not added up; keep the one that counts.", nameof(incident));
        }

        foreach (IncidentId other in incident.PartOf is { } whole ? incident.SameAs.Add(whole) : incident.SameAs)
        {
            named.Add(other);
            if (ordinals.ContainsKey(other))
            {
                takenBack.Add(other);
            }
        }

        if (!incident.SameAs.IsEmpty || incident.PartOf is not null || named.Contains(incident.Id))
        {
            linked.Add(incident.Id, incident);
        }
        else
        {
            ordinals.Add(incident.Id, (int)builder.IncidentCount);
            tabulator!.Append(incident);
        }
    }

    private void Early<T>(List<T> records, T record, string id)
    {
        if (tabulator is not null)
        {
            throw new ArgumentException(
                $"The {typeof(T).Name.ToLowerInvariant()} '{id}' stands after the first incident: "
                + "rows are made of what is known before them.", nameof(record));
        }

        records.Add(record);
    }

    private void Begin()
    {
        if (tabulator is null)
        {
            ConflictDataset known = new()
            {
                Actors = actors.ToValueList(),
                Regions = regions.ToValueList(),
                Affiliations = affiliations.ToValueList(),
            };
            builder.Define(known);
            relations = CategoryRelations.Of(known);
            tabulator = new(builder, policy, relations, complete);
        }
    }
}

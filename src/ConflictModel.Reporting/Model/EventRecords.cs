namespace ConflictModel.Reporting;

/// <summary>The records of a data set, event by event: those that are declared the same, and an event with its parts.</summary>
/// <remarks>
/// A sum has to be given all records of an event, or what links two of them is missing and somebody counts twice. So what is left out here
/// is whole events; of the records of an event that says something, none is.
/// </remarks>
internal sealed class EventRecords
{
    private readonly Dictionary<IncidentId, List<Incident>> events = [];
    private readonly List<List<Incident>> all = [];

    public EventRecords(IEnumerable<Incident> incidents)
    {
        Incident[] records = [.. incidents.DistinctBy(incident => incident.Id)];
        HashSet<IncidentId> known = [.. records.Select(record => record.Id)];
        ILookup<IncidentId, IncidentId> links = records
            .SelectMany(record => record.SameAs.Concat(record.PartOf is { } whole ? [whole] : (IncidentId[])[])
                .Where(known.Contains).SelectMany(other => new[] { (From: record.Id, To: other), (From: other, To: record.Id) }))
            .ToLookup(link => link.From, link => link.To);
        Dictionary<IncidentId, Incident> byId = records.ToDictionary(record => record.Id);
        foreach (Incident record in records)
        {
            if (events.ContainsKey(record.Id))
            {
                continue;
            }

            List<Incident> together = [];
            var open = new Queue<IncidentId>([record.Id]);
            events.Add(record.Id, together);
            while (open.TryDequeue(out IncidentId id))
            {
                together.Add(byId[id]);
                foreach (IncidentId other in links[id])
                {
                    if (events.TryAdd(other, together))
                    {
                        open.Enqueue(other);
                    }
                }
            }

            all.Add(together);
        }
    }

    /// <summary>The records of the event that a record is of, itself among them.</summary>
    public IReadOnlyList<Incident> Of(IncidentId record) => events[record];

    /// <summary>Whether a report counts a harm.</summary>
    public static bool Counts(Report report, Harm harm) => report.Casualties?[harm] is not null;

    /// <summary>Whether a record counts a harm.</summary>
    public static bool Counts(Incident incident, Harm harm) => incident.Reports.Any(report => Counts(report, harm));

    /// <summary>All records of the events that count a harm.</summary>
    public IEnumerable<Incident> Counting(Harm harm) =>
        all.Where(together => together.Exists(record => Counts(record, harm))).SelectMany(together => together);

    /// <summary>
    /// All records of the events that one source counts in one vintage, each with its reports alone; by source and vintage.
    /// </summary>
    public Dictionary<(SourceId Source, Vintage? Vintage), List<Incident>> BySource(Harm harm)
    {
        var sources = new Dictionary<(SourceId, Vintage?), List<Incident>>();
        foreach (List<Incident> together in all)
        {
            foreach ((SourceId Source, Vintage? Vintage) key in together.SelectMany(record => record.Reports)
                .Where(report => Counts(report, harm)).Select(KeyOf).Distinct())
            {
                if (!sources.TryGetValue(key, out List<Incident>? own))
                {
                    sources.Add(key, own = []);
                }

                own.AddRange(together.Select(record => record with
                {
                    Reports = record.Reports.Where(report => KeyOf(report) == key).ToValueList(),
                }));
            }
        }

        return sources;
    }

    private static (SourceId Source, Vintage? Vintage) KeyOf(Report report) => (report.Citation.Source, report.Original?.Vintage);
}

using ConflictModel.Hierarchies;
using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Reconciliation;

/// <summary>Where and when people were harmed: as their own records say, or else as the incident does.</summary>
/// <remarks>Regions that are no record of the data set say nothing: nobody knows what they lie in.</remarks>
internal sealed class PersonOccasions
{
    // More than a year of days: whose date leaves more open than that is of no known period.
    private const int MostBuckets = 400;

    private readonly Dictionary<IncidentId, Incident> incidents = [];
    private readonly HashSet<RegionId> known;
    private readonly Lazy<RegionHierarchy> regions;

    public PersonOccasions(ConflictDataset dataset)
    {
        regions = new(() => RegionHierarchy.FromUnchecked(dataset.Regions));
        known = [.. dataset.Regions.Select(region => region.Id)];
        foreach (Incident incident in dataset.Incidents)
        {
            incidents.TryAdd(incident.Id, incident);
        }
    }

    public ReportedDate? DateOf(Person person) => person.Date ?? IncidentOf(person)?.Date;

    /// <summary>The regions that the person was harmed in, all of them or one of them; empty if none is known.</summary>
    public ValueList<RegionId> RegionsOf(Person person) =>
        Known(person.Place) is { IsEmpty: false } own ? own : Known(IncidentOf(person)?.Place);

    /// <summary>
    /// The regions of a level that somebody harmed in all or one of some places was in, and whether it may be none of them: within a
    /// larger region, there may be some that the data set does not list.
    /// </summary>
    public (IEnumerable<RegionId> Regions, bool MayBeOther) RegionsAt(ValueList<RegionId> places, RegionKind level) =>
        (regions.Value.CandidatesAt(places, level), places.Any(place => regions.Value.AncestorAt(place, level) is null));

    /// <summary>The first days of the buckets that a date may lie in.</summary>
    public static IEnumerable<LocalDate> BucketsOf(UncertainDate date, BucketScheme scheme)
    {
        if (date.Earliest is not { } first || date.Latest is not { } last)
        {
            return [];
        }

        var buckets = new List<TimeBucket> { scheme.BucketOf(first) };
        while (buckets[^1].Last < last)
        {
            buckets.Add(scheme.BucketOf(buckets[^1].Last.PlusDays(1)));
            if (buckets.Count > MostBuckets)
            {
                return [];
            }
        }

        return buckets.Count == 1
            ? [buckets[0].First]
            : buckets.Where(bucket => date.Overlaps(UncertainDate.Between(bucket.First, bucket.Last)) != Truth.No)
                .Select(bucket => bucket.First);
    }

    /// <summary>The days of a bucket, by its label where that is a date.</summary>
    public static ReportedDate PeriodOf(TimeBucket bucket) => UncertainDate.TryParse(bucket.Label, out UncertainDate labelled)
        ? labelled
        : UncertainDate.Between(bucket.First, bucket.Last);

    private Incident? IncidentOf(Person person) => person.Incident is { } id ? incidents.GetValueOrDefault(id) : null;

    private ValueList<RegionId> Known(Place? place)
    {
        ValueList<RegionId> regions = place?.Regions ?? default;
        foreach (RegionId region in regions)
        {
            if (!known.Contains(region))
            {
                return regions.Where(known.Contains).ToValueList();
            }
        }

        return regions;
    }
}

using ConflictModel.Aggregation;
using ConflictModel.Hierarchies;

namespace ConflictModel.Reporting;

/// <summary>Where people were harmed, as closely as the records say and no closer.</summary>
internal sealed record PlaceView
{
    /// <summary>What is counted.</summary>
    public required Harm Harm { get; init; }

    /// <summary>All incidents that count it.</summary>
    public required Sums Whole { get; init; }

    /// <summary>The incidents whose place is known exactly or near, point by point.</summary>
    public required ValueList<GroupedSums<Coordinates>.Group> Points { get; init; }

    /// <summary>
    /// The other incidents with a place, by the finest region that is said: certain where it is one, possible where it is one of several.
    /// </summary>
    public required ValueList<GroupedSums<RegionId>.Group> Areas { get; init; }

    /// <summary>The incidents of <see cref="Points"/> together.</summary>
    public Sums Placed => Points.Aggregate(default(Sums), (sum, point) => sum + point.Certain);

    /// <summary>The incidents of which no place is said.</summary>
    public required Sums Nowhere { get; init; }

    /// <summary>The incidents within each outline that the caller gave, for certain or perhaps; empty without outlines.</summary>
    public required ValueList<GroupedSums<RegionId>.Group> Outlined { get; init; }

    /// <summary>The published totals whose people, or some of them, have no place finer than the total's own.</summary>
    public required ValueList<Placeless> Tallies { get; init; }

    /// <summary>The most people that a point stands for.</summary>
    public static long MostOf(GroupedSums<Coordinates>.Group point) => point.Certain.High ?? point.Certain.Best ?? point.Certain.Low ?? 0;

    /// <summary>The view of a harm; null if nothing that counts it has a place.</summary>
    public static PlaceView? Of(ReportModel model, Harm harm, IEnumerable<RegionId> outlined)
    {
        Incident[] counted =
            [.. model.Dataset.Incidents.Where(incident => incident.Reports.Any(report => report.Casualties?[harm] is not null))];
        GroupedSums<Coordinates> points = counted.SumBy(
            harm,
            incident => PointOf(incident) is { } point
                ? [KeyValuePair.Create(point, Truth.Yes)]
                : Enumerable.Empty<KeyValuePair<Coordinates, Truth>>(),
            order: Comparer<Coordinates>.Create((a, b) => (a.Latitude, a.Longitude).CompareTo((b.Latitude, b.Longitude))));
        GroupedSums<RegionId> areas = counted.SumBy(harm, incident => PointOf(incident) is null ? AreasOf(incident) : []);
        GroupedSums<RegionId> nowhere = counted.SumBy(
            harm,
            incident => PointOf(incident) is null && Regions(incident).IsEmpty
                ? Enumerable.Empty<KeyValuePair<RegionId, Truth>>()
                : [KeyValuePair.Create(default(RegionId), Truth.Yes)]);
        RegionId[] outlines = [.. outlined];
        var hierarchy = RegionHierarchy.FromUnchecked(model.Dataset.Regions);
        GroupedSums<RegionId> within = counted.SumBy(
            harm,
            incident => outlines.Select(outline => KeyValuePair.Create(outline, Within(hierarchy, Regions(incident), outline)))
                .Where(answer => answer.Value != Truth.No));
        var tallies = model.Dataset.Tallies.Select(tally => Placeless.Of(model, tally)).OfType<Placeless>().ToValueList();
        return counted.Length == 0 && tallies.IsEmpty ? null : new()
        {
            Harm = harm,
            Whole = points.Whole,
            Points = points.Groups,
            Areas = areas.Groups,
            Nowhere = nowhere.Elsewhere,
            Outlined = within.Groups,
            Tallies = tallies,
        };
    }

    private static ValueList<RegionId> Regions(Incident incident) => incident.Place?.Regions ?? default;

    /// <summary>The point of an incident that is known so closely that a point says no more than the record.</summary>
    private static Coordinates? PointOf(Incident incident) =>
        incident.Place is { Precision: PlacePrecision.Exact or PlacePrecision.Near, Coordinates: { } point } ? point : null;

    private static IEnumerable<KeyValuePair<RegionId, Truth>> AreasOf(Incident incident)
    {
        ValueList<RegionId> regions = Regions(incident);
        return regions.Distinct().Select(region => KeyValuePair.Create(region, regions.Count == 1 ? Truth.Yes : Truth.Unknown));
    }

    /// <summary>
    /// Named with several places, an incident is in each of them or in one: only what holds them all holds it for certain.
    /// </summary>
    private static Truth Within(RegionHierarchy hierarchy, ValueList<RegionId> places, RegionId outline)
    {
        Truth[] answers = [.. places.Select(place => hierarchy.Within(place, outline)).Distinct()];
        return answers switch
        {
            [] => Truth.No,
            [var only] => only,
            _ => Truth.Unknown,
        };
    }
}

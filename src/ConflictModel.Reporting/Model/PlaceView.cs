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

    /// <summary>The incidents of <see cref="Areas"/>, each once.</summary>
    public required Sums InAreas { get; init; }

    /// <summary>The incidents of which no place is said.</summary>
    public required Sums Nowhere { get; init; }

    /// <summary>The incidents within each outline that the caller gave, for certain or perhaps; empty without outlines.</summary>
    public required ValueList<GroupedSums<RegionId>.Group> Outlined { get; init; }

    /// <summary>The published totals whose people, or some of them, have no place finer than the total's own.</summary>
    public required ValueList<Placeless> Tallies { get; init; }

    /// <summary>The most people that a point stands for.</summary>
    public static long MostOf(GroupedSums<Coordinates>.Group point) => TimeSeries.Step.MostOf(point.Certain) ?? 0;

    /// <summary>The view of a harm; null if nothing that counts it has a place.</summary>
    public static PlaceView? Of(ReportModel model, Harm harm, IEnumerable<RegionId> outlined)
    {
        Incident[] counted = [.. model.Events.Counting(harm)];
        var hierarchy = RegionHierarchy.FromUnchecked(model.Dataset.Regions);
        GroupedSums<Coordinates> points = counted.SumBy(
            harm,
            incident => Just(PointOf(incident)),
            order: Comparer<Coordinates>.Create((a, b) => (a.Latitude, a.Longitude).CompareTo((b.Latitude, b.Longitude))));
        GroupedSums<RegionId> areas = counted.SumBy(harm, incident => PointOf(incident) is null ? Areas(incident) : []);
        GroupedSums<int> kinds = counted.SumBy(
            harm, incident => Just<int>(PointOf(incident) is not null ? 0 : Regions(incident).IsEmpty ? null : 1));
        RegionId[] outlines = [.. outlined];
        GroupedSums<RegionId> within = counted.SumBy(
            harm,
            incident => outlines.Select(outline => KeyValuePair.Create(outline, Within(Regions(incident), outline)))
                .Where(answer => answer.Value != Truth.No));
        var tallies = model.Dataset.Tallies.Select(tally => Placeless.Of(model, tally, hierarchy)).OfType<Placeless>().ToValueList();
        return counted.Length == 0 && tallies.IsEmpty ? null : new()
        {
            Harm = harm,
            Whole = points.Whole,
            Points = points.Groups,
            Areas = areas.Groups,
            InAreas = kinds.Groups.FirstOrDefault(group => group.Key == 1).Certain,
            Nowhere = kinds.Elsewhere,
            Outlined = within.Groups,
            Tallies = tallies,
        };

        // The event that several records make together is nowhere that only one of them is said to be.
        Coordinates? PointOf(Incident incident)
        {
            Coordinates?[] said = [.. Said(incident).Select(OwnPoint).Distinct()];
            return said.Length == 1 ? said[0] : null;
        }

        IEnumerable<Incident> Said(Incident incident) => model.Events.Of(incident.Id).Where(record => EventRecords.Counts(record, harm));

        IEnumerable<KeyValuePair<RegionId, Truth>> Areas(Incident incident)
        {
            bool isSaidOfAll = Said(incident).All(record => !Regions(record).IsEmpty);
            var places = Regions(incident).Distinct().ToValueList();
            return places.Select(place => KeyValuePair.Create(place, isSaidOfAll ? Within(places, place) : Truth.Unknown))
                .Where(answer => answer.Value != Truth.No);
        }

        // Named with several places, an incident is in each of them or in one: only what holds them all holds it for certain.
        Truth Within(ValueList<RegionId> places, RegionId area)
        {
            Truth[] answers = [.. places.Select(place => hierarchy.Within(place, area)).Distinct()];
            return answers switch
            {
                [] => Truth.No,
                [var only] => only,
                _ => Truth.Unknown,
            };
        }
    }

    private static IEnumerable<KeyValuePair<TKey, Truth>> Just<TKey>(TKey? key)
        where TKey : struct => key is { } known ? [KeyValuePair.Create(known, Truth.Yes)] : [];

    private static ValueList<RegionId> Regions(Incident incident) => incident.Place?.Regions ?? default;

    /// <summary>The point of a record that is known so closely that a point says no more than the record.</summary>
    private static Coordinates? OwnPoint(Incident incident) =>
        incident.Place is { Precision: PlacePrecision.Exact or PlacePrecision.Near, Coordinates: { } point } ? point : null;
}

using ConflictModel.Arithmetic;
using ConflictModel.Hierarchies;

namespace ConflictModel.Reconciliation;

/// <summary>How many of an incident's people belong to one part of a tally.</summary>
internal sealed class PartAnswer(RegionHierarchy regions, CategoryRelations relations, VictimAnswer victims, Harm harm)
{
    public Bounds Of(Incident incident, ReconciledTally.AccountedIncident accounted, DerivedFigure figure)
    {
        Part part = figure.Part!;
        Bounds ofCategory = figure.Breakdown!.By switch
        {
            Axis.Region => Share(accounted, InRegion(incident, part.Region)),
            Axis.Period =>
                Share(accounted, part.Period is { } period ? ScopeAnswer.InPeriod(incident.Date.Date, period.Date) : Truth.Unknown),
            var axis => Listed(incident, accounted, part, axis),
        };

        // Who is of the category need not be of this piece of it.
        return figure.IsPiece ? new(0, ofCategory.Upper, ofCategory.IsOuter) : ofCategory;
    }

    /// <summary>Whether any report of an incident lists parts on an axis; of one that lists none, as many may be of each part.</summary>
    public bool ListsAny(Incident incident, Axis axis) => incident.Reports.Select(report => report.Casualties?[harm]).OfType<Toll>()
        .Any(toll => toll.Derive(relations.At(incident.Date)).Whole.Breakdowns.Any(breakdown => breakdown.Breakdown.By == axis));

    private static Bounds Share(ReconciledTally.AccountedIncident accounted, Truth belongs) =>
        belongs == Truth.No ? Bounds.Zero : (accounted with { InScope = accounted.InScope.And(belongs) }).Accounts;

    private Truth InRegion(Incident incident, RegionId? region)
    {
        ValueList<RegionId> places = incident.Place?.Regions ?? default;
        Truth[] answers = places.Select(place => region is { } wanted ? regions.Within(place, wanted) : Truth.Unknown).Distinct().ToArray();
        return answers.Length == 1 ? answers[0] : Truth.Unknown;
    }

    /// <summary>What the incident's reports list of the part: the least and the most that any of them leaves open.</summary>
    private Bounds Listed(Incident incident, ReconciledTally.AccountedIncident accounted, Part part, Axis axis)
    {
        (long Least, long? Most)[] listed =
        [
            .. incident.Reports.Select(report => report.Casualties?[harm]).OfType<Toll>().Select(
                toll => Listed(toll.Derive(relations.At(incident.Date)).Whole, part, axis)),
        ];
        Bounds figure = accounted.Figure;
        long? most = listed.Aggregate((long?)0, (most, one) => Max(most, one.Most));
        long? upper = Min(figure.Upper, most);
        long lower = accounted.InScope == Truth.Yes ? listed.Min(one => one.Least) : 0;
        return new(Math.Min(lower, upper ?? lower), upper, figure.IsOuter);
    }

    private (long Least, long? Most) Listed(DerivedFigure whole, Part part, Axis axis)
    {
        (long least, long? most) = (0, whole.Bounds.Upper);
        foreach (DerivedBreakdown breakdown in whole.Breakdowns.Where(breakdown => breakdown.Breakdown.By == axis))
        {
            // Parts of a partition share nobody, and there is nobody beside them.
            bool isPartition = breakdown.Breakdown.Kind == BreakdownKind.Partition;
            DerivedFigure[] belong =
            [
                .. breakdown.Parts.Where(
                    one => IsSame(one.Part!, part, axis) || (isPartition && victims.IsWithin(axis, one.Part!, part))),
            ];
            DerivedFigure[] apart = [.. breakdown.Parts.Where(one => victims.AreApart(axis, one.Part!, part))];
            least = Math.Max(least, Least(breakdown.Breakdown, belong));
            most = Min(most, whole.Bounds.Upper - Least(breakdown.Breakdown, apart));
            if (isPartition)
            {
                most = Min(most, breakdown.Parts.Except(apart).Aggregate((long?)0, (sum, one) => sum + one.Bounds.Upper));
            }
        }

        return (least, most is { } upper ? Math.Max(least, upper) : null);
    }

    // Parts that may share somebody are together at least the largest of them.
    private long Least(Breakdown breakdown, DerivedFigure[] parts) => relations.AreApart(breakdown, [.. parts.Select(one => one.Part!)])
        ? parts.Sum(part => part.Bounds.Lower)
        : parts.Max(part => part.Bounds.Lower);

    private static bool IsSame(Part one, Part other, Axis axis) =>
        one.CategoryOn(axis) is { } category && category == other.CategoryOn(axis);

    // Null is no limit.
    private static long? Min(long? one, long? other) => one is null ? other : other is null ? one : Math.Min(one.Value, other.Value);

    private static long? Max(long? one, long? other) => one is null || other is null ? null : Math.Max(one.Value, other.Value);
}

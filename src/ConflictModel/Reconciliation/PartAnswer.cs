using ConflictModel.Arithmetic;
using ConflictModel.Hierarchies;

namespace ConflictModel.Reconciliation;

/// <summary>How many of an incident's people belong to one part of a tally.</summary>
/// <param name="regions">What lies within what.</param>
/// <param name="listings">What the incidents' reports list.</param>
/// <param name="figure">The part.</param>
/// <param name="number">Its number among the parts that say the same on its axis.</param>
internal sealed class PartAnswer(RegionHierarchy regions, IncidentListings listings, DerivedFigure figure, int number)
{
    private readonly Part part = figure.Part!;
    private readonly Axis axis = figure.Breakdown!.By;

    public Bounds Of(Incident incident, ReconciledTally.AccountedIncident accounted)
    {
        Bounds ofCategory = axis switch
        {
            Axis.Region => Share(accounted, InRegion(incident, part.Region)),
            Axis.Period =>
                Share(accounted, part.Period is { } period ? ScopeAnswer.InPeriod(incident.Date.Date, period.Date) : Truth.Unknown),
            _ => OfListed(incident, accounted),
        };

        // Who is of the category need not be of this piece of it.
        return figure.IsPiece ? new(0, ofCategory.Upper, ofCategory.IsOuter) : ofCategory;
    }

    private static Bounds Share(ReconciledTally.AccountedIncident accounted, Truth belongs) =>
        belongs == Truth.No ? Bounds.Zero : (accounted with { InScope = accounted.InScope.And(belongs) }).Accounts;

    private Truth InRegion(Incident incident, RegionId? region)
    {
        ValueList<RegionId> places = incident.Place?.Regions ?? default;
        Truth[] answers = places.Select(place => region is { } wanted ? regions.Within(place, wanted) : Truth.Unknown).Distinct().ToArray();
        return answers.Length == 1 ? answers[0] : Truth.Unknown;
    }

    /// <summary>What the incident's reports list of the part: the least and the most that any of them leaves open.</summary>
    private Bounds OfListed(Incident incident, ReconciledTally.AccountedIncident accounted)
    {
        (long least, long? most) = (long.MaxValue, 0);
        foreach (IncidentListings.Listed listed in listings.Of(incident))
        {
            (long Least, long? Most) one = OfListed(listed);
            least = Math.Min(least, one.Least);
            most = Max(most, one.Most);
        }

        Bounds all = accounted.Figure;
        long? upper = Min(all.Upper, most);
        long lower = accounted.InScope == Truth.Yes ? least : 0;
        return new(Math.Min(lower, upper ?? lower), upper, all.IsOuter);
    }

    private (long Least, long? Most) OfListed(IncidentListings.Listed listed)
    {
        (long least, long? most) = (0, listed.Most);
        foreach ((BreakdownForm form, Bounds[] figures) in listed.Breakdowns)
        {
            if (form.By != axis)
            {
                continue;
            }

            BreakdownForm.Relation relation = listings.Between(form, part, number);
            least = Math.Max(least, relation.Within.Least(figures));
            most = Min(most, listed.Most - relation.Outside.Least(figures));
            if (form.IsPartition)
            {
                most = Min(most, relation.Others.Aggregate((long?)0, (sum, place) => sum + figures[place].Upper));
            }
        }

        return (least, most is { } upper ? Math.Max(least, upper) : null);
    }

    // Null is no limit.
    private static long? Min(long? one, long? other) => one is null ? other : other is null ? one : Math.Min(one.Value, other.Value);

    private static long? Max(long? one, long? other) => one is null || other is null ? null : Math.Max(one.Value, other.Value);
}

using ConflictModel.Hierarchies;
using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Reconciliation;

/// <summary>Whether an incident is in the scope of a tally, as far as the records say.</summary>
internal sealed class ScopeAnswer(Scope scope, RegionHierarchy regions)
{
    /// <summary>The regions of the scope.</summary>
    public ValueList<RegionId> Regions => scope.Regions;

    /// <summary>The days outside of which nothing is in the scope.</summary>
    public (LocalDate From, LocalDate To) Days
    {
        get
        {
            DateBounds? covered = scope.Period?.Date.WholeBounds();
            return (
                covered is { Start: { Kind: not DateEndKind.Open, Earliest: { } from } } ? from : LocalDate.MinIsoValue,
                covered is { End: { Kind: not DateEndKind.Open, Latest: { } to } } ? to : LocalDate.MaxIsoValue);
        }
    }

    public Truth Holds(Incident incident) =>
        InPeriod(incident.Date.Date).And(InRegions(incident.Place?.Regions ?? default)).And(IsAttributed(incident)).And(HasVictims(null));

    /// <summary>Whether all that another tally counts is in the scope.</summary>
    public Truth Holds(Tally tally) => (tally.Scope.Period is { } covered ? InPeriod(covered.Date) : Truth.Unknown)
        .And(InRegions(tally.Scope.Regions))
        .And(HoldsWhomItCounts(tally.Scope) ? Truth.Yes : Truth.Unknown);

    /// <summary>Whether all that is counted over another scope certainly is in this one, if its period is.</summary>
    public bool HoldsButForPeriod(Scope other) => HoldsWhomItCounts(other) && InRegions(other.Regions) == Truth.Yes;

    /// <summary>Whether something that happened on a date lies within a period.</summary>
    /// <remarks>Ends are compared and not the periods themselves: an incident dated "2024" happened in that year and did not fill it. Those
    /// of a period are whole, and a period of several parts ("2019 and 2021") has no days between them.</remarks>
    public static Truth InPeriod(UncertainDate date, UncertainDate period)
    {
        DateBounds covered = period.WholeBounds();
        Truth inside = StartsInside(date, covered).And(EndsInside(date, covered));
        return period.Form != DateForm.AllOf || inside == Truth.No ? inside
            : date.During(period) == Truth.Yes ? Truth.Yes
            : date.Overlaps(period) == Truth.No ? Truth.No
            : Truth.Unknown;
    }

    private Truth InPeriod(UncertainDate date) => scope.Period is { } period ? InPeriod(date, period.Date) : Truth.Unknown;

    private static Truth StartsInside(UncertainDate date, DateBounds covered) =>
        covered.Start.Kind == DateEndKind.Open ? Truth.Yes :
        date.Latest < covered.Start.Earliest ? Truth.No :
        date.Earliest >= covered.Start.Latest ? Truth.Yes : Truth.Unknown;

    private static Truth EndsInside(UncertainDate date, DateBounds covered) =>
        covered.End.Kind == DateEndKind.Open ? Truth.Yes :
        date.Earliest > covered.End.Latest ? Truth.No :
        date.Latest <= covered.End.Earliest ? Truth.Yes : Truth.Unknown;

    /// <summary>Whether what happened in some places happened in the scope's regions.</summary>
    public Truth InRegions(ValueList<RegionId> places)
    {
        if (scope.Regions.IsEmpty || places.IsEmpty)
        {
            return Truth.Unknown;
        }

        Truth[] answers =
            places.Select(place => scope.Regions.Aggregate(Truth.No, (any, region) => any.Or(regions.Within(place, region)))).ToArray();
        return Array.TrueForAll(answers, a => a == Truth.Yes) ? Truth.Yes :
            Array.TrueForAll(answers, a => a == Truth.No) ? Truth.No : Truth.Unknown;
    }

    private Truth IsAttributed(Incident incident)
    {
        if (scope.AttributedTo.IsEmpty)
        {
            return Truth.Yes;
        }

        // Somebody must lay it to an actor of the scope, and nobody to another, or with a doubt.
        bool isSure(Attribution a) => a.Status is AttributionStatus.Claimed or AttributionStatus.Attributed;
        bool isNamed = incident.Attributions.Any(a => isSure(a) && a.Actors.Count == 1 && scope.AttributedTo.Contains(a.Actors[0]));
        return isNamed
            && incident.Attributions.All(a => isSure(a) && a.Actors.Any(scope.AttributedTo.Contains)) ? Truth.Yes : Truth.Unknown;
    }

    /// <summary>Whether all whom another scope counts are counted here too, by what is said of attackers and victims.</summary>
    private bool HoldsWhomItCounts(Scope other) => HasVictims(other.Victims) == Truth.Yes && (scope.AttributedTo.IsEmpty
        || (!other.AttributedTo.IsEmpty && other.AttributedTo.All(scope.AttributedTo.Contains)));

    // A tally of some victims only may hold some of an account's dead and not others.
    private Truth HasVictims(Victims? victims) => scope.Victims is null || scope.Victims == victims ? Truth.Yes : Truth.Unknown;
}

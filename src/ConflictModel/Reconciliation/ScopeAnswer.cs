using ConflictModel.Hierarchies;
using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Reconciliation;

/// <summary>Whether an incident is in the scope of a tally, as far as the records say.</summary>
internal sealed class ScopeAnswer(Scope scope, RegionHierarchy regions)
{
    private readonly DateBounds? covered = scope.Period?.Date.WholeBounds();

    /// <summary>The regions of the scope.</summary>
    public ValueList<RegionId> Regions => scope.Regions;

    /// <summary>The days outside of which nothing is in the scope.</summary>
    public (LocalDate From, LocalDate To) Days => (
        covered is { Start: { Kind: not DateEndKind.Open, Earliest: { } from } } ? from : LocalDate.MinIsoValue,
        covered is { End: { Kind: not DateEndKind.Open, Latest: { } to } } ? to : LocalDate.MaxIsoValue);

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
    public static Truth InPeriod(UncertainDate date, UncertainDate period) => InPeriod(date, period, period.WholeBounds());

    private static Truth InPeriod(UncertainDate date, UncertainDate period, DateBounds covered)
    {
        (LocalDate? earliest, LocalDate? latest) = (date.Earliest, date.Latest);
        Truth inside = StartsInside(earliest, latest, covered.Start).And(EndsInside(earliest, latest, covered.End));
        return period.Form != DateForm.AllOf || inside == Truth.No ? inside
            : date.During(period) == Truth.Yes ? Truth.Yes
            : date.Overlaps(period) == Truth.No ? Truth.No
            : Truth.Unknown;
    }

    private Truth InPeriod(UncertainDate date) => scope.Period is { } period ? InPeriod(date, period.Date, covered!.Value) : Truth.Unknown;

    private static Truth StartsInside(LocalDate? earliest, LocalDate? latest, DateEnd start) =>
        start.Kind == DateEndKind.Open ? Truth.Yes :
        latest < start.Earliest ? Truth.No :
        earliest >= start.Latest ? Truth.Yes : Truth.Unknown;

    private static Truth EndsInside(LocalDate? earliest, LocalDate? latest, DateEnd end) =>
        end.Kind == DateEndKind.Open ? Truth.Yes :
        earliest > end.Latest ? Truth.No :
        latest <= end.Earliest ? Truth.Yes : Truth.Unknown;

    /// <summary>Whether what happened in some places happened in the scope's regions.</summary>
    public Truth InRegions(ValueList<RegionId> places)
    {
        if (scope.Regions.IsEmpty || places.IsEmpty)
        {
            return Truth.Unknown;
        }

        Truth? all = null;
        foreach (RegionId place in places)
        {
            Truth answer = Truth.No;
            foreach (RegionId region in scope.Regions)
            {
                answer = answer.Or(regions.Within(place, region));
            }

            all = all is null || all == answer ? answer : Truth.Unknown;
        }

        return all!.Value;
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

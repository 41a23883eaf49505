namespace ConflictModel.Aggregation;

/// <summary>Whether an incident is in the scope of a tally, as far as the records say.</summary>
internal sealed class ScopeAnswer(Scope scope, RegionGraph regions)
{
    public Truth Holds(Incident incident) =>
        InPeriod(incident.Date.Date).And(InRegions(incident)).And(IsAttributed(incident)).And(HasVictims());

    private Truth InPeriod(UncertainDate date)
    {
        if (scope.Period is not { } period)
        {
            return Truth.Yes;
        }

        // Ends are compared and not the periods themselves: an incident dated "2024" happened in that year and did not fill it.
        DateBounds covered = period.Date.Bounds();
        return StartsInside(date, covered).And(EndsInside(date, covered));
    }

    private static Truth StartsInside(UncertainDate date, DateBounds covered) =>
        covered.Start.Kind == DateEndKind.Open ? Truth.Yes :
        date.Latest < covered.Start.Earliest ? Truth.No :
        date.Earliest >= covered.Start.Latest ? Truth.Yes : Truth.Unknown;

    private static Truth EndsInside(UncertainDate date, DateBounds covered) =>
        covered.End.Kind == DateEndKind.Open ? Truth.Yes :
        date.Earliest > covered.End.Latest ? Truth.No :
        date.Latest <= covered.End.Earliest ? Truth.Yes : Truth.Unknown;

    private Truth InRegions(Incident incident)
    {
        if (scope.Regions.IsEmpty)
        {
            return Truth.Yes;
        }

        ValueList<RegionId> places = incident.Place?.Regions ?? default;
        if (places.IsEmpty)
        {
            return Truth.Unknown;
        }

        Truth[] answers = places.Select(place => scope.Regions.Aggregate(Truth.No, (any, region) => any.Or(regions.Holds(region, place)))).ToArray();
        return Array.TrueForAll(answers, a => a == Truth.Yes) ? Truth.Yes :
            Array.TrueForAll(answers, a => a == Truth.No) ? Truth.No : Truth.Unknown;
    }

    private Truth IsAttributed(Incident incident)
    {
        if (scope.AttributedTo.IsEmpty)
        {
            return Truth.Yes;
        }

        bool isNamed = incident.Attributions.Any(a => a.Status is AttributionStatus.Claimed or AttributionStatus.Attributed && a.Actors.Count == 1 && scope.AttributedTo.Contains(a.Actors[0]));
        bool isDenied = incident.Attributions.Any(a => a.Status is AttributionStatus.Suspected or AttributionStatus.Denied);
        return isNamed && !isDenied ? Truth.Yes : Truth.Unknown;
    }

    // A tally of some victims only may hold some of an incident's dead and not others.
    private Truth HasVictims() => scope.Victims is null ? Truth.Yes : Truth.Unknown;
}

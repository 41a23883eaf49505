using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Reconciliation;

/// <summary>Scopes that share nothing with each other: their periods or their regions are apart.</summary>
/// <remarks>
/// Among scopes of the same regions periods are found by their order, and districts by those within and around them, so that a year of days
/// and a country of towns are not compared pair by pair.
/// </remarks>
internal sealed class ApartScopes(ApartRegions apart, Comparisons comparisons)
{
    private readonly Dictionary<ValueList<RegionId>, SortedSet<(LocalDate First, LocalDate Last)>> periods = [];

    /// <summary>By a plain region, the plain ones of scopes that are it or lie within it.</summary>
    private readonly Dictionary<RegionId, List<ValueList<RegionId>>> within = [];

    private readonly List<ValueList<RegionId>> others = [];

    /// <summary>Takes a scope if it shares nothing with those taken before.</summary>
    public bool TryAdd(Scope scope)
    {
        (LocalDate First, LocalDate Last) days = DaysOf(scope.Period);
        foreach (ValueList<RegionId> place in Near(scope.Regions))
        {
            if (!comparisons.Take() || (Meets(periods[place], days) && !apart.Are(place, scope.Regions)))
            {
                return false;
            }
        }

        if (!periods.TryGetValue(scope.Regions, out SortedSet<(LocalDate First, LocalDate Last)>? here))
        {
            periods.Add(scope.Regions, here = []);
            Place(scope.Regions);
        }

        here.Add(days);
        return true;
    }

    /// <summary>The regions of scopes taken before that may share ground with some.</summary>
    private IEnumerable<ValueList<RegionId>> Near(ValueList<RegionId> regions) => apart.Plain(regions) is { } region
        ? within.GetValueOrDefault(region, [])
            .Concat(apart.Around(region).Select(around => (ValueList<RegionId>)[around]).Where(periods.ContainsKey))
            .Concat(others)
        : periods.Keys;

    private void Place(ValueList<RegionId> regions)
    {
        if (apart.Plain(regions) is not { } region)
        {
            others.Add(regions);
            return;
        }

        foreach (RegionId around in apart.Around(region).Append(region))
        {
            if (!within.TryGetValue(around, out List<ValueList<RegionId>>? here))
            {
                within.Add(around, here = []);
            }

            here.Add(regions);
        }
    }

    /// <summary>Whether some period, none of which meets another, has a day in common with one.</summary>
    private static bool Meets(SortedSet<(LocalDate First, LocalDate Last)> all, (LocalDate First, LocalDate Last) days) => all
        .GetViewBetween((LocalDate.MinIsoValue, LocalDate.MinIsoValue), (days.Last, LocalDate.MaxIsoValue))
        .Reverse().Take(1).Any(last => last.Last >= days.First);

    /// <summary>The days that a period may cover; all of them where an end is not known.</summary>
    private static (LocalDate First, LocalDate Last) DaysOf(ReportedDate? period)
    {
        DateBounds? bounds = period?.Date.Bounds();
        return (bounds?.Start.Earliest ?? LocalDate.MinIsoValue, bounds?.End.Latest ?? LocalDate.MaxIsoValue);
    }
}

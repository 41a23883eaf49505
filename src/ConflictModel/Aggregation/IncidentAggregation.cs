using ConflictModel.Hierarchies;
using ConflictModel.Reconciliation;
using NodaTime;

namespace ConflictModel.Aggregation;

/// <summary>Sums over incidents that count nobody twice.</summary>
/// <remarks>
/// A sum takes each incident's whole and never its breakdowns; records that are declared to be the same event count once, by what all
/// their reports say, and so do an event and its parts, which are one account more; what the records of one event disagree on (when, where,
/// who stood where) is open, in whatever order they stand; two records of one id are refused. An incident counts for a region and for the
/// regions that it lies within, but each sum has it once.
/// </remarks>
public static class IncidentAggregation
{
    /// <summary>The people harmed in all the incidents.</summary>
    /// <param name="incidents">The incidents. All records of one event have to be among them.</param>
    /// <param name="harm">The harm to count.</param>
    /// <param name="policy">How several reports of one incident become one figure; their hull if none is given.</param>
    /// <exception cref="ArgumentException"><paramref name="harm"/> is <see cref="Harm.Displaced"/>, which recurs for one person and has no
    /// sum, or two incidents bear one id.</exception>
    public static Sums Sum(this IEnumerable<Incident> incidents, Harm harm, ReportPolicy? policy = null) =>
        Group<int>(incidents, harm, policy, static (_, _) => { }, Comparer<int>.Default).Whole;

    /// <summary>The bounds of the people harmed in all the incidents.</summary>
    /// <inheritdoc cref="Sum(IEnumerable{Incident}, Harm, ReportPolicy)" path="/param"/>
    /// <inheritdoc cref="Sum(IEnumerable{Incident}, Harm, ReportPolicy)" path="/exception"/>
    public static SummedBounds BoundsOf(this IEnumerable<Incident> incidents, Harm harm, ReportPolicy? policy = null)
    {
        Bounds bounds = Bounds.Zero;
        (long counted, long zeroWidth) = (0, 0);
        policy ??= ReportPolicy.Hull;
        foreach (Incident incident in Events(incidents, harm, policy))
        {
            if (policy.TryTake(incident.Reports, harm, out TakenCount count))
            {
                bounds += count.Bounds;
                counted++;
                zeroWidth += count.Printed is { Low: { } low, High: { } high } && low == high ? 1 : 0;
            }
        }

        return new(bounds, counted, zeroWidth);
    }

    /// <summary>The people harmed, by the kind of incident.</summary>
    /// <inheritdoc cref="Sum(IEnumerable{Incident}, Harm, ReportPolicy)" path="/param"/>
    /// <inheritdoc cref="Sum(IEnumerable{Incident}, Harm, ReportPolicy)" path="/exception"/>
    public static GroupedSums<IncidentKind> SumByKind(this IEnumerable<Incident> incidents, Harm harm, ReportPolicy? policy = null) =>
        Group(incidents, harm, policy, static (incident, keys) => keys.Add((incident.Kind, Truth.Yes)), Comparer<IncidentKind>.Default);

    /// <summary>The people harmed in the incidents that an actor took part in, by actor; in any role, or in one.</summary>
    /// <param name="incidents">The incidents. All records of one event have to be among them.</param>
    /// <param name="harm">The harm to count.</param>
    /// <param name="role">The role that counts; any if null.</param>
    /// <param name="policy">How several reports of one incident become one figure; their hull if none is given.</param>
    /// <exception cref="ArgumentException"><paramref name="harm"/> is <see cref="Harm.Displaced"/>.</exception>
    public static GroupedSums<ActorId> SumByActor(
        this IEnumerable<Incident> incidents, Harm harm, InvolvementRole? role = null, ReportPolicy? policy = null) =>
        Group(
            incidents,
            harm,
            policy,
            (incident, keys) =>
            {
                foreach (Involvement involvement in incident.Involvements)
                {
                    if ((role is null || involvement.Role == role) && !keys.Contains((involvement.Actor, Truth.Yes)))
                    {
                        keys.Add((involvement.Actor, Truth.Yes));
                    }
                }
            },
            Comparer<ActorId>.Default);

    /// <summary>The people harmed, by the region of a level that the incident was in, for certain or perhaps.</summary>
    /// <param name="incidents">The incidents. All records of one event have to be among them.</param>
    /// <param name="harm">The harm to count.</param>
    /// <param name="regions">How the regions lie to one another.</param>
    /// <param name="level">The level to group by.</param>
    /// <param name="policy">How several reports of one incident become one figure; their hull if none is given.</param>
    /// <exception cref="ArgumentException"><paramref name="harm"/> is <see cref="Harm.Displaced"/>.</exception>
    public static GroupedSums<RegionId> SumByRegion(
        this IEnumerable<Incident> incidents, Harm harm, RegionHierarchy regions, RegionKind level, ReportPolicy? policy = null)
    {
        ArgumentNullException.ThrowIfNull(regions);
        RegionCandidates candidates = new(regions, level);
        return Group(
            incidents,
            harm,
            policy,
            (incident, keys) => keys.AddRange(candidates.Of(incident.Place?.Regions ?? default)),
            Comparer<RegionId>.Default);
    }

    /// <summary>The people harmed, by the month that the incident was in, for certain or perhaps.</summary>
    /// <remarks>An incident that has no earliest or no latest day may be in any month; it is in none of the groups but elsewhere.</remarks>
    /// <inheritdoc cref="Sum(IEnumerable{Incident}, Harm, ReportPolicy)" path="/param"/>
    /// <inheritdoc cref="Sum(IEnumerable{Incident}, Harm, ReportPolicy)" path="/exception"/>
    public static GroupedSums<YearMonth> SumByMonth(this IEnumerable<Incident> incidents, Harm harm, ReportPolicy? policy = null) =>
        Group<YearMonth>(incidents, harm, policy, AddMonths, Comparer<YearMonth>.Default);

    /// <summary>The people harmed, by groups of the caller's own, to which an incident belongs for certain or perhaps.</summary>
    /// <param name="incidents">The incidents. All records of one event have to be among them.</param>
    /// <param name="harm">The harm to count.</param>
    /// <param name="keysOf">
    /// The groups that an event belongs to (<see cref="Truth.Yes"/>) or may belong to (<see cref="Truth.Unknown"/>), each once; none for
    /// elsewhere. It is given the event that the records of one event make together.
    /// </param>
    /// <param name="policy">How several reports of one incident become one figure; their hull if none is given.</param>
    /// <param name="order">The order of the groups; that of the keys themselves if none is given.</param>
    /// <typeparam name="TKey">What the incidents are grouped by.</typeparam>
    /// <inheritdoc cref="Sum(IEnumerable{Incident}, Harm, ReportPolicy)" path="/exception"/>
    public static GroupedSums<TKey> SumBy<TKey>(
        this IEnumerable<Incident> incidents,
        Harm harm,
        Func<Incident, IEnumerable<KeyValuePair<TKey, Truth>>> keysOf,
        ReportPolicy? policy = null,
        IComparer<TKey>? order = null)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(keysOf);
        return Group(
            incidents,
            harm,
            policy,
            (incident, keys) =>
            {
                foreach ((TKey key, Truth belongs) in keysOf(incident))
                {
                    keys.Add((key, belongs));
                }
            },
            order ?? Comparer<TKey>.Default);
    }

    /// <param name="incidents">The incidents.</param>
    /// <param name="harm">The harm to count.</param>
    /// <param name="policy">How several reports become one figure.</param>
    /// <param name="addKeys">Adds the groups of an event to a list that is used again for every event.</param>
    /// <param name="order">The order of the groups.</param>
    private static GroupedSums<TKey> Group<TKey>(
        IEnumerable<Incident> incidents,
        Harm harm,
        ReportPolicy? policy,
        Action<Incident, List<(TKey Key, Truth Belongs)>> addKeys,
        IComparer<TKey> order)
        where TKey : notnull
    {
        policy ??= ReportPolicy.Hull;
        GroupedTotals<TKey> groups = new(order);
        List<(TKey Key, Truth Belongs)> keys = [];
        RunningTotals whole = default;
        RunningTotals elsewhere = default;
        foreach (Incident incident in Events(incidents, harm, policy))
        {
            bool isCounted = policy.TryTake(incident.Reports, harm, out TakenCount count);
            (long? Low, long? Best, long? High) figures = isCounted ? IncidentFigures.Of(count) : default;
            Bounds bounds = isCounted ? count.Bounds : Bounds.Zero;
            whole.Add(figures, bounds);
            keys.Clear();
            addKeys(incident, keys);
            foreach ((TKey key, Truth belongs) in keys)
            {
                groups.Add(key, figures, bounds, belongs);
            }

            if (keys.Count == 0)
            {
                elsewhere.Add(figures, bounds);
            }
        }

        return new() { Groups = groups.ToGroups(), Whole = whole.Sums, Elsewhere = elsewhere.Sums };
    }

    private static IReadOnlyList<Incident> Events(IEnumerable<Incident> incidents, Harm harm, ReportPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(incidents);
        return harm == Harm.Displaced
            ? throw new ArgumentException("The displaced have no sum: one person can be displaced again and again.", nameof(harm))
            : SameEvents.Merge(incidents, policy);
    }

    private static void AddMonths(Incident incident, List<(YearMonth Key, Truth Belongs)> keys)
    {
        if (incident.Date.Date is not { Earliest: { } first, Latest: { } last })
        {
            return;
        }

        var end = last.ToYearMonth();
        Truth belongs = first.ToYearMonth() == end ? Truth.Yes : Truth.Unknown;
        for (var month = first.ToYearMonth(); month.CompareTo(end) <= 0; month = month.PlusMonths(1))
        {
            keys.Add((month, belongs));
        }
    }
}

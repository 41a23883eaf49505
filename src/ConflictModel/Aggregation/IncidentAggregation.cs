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
        Group<int>(incidents, harm, policy, static _ => [], Comparer<int>.Default).Whole;

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
            if (policy.Resolve(incident.Reports, harm) is { } figure)
            {
                bounds += figure.Bounds;
                counted++;
                zeroWidth += figure.Printed is { Low: { } low, High: { } high } && low == high ? 1 : 0;
            }
        }

        return new(bounds, counted, zeroWidth);
    }

    /// <summary>The people harmed, by the kind of incident.</summary>
    /// <inheritdoc cref="Sum(IEnumerable{Incident}, Harm, ReportPolicy)" path="/param"/>
    /// <inheritdoc cref="Sum(IEnumerable{Incident}, Harm, ReportPolicy)" path="/exception"/>
    public static GroupedSums<IncidentKind> SumByKind(this IEnumerable<Incident> incidents, Harm harm, ReportPolicy? policy = null) =>
        Group(incidents, harm, policy, static incident => [new(incident.Kind, Truth.Yes)], Comparer<IncidentKind>.Default);

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
            incident => incident.Involvements.Where(i => role is null || i.Role == role).Select(i => i.Actor).Distinct()
                .Select(actor => KeyValuePair.Create(actor, Truth.Yes)),
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
        return Group(incidents, harm, policy, incident => At(incident, regions, level), Comparer<RegionId>.Default);
    }

    /// <summary>The people harmed, by the month that the incident was in, for certain or perhaps.</summary>
    /// <remarks>An incident that has no earliest or no latest day may be in any month; it is in none of the groups but elsewhere.</remarks>
    /// <inheritdoc cref="Sum(IEnumerable{Incident}, Harm, ReportPolicy)" path="/param"/>
    /// <inheritdoc cref="Sum(IEnumerable{Incident}, Harm, ReportPolicy)" path="/exception"/>
    public static GroupedSums<YearMonth> SumByMonth(this IEnumerable<Incident> incidents, Harm harm, ReportPolicy? policy = null) =>
        Group(incidents, harm, policy, Months, Comparer<YearMonth>.Default);

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
        return Group(incidents, harm, policy, keysOf, order ?? Comparer<TKey>.Default);
    }

    private static GroupedSums<TKey> Group<TKey>(
        IEnumerable<Incident> incidents,
        Harm harm,
        ReportPolicy? policy,
        Func<Incident, IEnumerable<KeyValuePair<TKey, Truth>>> keysOf,
        IComparer<TKey> order)
        where TKey : notnull
    {
        policy ??= ReportPolicy.Hull;
        var groups = new SortedDictionary<TKey, Total>(order);
        (Sums whole, Sums elsewhere) = (default, default);
        foreach (Incident incident in Events(incidents, harm, policy))
        {
            IncidentFigure? figure = policy.Resolve(incident.Reports, harm);
            Sums sum = IncidentFigures.Of(figure) is var (low, best, high) ? Sums.Of(low, best, high) : Sums.Of(null, null, null);
            whole += sum;
            bool isSomewhere = false;
            foreach ((TKey key, Truth belongs) in keysOf(incident))
            {
                isSomewhere = true;
                groups[key] = groups.GetValueOrDefault(key, Total.None).Plus(sum, figure?.Bounds ?? Bounds.Zero, belongs);
            }

            elsewhere += isSomewhere ? default : sum;
        }

        return new()
        {
            Groups = groups.Select(group => group.Value.Of(group.Key)).ToValueList(),
            Whole = whole,
            Elsewhere = elsewhere,
        };
    }

    private static IEnumerable<Incident> Events(IEnumerable<Incident> incidents, Harm harm, ReportPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(incidents);
        return harm == Harm.Displaced
            ? throw new ArgumentException("The displaced have no sum: one person can be displaced again and again.", nameof(harm))
            : SameEvents.Merge(incidents, policy);
    }

    private static IEnumerable<KeyValuePair<RegionId, Truth>> At(Incident incident, RegionHierarchy regions, RegionKind level)
    {
        ValueList<RegionId> places = incident.Place?.Regions ?? default;

        // Named with several places, an incident is in each of them or in one: only what holds them all holds it for certain.
        return regions.CandidatesAt(places, level).Select(region =>
            KeyValuePair.Create(region, places.All(place => regions.Within(place, region) == Truth.Yes) ? Truth.Yes : Truth.Unknown));
    }

    private static IEnumerable<KeyValuePair<YearMonth, Truth>> Months(Incident incident)
    {
        if (incident.Date.Date is not { Earliest: { } first, Latest: { } last })
        {
            yield break;
        }

        var end = last.ToYearMonth();
        Truth belongs = first.ToYearMonth() == end ? Truth.Yes : Truth.Unknown;
        for (var month = first.ToYearMonth(); month.CompareTo(end) <= 0; month = month.PlusMonths(1))
        {
            yield return new(month, belongs);
        }
    }

    /// <summary>What a group comes to so far.</summary>
    private readonly record struct Total(Sums Certain, Sums Possible, Bounds Least, Bounds Most)
    {
        public static Total None => new(default, default, Bounds.Zero, Bounds.Zero);

        public Total Plus(Sums sum, Bounds bounds, Truth belongs) => belongs == Truth.Yes
            ? new(Certain + sum, Possible, Least + bounds, Most)
            : new(Certain, Possible + sum, Least, Most + bounds);

        public GroupedSums<TKey>.Group Of<TKey>(TKey key)
            where TKey : notnull => new(key, Certain, Possible, new(Least.Lower, (Least + Most).Upper, Least.IsOuter || Most.IsOuter));
    }
}

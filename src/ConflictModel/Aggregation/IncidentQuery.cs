using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Aggregation;

/// <summary>A question to an <see cref="IncidentTable"/>, or to a database that holds the same: which incidents, by which keys, what to
/// sum.</summary>
/// <remarks>
/// Immutable: each method returns another query. All filters must hold. A filter can answer yes, no or unknown (the date straddles the
/// period, the region is only known to overlap, nothing is stated): by default only incidents that certainly pass are summed, and
/// <see cref="Aggregate.Perhaps"/> counts the others. An id that the table does not know is an error, not an empty answer. Equality is by
/// reference.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed partial class IncidentQuery
{
    /// <summary>How many conditions a query can have beside its period: what is asked of databases nests with them.</summary>
    public const int MaxConditions = 100;

    internal const string PeriodName = "period";

    private const int MostKeys = 8;

    private readonly TableColumns? table;
    private ImmutableArray<QueryCondition> conditions = [];
    private ImmutableArray<Func<TableColumns, RowFilter>> filters = [];
    private ImmutableArray<GroupKey> keys = [];
    private ImmutableArray<Measure> measures = [];
    private (long From, long To)? period;
    private byte least = SelectKernel.Yes;
    private bool keepsUnknown;
    private (int Count, Ranking By, ImmutableArray<GroupKey> Within)? top;

    internal IncidentQuery(TableColumns? table) => this.table = table;

    private IncidentQuery(IncidentQuery other)
    {
        (table, conditions, filters, keys, measures) = (other.table, other.conditions, other.filters, other.keys, other.measures);
        (period, least, keepsUnknown, top) = (other.period, other.least, other.keepsUnknown, other.top);
    }

    /// <summary>The conditions in the order they were asked, but for the period, which comes before them.</summary>
    internal ImmutableArray<QueryCondition> Conditions => conditions;

    internal (long From, long To)? Period => period;

    internal ImmutableArray<GroupKey> GroupedBy => keys;

    internal ImmutableArray<Measure> Measures => measures;

    internal bool IncludesUncertain => least == SelectKernel.Perhaps;

    internal bool KeepsUnknown => keepsUnknown;

    internal (int Count, Ranking By, ImmutableArray<GroupKey> Within)? Highest => top;

    /// <summary>
    /// A query of no table in memory, for whoever has the incidents in a database only: as <see cref="IncidentTable.Query"/>, but ids are
    /// not held against those of a table when they are named.
    /// </summary>
    public static IncidentQuery OverPieces() => new((TableColumns?)null);

    /// <summary>
    /// Only incidents within a period, both days included. One whose dates straddle an edge, or are unknown, is uncertain.
    /// </summary>
    /// <exception cref="ArgumentException">The period ends before it begins, or the query has one already.</exception>
    public IncidentQuery During(LocalDate from, LocalDate to)
    {
        if (to < from)
        {
            throw new ArgumentException("The period ends before it begins.", nameof(to));
        }

        return period is null
            ? new(this) { period = (Days.Of(from), Days.Of(to)) }
            : throw new ArgumentException("The query has a period already.", nameof(from));
    }

    /// <summary>Only incidents within a period.</summary>
    public IncidentQuery During(DateInterval interval) =>
        During((interval ?? throw new ArgumentNullException(nameof(interval))).Start, interval.End);

    /// <summary>
    /// Only incidents whose first side (the perpetrator where there is one) is one of these actors, or belonged to one at the time.
    /// </summary>
    /// <exception cref="ArgumentException">The query has <see cref="MaxConditions"/> already.</exception>
    public IncidentQuery WithFirstSide(params IEnumerable<ActorId> actors) =>
        With(new SidesCondition(first: true, second: false, actors.ToValueList()));

    /// <summary>Only incidents whose second side is one of these actors, or belonged to one at the time.</summary>
    /// <exception cref="ArgumentException">The query has <see cref="MaxConditions"/> already.</exception>
    public IncidentQuery WithSecondSide(params IEnumerable<ActorId> actors) =>
        With(new SidesCondition(first: false, second: true, actors.ToValueList()));

    /// <summary>Only incidents of which either side is one of these actors, or belonged to one at the time.</summary>
    /// <exception cref="ArgumentException">The query has <see cref="MaxConditions"/> already.</exception>
    public IncidentQuery WithEitherSide(params IEnumerable<ActorId> actors) =>
        With(new SidesCondition(first: true, second: true, actors.ToValueList()));

    /// <summary>
    /// Only incidents in these regions or in regions within them. One in a region that contains or overlaps them is uncertain.
    /// </summary>
    /// <exception cref="ArgumentException">The query has <see cref="MaxConditions"/> already.</exception>
    public IncidentQuery InRegions(params IEnumerable<RegionId> regions) => With(new RegionsCondition(regions.ToValueList()));

    /// <summary>
    /// Only incidents whose value of a key is one of these. One without a value is uncertain, and so is one whose date straddles an edge of
    /// them.
    /// </summary>
    /// <remarks>
    /// An actor as a key is the actor itself, or a coalition that it fought in; whoever was part of it is asked for by
    /// <see cref="WithFirstSide"/> and its like.
    /// </remarks>
    /// <exception cref="ArgumentException">The query has <see cref="MaxConditions"/> already.</exception>
    public IncidentQuery Where<T>(GroupKey<T> key, params IEnumerable<T> values)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(values);
        return With(new ValuesCondition<T>(key, values));
    }

    /// <summary>
    /// Only incidents whose value of a key the source writes so: <c>234</c> for an actor of UCDP's, <c>Syria</c> for a country,
    /// <c>2016-01</c> for a month.
    /// </summary>
    /// <remarks>
    /// A value that the key may have and no incident has is not an error here, for another table may have it:
    /// <see cref="IncidentTable.Has"/> asks for it. See <see cref="IncidentTable.NamesOf"/>.
    /// </remarks>
    /// <exception cref="FormatException">
    /// The key can't have such a value, as a month can't be "May"; the message says what it is.
    /// </exception>
    /// <exception cref="ArgumentException">The query has <see cref="MaxConditions"/> already.</exception>
    public IncidentQuery Where(GroupKey key, string text)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(text);
        return With(key.ConditionOf(text));
    }

    /// <summary>
    /// Only incidents whose place is known at least as precisely as this (1 is the most precise). Where that is not stated it is uncertain.
    /// </summary>
    /// <exception cref="ArgumentException">The query has <see cref="MaxConditions"/> already.</exception>
    public IncidentQuery PlacedWithin(int precision) => With(new PrecisionCondition(ofPlace: true, precision));

    /// <summary>
    /// Only incidents whose date is known at least as precisely as this (1 is the most precise). Where that is not stated it is uncertain.
    /// </summary>
    /// <exception cref="ArgumentException">The query has <see cref="MaxConditions"/> already.</exception>
    public IncidentQuery DatedWithin(int precision) => With(new PrecisionCondition(ofPlace: false, precision));

    /// <summary>Sums the incidents that perhaps pass as well: with the query that does not, this bounds the answer.</summary>
    public IncidentQuery IncludingUncertain() => new(this) { least = SelectKernel.Perhaps };

    /// <summary>
    /// Makes groups of the incidents without a value of a key as well, called unknown, instead of leaving them to
    /// <see cref="Aggregate.Outside"/>.
    /// </summary>
    public IncidentQuery KeepingUnknown() => new(this) { keepsUnknown = true };

    /// <summary>Divides the incidents by one to eight keys.</summary>
    /// <remarks>Of several keys of time one is made of the others: years of months or days, weeks of days.</remarks>
    /// <exception cref="ArgumentException">There are more than eight keys, two are equal, two of time cross, or the query has keys
    /// already.</exception>
    public IncidentQuery GroupBy(params IEnumerable<GroupKey> by)
    {
        ArgumentNullException.ThrowIfNull(by);
        ImmutableArray<GroupKey> all = [.. by];
        if (all.Length is 0 or > MostKeys || all.Distinct().Count() != all.Length || !keys.IsEmpty)
        {
            throw new ArgumentException($"A query is grouped once: by 1 to {MostKeys} keys, none of them twice.", nameof(by));
        }

        GroupKey[] times = [.. all.Where(key => key.IsTime)];
        GroupKey? finest = Array.Find(times, time => times.All(other => other == time || time.Refines(other)));
        if (times.Length > 0 && finest is null)
        {
            throw new ArgumentException(
                $"The keys {string.Join(" and ", times.Select(time => time.Name))} cross: their buckets have edges within one another.",
                nameof(by));
        }

        return new(this) { keys = all };
    }

    /// <summary>Sums these measures; the incidents are always counted.</summary>
    /// <exception cref="ArgumentException">Two measures are equal, or the query has measures already.</exception>
    public IncidentQuery Sum(params IEnumerable<Measure> of)
    {
        ArgumentNullException.ThrowIfNull(of);
        ImmutableArray<Measure> all = [.. of];
        bool[] isThere = new bool[2 * Measure.Kinds];
        bool areDifferent = true;
        foreach (Measure measure in all)
        {
            areDifferent &= !isThere[measure.Index];
            isThere[measure.Index] = true;
        }

        return areDifferent && measures.IsEmpty
            ? new(this) { measures = all }
            : throw new ArgumentException("A query takes different measures, once.", nameof(of));
    }

    /// <summary>Keeps the groups that rank highest, in that order; of equal groups those whose keys come first.</summary>
    /// <param name="count">How many to keep.</param>
    /// <param name="by">What they are ranked by.</param>
    /// <param name="within">Keys of the query: so many are kept for each of their values, and those values come in order.</param>
    /// <exception cref="ArgumentException"><paramref name="count"/> is below 1.</exception>
    public IncidentQuery Top(int count, Ranking by, params IEnumerable<GroupKey> within)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentNullException.ThrowIfNull(within);
        return new(this) { top = (count, by, [.. within]) };
    }

    private IncidentQuery With(QueryCondition condition) => conditions.Length < MaxConditions
        ? new(this)
        {
            conditions = conditions.Add(condition),
            filters = table is null ? filters : filters.Add(condition.Bind(table)),
        }
        : throw new ArgumentException("A query has at most 100 conditions; one may name several values.", nameof(condition));
}

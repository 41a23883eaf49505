using System.Collections.Immutable;
using NodaTime;

namespace ConflictModel.Aggregation;

/// <summary>A question to an <see cref="IncidentTable"/>: which incidents, by which keys, what to sum.</summary>
/// <remarks>
/// Immutable: each method returns another query. All filters must hold. A filter can answer yes, no or unknown (the date straddles the period, the
/// region is only known to overlap, nothing is stated): by default only incidents that certainly pass are summed, and
/// <see cref="Aggregate.Perhaps"/> counts the others. An id that the table does not know is an error, not an empty answer. Equality is by reference.
/// </remarks>
public sealed partial class IncidentQuery
{
    private readonly TableColumns table;
    private ImmutableArray<RowFilter> filters = [];
    private ImmutableArray<GroupKey> keys = [];
    private ImmutableArray<Measure> measures = [];
    private (int From, int To)? period;
    private byte least = SelectKernel.Yes;
    private (int Count, Ranking By, ImmutableArray<GroupKey> Within)? top;

    internal IncidentQuery(TableColumns table) => this.table = table;

    private IncidentQuery(IncidentQuery other)
    {
        (table, filters, keys, measures) = (other.table, other.filters, other.keys, other.measures);
        (period, least, top) = (other.period, other.least, other.top);
    }

    /// <summary>Only incidents within a period, both days included. One whose dates straddle an edge is uncertain.</summary>
    /// <exception cref="ArgumentException">The period ends before it begins, or the query has one already.</exception>
    public IncidentQuery During(LocalDate from, LocalDate to)
    {
        if (to < from)
        {
            throw new ArgumentException("The period ends before it begins.", nameof(to));
        }

        return period is null
            ? new(this) { period = (Calendar.DayOf(from.WithCalendar(CalendarSystem.Iso)), Calendar.DayOf(to.WithCalendar(CalendarSystem.Iso))) }
            : throw new ArgumentException("The query has a period already.", nameof(from));
    }

    /// <summary>Only incidents within a period.</summary>
    public IncidentQuery During(DateInterval interval) => During((interval ?? throw new ArgumentNullException(nameof(interval))).Start, interval.End);

    /// <summary>Only incidents whose first side (the perpetrator where there is one) is one of these actors, or was part of one at the time.</summary>
    public IncidentQuery WithFirstSide(params ReadOnlySpan<ActorId> actors) => WithSides("first side", [table.FirstSides], actors);

    /// <summary>Only incidents whose second side is one of these actors, or was part of one at the time.</summary>
    public IncidentQuery WithSecondSide(params ReadOnlySpan<ActorId> actors) => WithSides("second side", [table.SecondSides], actors);

    /// <summary>Only incidents of which either side is one of these actors, or was part of one at the time.</summary>
    public IncidentQuery WithEitherSide(params ReadOnlySpan<ActorId> actors) => WithSides("either side", [table.FirstSides, table.SecondSides], actors);

    /// <summary>Only incidents in these regions or in regions within them. One in a region that contains or overlaps them is uncertain.</summary>
    public IncidentQuery InRegions(params ReadOnlySpan<RegionId> regions)
    {
        byte[] answers = new byte[table.Regions.Size];
        foreach (RegionId region in regions)
        {
            int target = table.Regions.Find(region, nameof(regions));
            for (int code = 0; code < answers.Length; code++)
            {
                answers[code] |= SelectKernel.From(table.RegionTree.Lies(code, target));
            }
        }

        return With(new CodeFilter("regions", table.RegionCodes, answers));
    }

    /// <summary>Only incidents of these kinds.</summary>
    public IncidentQuery OfKinds(params ReadOnlySpan<KindId> kinds) => WithCodes("kinds", table.Kinds, table.KindBook, kinds);

    /// <summary>Only incidents from these sources.</summary>
    public IncidentQuery FromSources(params ReadOnlySpan<SourceId> sources) => WithCodes("sources", table.Sources, table.SourceBook, sources);

    /// <summary>Only incidents of these dyads.</summary>
    public IncidentQuery OfDyads(params ReadOnlySpan<DyadId> dyads) => WithCodes("dyads", table.Dyads, table.DyadBook, dyads);

    /// <summary>Only incidents with these labels.</summary>
    public IncidentQuery Labelled(params ReadOnlySpan<LabelId> labels) => WithCodes("labels", table.Labels, table.LabelBook, labels);

    /// <summary>Only incidents of a year in which their dyad was active. Where that is not stated it is uncertain.</summary>
    public IncidentQuery InActiveYears() => WithQuality("active year", Quality.ActiveYear);

    /// <summary>Only incidents whose place is known at least as precisely as this (1 is the most precise). Where that is not stated it is uncertain.</summary>
    public IncidentQuery PlacedWithin(int precision) => WithQuality("place precision", quality => AtMost(Quality.Place(quality), precision));

    /// <summary>Only incidents whose date is known at least as precisely as this (1 is the most precise). Where that is not stated it is uncertain.</summary>
    public IncidentQuery DatedWithin(int precision) => WithQuality("date precision", quality => AtMost(Quality.Date(quality), precision));

    /// <summary>Sums the incidents that perhaps pass as well: with the query that does not, this bounds the answer.</summary>
    public IncidentQuery IncludingUncertain() => new(this) { least = SelectKernel.Perhaps };

    /// <summary>Divides the incidents by one to four keys.</summary>
    /// <exception cref="ArgumentException">There are more than four keys, two are equal, or the query has keys already.</exception>
    public IncidentQuery GroupBy(params ReadOnlySpan<GroupKey> by)
    {
        ImmutableArray<GroupKey> all = [.. by];
        if (all.Length is 0 or > 4 || all.Distinct().Count() != all.Length || all.Count(IsTime) > 1 || !keys.IsEmpty)
        {
            throw new ArgumentException("A query takes one to four different keys, once, and at most one of them of time.", nameof(by));
        }

        return new(this) { keys = all };
    }

    /// <summary>Sums these measures; the incidents are always counted.</summary>
    /// <exception cref="ArgumentException">Two measures are equal, or the query has measures already.</exception>
    public IncidentQuery Sum(params ReadOnlySpan<Measure> of)
    {
        ImmutableArray<Measure> all = [.. of];
        return all.Distinct().Count() == all.Length && measures.IsEmpty
            ? new(this) { measures = all }
            : throw new ArgumentException("A query takes different measures, once.", nameof(of));
    }

    /// <summary>Keeps the groups that rank highest, in that order; of equal groups those whose keys come first.</summary>
    /// <param name="count">How many to keep.</param>
    /// <param name="by">What they are ranked by.</param>
    /// <param name="within">Keys of the query: so many are kept for each of their values, and those values come in order.</param>
    /// <exception cref="ArgumentException"><paramref name="count"/> is below 1.</exception>
    public IncidentQuery Top(int count, Ranking by, params ReadOnlySpan<GroupKey> within)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new(this) { top = (count, by, [.. within]) };
    }

    private static bool IsTime(GroupKey key) => key.Kind >= KeyKind.Year;

    private static Truth AtMost(int precision, int limit) =>
        precision == 0 ? Truth.Unknown : precision <= limit ? Truth.Yes : Truth.No;

    private IncidentQuery With(RowFilter filter) => new(this) { filters = filters.Add(filter) };

    private IncidentQuery WithCodes<TId>(string name, CodeColumn column, CodeBook<TId> book, ReadOnlySpan<TId> ids)
        where TId : struct, IId<TId>
    {
        byte[] answers = new byte[book.Size];
        answers[0] = SelectKernel.Perhaps;
        foreach (TId id in ids)
        {
            answers[book.Find(id, name)] = SelectKernel.Yes;
        }

        return With(new CodeFilter(name, column, answers));
    }

    private IncidentQuery WithQuality(string name, Func<int, Truth> answer)
    {
        byte[] answers = new byte[Quality.Codes];
        for (int quality = 0; quality < answers.Length; quality++)
        {
            answers[quality] = SelectKernel.From(answer(quality));
        }

        return With(new CodeFilter(name, table.Qualities, answers));
    }

    private IncidentQuery WithSides(string name, CodeColumn[] sides, ReadOnlySpan<ActorId> actors)
    {
        int[] groups = new int[actors.Length];
        for (int i = 0; i < actors.Length; i++)
        {
            groups[i] = table.Actors.Find(actors[i], nameof(actors));
        }

        int[] eras = table.EraStarts();
        byte[][] answers = new byte[eras.Length][];
        for (int era = 0; era < eras.Length; era++)
        {
            int day = table.FirstDay + eras[era];
            bool[] members = table.ActorLinks.MembersOn(day, groups, table.Actors.Size, certainly: true);
            bool[] possible = table.ActorLinks.MembersOn(day, groups, table.Actors.Size, certainly: false);
            answers[era] = [.. members.Select((isMember, actor) => isMember ? SelectKernel.Yes : possible[actor] || actor == 0 ? SelectKernel.Perhaps : SelectKernel.No)];
        }

        return With(new SideFilter(name, table, sides, eras, answers));
    }
}

using System.Globalization;
using ConflictModel.Time;
using NodaTime;
using NodaTime.Calendars;
using NodaTime.Text;

namespace ConflictModel.Aggregation;

/// <summary>Something to group incidents by.</summary>
/// <remarks>
/// Each incident has at most one value of a key, so that groups share no incident; only those of <see cref="Actor"/> may. An incident
/// without a value (no region stated, a region above the level asked for, a date that straddles two buckets) is in no group:
/// <see cref="Aggregate.Outside"/> has the sums of all such. Each key exists once: equality is by reference.
/// </remarks>
public abstract partial class GroupKey
{
    private static readonly RegionKind[] Levels =
        [RegionKind.Country, RegionKind.Governorate, RegionKind.District, RegionKind.SubDistrict, RegionKind.Town];

    private static readonly GroupKey<RegionId>[] LevelKeys =
    [
        .. Levels.Select((level, i) => OfRegions(
            i == 0 ? "country" : level == RegionKind.Town ? "town" : FormattableString.Invariant($"adm{i}"),
            table => table.RegionTree.At(level))),
    ];

    private protected GroupKey(string name, BucketScheme? scheme) => (Name, Scheme) = (name, scheme);

    /// <summary>The year: 2016.</summary>
    public static GroupKey<int> Year { get; } = OfTime(
        "year", "a year such as 2016", BucketScheme.Year, static day => day.Year, static year => new(year, 1, 1),
        static text => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));

    /// <summary>The month: 2016-01.</summary>
    public static GroupKey<YearMonth> Month { get; } = OfTime(
        "month", "a month such as 2016-01", BucketScheme.Month, static day => day.ToYearMonth(), static month => month.OnDayOfMonth(1),
        static text => YearMonthPattern.Iso.Parse(text).GetValueOrThrow());

    /// <summary>The ISO week, which its Monday stands for: 2016-W01.</summary>
    public static GroupKey<LocalDate> Week { get; } = OfTime(
        "week", "a week such as 2016-W01", BucketScheme.IsoWeek, static day => day, static day => day, WeekOf);

    /// <summary>ACLED's week from Saturday to Friday, which its Saturday stands for: 2024-06-29/2024-07-05.</summary>
    public static GroupKey<LocalDate> AcledWeek { get; } = OfTime(
        "acled-week", "a week from Saturday to Friday such as 2024-06-29/2024-07-05", BucketScheme.AcledWeek, static day => day,
        static day => day, static text => DayOf(text.Split('/')[0]));

    /// <summary>The day: 2016-01-31.</summary>
    public static GroupKey<LocalDate> Day { get; } = OfTime(
        "day", "a day such as 2016-01-31", BucketScheme.Day, static day => day, static day => day, DayOf);

    /// <summary>The part of the world: an area of no administrative level that lies in no country.</summary>
    public static GroupKey<RegionId> World { get; } = OfRegions("region", static table => table.RegionTree.Worlds());

    /// <summary>The country.</summary>
    public static GroupKey<RegionId> Country => LevelKeys[0];

    /// <summary>The region as it was reported, whatever its level.</summary>
    public static GroupKey<RegionId> Region { get; } = OfCodes("place", static table => table.RegionCodes, static table => table.Regions);

    /// <summary>The first side: the perpetrator where there is one. A coalition is a group of its own.</summary>
    public static GroupKey<ActorId> FirstSide { get; } = OfSide("side-a", static table => table.FirstSides);

    /// <summary>The second side: the side that was attacked. A coalition is a group of its own.</summary>
    public static GroupKey<ActorId> SecondSide { get; } = OfSide("side-b", static table => table.SecondSides);

    /// <summary>
    /// Whoever took part, on either side or beside, of a coalition each member: the groups overlap, see
    /// <see cref="Aggregate.GroupsOverlap"/>.
    /// </summary>
    public static GroupKey<ActorId> Actor { get; } = new(
        "actor", null, static (table, _, _) => ValuesOf(table.Participants!, table.Actors), static id => id.Value, ActorId.From)
    {
        NamesIn = static (table, id) => table.Actors.NamesOf(id),
        Filter = static (key, table, isWanted) => FilterByActors(key.Name, table, isWanted),
        Overlaps = true,
    };

    /// <summary>The pair of opponents.</summary>
    public static GroupKey<DyadId> Dyad { get; } = OfId<DyadId>("dyad");

    /// <summary>The conflict.</summary>
    public static GroupKey<ConflictId> Conflict { get; } = OfId<ConflictId>("conflict");

    /// <summary>The type of event in the source's own word.</summary>
    public static GroupKey<EventTypeId> EventType { get; } = OfId<EventTypeId>("type");

    /// <summary>The kind of incident.</summary>
    public static GroupKey<IncidentKind> Kind { get; } = new(
        "kind", null, static (table, _, _) => ValuesOf(table.Kinds, Enum.GetValues<IncidentKind>()),
        static kind => JsonName.Of(kind),
        static text => JsonName.TryParse(text, out IncidentKind kind) ? kind : throw new FormatException($"'{text}' is not a kind."))
    {
        Values = $"one of {string.Join(", ", Enum.GetValues<IncidentKind>().Select(JsonName.Of))}",
    };

    /// <summary>The source.</summary>
    public static GroupKey<SourceId> Source { get; } = OfId<SourceId>("source");

    /// <summary>Whether the dyad was active in the year by the source's threshold: 1 if it was, 0 if not.</summary>
    public static GroupKey<bool> ActiveYear { get; } = new(
        "active-year",
        null,
        static (table, _, _) => new([false, true], table.Qualities, [.. Enumerable.Range(0, Quality.Codes).Select(ActiveSlot)]),
        static active => active ? "1" : "0", static text => text == "1" || (text != "0" && bool.Parse(text)))
    {
        Values = "1 or 0",
    };

    /// <summary>
    /// Which incident of a table of some incidents, from 0: so that what each has in the groups of other keys is asked like any other sum.
    /// </summary>
    internal static GroupKey<int> Record { get; } = new(
        "record",
        null,
        static (table, _, _) => ValuesOf(table.Records!, [.. Enumerable.Range(0, table.Records!.Largest)]),
        static record => record.ToString(CultureInfo.InvariantCulture), static text => int.Parse(text, CultureInfo.InvariantCulture));

    /// <summary>All keys: of time, of place, of those who fought, and the rest.</summary>
    public static IReadOnlyList<GroupKey> All { get; } =
    [
        Year, Month, Week, AcledWeek, Day, World, .. LevelKeys, Region, FirstSide, SecondSide, Actor, Dyad, Conflict,
        EventType, Kind, Source, ActiveYear,
    ];

    /// <summary>The name, as CSV, JSON and the command line have it: "month", "adm1", "side-a".</summary>
    public string Name { get; }

    /// <summary>Whether it is of time.</summary>
    public bool IsTime => Scheme is not null;

    /// <summary>The buckets of a key of time, at whose edges a table that is grouped by it wants to be split; null for any other.</summary>
    public BucketScheme? Scheme { get; }

    /// <summary>Whether an incident can have several of its values.</summary>
    internal bool Overlaps { get; init; }

    /// <summary>Whether its values are those who fought.</summary>
    internal bool IsOfActors => this is GroupKey<ActorId>;

    /// <summary>The region of one level within which the incident lies, from the country to the town.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not an administrative level.</exception>
    public static GroupKey<RegionId> RegionAt(RegionKind level) => Array.IndexOf(Levels, level) is >= 0 and var index
        ? LevelKeys[index]
        : throw new ArgumentOutOfRangeException(nameof(level), level, "Not an administrative level.");

    /// <summary>The key of a name; null if none has it.</summary>
    public static GroupKey? Find(string? name) => All.FirstOrDefault(key => key.Name == name);

    /// <summary>The name.</summary>
    public sealed override string ToString() => Name;

    /// <summary>Whether each bucket of this key of time lies in one of another's.</summary>
    internal bool Refines(GroupKey coarser) => this == Day || (this == Month && coarser == Year);

    internal abstract (KeyDomain Domain, CodeColumn? Column, int[] Slots) In(TableColumns table, int firstDay, int lastDay);

    internal abstract KeyDomain Collect(IEnumerable<string> texts);

    /// <summary>The values of a finer key of time as this one has them: the slot of each.</summary>
    internal abstract (KeyDomain Domain, int[] Slots) Coarsen(KeyDomain finer);

    /// <summary>What the source writes for a value, and the name it gives.</summary>
    internal abstract (string Own, string Name) NamesOf(TableColumns table, string text);

    /// <summary>The condition that the source writes the value so.</summary>
    internal abstract QueryCondition ConditionOf(string text);

    private static GroupKey<TId> OfId<TId>(string name)
        where TId : struct, IId<TId> => OfCodes(name, static table => table.Of<TId>().Codes, static table => table.Of<TId>().Book);

    private static GroupKey<TId> OfCodes<TId>(
        string name, Func<TableColumns, CodeColumn> columnOf, Func<TableColumns, CodeBook<TId>> bookOf)
        where TId : struct, IId<TId> =>
        new(name, null, (table, _, _) => ValuesOf(columnOf(table), bookOf(table)), static id => id.Value, TId.From)
        {
            NamesIn = (table, id) => bookOf(table).NamesOf(id),
        };

    private static GroupKey<ActorId> OfSide(string name, Func<TableColumns, CodeColumn> columnOf) => new(
        name, null, (table, _, _) => ValuesOf(columnOf(table), table.Actors), static id => id.Value, ActorId.From)
        {
            NamesIn = static (table, id) => table.Actors.NamesOf(id),
            Filter = (key, table, isWanted) => new CodeFilter(key.Name, columnOf(table), AnswersOf(table, isWanted)),
        };

    private static GroupKey<RegionId> OfRegions(string name, Func<TableColumns, int[]> aboveIn) => new(
        name,
        null,
        (table, _, _) =>
        {
            int[] above = aboveIn(table);
            int[] slots = new int[above.Length];
            Dictionary<int, int> slotOf = [];
            List<RegionId> values = [];
            for (int code = 1; code < slots.Length; code++)
            {
                if (above[code] != 0 && !slotOf.TryGetValue(above[code], out slots[code]))
                {
                    values.Add(table.Regions[above[code]]);
                    slotOf.Add(above[code], slots[code] = values.Count);
                }
            }

            return new([.. values], table.RegionCodes, slots);
        },
        static id => id.Value,
        RegionId.From)
        {
            NamesIn = static (table, id) => table.Regions.NamesOf(id),
        };

    /// <summary>
    /// The buckets from the first day to the last; the day after the table's last has the slot outside, for rows that straddle buckets or
    /// have no day.
    /// </summary>
    private static GroupKey<T> OfTime<T>(
        string name, string values, BucketScheme scheme, Func<LocalDate, T> valueOf, Func<T, LocalDate> firstDayOf, Func<string, T> parse)
        where T : struct => new(
        name,
        scheme,
        (table, firstDay, lastDay) =>
        {
            int[] slots = new int[table.DayCount + 1];
            List<T> values = [];
            // Rows that begin within the period may end after it.
            int end = table.Extents.Values is null ? lastDay : table.DayCount - 1;
            for (int day = firstDay; day <= end;)
            {
                long start = scheme.StartOf(table.FirstDay + day);
                values.Add(valueOf(Days.ToDate(start) ?? LocalDate.MinIsoValue));
                int next = (int)Math.Min(end + 1, scheme.NextStart(start) - table.FirstDay);
                slots.AsSpan(day, next - day).Fill(values.Count);
                day = next;
            }

            return new([.. values], table.Extents.Values is null ? table.Days : null, slots);
        },
        value => scheme.BucketOf(firstDayOf(value)).Label,
        parse)
        {
            Filter = static (key, table, isWanted) => DaysFilter.Of(key.Name, table, key.SlotsIn(table, isWanted)),
            FirstDayOf = firstDayOf,
            ValueOn = valueOf,
            Values = values,
        };

    private static KeyValues<TId> ValuesOf<TId>(CodeColumn column, CodeBook<TId> book)
        where TId : struct, IId<TId> => ValuesOf(column, book.Stated);

    /// <summary>A column whose code i has the i-th value.</summary>
    private static KeyValues<T> ValuesOf<T>(CodeColumn column, ReadOnlySpan<T> values)
        where T : struct
    {
        int[] slots = new int[values.Length + 1];
        for (int code = 0; code < slots.Length; code++)
        {
            slots[code] = code;
        }

        return new(values.ToArray(), column, slots);
    }

    /// <summary>A coalition with a wanted member is wanted.</summary>
    private static byte[] AnswersOf(TableColumns table, Func<ActorId, bool> isWanted)
    {
        int[] wanted = [.. Enumerable.Range(1, table.Actors.Size - 1).Where(code => isWanted(table.Actors[code]))];
        byte[] answers = Array.ConvertAll(table.ActorLinks.Are(wanted), one => one ? SelectKernel.Yes : SelectKernel.No);
        answers[0] = SelectKernel.Perhaps;
        return answers;
    }

    private static RowFilter FilterByActors(string name, TableColumns table, Func<ActorId, bool> isWanted) =>
        table.Participants is { } participants
        ? new CodeFilter(name, participants, AnswersOf(table, isWanted))
        : new ParticipantFilter(name, table, AnswersOf(table, isWanted));

    private static int ActiveSlot(int quality) => Quality.ActiveYear(quality) switch { Truth.Yes => 2, Truth.No => 1, _ => 0 };

    private static LocalDate DayOf(string text) => LocalDatePattern.Iso.Parse(text).GetValueOrThrow();

    private static LocalDate WeekOf(string text) => text.Split("-W") is [var year, var week]
        ? WeekYearRules.Iso.GetLocalDate(
            int.Parse(year, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
            int.Parse(week, NumberStyles.None, CultureInfo.InvariantCulture), IsoDayOfWeek.Monday)
        : throw new FormatException($"'{text}' is not a week such as 2016-W01.");
}

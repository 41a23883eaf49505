using System.Runtime.InteropServices;
using ConflictModel.Time;
using NodaTime;

namespace ConflictModel;

/// <summary>
/// A date or period as a source gives it, vague or exact: any expression of EDTF (ISO 8601-2:2019, and the Library of
/// Congress specification of February 2019), levels 0, 1 and 2.
/// </summary>
/// <remarks>
/// <para>
/// It keeps the text: <see cref="ToString()"/> gives back what was parsed. Years may have any number of digits; bounds are null
/// where NodaTime has no such date (years before -9998 or after 9999). Dates without Y, E or S, date-times, intervals of
/// these, and sets of one range take no memory beyond the value's own 24 bytes.
/// </para>
/// <para>
/// Equality is of meaning, where the standard says that two texts mean the same: a qualifier on the right holds for all parts
/// on its left (<c>2004-06~-11</c> is <c>~2004-~06-11</c>), an exponent is a way to write zeros, <c>Z</c> and <c>+00:00</c> are one
/// offset, and the order, repetition and ranges of the members of a set don't matter (<c>{1670..1672}</c> is
/// <c>{1672,1671,1670}</c>). It is not equality of bounds: <c>2024-40</c> is not <c>2024-01/2024-06</c>. Two equal dates need not be
/// one day: ask <see cref="SameAs"/>.
/// </para>
/// <para>
/// There is no order, since vague dates have none: ask <see cref="Before"/>, or sort by <see cref="Earliest"/>. The default
/// value is <c>/</c>: a period of which neither start nor end is known.
/// </para>
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly partial struct UncertainDate
{
    /// <summary>The most characters that a text may have, 16,384. Longer ones are rejected unread.</summary>
    public const int MaxLength = 16_384;

    private const int FormShift = 60;

    private readonly ulong first;
    private readonly ulong second;
    private readonly object? more;

    private UncertainDate(DateForm form, ulong first, ulong second, object? more)
    {
        this.first = first | ((ulong)form << FormShift);
        this.second = second;
        this.more = more;
    }

    /// <summary>A period of which nothing is known: the default value, written <c>/</c>.</summary>
    public static UncertainDate Unknown => default;

    /// <summary>Which kind of expression this is.</summary>
    public DateForm Form => (DateForm)(this.first >> FormShift);

    /// <summary>The lowest level of EDTF that has this expression: 0, 1 or 2.</summary>
    public int Level
    {
        get
        {
            if (Form is DateForm.OneOf or DateForm.AllOf)
            {
                return 2;
            }

            if (this.more is DateList list)
            {
                return list.Level;
            }

            int level = First.Level;
            if (Form != DateForm.Interval)
            {
                return level;
            }
            // Unspecified digits within an interval are a feature of level 2, wherever they stand.
            return First.HasUnspecified || Second.HasUnspecified ? 2 : Math.Max(level, Second.Level);
        }
    }

    /// <summary>Every qualifier that stands anywhere in the expression.</summary>
    public DateQualifiers Qualifiers
    {
        get
        {
            if (this.more is not DateList list)
            {
                return First.AllQualifiers | (Form == DateForm.DateTime ? DateQualifiers.None : Second.AllQualifiers);
            }

            DateQualifiers all = DateQualifiers.None;
            foreach (DateMember member in list.Members)
            {
                all |= member.From.AllQualifiers | member.To.AllQualifiers;
            }

            return all;
        }
    }

    /// <summary>Whether this is a single known day, with or without a time: the bounds are that day.</summary>
    public bool IsExactDay =>
        Form is DateForm.Date or DateForm.DateTime
        && First is { Precision: DatePrecision.Day, HasUnspecified: false, HasQualifiers: false };

    /// <summary>
    /// Whether this is one day, known or not: <c>2024-06-03</c>, <c>2024-06-XX</c> and <c>[2024-06-03..2024-06-07]</c> are, <c>2024-06</c>
    /// and <c>2024-06-03/2024-06-07</c> may last longer.
    /// </summary>
    public bool IsOneDay
    {
        get
        {
            var worlds = new List<DateWorld>();
            AddWorlds(worlds, DateConventions.Strict);
            return !worlds.Exists(static world => world.Longest > 0 && world.EndLast > world.StartFirst);
        }
    }

    /// <summary>
    /// Whether a season (21 to 32) stands anywhere in the expression, so that its months are those of a <see cref="SeasonConvention"/>.
    /// </summary>
    public bool HasSeason
    {
        get
        {
            DateMember single = default;
            foreach (DateMember member in Members(ref single))
            {
                if (member.From.IsSeason || member.To.IsSeason)
                {
                    return true;
                }
            }

            return false;
        }
    }

    private DateTerm First => new(this.first & DateTerm.Mask, this.more as WideYear);

    private DateTerm Second => new(this.second & DateTerm.Mask);

    private ClockTime Time => new(this.second);

    /// <summary>An exact day.</summary>
    public static implicit operator UncertainDate(LocalDate date) => From(date);

    /// <summary>An exact day, in the ISO calendar.</summary>
    public static UncertainDate From(LocalDate date) => Of(ToTerm(date));

    /// <summary>A month as a whole: <c>2024-06</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not between -9999 and 9999, or the month not between 1 and 12.</exception>
    public static UncertainDate FromYearMonth(int year, int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        return Of(DateTerm.Plain(CheckedYear(year), month));
    }

    /// <summary>A month as a whole: <c>2024-06</c>.</summary>
    public static UncertainDate FromYearMonth(YearMonth month) => FromYearMonth(month.Year, month.Month);

    /// <summary>A year as a whole: <c>2024</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not between -9999 and 9999.</exception>
    public static UncertainDate FromYear(int year) => Of(DateTerm.Plain(CheckedYear(year)));

    /// <summary>The period from one day to another, both included: <c>2024-01-01/2024-06-30</c>.</summary>
    /// <remarks>For something that happened on one unknown day of a period, see <see cref="SomeDayBetween"/>.</remarks>
    /// <exception cref="ArgumentException">The end is before the start.</exception>
    public static UncertainDate Between(LocalDate start, LocalDate end) => Of(ToTerm(start), CheckedEnd(start, end));

    /// <summary>
    /// One day, not known which, of a period, both ends included: <c>[2024-01-01..2024-01-07]</c>, or the day itself if they are
    /// the same.
    /// </summary>
    /// <exception cref="ArgumentException">The end is before the start.</exception>
    public static UncertainDate SomeDayBetween(LocalDate start, LocalDate end)
    {
        DateTerm last = CheckedEnd(start, end);
        return start == end ? From(start) : new(DateForm.OneOf, ToTerm(start).Bits, last.Bits, null);
    }

    /// <summary>One day, not known which, of a month: <c>2024-06-XX</c>.</summary>
    public static UncertainDate SomeDayOf(YearMonth month) => Of(DateTerm.Plain(month.Year, month.Month).WithDay(0, 3));

    /// <summary>One day, not known which, of a year: <c>2024-XX-XX</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not between -9999 and 9999.</exception>
    public static UncertainDate SomeDayOf(int year) => Of(DateTerm.Plain(CheckedYear(year)).WithMonth(0, 3).WithDay(0, 3));

    internal static UncertainDate Of(DateTerm term) => new(DateForm.Date, term.Bits, 0, term.Wide);

    internal static UncertainDate Of(DateTerm term, ClockTime time) => new(DateForm.DateTime, term.Bits, time.Bits, null);

    internal static UncertainDate Of(DateTerm start, DateTerm end, ReadOnlySpan<char> text = default) =>
        start.Wide is null && end.Wide is null
            ? new(DateForm.Interval, start.Bits, end.Bits, null)
            : new(DateForm.Interval, 0, 0, new DateList([new DateMember(start, end)], text.ToString()));

    /// <summary>A set of one member, packed if it is a range without wide years.</summary>
    internal static UncertainDate Of(DateForm form, DateMember member, ReadOnlySpan<char> text) =>
        member is { IsRange: true, From.Wide: null, To.Wide: null }
            ? new(form, member.From.Bits, member.To.Bits, null)
            : Of(form, [member], text);

    internal static UncertainDate Of(DateForm form, DateMember[] members, ReadOnlySpan<char> text) =>
        new(form, 0, 0, new DateList(members, text.ToString()));

    /// <summary>The pair of ends of an interval, the members of a set, or the date itself.</summary>
    private ReadOnlySpan<DateMember> Members(ref DateMember single)
    {
        if (this.more is DateList list)
        {
            return list.Members;
        }

        single = Form is DateForm.Date or DateForm.DateTime ? new DateMember(First, First) : new DateMember(First, Second);
        return new ReadOnlySpan<DateMember>(ref single);
    }

    private static DateTerm ToTerm(LocalDate date)
    {
        LocalDate iso = date.WithCalendar(CalendarSystem.Iso);
        return DateTerm.Plain(iso.Year, iso.Month, iso.Day);
    }

    private static DateTerm CheckedEnd(LocalDate start, LocalDate end) =>
        Days.Of(end) >= Days.Of(start)
            ? ToTerm(end)
            : throw new ArgumentException("The end is before the start.", nameof(end));

    private static int CheckedYear(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, -9999);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        return year;
    }
}

using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace ConflictModel;

/// <summary>The days on which a link may have begun and may have ended, all inclusive; null is no limit.</summary>
/// <remarks>
/// The default knows nothing: such a link may hold on any day. "../2024" held from always, "/2024" from a day that nobody says.
/// Reads the text of an <see cref="UncertainDate"/>: single dates and intervals of years, months and days; whatever it cannot read is
/// unknown.
/// </remarks>
internal readonly record struct LinkPeriod(
    LocalDate? FirstStart,
    LocalDate? LastStart,
    LocalDate? FirstEnd,
    LocalDate? LastEnd,
    bool IsOpenStart,
    bool IsOpenEnd)
{
    private static readonly LocalDatePattern DayPattern = LocalDatePattern.Iso;

    public static LinkPeriod Of(ReportedDate? period) => period is { } reported ? Parse(reported.Date.ToString() ?? "") : default;

    public static LinkPeriod Parse(string text)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        (LocalDate First, LocalDate Last)? start = Span(slash < 0 ? text : text[..slash]);
        (LocalDate First, LocalDate Last)? end = slash < 0 ? start : Span(text[(slash + 1)..]);

        // A single date is the whole of its year, month or day.
        return slash < 0
            ? new(start?.First, start?.First, start?.Last, start?.Last, false, false)
            : new(
                start?.First, start?.Last, end?.First, end?.Last,
                text.AsSpan(0, slash) is "..", text.AsSpan(slash + 1) is "..");
    }

    /// <summary>Whether the link holds on all days from <paramref name="from"/> to <paramref name="to"/>, on none of them, or perhaps; null
    /// is no limit.</summary>
    public Truth Holds(LocalDate? from, LocalDate? to)
    {
        if ((to is { } last && FirstStart is { } start && last < start) || (from is { } first && LastEnd is { } end && first > end))
        {
            return Truth.No;
        }

        bool begun = IsOpenStart || (LastStart is { } latest && from >= latest);
        bool going = IsOpenEnd || (FirstEnd is { } earliest && to <= earliest);
        return begun && going ? Truth.Yes : Truth.Unknown;
    }

    private static (LocalDate First, LocalDate Last)? Span(string text)
    {
        text = text.TrimEnd('?', '~', '%');
        if (DayPattern.Parse(text) is { Success: true, Value: LocalDate day })
        {
            return (day, day);
        }

        bool month = text.Length == 7 && text[4] == '-';
        if ((month || text.Length == 4)
            && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year > 0)
        {
            if (!month)
            {
                return (new(year, 1, 1), new(year, 12, 31));
            }

            if (int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= 12)
            {
                var first = new LocalDate(year, number, 1);
                return (first, first.PlusMonths(1).PlusDays(-1));
            }
        }

        return null;
    }
}

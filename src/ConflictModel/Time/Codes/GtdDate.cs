using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace ConflictModel.Time;

/// <summary>A date as the Global Terrorism Database codes it: <c>iyear</c>, <c>imonth</c>, <c>iday</c>, <c>approxdate</c>.</summary>
/// <param name="Year">The year in which the event began.</param>
/// <param name="Month">The month, or 0 if it is not known.</param>
/// <param name="Day">The day, or 0 if it is not known.</param>
/// <param name="Approximate">The approximate date in words, such as <c>June 1978</c>; null or empty if there is none.</param>
/// <remarks>Equality is by the four values, the words compared letter by letter. The default is the year 0 with nothing known.</remarks>
public readonly record struct GtdDate(int Year, int Month, int Day, string? Approximate)
{
    private static readonly LocalDatePattern Numbers = LocalDatePattern.CreateWithInvariantCulture("M/d/uuuu");
    private static readonly LocalDatePattern Words = LocalDatePattern.CreateWithInvariantCulture("MMMM d, uuuu");

    /// <summary>The date that the code stands for.</summary>
    /// <param name="date">The date, or the default value.</param>
    /// <param name="losses">The wording, if there is one that could not be read or that the numbers contradict.</param>
    /// <returns>False if year, month and day are no date.</returns>
    /// <remarks>
    /// Words that are read: <c>June 1978</c>, <c>June 3, 1978</c>, <c>June 3-7, 1978</c>, <c>06/03/1978 - 06/07/1978</c>
    /// (month first, as GTD writes), <c>1978</c>. They are taken if the numbers fit into them. Otherwise the numbers count alone, 0 as unspecified digits.
    /// </remarks>
    public bool TryToUncertainDate(out UncertainDate date, out DateLosses losses)
    {
        losses = DateLosses.None;
        if (!TryNumbers(out date))
            return false;
        var text = Approximate?.Trim();
        if (string.IsNullOrEmpty(text))
            return true;
        if (TryWords(text, out var first, out var last) && date.Earliest <= last && date.Latest >= first)
            date = UncertainDate.SomeDayOf(first, last);
        else
            losses = DateLosses.Wording;
        return true;
    }

    /// <summary>Codes a date, in numbers as far as they go and in words beyond.</summary>
    /// <param name="date">The date.</param>
    /// <param name="code">The code, or the default value.</param>
    /// <param name="losses">What the code does not say of the date.</param>
    /// <returns>False if the date has no first or no last day.</returns>
    public static bool TryFrom(UncertainDate date, out GtdDate code, out DateLosses losses)
    {
        code = default;
        if (!CodedSpan.TryOf(date, out var span, out losses))
            return false;
        var (first, last) = (span.First, span.Last);
        var sameYear = first.Year == last.Year;
        var sameMonth = sameYear && first.Month == last.Month;
        if (span.Length == 1)
            code = new GtdDate(first.Year, first.Month, first.Day, null);
        else if (sameMonth && span.Length == Days.InMonth(first.Year, first.Month))
            code = new GtdDate(first.Year, first.Month, 0, first.ToString("MMMM uuuu", CultureInfo.InvariantCulture));
        else if (sameMonth)
            code = new GtdDate(first.Year, first.Month, 0, string.Create(
                CultureInfo.InvariantCulture, $"{first.ToString("MMMM d", CultureInfo.InvariantCulture)}-{last.Day}, {first.Year}"));
        else if (sameYear && span.Length == (Days.IsLeap(first.Year) ? 366 : 365))
            code = new GtdDate(first.Year, 0, 0, first.Year.ToString(CultureInfo.InvariantCulture));
        else
            code = new GtdDate(first.Year, 0, 0, Number(first) + " - " + Number(last));
        return true;
    }

    private static string Number(LocalDate date) => date.ToString("MM/dd/uuuu", CultureInfo.InvariantCulture);

    private bool TryNumbers(out UncertainDate date)
    {
        var month = Month == 0 ? "XX" : Month.ToString("00", CultureInfo.InvariantCulture);
        var day = Day == 0 ? "XX" : Day.ToString("00", CultureInfo.InvariantCulture);
        var text = string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{month}-{day}");
        return UncertainDate.TryParse(text, out date) && Month <= 12;
    }

    private static bool TryWords(string text, out LocalDate first, out LocalDate last)
    {
        first = last = default;
        if (TryDay(text, out first))
        {
            last = first;
            return true;
        }

        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var (before, after) = dash < 0 ? (text, "") : (text[..dash].Trim(), text[(dash + 1)..].Trim());
        if (dash >= 0)
        {
            if (TryDay(before, out first) && TryDay(after, out last))
                return last >= first;
            // "June 3-7, 1978" and "June 3 - July 2, 1978": the year stands once, at the end.
            var comma = after.LastIndexOf(", ", StringComparison.Ordinal);
            var month = before.IndexOf(' ', StringComparison.Ordinal);
            if (comma < 0 || month < 0 || !TryDay(before + after[comma..], out first))
                return false;
            return (TryDay(after, out last) || TryDay(before[..month] + " " + after, out last)) && last >= first;
        }

        var start = char.IsAsciiDigit(text[0]) ? "January 1, " + text : text.Replace(" ", " 1, ", StringComparison.Ordinal);
        if (!TryDay(start, out first))
            return false;
        last = char.IsAsciiDigit(text[0]) ? new LocalDate(first.Year, 12, 31) : first.With(DateAdjusters.EndOfMonth);
        return true;
    }

    private static bool TryDay(string text, out LocalDate day) =>
        Numbers.Parse(text).TryGetValue(default, out day) || Words.Parse(text).TryGetValue(default, out day);
}

using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace ConflictModel.Interchange;

/// <summary>A date as the Global Terrorism Database codes it: <c>iyear</c>, <c>imonth</c>, <c>iday</c>, <c>approxdate</c>.</summary>
/// <param name="Year">The year in which the event began.</param>
/// <param name="Month">The month, or 0 if it is not known.</param>
/// <param name="Day">The day, or 0 if it is not known.</param>
/// <param name="Approximate">The approximate date in words, such as <c>June 1978</c>; null or empty if there is none.</param>
/// <remarks>Equality is by the four values, the words compared letter by letter. The default is the year 0 with nothing known.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
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
    /// (month first, as GTD writes), <c>1978</c>. They are taken if the numbers fit into them. Otherwise the numbers count alone, 0 as
    /// unspecified digits.
    /// </remarks>
    public bool TryToUncertainDate(out UncertainDate date, out ValueList<string> losses)
    {
        losses = [];
        if (!TryNumbers(out date))
        {
            return false;
        }

        if (Approximate?.Trim() is not { Length: > 0 } text)
        {
            return true;
        }

        if (TryWords(text, out LocalDate first, out LocalDate last) && date.Earliest <= last && date.Latest >= first)
        {
            date = CodedSpan.SomeDayOf(first, last);
        }
        else
        {
            losses = DateLosses.Wording.Describe();
        }

        return true;
    }

    /// <summary>Codes a date, in numbers as far as they go and in words beyond.</summary>
    /// <param name="date">The date.</param>
    /// <param name="code">The code, or the default value.</param>
    /// <param name="losses">What the code does not say of the date, one phrase each; empty if nothing is lost.</param>
    /// <returns>False if the date has no first or no last day.</returns>
    public static bool TryFrom(UncertainDate date, out GtdDate code, out ValueList<string> losses)
    {
        bool bounded = CodedSpan.TryOf(date, out CodedSpan span, out DateLosses lost);
        code = bounded ? Of(span) : default;
        losses = lost.Describe();
        return bounded;
    }

    private static GtdDate Of(CodedSpan span)
    {
        LocalDate first = span.First;
        LocalDate last = span.Last;
        if (span.Length == 1)
        {
            return new(first.Year, first.Month, first.Day, null);
        }

        if (span.IsInOneMonth)
        {
            return new(first.Year, first.Month, 0, span.Length == span.DaysOfFirstMonth
                ? first.ToString("MMMM uuuu", CultureInfo.InvariantCulture)
                : string.Create(
                    CultureInfo.InvariantCulture, $"{first.ToString("MMMM d", CultureInfo.InvariantCulture)}-{last.Day}, {first.Year}"));
        }

        return new(first.Year, 0, 0, first.Year == last.Year && span.Length == CalendarSystem.Iso.GetDaysInYear(first.Year)
            ? first.Year.ToString(CultureInfo.InvariantCulture)
            : Number(first) + " - " + Number(last));
    }

    private static string Number(LocalDate date) => date.ToString("MM/dd/uuuu", CultureInfo.InvariantCulture);

    private bool TryNumbers(out UncertainDate date)
    {
        string month = Month == 0 ? "XX" : Month.ToString("00", CultureInfo.InvariantCulture);
        string day = Day == 0 ? "XX" : Day.ToString("00", CultureInfo.InvariantCulture);
        string text = string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{month}-{day}");
        return UncertainDate.TryParse(text, out date) && Month <= 12;
    }

    private static bool TryWords(string text, out LocalDate first, out LocalDate last)
    {
        if (TryDay(text, out first))
        {
            last = first;
            return true;
        }

        int dash = text.IndexOf('-', StringComparison.Ordinal);
        return dash < 0
            ? TryMonthOrYear(text, out first, out last)
            : TryRange(text[..dash].Trim(), text[(dash + 1)..].Trim(), out first, out last);
    }

    private static bool TryRange(string before, string after, out LocalDate first, out LocalDate last)
    {
        if (TryDay(before, out first) && TryDay(after, out last))
        {
            return last >= first;
        }

        // "June 3-7, 1978" and "June 3 - July 2, 1978": the year stands once, at the end.
        last = default;
        int comma = after.LastIndexOf(", ", StringComparison.Ordinal);
        int month = before.IndexOf(' ', StringComparison.Ordinal);
        return comma >= 0 && month >= 0 && TryDay(before + after[comma..], out first)
            && (TryDay(after, out last) || TryDay(before[..month] + " " + after, out last))
            && last >= first;
    }

    private static bool TryMonthOrYear(string text, out LocalDate first, out LocalDate last)
    {
        bool isYear = char.IsAsciiDigit(text[0]);
        bool read = TryDay(isYear ? "January 1, " + text : text.Replace(" ", " 1, ", StringComparison.Ordinal), out first);
        last = !read ? default : isYear ? new(first.Year, 12, 31) : first.With(DateAdjusters.EndOfMonth);
        return read;
    }

    private static bool TryDay(string text, out LocalDate day) =>
        Numbers.Parse(text).TryGetValue(default, out day) || Words.Parse(text).TryGetValue(default, out day);
}

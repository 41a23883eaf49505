using System.Text.Json.Serialization;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>A date as ACLED codes it: <c>event_date</c> and <c>time_precision</c>.</summary>
/// <param name="Precision">1 the day, 2 within a week, 3 within a month.</param>
/// <param name="Date">The day; for a week or month a day in it that stands for all of it.</param>
/// <remarks>
/// The codebook takes the middle of the week as the date where the day is not known. So a week is read as the three days on
/// either side of the date, and a month as the month in which the date lies. Equality is by both values; the default has
/// precision 0, which is no code.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public readonly record struct AcledDate(int Precision, LocalDate Date)
{
    /// <summary>The date that the code stands for: a day, one unknown day out of seven, or one of a month.</summary>
    /// <param name="date">The date, or the default value.</param>
    /// <returns>False if the precision is not 1, 2 or 3.</returns>
    public bool TryToUncertainDate(out UncertainDate date)
    {
        LocalDate day = Date.WithCalendar(CalendarSystem.Iso);
        date = Precision switch
        {
            1 => UncertainDate.From(day),
            2 => UncertainDate.SomeDayBetween(
                day.PlusDays(Math.Max(-3, Period.DaysBetween(day, LocalDate.MinIsoValue))),
                day.PlusDays(Math.Min(3, Period.DaysBetween(day, LocalDate.MaxIsoValue)))),
            3 => UncertainDate.SomeDayOf(day.ToYearMonth()),
            _ => default,
        };
        return Precision is 1 or 2 or 3;
    }

    /// <summary>Codes a date: a day, else the middle of up to seven days, else the middle of days of one month.</summary>
    /// <param name="date">The date.</param>
    /// <param name="code">The code, or the default value.</param>
    /// <param name="losses">What the code does not say of the date, one phrase each; empty if nothing is lost.</param>
    /// <returns>False if the date is unbounded or spans more than a week without lying in one month: ACLED has no code for that.</returns>
    public static bool TryFrom(UncertainDate date, out AcledDate code, out ValueList<string> losses)
    {
        bool coded = TryFrom(date, out code, out DateLosses lost);
        losses = lost.Describe();
        return coded;
    }

    private static bool TryFrom(UncertainDate date, out AcledDate code, out DateLosses losses)
    {
        code = default;
        if (!CodedSpan.TryOf(date, out CodedSpan span, out losses))
        {
            return false;
        }

        int precision = span.Length == 1 ? 1 : span.Length <= 7 ? 2 : 3;
        if (precision == 3 && !span.IsInOneMonth)
        {
            losses |= DateLosses.TooVague;
            return false;
        }

        code = new(precision, span.First.PlusDays((span.Length - 1) / 2));
        int whole = precision switch { 1 => 1, 2 => 7, _ => span.DaysOfFirstMonth };
        if (span.Length != whole)
        {
            losses |= DateLosses.Limits;
        }

        return true;
    }
}

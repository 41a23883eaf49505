using NodaTime;

namespace ConflictModel.Time;

/// <summary>A date as the UCDP Georeferenced Event Dataset codes it: <c>date_prec</c>, <c>date_start</c>, <c>date_end</c>.</summary>
/// <param name="Precision">1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 more than a month, up to a year.</param>
/// <param name="Start">The first day on which the event may have happened.</param>
/// <param name="End">The last day on which it may have happened.</param>
/// <remarks>
/// Source: the codebook's date_prec, date_start and date_end. In the published rows the precision follows from the span of
/// days (1; 2 to 6; 7; 8 to 31; 32 or more). Nothing is checked on the way in, since rows are kept as published.
/// Equality is by the three values; the default has precision 0, which is no code.
/// </remarks>
public readonly record struct UcdpDate(int Precision, LocalDate Start, LocalDate End)
{
    /// <summary>Whether the end is not before the start and the precision is the one that follows from them.</summary>
    public bool IsConsistent => End >= Start && Precision == PrecisionOf(Length);

    private int Length => (int)(Days.Of(End) - Days.Of(Start) + 1);

    /// <summary>
    /// The date that the code stands for: the day, or one unknown day of the span, written <c>2016-01-XX</c> for a whole month,
    /// <c>2016-XX-XX</c> for a whole year and <c>[2016-01-05..2016-01-09]</c> otherwise.
    /// </summary>
    /// <param name="date">The date, or the default value.</param>
    /// <param name="losses">The precision, if it is not the one that follows from the dates.</param>
    /// <returns>False if the end is before the start.</returns>
    public bool TryToUncertainDate(out UncertainDate date, out DateLosses losses)
    {
        losses = IsConsistent ? DateLosses.None : DateLosses.Precision;
        date = default;
        if (End < Start)
            return false;
        date = UncertainDate.SomeDayOf(Start, End);
        return true;
    }

    /// <summary>Codes a date: its first and last possible day and the precision that follows from them.</summary>
    /// <param name="date">The date.</param>
    /// <param name="code">The code, or the default value.</param>
    /// <param name="losses">What the code does not say of the date.</param>
    /// <returns>False if the date has no first or no last day, or spans more than 366 days.</returns>
    public static bool TryFrom(UncertainDate date, out UcdpDate code, out DateLosses losses)
    {
        code = default;
        if (!CodedSpan.TryOf(date, out var span, out losses))
            return false;
        if (span.Length > 366)
        {
            losses |= DateLosses.TooVague;
            return false;
        }

        code = new UcdpDate(PrecisionOf(span.Length), span.First, span.Last);
        return true;
    }

    private static int PrecisionOf(int days) => days switch
    {
        1 => 1,
        <= 6 => 2,
        7 => 3,
        <= 31 => 4,
        _ => 5,
    };
}

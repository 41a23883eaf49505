using System.Text.Json.Serialization;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>A date as the UCDP Georeferenced Event Dataset codes it: <c>date_prec</c>, <c>date_start</c>, <c>date_end</c>.</summary>
/// <param name="Precision">1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 more than a month, up to a year.</param>
/// <param name="Start">The first day on which the event may have happened.</param>
/// <param name="End">The last day on which it may have happened.</param>
/// <remarks>
/// Source: the codebook's date_prec, date_start and date_end. In the published rows the precision follows from the span of
/// days (1; 2 to 6; 7; 8 to 31; 32 or more). Nothing is checked on the way in, since rows are kept as published.
/// Equality is by the three values; the default has precision 0, which is no code.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public readonly record struct UcdpDate(int Precision, LocalDate Start, LocalDate End)
{
    /// <summary>Whether the end is not before the start and the precision is the one that follows from them.</summary>
    public bool IsConsistent => Length >= 1 && Precision == PrecisionOf(Length);

    private int Length => CodedSpan.LengthOf(Start, End);

    /// <summary>
    /// The date that the code stands for: the day, or one unknown day of the span, written <c>2016-01-XX</c> for a whole month,
    /// <c>2016-XX-XX</c> for a whole year and <c>[2016-01-05..2016-01-09]</c> otherwise.
    /// </summary>
    /// <param name="date">The date, or the default value.</param>
    /// <param name="losses">What the date does not say of the code: the precision, if it is not the one that follows from the
    /// dates.</param>
    /// <returns>False if the end is before the start.</returns>
    public bool TryToUncertainDate(out UncertainDate date, out ValueList<string> losses)
    {
        losses = (IsConsistent ? DateLosses.None : DateLosses.Precision).Describe();
        bool isSpan = Length >= 1;
        date = isSpan ? CodedSpan.SomeDayOf(Start, End) : default;
        return isSpan;
    }

    /// <summary>Codes a date: its first and last possible day and the precision that follows from them.</summary>
    /// <param name="date">The date.</param>
    /// <param name="code">The code, or the default value.</param>
    /// <param name="losses">What the code does not say of the date, one phrase each; empty if nothing is lost.</param>
    /// <returns>False if the date has no first or no last day, or spans more than 366 days.</returns>
    public static bool TryFrom(UncertainDate date, out UcdpDate code, out ValueList<string> losses)
    {
        bool bounded = CodedSpan.TryOf(date, out CodedSpan span, out DateLosses lost);
        bool coded = bounded && span.Length <= 366;
        code = coded ? new(PrecisionOf(span.Length), span.First, span.Last) : default;
        losses = (coded || !bounded ? lost : lost | DateLosses.TooVague).Describe();
        return coded;
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

using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>ACLED's dates between cells and the model; what a code stands for is <see cref="AcledDate"/>'s to say.</summary>
internal static class AcledDays
{
    /// <summary>The date of a day and a precision; a precision of 0, not said, is taken as the day.</summary>
    public static UncertainDate Of(LocalDate day, int precision) =>
        new AcledDate(Math.Max(precision, 1), day).TryToUncertainDate(out UncertainDate date) ? date : default;

    /// <summary>The code of a date; null if no code covers it.</summary>
    public static AcledDate? Code(UncertainDate date) =>
        date.IsExactDay && date.Form == DateForm.Date && date.Earliest is { } day ? new(1, day)
        : AcledDate.TryFrom(date, out AcledDate code, out _) ? code : null;
}

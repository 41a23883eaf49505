using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>The days that an ACLED date stands for: the day; for a week three to either side; for a month the month.</summary>
internal static class AcledDays
{
    public static (LocalDate First, LocalDate Last) Of(LocalDate day, int precision) => precision switch
    {
        2 => (day.PlusDays(-3), day.PlusDays(3)),
        3 => (new(day.Year, day.Month, 1), new(day.Year, day.Month, day.Calendar.GetDaysInMonth(day.Year, day.Month))),
        _ => (day, day),
    };

    /// <summary>The day in the middle, and the least vague precision that covers the days; null if there is none.</summary>
    public static (LocalDate Day, int Precision)? Code(LocalDate first, LocalDate last)
    {
        int days = Period.DaysBetween(first, last);
        int precision = days == 0 ? 1 : days <= 6 ? 2 : 3;
        return precision == 3 && (first.Year, first.Month) != (last.Year, last.Month) ? null : (first.PlusDays(days / 2), precision);
    }
}

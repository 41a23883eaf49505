using NodaTime;

namespace ConflictModel.Aggregation;

/// <summary>Days as numbers counted from 0001-01-01 of the ISO calendar, and the buckets that they fall into.</summary>
internal static class Calendar
{
    public static int DayOf(LocalDate date) =>
        new DateOnly(date.Year, date.Month, date.Day).DayNumber;

    public static LocalDate DateOf(int day)
    {
        DateOnly date = DateOnly.FromDayNumber(day);
        return new(date.Year, date.Month, date.Day);
    }

    /// <summary>The first day of the bucket after the one that holds <paramref name="day"/>.</summary>
    public static int NextStart(CalendarUnit bucket, int day)
    {
        DateOnly date = DateOnly.FromDayNumber(day);
        return bucket switch
        {
            CalendarUnit.Day => day + 1,
            // Day 0 is a Monday.
            CalendarUnit.Week => day - day % 7 + 7,
            CalendarUnit.Month => day - date.Day + 1 + DateTime.DaysInMonth(date.Year, date.Month),
            CalendarUnit.Year => day - date.DayOfYear + 1 + (DateTime.IsLeapYear(date.Year) ? 366 : 365),
            _ => int.MaxValue,
        };
    }
}

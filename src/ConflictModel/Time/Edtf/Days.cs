using NodaTime;

namespace ConflictModel.Time;

/// <summary>Days as numbers, counted from 1970-01-01 in the proleptic Gregorian calendar, far beyond NodaTime's years.</summary>
internal static class Days
{
    /// <summary>Stands for no limit. A quarter of the range, so that a few of them add up without overflow.</summary>
    public const long Infinity = long.MaxValue / 32;

    /// <summary>Years beyond this one (either way) are not counted in days but lie "beyond".</summary>
    public const long MaxYear = 100_000_000_000_000;

    private static readonly long First = Of(-9998, 1, 1);
    private static readonly long Last = Of(9999, 12, 31);

    public static long Of(LocalDate date)
    {
        LocalDate iso = date.WithCalendar(CalendarSystem.Iso);
        return Of(iso.Year, iso.Month, iso.Day);
    }

    public static long Of(long year, int month, int day)
    {
        // Years from March, so that the leap day is the last of its year.
        long y = month <= 2 ? year - 1 : year;
        int m = month <= 2 ? month + 9 : month - 3;
        long era = (y >= 0 ? y : y - 399) / 400;
        long yearOfEra = y - (era * 400);
        int dayOfYear = (((153 * m) + 2) / 5) + day - 1;
        return (era * 146_097) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - 719_468;
    }

    public static (long Year, int Month, int Day) ToCivil(long days)
    {
        long z = days + 719_468;
        long era = (z >= 0 ? z : z - 146_096) / 146_097;
        long dayOfEra = z - (era * 146_097);
        long yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        int dayOfYear = (int)(dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100)));
        int m = ((5 * dayOfYear) + 2) / 153;
        int month = m < 10 ? m + 3 : m - 9;
        return (yearOfEra + (era * 400) + (month <= 2 ? 1 : 0), month, dayOfYear - (((153 * m) + 2) / 5) + 1);
    }

    /// <summary>The first day of the month that lies the given number of months after January of a year.</summary>
    public static long FirstOfMonth(long year, long monthsAfterJanuary)
    {
        long months = (year * 12) + monthsAfterJanuary;
        long y = Math.DivRem(months, 12, out long rest);
        return rest < 0 ? Of(y - 1, (int)rest + 13, 1) : Of(y, (int)rest + 1, 1);
    }

    /// <summary>The same day of another month, or that month's last day.</summary>
    public static long AddMonths(long days, long count)
    {
        (long year, int month, int day) = ToCivil(days);
        long first = FirstOfMonth(year, month - 1 + count);
        long next = FirstOfMonth(year, month + count);
        return Math.Min(first + day - 1, next - 1);
    }

    public static bool IsLeap(long year) => (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);

    public static int InMonth(long year, int month) => month switch
    {
        2 => IsLeap(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    /// <summary>The NodaTime date, or null outside its range.</summary>
    public static LocalDate? ToDate(long days)
    {
        if (days < First || days > Last)
        {
            return null;
        }

        (long year, int month, int day) = ToCivil(days);
        return new LocalDate((int)year, month, day);
    }
}

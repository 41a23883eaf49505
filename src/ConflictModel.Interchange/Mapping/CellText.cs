using System.Buffers;
using System.Globalization;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>Reads the values that cells hold: counts, codes, days, degrees. Nothing here depends on a culture.</summary>
internal static class CellText
{
    private static readonly SearchValues<char> TimeCharacters = SearchValues.Create("0123456789:.Z+-");

    /// <summary>A count: digits, with white space around them or a fraction of zeros behind them as some exports write.</summary>
    public static bool TryCount(string text, out long count)
    {
        ReadOnlySpan<char> digits = text.AsSpan().Trim();
        int point = digits.IndexOf('.');
        if (point > 0 && digits[(point + 1)..].ContainsAnyExcept('0'))
        {
            count = 0;
            return false;
        }

        return long.TryParse(point > 0 ? digits[..point] : digits, NumberStyles.None, CultureInfo.InvariantCulture, out count)
            && count <= Estimate.MaxFigure;
    }

    /// <summary>A code from 1 to <paramref name="last"/>.</summary>
    public static bool TryCode(string text, int last, out int code)
    {
        if (text.Length == 1)
        {
            code = text[0] - '0';
            return code >= 1 && code <= last;
        }

        bool valid = TryCount(text, out long count) && count >= 1 && count <= last;
        code = valid ? (int)count : 0;
        return valid;
    }

    /// <summary>A day as <c>2016-01-31</c>, with or without a time of day behind it, which says nothing here.</summary>
    public static bool TryDay(string text, out LocalDate day)
    {
        day = default;
        if (text.Length < 10 || text[4] != '-' || text[7] != '-'
            || !TryDigits(text.AsSpan(0, 4), out int year) || !TryDigits(text.AsSpan(5, 2), out int month) || !TryDigits(text.AsSpan(8, 2), out int date)
            || month is < 1 or > 12 || date < 1 || year < 1 || date > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return false;
        }

        if (text.Length > 10 && (text[10] is not (' ' or 'T') || text.AsSpan(11).ContainsAnyExcept(TimeCharacters)))
        {
            return false;
        }

        day = new(year, month, date);
        return true;
    }

    /// <summary>A day with the month by name, as ACLED's files write: <c>03 July 2024</c>; or as <see cref="TryDay"/>.</summary>
    public static bool TryDayOrNamed(string text, out LocalDate day)
    {
        if (TryDay(text, out day))
        {
            return true;
        }

        bool valid = DateOnly.TryParseExact(
            text, ["d MMMM yyyy", "dd MMMM yyyy", "d-MMM-yy", "d-MMMM-yyyy", "dd-MMM-yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date);
        day = valid ? new(date.Year, date.Month, date.Day) : default;
        return valid;
    }

    /// <summary>Degrees of arc within a limit to either side.</summary>
    public static bool TryDegrees(string text, double limit, out double degrees) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out degrees) && Math.Abs(degrees) <= limit;

    public static string Of(long? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string OfDegrees(double degrees) => degrees.ToString("R", CultureInfo.InvariantCulture);

    public static string Of(LocalDate? day) =>
        day is { } date ? string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-{date.Month:00}-{date.Day:00}") : "";

    /// <summary>Whether a number's text is what <see cref="OfDegrees"/> writes, without making one.</summary>
    public static bool IsShortest(string text, double degrees)
    {
        Span<char> buffer = stackalloc char[32];
        return degrees.TryFormat(buffer, out int length, "R", CultureInfo.InvariantCulture) && text.AsSpan().SequenceEqual(buffer[..length]);
    }

    /// <summary>Whether a count's text is what <see cref="Of(long?)"/> writes.</summary>
    public static bool IsPlain(string text) => text.Length is > 0 and <= 13 && (text[0] != '0' || text.Length == 1) && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static bool TryDigits(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

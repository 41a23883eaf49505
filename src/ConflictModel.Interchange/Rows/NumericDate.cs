using System.Globalization;
using System.Text;
using System.Text.Unicode;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>Reads dates in numbers whose order the caller has stated; what they mean is written as ISO 8601.</summary>
internal static class NumericDate
{
    /// <summary>The day before the first: in the 1900 system 1 is 1900-01-01.</summary>
    private static readonly LocalDate BeforeFirst = new(1899, 12, 31);

    /// <summary>The 29 February 1900, which there was not.</summary>
    private const int LeapDay = 60;

    private const int LastDay = 2_958_465;

    /// <summary>Whether a cell looks like a date in numbers, of whatever order, or the number of a day.</summary>
    public static bool LooksLikeOne(ReadOnlySpan<byte> cell, out bool isSerial)
    {
        isSerial = CellText.TryCode(cell, LastDay, out _);
        return isSerial || (TryParts(cell, out _, out _, out int year, out _) && year >= 0);
    }

    /// <summary>Reads a date.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="order">What its numbers stand for.</param>
    /// <param name="decimalComma">Whether a number may have a decimal comma.</param>
    /// <param name="day">The day as <c>2024-07-03</c>, with the time of day behind it if the cell has one.</param>
    /// <param name="reason">Why it is no date, the end of a sentence; null if it is nothing of the kind.</param>
    public static bool TryRead(ReadOnlySpan<byte> cell, NumericDates order, bool decimalComma, out string day, out string? reason)
    {
        if (order == NumericDates.ExcelSerial)
        {
            return TrySerial(cell, decimalComma, out day, out reason);
        }

        (day, reason) = ("", null);
        if (!TryParts(cell, out int one, out int two, out int year, out ReadOnlySpan<byte> time))
        {
            return false;
        }

        reason = order == NumericDates.DayFirst
            ? "is not a date with the day first, such as 31/01/2016."
            : "is not a date with the month first, such as 01/31/2016.";
        (int date, int month) = order == NumericDates.DayFirst ? (one, two) : (two, one);
        if (year < 0)
        {
            reason = "is not a date: a year of two digits does not tell the century.";
            return false;
        }

        if (year == 0 || month is < 1 or > 12 || date < 1 || date > CalendarSystem.Iso.GetDaysInMonth(year, month)
            || !TryTime(time, out string hours))
        {
            return false;
        }

        day = CellText.Of(new LocalDate(year, month, date)) + hours;
        return true;
    }

    private static bool TrySerial(ReadOnlySpan<byte> cell, bool decimalComma, out string day, out string? reason)
    {
        (day, reason) = ("", null);
        string text = Encoding.UTF8.GetString(cell);
        if (!decimal.TryParse(
                decimalComma ? text.Replace(',', '.') : text,
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out decimal number))
        {
            return false;
        }

        reason = string.Create(CultureInfo.InvariantCulture, $"is not the number of a day; those are 1 to {LastDay}.");
        if (number is < 1 or >= LastDay + 1 || cell.ContainsAny("eE"u8))
        {
            return false;
        }

        int whole = (int)decimal.Truncate(number);
        if (whole == LeapDay)
        {
            reason = "is not a date: as the number of a day it is 29 February 1900, which there was not.";
            return false;
        }

        day = CellText.Of(BeforeFirst.PlusDays(whole < LeapDay ? whole : whole - 1));
        long seconds = (long)decimal.Round((number - whole) * 86_400);
        day += seconds is 0 or 86_400 ? "" : string.Create(CultureInfo.InvariantCulture, $" {TimeSpan.FromSeconds(seconds):hh\\:mm\\:ss}");
        return true;
    }

    /// <summary>Three numbers with one separator, and what stands behind them; a year of two digits is -1.</summary>
    private static bool TryParts(ReadOnlySpan<byte> cell, out int one, out int two, out int year, out ReadOnlySpan<byte> time)
    {
        (one, two, year) = (0, 0, 0);
        time = default;
        int at = 0;
        return Number(cell, ref at, 2, out one) && at < cell.Length && cell[at] is (byte)'/' or (byte)'.' or (byte)'-'
            && cell[at] is var separator && ++at > 0
            && Number(cell, ref at, 2, out two) && at < cell.Length && cell[at++] == separator
            && Year(cell, ref at, out year) && Rest(cell[at..], out time);

        static bool Number(ReadOnlySpan<byte> cell, ref int at, int most, out int number)
        {
            int start = at;
            for (number = 0; at < cell.Length && at - start < most && cell[at] is >= (byte)'0' and <= (byte)'9'; at++)
            {
                number = (number * 10) + (cell[at] - '0');
            }

            return at > start;
        }

        static bool Year(ReadOnlySpan<byte> cell, ref int at, out int year)
        {
            int start = at;
            bool any = Number(cell, ref at, 4, out year);
            year = at - start == 2 ? -1 : year;
            return any && at - start is 2 or 4;
        }

        static bool Rest(ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> time)
        {
            time = rest.IsEmpty ? default : rest[1..];
            return rest.IsEmpty || rest[0] is (byte)' ' or (byte)'T';
        }
    }

    private static bool TryTime(ReadOnlySpan<byte> time, out string text)
    {
        text = "";
        if (time.IsEmpty)
        {
            return true;
        }

        Span<char> characters = stackalloc char[16];
        if (time.Length > characters.Length || Utf8.ToUtf16(time, characters, out _, out int length) != System.Buffers.OperationStatus.Done
            || !TimeOnly.TryParse(characters[..length], CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly hours))
        {
            return false;
        }

        text = string.Create(CultureInfo.InvariantCulture, $" {hours:HH\\:mm\\:ss}");
        return true;
    }
}

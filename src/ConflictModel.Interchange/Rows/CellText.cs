using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>
/// The one code for cells: counts, codes, flags, ids, days and degrees, read from UTF-8 and written as text. <c>3.0</c> is <c>3</c>, as
/// some exports write whole numbers, and <c>1e+05</c> is <c>100000</c>, as R does; nothing here depends on a culture.
/// </summary>
internal static class CellText
{
    /// <summary>Where hyphens stand among the first eight letters of a day.</summary>
    private const ulong MaskOfHyphens = 0xFF0000FF_00000000;
    private const ulong HyphensOfDay = 0x2D00002D_00000000;

    private static readonly SearchValues<byte> TimeCharacters = SearchValues.Create("0123456789:.Z+-"u8);

    private static ReadOnlySpan<double> PowersOfTen =>
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    private static readonly string[] NamedDays = ["d MMMM yyyy", "dd MMMM yyyy", "d-MMM-yy", "d-MMMM-yyyy", "dd-MMM-yyyy"];

    /// <summary>
    /// Whether a cell has a word that R or pandas writes for an empty one. The letters' case counts: <c>Nan</c> is a province of Thailand.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsMissing(ReadOnlySpan<byte> cell) => cell.Length is >= 2 and <= 4
        && cell[0] is (byte)'N' or (byte)'n' or (byte)'<' or (byte)'#' or (byte)'\\' && IsMissingWord(cell);

    /// <summary>What a cell says: nothing if it is empty or <see cref="IsMissing"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> Said(ReadOnlySpan<byte> cell) => IsMissing(cell) ? default : cell;

    /// <inheritdoc cref="Said(ReadOnlySpan{byte})"/>
    [return: NotNullIfNotNull(nameof(cell))]
    public static string? Said(string? cell) =>
        cell is { Length: <= 4 } && IsMissing(Encoding.UTF8.GetBytes(cell)) ? "" : cell;

    /// <summary>
    /// A count: digits, with white space around them or a fraction of zeros behind them; or as R writes round numbers, <c>1e+05</c>. The
    /// <c>1.25E+05</c> of a spreadsheet is none: what it shows may have lost digits. Digits in groups of three with commas between them,
    /// <c>1,250</c>, are a count that could be nothing else; where commas are decimal, <see cref="CellForms"/> has seen to it before.
    /// </summary>
    public static bool TryCount(ReadOnlySpan<byte> cell, out long count)
    {
        // Nearly all cells are digits alone.
        if (!TryDigits(cell, out count))
        {
            ReadOnlySpan<byte> whole = Whole(cell);
            if (!TryDigits(whole, out count) && !TryRound(whole, out count) && !TryGroups(whole, out count))
            {
                return false;
            }
        }

        return count <= Estimate.MaxFigure;
    }

    /// <inheritdoc cref="TryCount(ReadOnlySpan{byte}, out long)"/>
    public static bool TryCount(string cell, out long count) => TryCount(Encoding.UTF8.GetBytes(cell), out count);

    /// <summary>A code from 1 to <paramref name="last"/>.</summary>
    public static bool TryCode(ReadOnlySpan<byte> cell, int last, out int code)
    {
        bool valid = TryCount(cell, out long count) && count >= 1 && count <= last;
        code = valid ? (int)count : 0;
        return valid;
    }

    /// <inheritdoc cref="TryCode(ReadOnlySpan{byte}, int, out int)"/>
    public static bool TryCode(string cell, int last, out int code) => TryCode(Encoding.UTF8.GetBytes(cell), last, out code);

    /// <summary>Whether a flag is set: 1 and 0, <c>TRUE</c> and <c>false</c> in any case; null for anything else.</summary>
    public static bool? Flag(ReadOnlySpan<byte> cell)
    {
        if (cell is [(byte)'0' or (byte)'1'])
        {
            return cell[0] == '1';
        }

        cell = Whole(cell);
        return cell.SequenceEqual("1"u8) || Ascii.EqualsIgnoreCase(cell, "true"u8) ? true
            : cell.SequenceEqual("0"u8) || Ascii.EqualsIgnoreCase(cell, "false"u8) ? false
            : null;
    }

    /// <summary>
    /// An id without the white space around it and, if it is a number (<c>118.0</c>, <c>-1.0</c>, <c>1e+05</c>), in its digits alone.
    /// </summary>
    public static ReadOnlySpan<byte> Id(ReadOnlySpan<byte> cell)
    {
        if (TryDigits(cell, out _))
        {
            return cell;
        }

        cell = Trim(cell);
        if (TryRound(cell, out long round))
        {
            return Encoding.UTF8.GetBytes(Of(round));
        }

        ReadOnlySpan<byte> number = cell is [(byte)'-', ..] ? cell[1..] : cell;
        int point = number.IndexOf((byte)'.');
        return point > 0 && point < number.Length - 1 && !number[..point].ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && !number[(point + 1)..].ContainsAnyExcept((byte)'0') ? cell[..(cell.Length - number.Length + point)] : cell;
    }

    /// <inheritdoc cref="Id"/>
    public static string IdOf(string cell) => Encoding.UTF8.GetString(Id(Encoding.UTF8.GetBytes(cell)));

    /// <summary>A day as <c>2016-01-31</c>, with or without a time of day behind it, which says nothing here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryDay(ReadOnlySpan<byte> cell, out LocalDate day)
    {
        day = default;
        if (cell.Length < 10)
        {
            return false;
        }

        // Eight letters at once: with zeros for the two hyphens, all of them are digits.
        ulong letters = BinaryPrimitives.ReadUInt64LittleEndian(cell);
        ulong start = (letters & ~MaskOfHyphens) | (DigitText.Zeros & MaskOfHyphens);
        ulong end = BinaryPrimitives.ReadUInt16LittleEndian(cell[8..]) | (DigitText.Zeros & ~(ulong)ushort.MaxValue);
        if ((letters & MaskOfHyphens) != HyphensOfDay || !DigitText.AreDigits(start) || !DigitText.AreDigits(end))
        {
            return false;
        }

        ulong pairs = DigitText.Pairs(start);
        int year = (int)(((pairs & 0xFF) * 100) + ((pairs >> 16) & 0xFF));
        int month = (int)((pairs >> 40) & 0xFF);
        int date = (int)(DigitText.Pairs(end) & 0xFF);
        if (year < 1 || month is < 1 or > 12 || date < 1 || (date > 28 && date > CalendarSystem.Iso.GetDaysInMonth(year, month))
            || (cell.Length > 10 && (cell[10] is not ((byte)' ' or (byte)'T') || cell[11..].ContainsAnyExcept(TimeCharacters))))
        {
            return false;
        }

        day = new(year, month, date);
        return true;
    }

    /// <inheritdoc cref="TryDay(ReadOnlySpan{byte}, out LocalDate)"/>
    public static bool TryDay(string cell, out LocalDate day) => TryDay(Encoding.UTF8.GetBytes(cell), out day);

    /// <summary>
    /// A day with the month by name, as ACLED's files write: <c>03 July 2024</c>; or as
    /// <see cref="TryDay(ReadOnlySpan{byte}, out LocalDate)"/>.
    /// </summary>
    public static bool TryDayOrNamed(ReadOnlySpan<byte> cell, out LocalDate day)
    {
        if (TryDay(cell, out day))
        {
            return true;
        }

        Span<char> text = stackalloc char[32];
        bool valid = cell.Length is > 0 and <= 32 && Utf8.ToUtf16(cell, text, out _, out int length) == OperationStatus.Done
            && DateOnly.TryParseExact(text[..length], NamedDays, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            && To(date, out day);
        return valid;

        static bool To(DateOnly date, out LocalDate day)
        {
            day = new(date.Year, date.Month, date.Day);
            return true;
        }
    }

    /// <inheritdoc cref="TryDayOrNamed(ReadOnlySpan{byte}, out LocalDate)"/>
    public static bool TryDayOrNamed(string cell, out LocalDate day) => TryDayOrNamed(Encoding.UTF8.GetBytes(cell), out day);

    /// <summary>Degrees of arc within a limit to either side.</summary>
    public static bool TryDegrees(ReadOnlySpan<byte> cell, double limit, out double degrees) =>
        (TryShortDecimal(cell, out degrees) || double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out degrees))
        && Math.Abs(degrees) <= limit;

    /// <inheritdoc cref="TryDegrees(ReadOnlySpan{byte}, double, out double)"/>
    public static bool TryDegrees(string cell, double limit, out double degrees) =>
        TryDegrees(Encoding.UTF8.GetBytes(cell), limit, out degrees);

    public static string Of(long? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string OfDegrees(double degrees) => degrees.ToString("R", CultureInfo.InvariantCulture);

    public static string Of(LocalDate? day) =>
        day is { } date ? string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-{date.Month:00}-{date.Day:00}") : "";

    /// <summary>Whether a number's text is what <see cref="OfDegrees"/> writes, without making one.</summary>
    public static bool IsShortest(ReadOnlySpan<byte> cell, double degrees)
    {
        Span<byte> buffer = stackalloc byte[32];
        return degrees.TryFormat(buffer, out int length, "R", CultureInfo.InvariantCulture) && cell.SequenceEqual(buffer[..length]);
    }

    /// <summary>Whether a cell is what <see cref="Of(long?)"/> writes of a number.</summary>
    public static bool Is(ReadOnlySpan<byte> cell, long number)
    {
        Span<byte> buffer = stackalloc byte[20];
        return number.TryFormat(buffer, out int length, default, CultureInfo.InvariantCulture) && cell.SequenceEqual(buffer[..length]);
    }

    /// <summary>Whether a cell is this text, letter for letter.</summary>
    public static bool Is(ReadOnlySpan<byte> cell, ReadOnlySpan<char> text)
    {
        if (cell.Length == text.Length)
        {
            // A letter beyond ASCII takes more bytes than characters.
            return Ascii.Equals(cell, text);
        }

        if (cell.Length < text.Length || cell.Length > text.Length * 3)
        {
            return false;
        }

        Span<char> buffer = cell.Length <= 512 ? stackalloc char[512] : new char[cell.Length];
        return Utf8.ToUtf16(cell, buffer, out _, out int length, replaceInvalidSequences: false) == OperationStatus.Done
            && buffer[..length].SequenceEqual(text);
    }

    /// <summary>Whether a count's text is what <see cref="Of(long?)"/> writes.</summary>
    public static bool IsPlain(string text) =>
        text.Length is > 0 and <= 13 && (text[0] != '0' || text.Length == 1) && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <inheritdoc cref="IsPlain(string)"/>
    public static bool IsPlain(ReadOnlySpan<byte> cell) =>
        cell.Length is > 0 and <= 13 && (cell[0] != '0' || cell.Length == 1) && !cell.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    /// <summary>Whether a cell says nothing but white space.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> cell) =>
        Trim(cell).IsEmpty || (!Ascii.IsValid(cell) && string.IsNullOrWhiteSpace(Encoding.UTF8.GetString(cell)));

    private static bool IsMissingWord(ReadOnlySpan<byte> cell) => cell.SequenceEqual("NA"u8) || cell.SequenceEqual("NaN"u8)
        || cell.SequenceEqual("nan"u8) || cell.SequenceEqual("NULL"u8) || cell.SequenceEqual("null"u8) || cell.SequenceEqual("None"u8)
        || cell.SequenceEqual("NaT"u8) || cell.SequenceEqual("<NA>"u8) || cell.SequenceEqual("N/A"u8) || cell.SequenceEqual("#N/A"u8)
        || cell.SequenceEqual("\\N"u8);

    /// <summary>The number of one to 18 digits and nothing else.</summary>
    private static bool TryDigits(ReadOnlySpan<byte> cell, out long number)
    {
        number = 0;
        if (cell.Length is 0 or > 18)
        {
            return false;
        }

        foreach (byte digit in cell)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                number = 0;
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return true;
    }

    /// <summary>
    /// A decimal of at most 15 digits, such as <c>-34.802462</c>. Its digits and the power of ten that they are divided by are both
    /// exact, so that the one division rounds as <see cref="double.Parse(string)"/> does, in a quarter of the time.
    /// </summary>
    private static bool TryShortDecimal(ReadOnlySpan<byte> cell, out double number)
    {
        number = 0;
        bool isNegative = cell is [(byte)'-', ..];
        ReadOnlySpan<byte> rest = isNegative ? cell[1..] : cell;
        if (rest.Length is 0 or > 16)
        {
            return false;
        }

        long digits = 0;
        int count = 0;
        int point = -1;
        foreach (byte letter in rest)
        {
            if (letter is >= (byte)'0' and <= (byte)'9')
            {
                digits = (digits * 10) + (letter - '0');
                count++;
            }
            else if (letter == '.' && point < 0)
            {
                point = count;
            }
            else
            {
                return false;
            }
        }

        if (count is 0 or > 15)
        {
            return false;
        }

        double size = point < 0 ? digits : digits / PowersOfTen[count - point];
        number = isNegative ? -size : size;
        return true;
    }

    /// <summary>A whole number as R writes it where that is shorter: <c>1e+05</c>, <c>1.5e+10</c>.</summary>
    private static bool TryRound(ReadOnlySpan<byte> cell, out long number)
    {
        number = 0;
        if (cell.Length is < 5 or > 18 || cell[^4] != 'e' || cell[^3] != '+'
            || cell[^2..].ContainsAnyExceptInRange((byte)'0', (byte)'9')
            || !decimal.TryParse(
                cell, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out decimal value)
            || value != decimal.Truncate(value) || value > long.MaxValue)
        {
            return false;
        }

        number = (long)value;
        return true;
    }

    private static bool TryGroups(ReadOnlySpan<byte> digits, out long count)
    {
        count = 0;
        int comma = digits.IndexOf((byte)',');
        if (comma is < 1 or > 3 || digits[0] == '0' || digits.Length % 4 != comma % 4)
        {
            return false;
        }

        for (int i = 0; i < digits.Length; i++)
        {
            bool isComma = i % 4 == comma % 4;
            if (isComma ? digits[i] != ',' : digits[i] is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            count = isComma ? count : (count * 10) + (digits[i] - '0');
        }

        return true;
    }

    /// <summary>A number's digits: without the white space around it and a fraction of zeros.</summary>
    private static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> cell)
    {
        cell = Trim(cell);
        int point = cell.IndexOf((byte)'.');
        return point > 0 && !cell[(point + 1)..].ContainsAnyExcept((byte)'0') ? cell[..point] : cell;
    }

    /// <summary>Most cells have nothing around them, which is seen at once.</summary>
    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> cell) => cell is [> (byte)' ', .., > (byte)' '] or [> (byte)' ']
        ? cell
        : cell.Trim(" \t\r\n\v\f"u8);
}

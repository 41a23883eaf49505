using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>The cells of a part, a column after the other, read in the one form that nearly all of them have.</summary>
/// <remarks>
/// A cell in any other form, well or ill formed, leaves a doubt: then its row is to be read with <see cref="RowValues"/>, which knows every
/// form and says what is wrong with a cell. So a row says here what it says there, or nothing. A column that the file hasn't is empty.
/// </remarks>
/// <param name="text">The part's text, with <see cref="CellIndex.Slack"/> bytes behind it.</param>
/// <param name="ends">Where the cell before all ends, and each of them, row by row.</param>
/// <param name="columns">How many cells a row has.</param>
/// <param name="doubts">Of each row whether some cell that was read is not in its plainest form: it is set here, and never taken back.
/// </param>
internal readonly ref struct PlainColumns(ReadOnlySpan<byte> text, ReadOnlySpan<int> ends, int columns, Span<bool> doubts)
{
    private readonly ReadOnlySpan<byte> text = text;
    private readonly ReadOnlySpan<int> ends = ends;
    private readonly int columns = columns;
    private readonly Span<bool> doubts = doubts;

    /// <summary>Counts of up to eight digits; -1 for an empty cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Counts(int column, Span<long> counts)
    {
        Cells cells = new(this, column);
        for (int row = 0; row < doubts.Length; row++)
        {
            (int start, int length) = cells.Next();
            if (length is < 1 or > 8)
            {
                counts[row] = -1;
                doubts[row] |= length != 0;
                continue;
            }

            ulong digits = DigitText.First(cells.Eight(start), length);
            counts[row] = DigitText.Number(digits);
            doubts[row] |= !DigitText.AreDigits(digits);
        }
    }

    /// <summary>What codes of one digit mean, from 1 to the last that means something; an empty cell means what 0 does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Codes<T>(int column, ReadOnlySpan<T> meanings, Span<T> said)
    {
        Cells cells = new(this, column);
        for (int row = 0; row < doubts.Length; row++)
        {
            (int start, int length) = cells.Next();
            int code = length == 0 ? 0 : cells.Letter(start) - '0';
            bool isCode = length == 0 || (length == 1 && code > 0 && code < meanings.Length);
            said[row] = meanings[isCode ? code : 0];
            doubts[row] |= !isCode;
        }
    }

    /// <summary>Looks whether codes are one digit, from 1 to the last; or empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Codes(int column, int last)
    {
        Cells cells = new(this, column);
        for (int row = 0; row < doubts.Length; row++)
        {
            (int start, int length) = cells.Next();
            doubts[row] |= length != 0 && !(length == 1 && cells.Letter(start) - '0' is > 0 and var code && code <= last);
        }
    }

    /// <summary>Whether flags of one digit are set; unknown for an empty cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Flags(int column, Span<Truth> flags)
    {
        Cells cells = new(this, column);
        for (int row = 0; row < doubts.Length; row++)
        {
            (int start, int length) = cells.Next();
            byte letter = length == 1 ? cells.Letter(start) : default;
            flags[row] = letter == '1' ? Truth.Yes : letter == '0' ? Truth.No : Truth.Unknown;
            doubts[row] |= length != 0 && flags[row] == Truth.Unknown;
        }
    }

    /// <summary>The first and the last of two days, in their order; none of either if a cell is empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Days(int one, int other, Span<LocalDate?> first, Span<LocalDate?> last)
    {
        Cells starts = new(this, one);
        Cells ends = new(this, other);

        // No UTF-8 has such letters.
        Day known = new(ulong.MaxValue, ulong.MaxValue, default);
        for (int row = 0; row < doubts.Length; row++)
        {
            (int Start, int Length) start = starts.Next();
            (int Start, int Length) end = ends.Next();
            LocalDate? from = DayOf(starts, start, ref known, ref doubts[row]);
            LocalDate? to = DayOf(ends, end, ref known, ref doubts[row]);
            (first[row], last[row]) = from is null || to is null ? (null, null) : from <= to ? (from, to) : (to, from);
        }
    }

    /// <summary>Looks whether latitudes and longitudes are degrees.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Points(int latitude, int longitude)
    {
        Cells norths = new(this, latitude);
        Cells easts = new(this, longitude);
        for (int row = 0; row < doubts.Length; row++)
        {
            (int Start, int Length) north = norths.Next();
            (int Start, int Length) east = easts.Next();
            doubts[row] |= (north.Length | east.Length) != 0 && !(norths.AreDegrees(north, 90) && easts.AreDegrees(east, 180));
        }
    }

    /// <summary>What <see cref="IdLedger"/> holds of ids that are numbers of up to ten digits; none of any other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void IdKeys(int column, Span<ulong?> keys)
    {
        Cells cells = new(this, column);
        for (int row = 0; row < doubts.Length; row++)
        {
            (int start, int length) = cells.Next();
            if (length is < 1 or > 10)
            {
                keys[row] = null;
                continue;
            }

            // A zero before a number tells it from the number.
            ulong digits = DigitText.First(cells.Eight(start), Math.Min(length, 8));
            ulong number = DigitText.Number(digits);
            bool isNumber = DigitText.AreDigits(digits) && (length == 1 || cells.Letter(start) != '0');
            for (int at = 8; at < length; at++)
            {
                byte letter = cells.Letter(start + at);
                isNumber &= letter is >= (byte)'0' and <= (byte)'9';
                number = unchecked((number * 10) + letter - '0');
            }

            keys[row] = isNumber ? IdLedger.KeyOfNumber(number) : null;
        }
    }

    /// <summary>A day; the one that was read last is known again, for rows of one day often stand together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static LocalDate? DayOf(in Cells cells, (int Start, int Length) cell, ref Day known, ref bool isDoubtful)
    {
        if (cell.Length == 0)
        {
            return null;
        }

        ulong start = cells.Eight(cell.Start);
        ulong end = cells.Eight(cell.Start + 2);
        if (cell.Length != 10 || start != known.Start || end != known.End)
        {
            if (!CellText.TryDay(cells.Span(cell), out LocalDate day) || day.Year < Row.FirstYear)
            {
                isDoubtful = true;
                return null;
            }

            if (cell.Length != 10)
            {
                return day;
            }

            known = new(start, end, day);
        }

        return known.Date;
    }

    /// <summary>The first eight and the last eight letters of a day that was read.</summary>
    private readonly record struct Day(ulong Start, ulong End, LocalDate Date);

    /// <summary>The cells of one column, one after the other.</summary>
    private ref struct Cells(in PlainColumns part, int column)
    {
        private readonly ReadOnlySpan<byte> text = part.text;
        private readonly ReadOnlySpan<int> ends = part.ends;
        private readonly int step = part.columns;
        private readonly bool isThere = column >= 0;

        /// <summary>Whether a carriage return may stand behind a cell.</summary>
        private readonly bool isLast = column == part.columns - 1;
        private int at = column;

        /// <summary>Where the next cell starts and how long it is, with its quotes off; no length for a column that is not there.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public (int Start, int Length) Next()
        {
            if (!isThere)
            {
                return (0, 0);
            }

            int start = ends[at] + 1;
            int end = ends[at + 1];
            at += step;
            if (isLast && end > start && text[end - 1] == '\r')
            {
                end--;
            }

            return end - start > 1 && text[start] == '"' ? (start + 1, end - start - 2) : (start, end - start);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly byte Letter(int at) => text[at];

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly ReadOnlySpan<byte> Span((int Start, int Length) cell) => text.Slice(cell.Start, cell.Length);

        /// <summary>Eight bytes from a place on, which there are behind every cell.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly ulong Eight(int at) => BinaryPrimitives.ReadUInt64LittleEndian(text.Slice(at, sizeof(ulong)));

        /// <summary>Whether a cell is digits, of which fewer than a limit stand before a point, such as <c>-34.802462</c>.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly bool AreDegrees((int Start, int Length) cell, uint limit)
        {
            (int start, int length) = text[cell.Start] == '-' ? (cell.Start + 1, cell.Length - 1) : cell;
            if (length is < 1 or > 32)
            {
                return false;
            }

            Vector256<byte> letters = Vector256.Create(text.Slice(start, 32)) - Vector256.Create((byte)'0');
            uint others = Vector256.GreaterThan(letters, Vector256.Create((byte)9)).ExtractMostSignificantBits()
                & (uint.MaxValue >> (32 - length));
            int whole = others == 0 ? length : BitOperations.TrailingZeroCount(others);
            return whole is > 0 and <= 8 && DigitText.Number(DigitText.First(Eight(start), whole)) < limit
                && (others == 0 || (BitOperations.IsPow2(others) && text[start + whole] == '.' && whole + 1 < length));
        }
    }
}

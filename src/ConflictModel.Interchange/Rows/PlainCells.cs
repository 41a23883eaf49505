using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>The cells of one row of a part, read in the one form that nearly all of them have.</summary>
/// <remarks>
/// A cell in any other form, well or ill formed, leaves a doubt: then the row is to be read with <see cref="RowValues"/>, which knows every
/// form and says what is wrong with a cell. So a row says here what it says there, or nothing.
/// </remarks>
/// <param name="text">The part's text, with <see cref="CellIndex.Slack"/> bytes behind it.</param>
/// <param name="ends">Where the cell before the row's first ends, and each of the row's.</param>
internal ref struct PlainCells(ReadOnlySpan<byte> text, ReadOnlySpan<int> ends)
{
    private readonly ReadOnlySpan<byte> text = text;
    private readonly ReadOnlySpan<int> ends = ends;

    /// <summary>Whether some cell that was read is not in its plainest form.</summary>
    public bool IsDoubtful { get; private set; }

    /// <summary>A cell, with its quotes off; empty for a column that the file hasn't.</summary>
    private readonly ReadOnlySpan<byte> this[int column]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            (int start, int length) = Place(column);
            return text.Slice(start, length);
        }
    }

    /// <summary>
    /// Where cells that stand side by side start as they are written, and how long they are with the separator or line feed behind the
    /// last.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly (int Start, int Length) Written(int from, int to) => (ends[from] + 1, ends[to + 1] - ends[from]);

    /// <summary>So many of the 64 bytes from a place on, and zeros for the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vector512<byte> Block(int at, int length) => Vector512.Create(text.Slice(at, 64))
        & Vector512.LessThan(Vector512<byte>.Indices, Vector512.Create((byte)Math.Min(length, 64)));

    /// <summary>Whether a cell is empty, quoted or not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool IsEmpty(int column) => Place(column).Length == 0;

    /// <summary>Whether a cell may say nothing: it is empty, or so short that it may be a word for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool MaySayNothing(int column) => Place(column).Length <= 4;

    /// <summary>What <see cref="IdLedger"/> holds of an id of up to ten digits; none of any other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly ulong? IdKey(int column)
    {
        ReadOnlySpan<byte> cell = this[column];
        return cell.Length is > 0 and <= 10 && !cell.ContainsAnyExceptInRange((byte)'0', (byte)'9') ? IdLedger.KeyOf(cell) : null;
    }

    /// <summary>A count of up to eight digits; -1 for an empty cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Count(int column)
    {
        (int start, int length) = Place(column);
        if (length == 0)
        {
            return -1;
        }

        if (length > 8)
        {
            IsDoubtful = true;
            return -1;
        }

        ulong digits = DigitText.First(Eight(start), length);
        IsDoubtful |= !DigitText.AreDigits(digits);
        return DigitText.Number(digits);
    }

    /// <summary>A code of one digit from 1 to <paramref name="last"/>; 0 for an empty cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte Code(int column, int last)
    {
        (int start, int length) = Place(column);
        if (length == 0)
        {
            return 0;
        }

        int code = text[start] - '0';
        IsDoubtful |= length > 1 || code < 1 || code > last;
        return unchecked((byte)code);
    }

    /// <summary>Whether a flag of one digit is set; unknown for an empty cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Truth Flag(int column)
    {
        (int start, int length) = Place(column);
        if (length == 0)
        {
            return Truth.Unknown;
        }

        bool isPlain = length == 1 && text[start] is (byte)'0' or (byte)'1';
        IsDoubtful |= !isPlain;
        return !isPlain ? Truth.Unknown : text[start] == '1' ? Truth.Yes : Truth.No;
    }

    /// <summary>The first and the last of two days, in their order; null if a cell is empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (LocalDate First, LocalDate Last)? Days(int one, int other)
    {
        ReadOnlySpan<byte> start = this[one];
        ReadOnlySpan<byte> end = this[other];
        LocalDate? first = Day(start);

        // Most events are of one day.
        LocalDate? last = end.SequenceEqual(start) ? first : Day(end);
        return first is { } from && last is { } to ? from <= to ? (from, to) : (to, from) : null;
    }

    /// <summary>Looks whether a latitude and a longitude are degrees.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Point(int latitude, int longitude)
    {
        (int Start, int Length) north = Place(latitude);
        (int Start, int Length) east = Place(longitude);
        IsDoubtful |= (north.Length | east.Length) != 0 && !(AreDegrees(north, 90) && AreDegrees(east, 180));
    }

    private LocalDate? Day(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty)
        {
            return null;
        }

        IsDoubtful |= !CellText.TryDay(cell, out LocalDate day) || day.Year < Row.FirstYear;
        return day;
    }

    /// <summary>Where a cell starts and how long it is, with its quotes off; no length for a column that the file hasn't.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly (int Start, int Length) Place(int column)
    {
        if (column < 0)
        {
            return (0, 0);
        }

        int start = ends[column] + 1;
        int end = ends[column + 1];
        if (end > start && text[end - 1] == '\r')
        {
            end--;
        }

        return end - start > 1 && text[start] == '"' ? (start + 1, end - start - 2) : (start, end - start);
    }

    /// <summary>Eight bytes from a place on, which there are behind every cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ulong Eight(int at) => BinaryPrimitives.ReadUInt64LittleEndian(text[at..]);

    /// <summary>Whether a cell is digits, of which fewer than a limit stand before a point, such as <c>-34.802462</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly bool AreDegrees((int Start, int Length) cell, uint limit)
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

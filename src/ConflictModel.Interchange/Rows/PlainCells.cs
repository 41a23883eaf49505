using System.Runtime.CompilerServices;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>The cells of one row of a part, read in the one form that nearly all of them have.</summary>
/// <remarks>
/// A cell in any other form, well or ill formed, leaves a doubt: then the row is to be read with <see cref="RowValues"/>, which knows every
/// form and says what is wrong with a cell. So a row says here what it says there, or nothing.
/// </remarks>
/// <param name="text">The part's text.</param>
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
            if (column < 0)
            {
                return default;
            }

            ReadOnlySpan<byte> cell = text[(ends[column] + 1)..ends[column + 1]];
            if (cell.Length > 0 && cell[^1] == '\r')
            {
                cell = cell[..^1];
            }

            return cell.Length > 1 && cell[0] == '"' ? cell[1..^1] : cell;
        }
    }

    /// <summary>Cells that stand side by side as they are written, with the separator or line feed behind the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ReadOnlySpan<byte> Written(int from, int to) => text[(ends[from] + 1)..(ends[to + 1] + 1)];

    /// <summary>Whether a cell may say nothing: it is empty, or so short that it may be a word for it.</summary>
    public readonly bool MaySayNothing(int column) => this[column].Length <= 4;

    /// <summary>What <see cref="IdLedger"/> holds of an id of up to ten digits; none of any other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly ulong? IdKey(int column)
    {
        ReadOnlySpan<byte> cell = this[column];
        return cell.Length is > 0 and <= 10 && !cell.ContainsAnyExceptInRange((byte)'0', (byte)'9') ? IdLedger.KeyOf(cell) : null;
    }

    /// <summary>A count of up to nine digits; -1 for an empty cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public long Count(int column)
    {
        ReadOnlySpan<byte> cell = this[column];
        if (cell.IsEmpty)
        {
            return -1;
        }

        uint count = 0;
        bool isPlain = cell.Length <= 9;
        foreach (byte letter in cell)
        {
            uint digit = unchecked((uint)letter - '0');
            isPlain &= digit <= 9;
            count = unchecked((count * 10) + digit);
        }

        IsDoubtful |= !isPlain;
        return count;
    }

    /// <summary>A code of one digit from 1 to <paramref name="last"/>; 0 for an empty cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public byte Code(int column, int last)
    {
        ReadOnlySpan<byte> cell = this[column];
        if (cell.IsEmpty)
        {
            return 0;
        }

        int code = cell[0] - '0';
        IsDoubtful |= cell.Length > 1 || code < 1 || code > last;
        return unchecked((byte)code);
    }

    /// <summary>Whether a flag of one digit is set; unknown for an empty cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Truth Flag(int column)
    {
        ReadOnlySpan<byte> cell = this[column];
        bool isPlain = cell.IsEmpty || cell is [(byte)'0' or (byte)'1'];
        IsDoubtful |= !isPlain;
        return cell.IsEmpty || !isPlain ? Truth.Unknown : cell[0] == '1' ? Truth.Yes : Truth.No;
    }

    /// <summary>A day; null for an empty cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public LocalDate? Day(int column)
    {
        ReadOnlySpan<byte> cell = this[column];
        if (cell.IsEmpty)
        {
            return null;
        }

        IsDoubtful |= !CellText.TryDay(cell, out LocalDate day) || day.Year < Row.FirstYear;
        return day;
    }

    /// <summary>Looks whether a latitude and a longitude are degrees.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Point(int latitude, int longitude)
    {
        ReadOnlySpan<byte> north = this[latitude];
        ReadOnlySpan<byte> east = this[longitude];
        IsDoubtful |= (!north.IsEmpty || !east.IsEmpty) && !(AreDegrees(north, 90) && AreDegrees(east, 180));
    }

    /// <summary>Whether a cell is digits, of which fewer than a limit stand before a point, such as <c>-34.802462</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool AreDegrees(ReadOnlySpan<byte> cell, int limit)
    {
        int at = cell is [(byte)'-', ..] ? 1 : 0;
        int whole = 0;
        int digits = 0;
        for (; at < cell.Length && cell[at] is >= (byte)'0' and <= (byte)'9' && digits < 4; at++, digits++)
        {
            whole = (whole * 10) + (cell[at] - '0');
        }

        return digits > 0 && whole < limit && (at == cell.Length
            || (cell[at] == '.' && at + 1 < cell.Length && !cell[(at + 1)..].ContainsAnyExceptInRange((byte)'0', (byte)'9')));
    }
}

namespace ConflictModel.Time;

/// <summary>A year written with Y, an exponent or significant digits, of any size, with the text as written.</summary>
/// <remarks>
/// Its size is the digits in front followed by zeros up to a length, so that <c>Y17E7</c> and <c>Y170000000</c> are alike
/// and a year of a billion digits costs nothing.
/// </remarks>
internal sealed class WideYear
{
    public required string Text { get; init; }

    public required bool IsNegative { get; init; }

    /// <summary>The digits in front, without the zeros that end the number.</summary>
    public required string Digits { get; init; }

    /// <summary>How many digits the number has.</summary>
    public required long Length { get; init; }

    /// <summary>How many of them are significant; 0 if that was not said.</summary>
    public required int Significant { get; init; }

    public required int Level { get; init; }

    /// <summary>Whether the year is too far away to be counted in days.</summary>
    public bool IsBeyond => Length > 14;

    /// <summary>The first and last year it may be; only if not beyond.</summary>
    public (long First, long Last) Range
    {
        get
        {
            long low = Magnitude('0');
            long high = Magnitude('9');
            return IsNegative ? (-high, -low) : (low, high);
        }
    }

    private int Kept => Significant == 0 ? Digits.Length : Math.Min(Significant, Digits.Length);

    private char Fill(char wanted) => Significant == 0 || Significant >= Length ? '0' : wanted;

    /// <summary>Compares the earliest or latest reading of one year with that of another.</summary>
    public static int Compare(WideYear left, bool leftLatest, WideYear right, bool rightLatest)
    {
        if (left.IsNegative != right.IsNegative)
        {
            return left.IsNegative ? -1 : 1;
        }

        int bySize = left.Length.CompareTo(right.Length);
        char leftFill = left.Fill(leftLatest != left.IsNegative ? '9' : '0');
        char rightFill = right.Fill(rightLatest != right.IsNegative ? '9' : '0');
        int written = Math.Max(left.Kept, right.Kept);
        for (int i = 0; bySize == 0 && i < written; i++)
        {
            bySize = left.At(i, leftFill).CompareTo(right.At(i, rightFill));
        }

        if (bySize == 0)
        {
            bySize = right.NinesFrom(written, rightFill).CompareTo(left.NinesFrom(written, leftFill));
        }

        return left.IsNegative ? -bySize : bySize;
    }

    public bool MeansSameAs(WideYear? other) =>
        other is not null && IsNegative == other.IsNegative && Length == other.Length && Significant == other.Significant
        && Digits == other.Digits;

    public override int GetHashCode() => HashCode.Combine(IsNegative, Length, Significant, Digits.GetHashCode(StringComparison.Ordinal));

    /// <summary>Where the nines begin that follow the written digits and the significant zeros.</summary>
    private long NinesFrom(int written, char fill) =>
        fill == '0' || written >= Length ? Length : Math.Max(written, Math.Min(Significant, Length));

    private char At(int index, char fill) =>
        index < Kept ? Digits[index] : Significant != 0 && index < Significant ? '0' : fill;

    private long Magnitude(char wanted)
    {
        char fill = Fill(wanted);
        long value = 0L;
        for (int i = 0; i < Length; i++)
        {
            value = (value * 10) + (At(i, fill) - '0');
        }

        return value;
    }
}

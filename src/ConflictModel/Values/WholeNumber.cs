using System.Buffers;
using System.Text.Json;

namespace ConflictModel;

/// <summary>Whole numbers of files, told from their digits.</summary>
/// <remarks>
/// JSON Schema counts 449.0 and 4e2 among the integers, and so do the readers. A type that rounds can't tell them: to it, 4 with thirty
/// nines behind the point is a 5.
/// </remarks>
internal static class WholeNumber
{
    // The digits of the largest 64-bit number.
    private const int MostDigits = 19;

    private const int MostExponent = 1_000_000_000;

    /// <summary>The whole number under a reader; false if the token is none, or none of 64 bits.</summary>
    public static bool TryRead(ref Utf8JsonReader reader, out long number)
    {
        number = 0;
        return reader.TokenType == JsonTokenType.Number
            && (reader.TryGetInt64(out number)
                || TryParse(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan, out number));
    }

    /// <summary>The whole number that a JSON number writes; false if it is none, or none of 64 bits.</summary>
    private static bool TryParse(ReadOnlySpan<byte> text, out long number)
    {
        number = 0;
        bool isNegative = text[0] == '-';
        int at = isNegative ? 1 : 0;
        (UInt128 digits, int count, long zeros, long behindPoint) = (0, 0, 0, 0);
        bool isBehindPoint = false;
        for (; at < text.Length && text[at] is not ((byte)'e' or (byte)'E'); at++)
        {
            if (text[at] == '.')
            {
                isBehindPoint = true;
                continue;
            }

            behindPoint += isBehindPoint ? 1 : 0;
            if (text[at] == '0')
            {
                // Zeros count once another digit stands behind them; in front they are nothing.
                zeros += digits == 0 ? 0 : 1;
                continue;
            }

            if (count + zeros >= MostDigits)
            {
                return false;
            }

            for (; zeros >= 0; zeros--)
            {
                digits *= 10;
                count++;
            }

            zeros = 0;
            digits += (uint)(text[at] - '0');
        }

        long scale = ExponentOf(text[Math.Min(at + 1, text.Length)..]) - behindPoint + zeros;
        if (digits == 0)
        {
            return true;
        }

        if (scale < 0 || count + scale > MostDigits)
        {
            return false;
        }

        for (; scale > 0; scale--)
        {
            digits *= 10;
        }

        Int128 whole = isNegative ? -(Int128)digits : (Int128)digits;
        number = unchecked((long)whole);
        return number == whole;
    }

    /// <summary>The exponent of a number; one that is larger than any text is long, as large as counts.</summary>
    private static long ExponentOf(ReadOnlySpan<byte> text)
    {
        bool isNegative = text is [(byte)'-', ..];
        long exponent = 0;
        foreach (byte digit in text.TrimStart("+-"u8))
        {
            exponent = Math.Min(exponent * 10 + (digit - '0'), MostExponent);
        }

        return isNegative ? -exponent : exponent;
    }
}

namespace ConflictModel;

/// <summary>Divides whole numbers in proportion to weights so that nothing is lost or made up.</summary>
/// <remarks>
/// By largest remainder (Hamilton): each share is the exact one rounded down, and what is left goes one by one to the largest
/// remainders, the earlier one where they are equal. The arithmetic is exact in 128 bits.
/// </remarks>
internal static class Apportionment
{
    /// <summary>Divides a total.</summary>
    /// <param name="total">What to divide; not negative.</param>
    /// <param name="weights">The weights; not negative, not all 0.</param>
    /// <param name="shares">Takes the shares, one for each weight; they add up to the total.</param>
    /// <exception cref="ArgumentException">The total or a weight is negative, all weights are 0, or the lengths differ.</exception>
    public static void Divide(long total, ReadOnlySpan<long> weights, Span<long> shares)
    {
        Check(total, weights, shares);
        if (weights.Length == 1)
        {
            shares[0] = total;
            return;
        }

        Span<long> lower = weights.Length <= 64 ? stackalloc long[weights.Length] : new long[weights.Length];
        Span<long> upper = weights.Length <= 64 ? stackalloc long[weights.Length] : new long[weights.Length];
        lower.Clear();
        upper.Fill(total);
        DivideWithin(total, weights, lower, upper, shares);
    }

    /// <summary>
    /// Divides a total so that each share lies between two limits: next to the exact share if the limits allow it, and else as
    /// near as they do. The limits must admit the total.
    /// </summary>
    public static void DivideWithin(
        long total, ReadOnlySpan<long> weights, ReadOnlySpan<long> lower, ReadOnlySpan<long> upper, Span<long> shares)
    {
        Int128 whole = 0;
        foreach (long weight in weights)
        {
            whole += weight;
        }

        var remainders = new (Int128 Remainder, int Index)[weights.Length];
        long left = total;
        for (int i = 0; i < weights.Length; i++)
        {
            (Int128 floor, Int128 remainder) = Int128.DivRem((Int128)total * weights[i], whole);
            shares[i] = Math.Clamp((long)floor, lower[i], upper[i]);
            remainders[i] = (shares[i] == (long)floor ? remainder : -1, i);
            left -= shares[i];
        }

        if (left == 0)
        {
            return;
        }

        Array.Sort(remainders, static (a, b) =>
            a.Remainder != b.Remainder ? b.Remainder.CompareTo(a.Remainder) : a.Index.CompareTo(b.Index));
        // The first round gives each share that no limit moved one at most, the largest remainders first; more rounds are needed only where
        // limits stood in the way.
        for (int round = 0; left != 0; round++)
        {
            long before = left;
            if (left > 0)
            {
                foreach ((Int128 remainder, int i) in remainders)
                {
                    if (left > 0 && shares[i] < upper[i] && (round > 0 || remainder >= 0))
                    {
                        shares[i]++;
                        left--;
                    }
                }
            }
            else
            {
                for (int k = remainders.Length - 1; k >= 0; k--)
                {
                    int i = remainders[k].Index;
                    if (left < 0 && shares[i] > lower[i])
                    {
                        shares[i]--;
                        left++;
                    }
                }
            }

            if (left == before && round > 0)
            {
                throw new InvalidOperationException("The limits of the shares do not admit the total.");
            }
        }
    }

    public static long Sum(ReadOnlySpan<long> values)
    {
        long sum = 0L;
        foreach (long value in values)
        {
            sum += value;
        }

        return sum;
    }

    private static void Check(long total, ReadOnlySpan<long> weights, Span<long> shares)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        if (shares.Length != weights.Length)
        {
            throw new ArgumentException("There must be one share for each weight.", nameof(shares));
        }

        foreach (long weight in weights)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(weight, nameof(weights));
        }

        if (!weights.ContainsAnyExcept(0))
        {
            throw new ArgumentException("At least one weight must be above 0.", nameof(weights));
        }
    }
}

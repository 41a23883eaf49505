namespace ConflictModel;

/// <summary>Divides a whole number in proportion to weights so that the parts add up to it.</summary>
internal static class LargestRemainder
{
    /// <summary>The parts: each its share rounded down, and the rest one by one to the largest remainders, the first of equals
    /// first.</summary>
    /// <param name="total">What to divide, zero or more.</param>
    /// <param name="weights">Zero or more each; all zero is all equal.</param>
    public static long[] Divide(long total, ReadOnlySpan<long> weights)
    {
        Int128 sum = 0;
        foreach (long weight in weights)
        {
            sum += weight;
        }

        var parts = new long[weights.Length];
        var remainders = new (Int128 Remainder, int Index)[weights.Length];
        long rest = total;
        for (int i = 0; i < weights.Length; i++)
        {
            Int128 share = (Int128)total * (sum == 0 ? 1 : weights[i]);
            Int128 divisor = sum == 0 ? weights.Length : sum;
            parts[i] = (long)(share / divisor);
            remainders[i] = (share % divisor, i);
            rest -= parts[i];
        }

        Array.Sort(remainders, static (left, right) =>
            right.Remainder.CompareTo(left.Remainder) is var order && order != 0 ? order : left.Index.CompareTo(right.Index));
        for (int i = 0; i < rest; i++)
        {
            parts[remainders[i].Index]++;
        }

        return parts;
    }
}

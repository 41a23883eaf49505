namespace ConflictModel.Aggregation;

/// <summary>Divides a count over the pieces of an incident in proportion to their days, so that not one person is lost or gained.</summary>
internal static class Apportionment
{
    /// <summary>
    /// The largest-remainder method: each piece gets the whole part of its share, and what is left goes one by one to the largest
    /// remainders; of equal remainders the earlier piece comes first.
    /// </summary>
    public static void Divide(long count, ReadOnlySpan<int> days, Span<long> shares)
    {
        long total = 0;
        foreach (int length in days)
        {
            total += length;
        }

        Span<long> remainders = days.Length <= 64 ? stackalloc long[days.Length] : new long[days.Length];
        long left = count;
        for (int i = 0; i < days.Length; i++)
        {
            (Int128 share, Int128 remainder) = Int128.DivRem((Int128)count * days[i], total);
            shares[i] = (long)share;
            remainders[i] = (long)remainder;
            left -= shares[i];
        }

        int[] order = new int[days.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        long[] keys = remainders.ToArray();
        Array.Sort(order, (a, b) => keys[a] != keys[b] ? keys[b].CompareTo(keys[a]) : a.CompareTo(b));
        for (int i = 0; i < left; i++)
        {
            shares[order[i]]++;
        }
    }
}

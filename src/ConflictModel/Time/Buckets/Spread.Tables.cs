using System.Text.Json.Serialization;

namespace ConflictModel.Time;

/// <content>Spreading figures that belong together: low, best and high, and the parts of a whole.</content>
public sealed partial class Spread
{
    /// <summary>Spreads a low, a best and a high figure of one count.</summary>
    /// <remarks>
    /// The best figure is divided first, by itself. Low and high follow, each as near to its exact shares as it gets with this kept:
    /// of any two figures, the one that is not above the other in whole is not above it in any bucket. So low &lt;= best &lt;= high
    /// holds in each bucket if it holds for the event; if the source has them in another order, that order holds.
    /// </remarks>
    /// <returns>One share of each figure for each of <see cref="Buckets"/>; they add up to the figure.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A figure is negative.</exception>
    public (long[] Low, long[] Best, long[] High) Allocate(long low, long best, long high)
    {
        (Shares lows, Shares bests, Shares highs) = AllocateParts([low], [best], [high]);
        return (lows.Totals.ToArray(), bests.Totals.ToArray(), highs.Totals.ToArray());
    }

    /// <summary>Spreads the parts of a whole so that in each bucket the parts add up to the whole's own share.</summary>
    /// <param name="parts">The parts; not negative. A whole that says more than its parts has its residual as one more part.</param>
    /// <returns>The shares; the totals are those of <see cref="Allocate(long)"/> for the sum of the parts.</returns>
    /// <exception cref="ArgumentException">There are no parts, or one is negative.</exception>
    public Shares AllocateParts(ReadOnlySpan<long> parts)
    {
        CheckParts(parts);
        return Table(parts, weights, Divided(parts, weights, null, null), null, null);
    }

    /// <summary>Spreads the low, best and high figures of the parts of a whole.</summary>
    /// <remarks>
    /// The best figures are divided as by <see cref="AllocateParts(ReadOnlySpan{long})"/>. Low and high figures
    /// of each part then keep their order to it in every bucket, as for a single count. Their totals are the sums of their parts; where the
    /// order leaves no other choice, such a total may differ from what it would be if it were divided by itself.
    /// </remarks>
    /// <exception cref="ArgumentException">There are no parts, not as many of each, or one is negative.</exception>
    public (Shares Low, Shares Best, Shares High) AllocateParts(
        ReadOnlySpan<long> low, ReadOnlySpan<long> best, ReadOnlySpan<long> high)
    {
        CheckParts(low);
        CheckParts(best);
        CheckParts(high);
        if (low.Length != best.Length || high.Length != best.Length)
        {
            throw new ArgumentException("There must be as many low and high figures as best ones.", nameof(low));
        }

        Shares bests = Table(best, weights, Divided(best, weights, null, null), null, null);
        Shares lows = Beside(low, best, bests, weights, null, null);
        Shares highs = Beside(high, best, bests, weights, low, lows);
        return (lows, bests, highs);
    }

    /// <summary>Divides figures beside one or two sets that are divided already, keeping the order part by part and in total.</summary>
    private static Shares Beside(
        ReadOnlySpan<long> parts, ReadOnlySpan<long> first, Shares firstShares, long[] weights,
        ReadOnlySpan<long> second, Shares? secondShares)
    {
        int count = weights.Length;
        long[] lower = new long[parts.Length * count];
        long[] upper = new long[parts.Length * count];
        for (int part = 0; part < parts.Length; part++)
        {
            upper.AsSpan(part * count, count).Fill(parts[part]);
            Span<long> least = lower.AsSpan(part * count, count);
            Span<long> most = upper.AsSpan(part * count, count);
            Limit(parts[part], first[part], firstShares.Of(part), least, most);
            if (secondShares is not null)
            {
                Limit(parts[part], second[part], secondShares.Of(part), least, most);
            }
        }

        long[] floors = new long[count];
        long[] ceilings = new long[count];
        long total = Apportionment.Sum(parts);
        Array.Fill(ceilings, total);
        Limit(total, Apportionment.Sum(first), firstShares.Totals, floors, ceilings);
        if (secondShares is not null)
        {
            Limit(total, Apportionment.Sum(second), secondShares.Totals, floors, ceilings);
        }

        return Table(parts, weights, Divided(parts, weights, floors, ceilings), lower, upper);
    }

    /// <summary>A figure that is not above another stays not above it in any bucket, and the other way round.</summary>
    private static void Limit(long figure, long other, ReadOnlySpan<long> shares, Span<long> lower, Span<long> upper)
    {
        for (int i = 0; i < shares.Length; i++)
        {
            if (figure <= other)
            {
                upper[i] = Math.Min(upper[i], shares[i]);
            }

            if (figure >= other)
            {
                lower[i] = Math.Max(lower[i], shares[i]);
            }
        }
    }

    private static long[] Divided(ReadOnlySpan<long> parts, long[] weights, long[]? least, long[]? most)
    {
        long[] totals = new long[weights.Length];
        long total = Apportionment.Sum(parts);
        if (least is null || most is null || !Admits(total, least, most))
        {
            Apportionment.Divide(total, weights, totals);
        }
        else
        {
            Apportionment.DivideWithin(total, weights, least, most, totals);
        }

        return totals;
    }

    /// <summary>Whether limits leave a way to divide a total; those of totals may not, where parts are out of order.</summary>
    private static bool Admits(long total, long[] least, long[] most)
    {
        for (int i = 0; i < least.Length; i++)
        {
            if (least[i] > most[i])
            {
                return false;
            }
        }

        return Apportionment.Sum(least) <= total && (Int128)total <= Sum(most);

        // The limits are often the total itself, many times over.
        static Int128 Sum(long[] values)
        {
            Int128 sum = 0;
            foreach (long value in values)
            {
                sum += value;
            }

            return sum;
        }
    }

    private static Shares Table(ReadOnlySpan<long> parts, long[] weights, long[] totals, long[]? lower, long[]? upper)
    {
        int count = weights.Length;
        if (lower is null || upper is null)
        {
            lower = new long[parts.Length * count];
            upper = new long[lower.Length];
            for (int part = 0; part < parts.Length; part++)
            {
                upper.AsSpan(part * count, count).Fill(parts[part]);
            }
        }

        long[] cells = TableRounding.Divide(parts.ToArray(), weights, totals, (lower, upper));
        return new Shares(parts.Length, count, cells);
    }

    private static void CheckParts(ReadOnlySpan<long> parts)
    {
        if (parts.IsEmpty)
        {
            throw new ArgumentException("There are no parts.", nameof(parts));
        }

        foreach (long part in parts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(part, nameof(parts));
        }
    }

    /// <summary>The shares of the parts of a whole: a row for each part, a column for each bucket, and the totals of the columns.</summary>
    [JsonConverter(typeof(NoJsonConverter))]
    public sealed class Shares
    {
        private readonly long[] cells;
        private readonly long[] totals;

        internal Shares(int parts, int buckets, long[] cells)
        {
            PartCount = parts;
            this.cells = cells;
            totals = new long[buckets];
            for (int part = 0; part < parts; part++)
            {
                ReadOnlySpan<long> row = Of(part);
                for (int bucket = 0; bucket < buckets; bucket++)
                {
                    totals[bucket] += row[bucket];
                }
            }
        }

        /// <summary>How many parts there are.</summary>
        public int PartCount { get; }

        /// <summary>What the parts have together in each bucket.</summary>
        public ReadOnlySpan<long> Totals => totals;

        /// <summary>The shares of one part in each bucket; they add up to the part.</summary>
        /// <exception cref="ArgumentOutOfRangeException">There is no such part.</exception>
        public ReadOnlySpan<long> Of(int part)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(part);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(part, PartCount);
            return cells.AsSpan(part * totals.Length, totals.Length);
        }
    }
}

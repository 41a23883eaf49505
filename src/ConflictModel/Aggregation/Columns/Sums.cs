using System.Text.Json.Serialization;

namespace ConflictModel.Aggregation;

/// <summary>The sums of one harm over a set of incidents: low, best and high, and how many of the incidents lack each.</summary>
/// <remarks>
/// <para>A sum runs over the incidents whose figure is known; the others are counted beside it and never taken for zero. A sum of which no
/// incident has the figure is null. The sum of best figures is not the best figure of the sum.</para>
/// <para>Where incidents were divided over time, a sum holds shares of those that began in an earlier group as well. These are
/// <see cref="Continuing"/>, and what they lack is counted like what the others lack: in each group that they have a share in, and once in
/// a total. So a low sum stands above a best one only where a published figure does, or where <see cref="WithoutBest"/> says why.</para>
/// <para>Equality is by content. The default is the sum over no incident.</para>
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public readonly record struct Sums
{
    private readonly long low;
    private readonly long best;
    private readonly long high;

    /// <summary>The sums over so many incidents; a figure that none of them has is 0 here.</summary>
    public Sums(
        long incidents, long low, long best, long high, long withoutLow, long withoutBest, long withoutHigh, long continuing = 0)
    {
        (Incidents, Continuing, this.low, this.best, this.high) = (incidents, continuing, low, best, high);
        (WithoutLow, WithoutBest, WithoutHigh) = (withoutLow, withoutBest, withoutHigh);
    }

    /// <summary>How many incidents there are. One that was divided over time counts where it began.</summary>
    public long Incidents { get; }

    /// <summary>
    /// How many incidents began elsewhere and have a share here, of at least one person: 0 unless incidents were divided over time.
    /// </summary>
    public long Continuing { get; }

    /// <summary>The sum of the low figures that are known; null if none is.</summary>
    public long? Low => Known(low, WithoutLow);

    /// <summary>The sum of the best figures that are known; null if none is.</summary>
    public long? Best => Known(best, WithoutBest);

    /// <summary>The sum of the high figures that are known; null if none is.</summary>
    public long? High => Known(high, WithoutHigh);

    /// <summary>How many incidents, of those that began here or have a share here, have no low figure.</summary>
    public long WithoutLow { get; }

    /// <summary>How many incidents, of those that began here or have a share here, have no best figure.</summary>
    public long WithoutBest { get; }

    /// <summary>How many incidents, of those that began here or have a share here, have no high figure.</summary>
    public long WithoutHigh { get; }

    /// <summary>The sums over two disjoint sets of incidents together.</summary>
    /// <exception cref="OverflowException">A sum exceeds 63 bits.</exception>
    public static Sums operator +(Sums left, Sums right)
    {
        try
        {
            return new(
                left.Incidents + right.Incidents,
                left.low + right.low,
                left.best + right.best,
                left.high + right.high,
                left.WithoutLow + right.WithoutLow,
                left.WithoutBest + right.WithoutBest,
                left.WithoutHigh + right.WithoutHigh,
                left.Continuing + right.Continuing);
        }
        catch (OverflowException error)
        {
            throw TooLarge(error);
        }
    }

    /// <summary>These sums without those of some of the incidents.</summary>
    internal Sums Less(Sums some) => new(
        Incidents - some.Incidents,
        low - some.low,
        best - some.best,
        high - some.high,
        WithoutLow - some.WithoutLow,
        WithoutBest - some.WithoutBest,
        WithoutHigh - some.WithoutHigh,
        Continuing - some.Continuing);

    /// <summary>What is thrown for a sum that can't be held.</summary>
    internal static OverflowException TooLarge(OverflowException? because = null) => new("A sum exceeds 63 bits.", because);

    /// <summary>Low, best or high as it was added up, whoever lacks it.</summary>
    internal long Added(int lane) => lane switch { 0 => low, 1 => best, _ => high };

    private long? Known(long sum, long without) => sum == 0 && without == Incidents + Continuing ? null : sum;
}

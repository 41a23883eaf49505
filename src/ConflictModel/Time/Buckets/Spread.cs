using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace ConflictModel.Time;

/// <summary>The buckets that an uncertain date spans, and how counts are spread over them without losing one.</summary>
/// <remarks>
/// Spread by days, an event's killed of ten over three days of May and one of June are eight in May and two in June. Every
/// method returns whole numbers that add up to what was given. Immutable.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed partial class Spread
{
    /// <summary>The most buckets that one date may span, 10,000: 27 years by days, 833 by months.</summary>
    public const int MaxBuckets = 10_000;

    private readonly long[] days;
    private readonly long[] weights;

    private Spread(ImmutableArray<TimeBucket> buckets, long[] days, long[] weights)
    {
        Buckets = buckets;
        this.days = days;
        this.weights = weights;
    }

    /// <summary>The buckets in order of time, from that of the first possible day to that of the last.</summary>
    /// <remarks>One between them is listed even if the date has no day in it, as the March of <c>[2024-02-01,2024-04-01]</c>.</remarks>
    public ImmutableArray<TimeBucket> Buckets { get; }

    /// <summary>How many days that may belong to the date lie in each bucket.</summary>
    public ReadOnlySpan<long> DayCounts => this.days;

    /// <summary>Divides the days of a date into buckets.</summary>
    /// <param name="date">The date.</param>
    /// <param name="scheme">The buckets.</param>
    /// <param name="spread">The buckets it spans; null if there is no answer.</param>
    /// <param name="conventions">For seasons and qualifiers; null for <see cref="DateConventions.Strict"/>.</param>
    /// <returns>
    /// False if the date has an open or unknown end, lies outside NodaTime's range, or spans more than <see cref="MaxBuckets"/>.
    /// </returns>
    public static bool TryCreate(
        UncertainDate date, BucketScheme scheme, [NotNullWhen(true)] out Spread? spread, DateConventions? conventions = null)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        spread = null;
        if (DateCoverage.Of(date, conventions ?? DateConventions.Strict) is not { } runs)
        {
            return false;
        }

        ImmutableArray<TimeBucket>.Builder buckets = ImmutableArray.CreateBuilder<TimeBucket>();
        var days = new List<long>();
        long last = runs[^1].Last;
        int run = 0;
        for (long start = scheme.StartOf(runs[0].First); start <= last; start = scheme.NextStart(start))
        {
            if (buckets.Count == MaxBuckets)
            {
                return false;
            }

            TimeBucket bucket = scheme.At(start);
            long count = 0L;
            while (run < runs.Count && runs[run].First <= bucket.LastDay)
            {
                count += Math.Min(runs[run].Last, bucket.LastDay) - Math.Max(runs[run].First, bucket.FirstDay) + 1;
                if (runs[run].Last > bucket.LastDay)
                {
                    break;
                }

                run++;
            }

            buckets.Add(bucket);
            days.Add(count);
        }

        long[] counts = [.. days];
        spread = new Spread(buckets.ToImmutable(), counts, counts);
        return true;
    }

    /// <summary>The same buckets, with all that is spread laid to the first, as is done by sorting events by their start date.</summary>
    public Spread AllToStart() => AllTo(0);

    /// <summary>The same buckets, with all that is spread laid to the last, as is done by sorting events by their end date.</summary>
    public Spread AllToEnd() => AllTo(this.days.Length - 1);

    /// <summary>Spreads a count.</summary>
    /// <returns>One share for each of <see cref="Buckets"/>; they add up to the total.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The total is negative.</exception>
    public long[] Allocate(long total)
    {
        long[] shares = new long[this.days.Length];
        Allocate(total, shares);
        return shares;
    }

    /// <summary>Spreads a count into memory of the caller's.</summary>
    /// <exception cref="ArgumentException">The total is negative, or there is not one share for each bucket.</exception>
    public void Allocate(long total, Span<long> shares) => Apportionment.Divide(total, this.weights, shares);

    /// <summary>What each bucket has of a count at least and at most, without any assumption on how it is spread.</summary>
    /// <param name="low">The least that the count may be; not negative.</param>
    /// <param name="high">The most that it may be.</param>
    /// <returns>
    /// The one bucket of a date that spans no other has all of it. Of several, each may have none or all; one in which
    /// the date has no day has none.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">Low is negative, or high below it or as large as a 64-bit number gets.</exception>
    public Bounds[] Bounds(long low, long high)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(low);
        ArgumentOutOfRangeException.ThrowIfLessThan(high, low);
        var result = new Bounds[this.days.Length];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = this.days.Length == 1 ? new Bounds(low, high) : new Bounds(0, this.days[i] == 0 ? 0 : high);
        }

        return result;
    }

    private Spread AllTo(int bucket)
    {
        long[] all = new long[this.days.Length];
        all[bucket] = 1;
        return new(Buckets, this.days, all);
    }
}

using ConflictModel.Time;
using CsCheck;
using NodaTime;

namespace ConflictModel.Tests.Time;

public class SpreadTests
{
    private static readonly Gen<long> Count = Gen.Frequency((3, Gen.Long[0, 20]), (1, Gen.Long[0, 5_000]), (1, Gen.Long[0, 1L << 40]));

    private static readonly Gen<long[]> Weights = Gen.Long[0, 31].Array[1, 12].Where(weights => weights.Sum() > 0);

    private static readonly Gen<Spread> AnySpread = Gen.Select(Gen.Int[0, 400], Gen.Int[0, 400], Gen.Int[0, 3], (start, length, scheme) =>
    {
        LocalDate first = new LocalDate(2023, 1, 1).PlusDays(start);
        LocalDate last = first.PlusDays(length);
        return Of(
            UncertainDate.Between(first, last),
            scheme switch { 0 => BucketScheme.Month, 1 => BucketScheme.IsoWeek, 2 => BucketScheme.Quarter, _ => BucketScheme.Year });
    });

    [Fact]
    public void An_event_across_a_month_is_spread_by_its_days()
    {
        Spread spread = Of("2024-05-29/2024-06-01", BucketScheme.Month);

        spread.Buckets.Select(bucket => bucket.Label).Should().Equal("2024-05", "2024-06");
        spread.DayCounts.ToArray().Should().Equal(3, 1);
        spread.Allocate(10).Should().Equal(8, 2);
        spread.AllToStart().Allocate(10).Should().Equal(10, 0);
        spread.AllToEnd().Allocate(10).Should().Equal(0, 10);
        spread.Bounds(8, 12).Should().Equal(new Bounds(0, 12), new Bounds(0, 12));
        Of("2024-05-XX", BucketScheme.Month).Bounds(8, 12).Should().Equal(new Bounds(8, 12));
    }

    [Fact]
    public void Equal_remainders_go_to_the_earlier_bucket() =>
        Of("2024-04-30/2024-05-01", BucketScheme.Month).Allocate(5).Should().Equal(3, 2);

    [Fact]
    public void Only_days_that_may_belong_to_the_date_count()
    {
        Spread spread = Of("[2024-02-01,2024-04-01..2024-04-03]", BucketScheme.Month);

        spread.DayCounts.ToArray().Should().Equal(1, 0, 3);
        spread.Allocate(4).Should().Equal(1, 0, 3);
        spread.Bounds(4, 4).Should().Equal(new Bounds(0, 4), new Bounds(0, 0), new Bounds(0, 4));
        Of("2024-XX-31", BucketScheme.Quarter).DayCounts.ToArray().Should().Equal(2, 1, 2, 2);
    }

    [Theory]
    [InlineData("2024/..")]
    [InlineData("/2024")]
    [InlineData("[..2024]")]
    [InlineData("Y20240")]
    [InlineData("/")]
    public void A_date_without_bounds_cannot_be_spread(string text) =>
        Spread.TryCreate(UncertainDate.Parse(text), BucketScheme.Month, out _).Should().BeFalse();

    [Fact]
    public void A_date_of_too_many_buckets_cannot_be_spread()
    {
        Spread.TryCreate(UncertainDate.Parse("XXXX-XX-XX"), BucketScheme.Day, out _).Should().BeFalse();
        Spread.TryCreate(UncertainDate.Parse("XXXX-XX-XX"), BucketScheme.Year, out Spread? spread).Should().BeTrue();
        spread!.Buckets.Length.Should().Be(10_000);
    }

    [Fact]
    public void Days_that_several_members_of_a_set_name_count_once() =>
        Of("[2024-01-01..2024-03-31,2024-02-10,2024-02-01..2024-02-29]", BucketScheme.Month).DayCounts.ToArray().Should().Equal(31, 29, 31);

    [Fact]
    public void Totals_keep_their_order_where_a_part_is_out_of_it()
    {
        // By itself the low total of 10 would be 4, 4 and 2, and the best one of 11 is 5, 5 and 1.
        var scheme = BucketScheme.Periods(
            "uneven", [Period("2024-01-01", "2024-01-06"), Period("2024-01-07", "2024-01-12"), Period("2024-01-13", "2024-01-14")]);
        (Spread.Shares low, Spread.Shares best, Spread.Shares _) =
            Of("2024-01-01/2024-01-14", scheme).AllocateParts([8, 2], [2, 9], [9, 9]);
        best.Totals.ToArray().Should().Equal(5, 5, 1);
        low.Totals.ToArray().Should().Equal(5, 4, 1);

        static DateInterval Period(string first, string last) => new(Dates.Day(first), Dates.Day(last));
    }

    [Fact]
    public void Division_conserves_and_stays_next_to_the_exact_shares() =>
        Gen.Select(Count, Weights).Sample((total, weights) =>
        {
            long[] shares = new long[weights.Length];
            Apportionment.Divide(total, weights, shares);

            shares.Sum().Should().Be(total);
            decimal whole = (decimal)weights.Sum();
            for (int i = 0; i < shares.Length; i++)
            {
                Math.Abs(shares[i] - (total * weights[i] / whole)).Should().BeLessThan(1);
            }
        });

    [Fact]
    public void The_largest_counts_divide_without_overflow()
    {
        long[] shares = new long[3];
        Apportionment.Divide(long.MaxValue, [1L << 40, 1L << 41, 1], shares);

        shares.Sum().Should().Be(long.MaxValue);
    }

    [Fact]
    public void Misuse_of_division_is_refused()
    {
        ((Action)(() => Apportionment.Divide(-1, [1], new long[1]))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => Apportionment.Divide(1, [0, 0], new long[2]))).Should().Throw<ArgumentException>();
        ((Action)(() => Apportionment.Divide(1, [1, -1], new long[2]))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => Apportionment.Divide(1, [1], new long[2]))).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Parts_add_up_to_the_whole_in_every_bucket_and_to_themselves() =>
        Gen.Select(AnySpread, Count.Array[1, 7], Gen.Int[0, 2]).Sample((byDays, parts, rule) =>
        {
            Spread spread = rule switch { 0 => byDays, 1 => byDays.AllToStart(), _ => byDays.AllToEnd() };
            Spread.Shares shares = spread.AllocateParts(parts);

            shares.Totals.ToArray().Should().Equal(spread.Allocate(parts.Sum()));
            for (int part = 0; part < parts.Length; part++)
            {
                shares.Of(part).ToArray().Sum().Should().Be(parts[part]);
                shares.Of(part).ToArray().Min().Should().BeGreaterThanOrEqualTo(0);
            }
        });

    [Fact]
    public void The_parts_stay_next_to_their_exact_shares() =>
        Gen.Select(AnySpread, Count.Array[1, 7]).Sample((spread, parts) =>
        {
            Spread.Shares shares = spread.AllocateParts(parts);
            long[] days = spread.DayCounts.ToArray();
            for (int part = 0; part < parts.Length; part++)
            {
                for (int i = 0; i < days.Length; i++)
                {
                    Math.Abs(shares.Of(part)[i] - ((decimal)parts[part] * days[i] / days.Sum())).Should().BeLessThan(2);
                }
            }
        });

    [Fact]
    public void Low_best_and_high_keep_their_order_in_every_bucket() =>
        Gen.Select(AnySpread, Count, Count, Count).Sample((spread, low, best, high) =>
        {
            (long[] Low, long[] Best, long[] High) shares = spread.Allocate(low, best, high);

            shares.Low.ToArray().Sum().Should().Be(low);
            shares.High.ToArray().Sum().Should().Be(high);
            shares.Best.ToArray().Should().Equal(spread.Allocate(best));
            InOrder(low, shares.Low, best, shares.Best);
            InOrder(best, shares.Best, high, shares.High);
            InOrder(low, shares.Low, high, shares.High);
        });

    [Fact]
    public void Low_best_and_high_of_parts_add_up_and_keep_their_order() =>
        Gen.Select(AnySpread, Gen.Select(Count, Count, Count).Array[1, 5], Gen.Bool).Sample((spread, parts, sorted) =>
        {
            long[][] figures =
                parts.Select(p => sorted ? new[] { p.Item1, p.Item2, p.Item3 }.Order().ToArray() : [p.Item1, p.Item2, p.Item3]).ToArray();
            long[] low = figures.Select(f => f[0]).ToArray();
            long[] best = figures.Select(f => f[1]).ToArray();
            long[] high = figures.Select(f => f[2]).ToArray();

            (Spread.Shares Low, Spread.Shares Best, Spread.Shares High) shares = spread.AllocateParts(low, best, high);

            shares.Best.Totals.ToArray().Should().Equal(spread.Allocate(best.Sum()));
            for (int part = 0; part < parts.Length; part++)
            {
                shares.Low.Of(part).ToArray().Sum().Should().Be(low[part]);
                shares.Best.Of(part).ToArray().Sum().Should().Be(best[part]);
                shares.High.Of(part).ToArray().Sum().Should().Be(high[part]);
                InOrder(low[part], shares.Low.Of(part), best[part], shares.Best.Of(part));
                InOrder(best[part], shares.Best.Of(part), high[part], shares.High.Of(part));
                InOrder(low[part], shares.Low.Of(part), high[part], shares.High.Of(part));
            }

            if (sorted)
            {
                InOrder(low.Sum(), shares.Low.Totals, best.Sum(), shares.Best.Totals);
                InOrder(best.Sum(), shares.Best.Totals, high.Sum(), shares.High.Totals);
            }
        });

    private static Spread Of(UncertainDate date, BucketScheme scheme) =>
        Spread.TryCreate(date, scheme, out Spread? spread) ? spread : throw new InvalidOperationException("Not spread.");

    private static Spread Of(string date, BucketScheme scheme) => Of(UncertainDate.Parse(date), scheme);

    private static void InOrder(long left, ReadOnlySpan<long> leftShares, long right, ReadOnlySpan<long> rightShares)
    {
        for (int i = 0; left <= right && i < leftShares.Length; i++)
        {
            leftShares[i].Should().BeLessThanOrEqualTo(rightShares[i]);
        }
    }
}

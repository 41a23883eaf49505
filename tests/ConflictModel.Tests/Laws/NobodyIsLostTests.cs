using ConflictModel.Aggregation;
using ConflictModel.Time;
using CsCheck;

namespace ConflictModel.Tests.Laws;

/// <summary>Law 6: nobody is lost in a division.</summary>
public class NobodyIsLostTests
{
    private static readonly (BucketScheme Scheme, GroupKey Key)[] Divisions =
    [
        (BucketScheme.Day, GroupKey.Day), (BucketScheme.IsoWeek, GroupKey.Week), (BucketScheme.AcledWeek, GroupKey.AcledWeek),
        (BucketScheme.Month, GroupKey.Month), (BucketScheme.Year, GroupKey.Year),
    ];

    [Fact]
    public void Divided_over_any_buckets_each_figure_keeps_its_whole() =>
        Gen.Select(Generate.Incidents.WithoutCatalogs(), Generate.OneOf(Divisions)).Sample(
            (dataset, division) =>
            {
                Aggregate buckets = dataset.ToTable(division.Scheme).Query().GroupBy(division.Key).Sum(Measure.Killed).Run();
                Sums whole = dataset.Incidents.Sum(Harm.Killed);
                buckets.Total.Of(Measure.Killed).Should().Be(whole);
                Sums[] shares = [.. buckets.Append(buckets.Outside).Select(row => row.Of(Measure.Killed))];
                shares.Sum(share => share.Low ?? 0).Should().Be(whole.Low ?? 0);
                shares.Sum(share => share.Best ?? 0).Should().Be(whole.Best ?? 0);
                shares.Sum(share => share.High ?? 0).Should().Be(whole.High ?? 0);
                shares.Sum(share => share.Incidents).Should().Be(whole.Incidents);
            },
            iter: 200);

    [Fact]
    public void A_share_is_next_to_the_exact_one_and_none_that_is_larger_by_right_is_smaller() =>
        Gen.Select(Gen.Long[0, 1L << 40], Gen.Long[0, 40].Array[1, 9].Where(weights => weights.Any(weight => weight > 0))).Sample(
            (total, weights) =>
            {
                long[] shares = new long[weights.Length];
                Apportionment.Divide(total, weights, shares);
                shares.Sum().Should().Be(total);
                for (int i = 0; i < shares.Length; i++)
                {
                    Int128 error = ((Int128)shares[i] * weights.Sum()) - ((Int128)total * weights[i]);
                    Int128.Abs(error).Should().BeLessThan(weights.Sum());
                    for (int j = 0; j < i; j++)
                    {
                        (weights[j] >= weights[i] ? shares[j] >= shares[i] : shares[i] >= shares[j])
                            .Should().BeTrue("ties go to the earlier");
                    }
                }
            });
}

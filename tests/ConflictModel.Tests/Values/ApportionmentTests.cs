using CsCheck;

namespace ConflictModel.Tests.Values;

public class ApportionmentTests
{
    private static long[] Divide(long total, params long[] weights)
    {
        long[] shares = new long[weights.Length];
        Apportionment.Divide(total, weights, shares);
        return shares;
    }

    [Fact]
    public void A_total_is_divided_exactly_and_ties_go_to_the_first()
    {
        Divide(10, 1, 1, 1).Should().Equal(4, 3, 3);
        Divide(5, 0, 3, 1).Should().Equal(0, 4, 1);
    }

    [Fact]
    public void Neither_total_nor_weights_can_be_too_large()
    {
        Divide(long.MaxValue, long.MaxValue, 1).Sum().Should().Be(long.MaxValue);
        Gen.Select(Gen.Long[0, long.MaxValue], Gen.Long[0, long.MaxValue].Array[1, 9])
            .Where((_, weights) => weights.Any(weight => weight > 0))
            .Sample((total, weights) => Divide(total, weights).Aggregate((Int128)0, (sum, share) => sum + share) == total);
    }

    [Fact]
    public void Weights_that_are_all_zero_are_refused() =>
        FluentActions.Invoking(() => Divide(7, 0, 0)).Should().Throw<ArgumentException>();
}

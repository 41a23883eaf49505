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

    [Fact]
    public void Within_limits_a_share_is_next_to_the_exact_one_or_as_near_as_they_allow()
    {
        DivideWithin(10, [0, 0, 0], [2, 10, 10]).Should().Equal([2, 4, 4], "what the first may not have goes to the others");
        DivideWithin(10, [8, 0, 0], [10, 10, 10]).Should().Equal([8, 1, 1], "what the first must have is taken from the others");
        DivideWithin(12, [0, 0, 0], [1, 12, 12]).Should().Equal(1, 6, 5);
        DivideWithin(9, [4, 0, 0], [9, 9, 9]).Should().Equal([4, 3, 2], "the last of equal ones gives first");
        DivideWithin(9, [4, 0, 0], [9, 9, 1]).Should().Equal([4, 4, 1], "who has more already is the last to get more");
        DivideWithin(11, [0, 0, 0], [11, 11, 11]).Should().Equal(4, 4, 3);
        DivideWithin(11, [5, 0, 0], [11, 11, 1]).Should().Equal([5, 5, 1], "who had to have more gets no more before another has as many");
        DivideWithin(10, [4, 0, 0], [10, 2, 2]).Should().Equal([6, 2, 2], "where all are at a limit one of them goes on");
    }

    [Fact]
    public void Nobody_gets_two_more_before_everybody_has_got_one_more()
    {
        // 2 1/2, 2 and 5 1/2; the last may have 4 and no more.
        long[] shares = new long[3];
        Apportionment.DivideWithin(10, [5, 4, 11], [0, 0, 0], [10, 10, 4], shares);
        shares.Should().Equal(3, 3, 4);
    }

    [Fact]
    public void Limits_that_do_not_admit_the_total_are_refused()
    {
        FluentActions.Invoking(() => DivideWithin(10, [0, 0, 0], [3, 3, 3])).Should().Throw<InvalidOperationException>();
        FluentActions.Invoking(() => DivideWithin(10, [4, 4, 4], [9, 9, 9])).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void Weights_and_shares_must_be_as_many_and_none_negative()
    {
        FluentActions.Invoking(() => Divide(-1, 1)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Divide(7, 1, -1)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Apportionment.Divide(7, [1, 2], new long[3])).Should().Throw<ArgumentException>();
    }

    private static long[] DivideWithin(long total, long[] lower, long[] upper)
    {
        long[] shares = new long[3];
        Apportionment.DivideWithin(total, [1, 1, 1], lower, upper, shares);
        return shares;
    }
}

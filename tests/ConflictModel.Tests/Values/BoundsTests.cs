using CsCheck;

namespace ConflictModel.Tests.Values;

public class BoundsTests
{
    private static readonly Gen<Bounds> AnyBounds =
        Gen.Select(Gen.Long[0, 50], Gen.Long[0, 50], Gen.Int[0, 3], (lower, width, open) =>
            new Bounds(lower, open == 0 ? null : lower + width));

    [Fact]
    public void The_default_is_zero_or_more_because_unknown_is_not_zero()
    {
        default(Bounds).Should().Be(Bounds.Unknown);
        default(Bounds).Lower.Should().Be(0);
        default(Bounds).Upper.Should().BeNull();
        default(Bounds).Should().NotBe(Bounds.Zero);
    }

    [Fact]
    public void A_lower_end_above_the_upper_is_refused()
    {
        Action make = () => _ = new Bounds(5, 4);
        make.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void The_sum_of_bounds_holds_exactly_the_sums_of_their_counts() =>
        Gen.Select(AnyBounds, AnyBounds).Sample((left, right) =>
        {
            Bounds sum = left + right;
            long most = 120;
            var sums = new HashSet<long>();
            for (long a = left.Lower; a <= (left.Upper ?? most); a++)
            {
                for (long b = right.Lower; b <= (right.Upper ?? most); b++)
                {
                    sums.Add(a + b);
                }
            }

            for (long count = 0; count <= most; count++)
            {
                sum.Contains(count).Should().Be(sums.Contains(count));
            }
        });

    [Fact]
    public void An_unbounded_part_makes_an_unbounded_sum() =>
        (Bounds.AtLeast(3) + Bounds.Exactly(4)).Should().Be(Bounds.AtLeast(7));

    [Fact]
    public void The_intersection_holds_what_both_hold_and_the_hull_what_either_holds() =>
        Gen.Select(AnyBounds, AnyBounds, Gen.Long[0, 120]).Sample((left, right, count) =>
        {
            bool both = left.Contains(count) && right.Contains(count);
            (left.Intersect(right)?.Contains(count) ?? false).Should().Be(both);
            if (left.Contains(count) || right.Contains(count))
            {
                left.Hull(right).Contains(count).Should().BeTrue();
            }
        });

    [Fact]
    public void A_sum_of_outer_bounds_is_outer() => (Bounds.Exactly(1).AsOuter() + Bounds.Exactly(2)).IsOuter.Should().BeTrue();

    [Fact]
    public void Whether_one_count_is_below_another_can_be_unknown()
    {
        Bounds.Exactly(3).IsBelow(Bounds.AtLeast(4)).Should().Be(Truth.Yes);
        Bounds.AtLeast(4).IsBelow(Bounds.Exactly(4)).Should().Be(Truth.No);
        Bounds.Unknown.IsBelow(Bounds.Exactly(4)).Should().Be(Truth.Unknown);
    }

    [Theory]
    [InlineData(44, 44L, "44")]
    [InlineData(0, 8L, "0 to 8")]
    [InlineData(8, null, "8 or more")]
    public void Bounds_read_as_words(long lower, long? upper, string text) => new Bounds(lower, upper).ToString().Should().Be(text);

    [Fact]
    public void A_sum_beyond_64_bits_is_refused_and_never_wraps()
    {
        Func<Bounds> sum = () => Bounds.Exactly(long.MaxValue - 1) + Bounds.Exactly(long.MaxValue - 1);
        sum.Should().Throw<OverflowException>();
    }
}

using System.Text.Json;
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

    [Fact]
    public void A_sum_that_is_one_too_many_for_an_end_is_refused_as_any_other()
    {
        (Bounds.AtMost(long.MaxValue - 2) + Bounds.AtMost(1)).Should().Be(Bounds.AtMost(long.MaxValue - 1));
        Func<Bounds> sum = () => Bounds.AtMost(long.MaxValue - 1) + Bounds.AtMost(1);
        sum.Should().Throw<OverflowException>();
        (Bounds.AtLeast(long.MaxValue - 1) + Bounds.AtLeast(1)).Should().Be(Bounds.AtLeast(long.MaxValue));
    }

    [Fact]
    public void What_is_taken_from_outer_bounds_is_outer()
    {
        (Bounds exact, Bounds outer) = (new(1, 5), new Bounds(2, 9).AsOuter());
        exact.Intersect(outer).Should().Be(new Bounds(2, 5, isOuter: true));
        outer.Intersect(exact).Should().Be(new Bounds(2, 5, isOuter: true));
        exact.Hull(outer).Should().Be(new Bounds(1, 9, isOuter: true));
        outer.Hull(exact).Should().Be(new Bounds(1, 9, isOuter: true));
        exact.Hull(new(3, 7)).IsOuter.Should().BeFalse();
    }

    [Fact]
    public void Counts_that_can_be_the_same_are_not_certainly_below_each_other()
    {
        Bounds.Exactly(3).IsBelow(Bounds.AtLeast(3)).Should().Be(Truth.Unknown);
        new Bounds(1, 3).IsBelow(new(3, 5)).Should().Be(Truth.Unknown);
        new Bounds(3, 5).IsBelow(new(1, 3)).Should().Be(Truth.No);
    }

    [Fact]
    public void One_count_no_limit_and_what_lies_within_can_be_asked()
    {
        (Bounds.AtLeast(3).IsUnbounded, new Bounds(3, 4).IsUnbounded).Should().Be((true, false));
        (Bounds.Exactly(3).IsSingle, new Bounds(3, 4).IsSingle, Bounds.AtLeast(3).IsSingle).Should().Be((true, false, false));
        var bounds = new Bounds(3, 5);
        (bounds.Contains(bounds), bounds.Contains(new Bounds(2, 5)), bounds.Contains(new Bounds(3, 6)), bounds.Contains(Bounds.AtLeast(3)))
            .Should().Be((true, false, false, false));
        (Bounds.AtLeast(3).Contains(Bounds.AtLeast(4)), Bounds.AtLeast(3).Contains(Bounds.AtLeast(2))).Should().Be((true, false));
    }

    [Fact]
    public void Bounds_are_equal_by_their_ends_and_by_whether_they_are_outer()
    {
        Bounds[] different = [new(3, 5), new(2, 5), new(3, 6), Bounds.AtLeast(3), new Bounds(3, 5).AsOuter()];
        different[1..].Should().NotContain(other => other == different[0] || different[0] == other);
        (new Bounds(3, 5) == different[0], new Bounds(3, 5) != different[0]).Should().Be((true, false));
        new Bounds(3, 5).GetHashCode().Should().Be(different[0].GetHashCode());
    }

    [Fact]
    public void A_negative_count_and_an_upper_end_that_no_number_follows_are_refused()
    {
        FluentActions.Invoking(() => new Bounds(-1, 4)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new Bounds(0, long.MaxValue)).Should().Throw<ArgumentOutOfRangeException>();
        new Bounds(0, long.MaxValue - 1).Upper.Should().Be(long.MaxValue - 1);
    }

    [Theory]
    [InlineData("5", "4")]
    [InlineData("-1", "4")]
    [InlineData("0", "9223372036854775807")]
    public void Ends_that_no_bounds_have_are_no_bounds_in_a_file_either(string min, string max) =>
        FluentActions.Invoking(() => JsonSerializer.Deserialize<Bounds>($$"""{"min":{{min}},"max":{{max}},"exact":true}"""))
            .Should().Throw<JsonException>().WithMessage("Expected bounds*");

    [Fact]
    public void The_ends_are_printed_in_the_format_that_is_asked_for() =>
        new Bounds(1000, 2000).ToString("N0", System.Globalization.CultureInfo.GetCultureInfo("de-DE")).Should().Be("1.000 to 2.000");
}

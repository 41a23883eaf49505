using ConflictModel.Arithmetic;
using static ConflictModel.Assertions.Tests.Samples;

namespace ConflictModel.Assertions.Tests;

/// <summary>Figures and bounds: what is certain of them and what is possible.</summary>
public class CountTests
{
    private static readonly DerivedFigure Attributed = Samples.Killed.Derive(attributedTo: [ActorId.From("isis")])["attributed:isis"];

    [Fact]
    public void What_is_certain_and_what_may_be_holds() =>
        Attributed.Should().Be(new Bounds(376, 420)).And.BeAtLeast(376).And.BeAtMost(420).And.Allow(376).And.Allow(400).And.Allow(420);

    [Theory]
    [InlineData("Be", "be 400")]
    [InlineData("BeAtLeast", "certainly be at least 377")]
    [InlineData("BeAtMost", "certainly be at most 419")]
    [InlineData("Allow", "allow 421")]
    public void What_does_not_hold_is_told_with_the_path_and_the_arithmetic(string assertion, string expected) =>
        Fail.MessageOf(() => _ = assertion switch
        {
            "Be" => Attributed.Should().Be(400, "so it {0}", "says"),
            "BeAtLeast" => Attributed.Should().BeAtLeast(377, "so it {0}", "says"),
            "BeAtMost" => Attributed.Should().BeAtMost(419, "so it {0}", "says"),
            _ => Attributed.Should().Allow(421, "so it {0}", "says"),
        }).Should().Be($"Expected Attributed (attributed:isis) to {expected} because so it says, but it is 376 to 420 = 449 - 29 "
            + "(at least 376: 376 of syrian-government-forces and syrian-government-proxies; "
            + "at most 420: 449 in all, less 29 members of isis).");

    [Theory]
    [InlineData(375)]
    [InlineData(421)]
    public void What_is_beyond_an_end_is_not_allowed(long count) =>
        Fail.MessageOf(() => Attributed.Should().Allow(count)).Should().Contain($"to allow {count}, but");

    [Fact]
    public void A_whole_is_told_as_that()
    {
        DerivedFigure whole = Ten.Derive().Whole;
        Fail.MessageOf(() => whole.Should().Be(11)).Should().Be("Expected whole (in all) to be 11, but it is 10.");
    }

    [Fact]
    public void No_figure_is_no_count()
    {
        DerivedFigure? none = Ten.Derive().Find("victim:?");
        none.Should().BeNull();
        Fail.MessageOf(() => none.Should().Be(0)).Should().Be("Expected none to be 0, but there is no such figure.");
        Fail.MessageOf(() => none.Should().BeAtLeast(0)).Should().Contain("there is no such figure");
        Fail.MessageOf(() => none.Should().BeAtMost(0)).Should().Contain("there is no such figure");
        Fail.MessageOf(() => none.Should().Allow(0)).Should().Contain("there is no such figure");
    }

    [Fact]
    public void Bounds_without_a_limit_are_at_most_nothing()
    {
        var bounds = Bounds.AtLeast(8);
        bounds.Should().BeAtLeast(8).And.Allow(1_000_000).And.Be(Bounds.AtLeast(8)).And.NotBe(Bounds.Exactly(8));
        Fail.MessageOf(() => bounds.Should().BeAtMost(1_000_000, "of {0}", "reason"))
            .Should().Be("Expected bounds to certainly be at most 1000000 because of reason, but found 8 or more.");
    }

    [Fact]
    public void Outer_bounds_are_not_exact_ones_and_one_number_is_that_number()
    {
        Bounds outer = new Bounds(1, 3).AsOuter();
        Fail.MessageOf(() => outer.Should().Be(new Bounds(1, 3)))
            .Should().Be("Expected outer to be 1 to 3, but found 1 to 3 (outer: perhaps wider than need be).");
        Bounds.Exactly(3).AsOuter().Should().Be(3);
    }

    [Fact]
    public void An_estimate_is_a_number_only_where_that_was_printed_alone()
    {
        ((Estimate)449).Should().Be(449);
        var hedged = Estimate.Hedged(4100, "nearly 4,100");
        hedged.Should().NotBe(4100);
        Fail.MessageOf(() => hedged.Should().Be(4100)).Should().Be("Expected hedged to be 4100, but found nearly 4,100.");
    }

    [Fact]
    public void A_count_below_zero_is_misuse() =>
        FluentActions.Invoking(() => Attributed.Should().Be(-1)).Should().Throw<ArgumentOutOfRangeException>();
}

using ConflictModel.Arithmetic;

namespace ConflictModel.Tests.Arithmetic;

public class WarningTests
{
    [Theory]
    [InlineData(9L, 7L, 12L, "low 9 above best 7", 7L, 12L)]
    [InlineData(3L, 20L, 12L, "best 20 above high 12", 3L, 20L)]
    [InlineData(9L, null, 4L, "low 9 above high 4", 4L, 9L)]
    public void Figures_out_of_order_stay_as_published_and_a_repair_is_proposed(
        long? low, long? best, long? high, string said, long from, long to)
    {
        var published = new Estimate(low, best, high);
        Derivation derived = new Toll { Count = published }.Derive();
        derived.Whole.Reported.Should().Be(published);
        derived.Whole.Bounds.Should().Be(new Bounds(from, to));
        derived.IsConsistent.Should().BeTrue();
        DerivationWarning warning = derived.Warnings.Should().ContainSingle().Subject;
        warning.Kind.Should().Be(DerivationWarningKind.FiguresOutOfOrder);
        warning.Arithmetic.Should().Be(said);
        warning.ToSentence().Should().Be($"The figures are in the wrong order: {said}.");
        warning.Proposed.Should().Be(new Estimate(from, best, to));
    }

    [Fact]
    public void Best_figures_never_narrow_bounds()
    {
        Derivation derived = Parts(new Estimate(10, 15, 20), new Estimate(null, 7, null), new Estimate(null, 8, null)).Derive();
        derived.Whole.Bounds.Should().Be(new Bounds(10, 20));
        derived["victim:.a"].Bounds.Should().Be(new Bounds(0, 20));
        derived.Warnings.Should().BeEmpty();
    }

    [Fact]
    public void Best_figures_that_do_not_add_up_are_a_warning()
    {
        Derivation derived = Parts(new Estimate(10, 15, 20), new Estimate(null, 7, null), new Estimate(null, 9, null)).Derive();
        derived.IsConsistent.Should().BeTrue();
        DerivationWarning warning = derived.Warnings.Should().ContainSingle().Subject;
        warning.Kind.Should().Be(DerivationWarningKind.BestsDoNotAddUp);
        warning.Arithmetic.Should().Be("7 + 9 = 16, not 15");
        warning.ToSentence().Should().Be("The best figures don't add up: 7 + 9 = 16, not 15.");
        warning.Figures.Select(figure => figure.Path.Value).Should().Equal("", "victim:.a", "victim:.b");
    }

    [Fact]
    public void Exact_parts_of_a_whole_with_a_range_are_held_against_its_best_figure()
    {
        Parts(new Estimate(10, 15, 20), 7, 9).Derive().Warnings.Select(warning => warning.Arithmetic)
            .Should().Equal("best 15, bounds 16", "7 + 9 = 16, not 15");
        Parts(new Estimate(10, 15, 20), 7, 8).Derive().Warnings.Should().BeEmpty();
    }

    [Fact]
    public void A_missing_best_is_derived_by_sum_and_by_difference_and_marked()
    {
        Derivation down = Parts(new Estimate(10, 15, 20), new Estimate(null, 7, null), default).Derive();
        down["victim:.b"].Best.Should().Be(8);
        down["victim:.b"].IsBestDerived.Should().BeTrue();
        down["victim:.a"].IsBestDerived.Should().BeFalse();
        Derivation up = Parts(default, new Estimate(null, 7, null), 5).Derive();
        up.Whole.Best.Should().Be(12);
        up.Whole.IsBestDerived.Should().BeTrue();
        up.Whole.Bounds.Should().Be(new Bounds(5, null));
    }

    [Fact]
    public void What_an_inclusion_leaves_has_a_best_by_difference()
    {
        Derivation derived = Parts(new Estimate(10, 15, 20), new Estimate(null, 7, null), 5, BreakdownKind.Inclusion).Derive();
        derived["victim:?"].Best.Should().Be(3);
        derived["victim:?"].Bounds.Should().Be(new Bounds(0, 15));
    }

    [Fact]
    public void A_best_that_the_other_figures_rule_out_is_a_warning()
    {
        Derivation derived = Parts(10, new Estimate(null, 7, null), 5).Derive();
        derived.Warnings.Select(warning => warning.Kind)
            .Should().Equal(DerivationWarningKind.BestsDoNotAddUp, DerivationWarningKind.BestOutsideBounds);
        derived.Warnings[1].Arithmetic.Should().Be("best 7, bounds 5");
        derived.Warnings[1].ToSentence().Should().Be("The best figure is outside what the figures allow: best 7, bounds 5 (a).");
    }

    [Fact]
    public void Figures_that_cannot_be_are_a_contradiction_and_no_warning()
    {
        Derivation derived = Parts(10, 7, 5).Derive();
        derived.Contradictions.Should().ContainSingle();
        derived.Warnings.Should().BeEmpty();
    }

    [Fact]
    public void Words_take_part_by_the_table_that_is_given()
    {
        Toll toll = Parts(Estimate.Hedged(4100, "nearly 4,100"), Estimate.InWords("dozens"), default);
        toll.Derive()["victim:.b"].Bounds.Should().Be(new Bounds(3690 - 199, 4100 - 20));
        toll.Derive(wordings: Wordings.None).Whole.Bounds.Should().Be(Bounds.Unknown);
    }

    private static Toll Parts(Estimate whole, Estimate a, Estimate b, BreakdownKind kind = BreakdownKind.Partition) => new()
    {
        Count = whole,
        Breakdowns =
            [new() { By = Axis.Victim, Kind = kind, Parts = [RandomTolls.Part(Axis.Victim, 0, a), RandomTolls.Part(Axis.Victim, 1, b)] }],
    };
}

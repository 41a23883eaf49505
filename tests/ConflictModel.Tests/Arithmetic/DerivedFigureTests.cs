using ConflictModel.Arithmetic;

namespace ConflictModel.Tests.Arithmetic;

/// <summary>What a single figure says of itself.</summary>
public class DerivedFigureTests
{
    private static readonly ActorId Us = ActorId.From("us");
    private static readonly ActorId Them = ActorId.From("them");

    [Fact]
    public void What_a_headline_lays_to_actors_is_a_figure_of_its_own()
    {
        Derivation derived = Toll.Of(449).Including(Part.By(Them, 29)).Derive([Us]);
        DerivedFigure ours = derived["attributed:us"];
        ours.Should().BeSameAs(derived.Attributed).And.BeSameAs(derived.Figures[^1]);
        (ours.Kind, ours.Path.Value).Should().Be((FigureKind.Attributed, "attributed:us"));
        (ours.Best, ours.Part, ours.Breakdown).Should().Be((null, null, null));
        ours.Bounds.Should().Be(new Bounds(0, 420));
        ours.Because.Should().Be("449 - 29");
        (ours.Reported, ours.ReportedBounds, ours.IsDerived).Should().Be((default(Estimate), Bounds.Unknown, true));
        ours.Parent.Should().BeSameAs(derived.Whole);
        ours.Breakdowns.Should().BeEmpty();
        Toll.Of(449).Derive().Attributed.Should().BeNull();
    }

    [Fact]
    public void A_breakdown_without_parts_leaves_all_if_it_includes_nobody_and_nobody_if_it_is_all()
    {
        Breakdown Empty(Axis by, BreakdownKind kind) => new() { By = by, Kind = kind, Parts = [] };
        Toll toll = Toll.Of(5) with
        {
            Breakdowns =
            [
                Empty(Axis.Region, BreakdownKind.Inclusion), Empty(Axis.Region, BreakdownKind.Inclusion),
                Empty(Axis.Method, BreakdownKind.Inclusion),
            ],
        };
        toll.Derive().Figures.Select(figure => figure.ToString()).Should().Equal(
            "whole = 5", "region:? = 5", "region:?~2 = 5", "method:? = 5");
        Toll all = Toll.Of(5) with { Breakdowns = [Empty(Axis.Region, BreakdownKind.Partition)] };
        all.Derive().IsConsistent.Should().BeFalse();
        (all with { Count = default }).Derive().Whole.Bounds.Should().Be(Bounds.Zero);
    }

    [Fact]
    public void A_headline_that_its_parts_contradict_is_loose_and_any_other_is_not()
    {
        DerivationWarning warning =
            Toll.Of(449).Including(Part.By(Them, 29)).Derive([Us]).Warnings.Should().ContainSingle().Subject;
        (warning.Kind, warning.Arithmetic).Should().Be((DerivationWarningKind.LooseAttribution, "at most 420 of 449"));
        warning.ToSentence(new() { Actor = actor => actor.Value.ToUpperInvariant() })
            .Should().Be("The headline attributes all of them to US, but its own parts allow at most 420 of 449.");
        Toll.Of(449).Including(Part.By(Them, 0)).Derive([Us]).Warnings.Should().BeEmpty();
        Toll.Of(Estimate.Between(400, 449)).Including(Part.By(Them, 29)).Derive([Us]).Warnings.Should().BeEmpty("420 may be all of them");
        Toll.Of(Estimate.AtLeast(449)).Including(Part.By(Them, 29)).Derive([Us]).Warnings.Should().BeEmpty();
    }

    [Fact]
    public void Nothing_follows_from_figures_that_contradict_each_other()
    {
        Derivation derived = Toll.Of(5).Including(Part.In(RegionId.From("r"), 6), Part.In(RegionId.From("s")))
            .DividedInto(Part.Of(Victims.Women, Estimate.AtMost(4)), Part.Of(Victims.Men)).Derive([Us]);
        derived.IsConsistent.Should().BeFalse();
        derived.Whole.Bounds.Should().Be(new Bounds(5, 5, isOuter: true), "what was reported is all that is left");
        derived["region:r"].Bounds.Should().Be(new Bounds(6, 6, isOuter: true));
        derived["region:s"].Bounds.Should().Be(Bounds.Unknown.AsOuter());
        derived["region:?"].Bounds.Should().Be(Bounds.Unknown.AsOuter());
        derived["demographic:women"].Bounds.Should().Be(new Bounds(0, 4, isOuter: true));
        derived.Whole.Breakdowns[1].Residual.Bounds.Should().Be(Bounds.Zero.AsOuter(), "a partition leaves nobody");
        derived.Attributed!.Bounds.Should().Be(Bounds.Unknown.AsOuter());
        derived["region:?"].Explain().Upper.IsExplained.Should().BeTrue("there is no limit to explain");
        derived["region:r"].Explain().Lower.Steps.Should().BeEmpty();
        derived["region:r"].Because.Should().BeNull();
    }

    [Theory]
    [InlineData(7L, 7L, null, 0L)]
    [InlineData(9L, 7L, null, 2L)]
    [InlineData(6L, 7L, null, null)]
    [InlineData(null, 7L, null, null)]
    public void A_best_figure_by_difference_is_never_below_nobody(long? whole, long? a, long? b, long? missing)
    {
        DerivedFigure one = Parts(BreakdownKind.Partition, whole, a, b).Derive()["victim:.b"];
        (one.Best, one.IsBestDerived).Should().Be((missing, missing is not null));
    }

    [Theory]
    [InlineData(7L, 3L, 4L, 0L)]
    [InlineData(9L, 3L, 4L, 2L)]
    [InlineData(6L, 3L, 4L, null)]
    [InlineData(9L, 3L, null, null)]
    [InlineData(null, 3L, 4L, null)]
    public void What_an_inclusion_leaves_of_a_best_figure_needs_them_all(long? whole, long? a, long? b, long? left) =>
        Parts(BreakdownKind.Inclusion, whole, a, b).Derive()["victim:?"].Best.Should().Be(left);

    [Theory]
    [InlineData(BreakdownKind.Partition, 10L, 7L, 5L, "7 + 5 = 12, not 10")]
    [InlineData(BreakdownKind.Partition, 10L, 4L, 5L, "4 + 5 = 9, not 10")]
    [InlineData(BreakdownKind.Partition, 10L, 11L, null, "11, more than 10")]
    [InlineData(BreakdownKind.Partition, 10L, 4L, null, null)]
    [InlineData(BreakdownKind.Partition, 10L, 4L, 6L, null)]
    [InlineData(BreakdownKind.Inclusion, 10L, 7L, 5L, "7 + 5 = 12, more than 10")]
    [InlineData(BreakdownKind.Inclusion, 10L, 4L, 5L, null)]
    [InlineData(BreakdownKind.Inclusion, 10L, 4L, 6L, null)]
    [InlineData(BreakdownKind.Inclusion, null, 4L, 6L, null)]
    public void Best_figures_of_a_partition_make_up_the_whole_and_those_of_an_inclusion_lie_within_it(
        BreakdownKind kind, long? whole, long? a, long? b, string? said) =>
        Parts(kind, whole, a, b).Derive().Warnings.Select(warning => warning.Arithmetic).Should().Equal(said is null ? [] : [said]);

    [Theory]
    [InlineData(9L, 4L, 5L, 0L)]
    [InlineData(9L, 4L, 4L, null)]
    [InlineData(null, 4L, 5L, 0L)]
    public void A_division_leaves_nobody_of_a_best_figure_that_its_own_add_up_to(long? whole, long? a, long? b, long? left) =>
        Parts(BreakdownKind.Partition, whole, a, b).Derive().Whole.Breakdowns[0].Residual.Best.Should().Be(left);

    [Fact]
    public void Of_two_missing_best_figures_neither_follows_and_nothing_is_odd()
    {
        Toll toll = Parts(BreakdownKind.Partition, 10, 4, null);
        Breakdown three = toll.Breakdowns[0] with { Parts = [.. toll.Breakdowns[0].Parts, RandomTolls.Part(Axis.Victim, 2, default)] };
        Derivation derived = (toll with { Breakdowns = [three] }).Derive();
        derived.Warnings.Should().BeEmpty();
        derived.Figures.Select(figure => figure.Best).Should().Equal(10, 4, null, null);
    }

    [Fact]
    public void A_part_without_a_figure_is_derived_even_if_nothing_bounds_it()
    {
        DerivedFigure part = new Toll().Including(Part.In(RegionId.From("r"))).Derive()["region:r"];
        (part.Bounds, part.IsDerived, part.Because).Should().Be((Bounds.Unknown, true, null));
    }

    [Fact]
    public void A_figure_beside_the_whole_is_named_by_whom_then_where_by_whom_done_how_and_when()
    {
        Part when = Part.During(UncertainDate.Parse("2024"), 1), how = when with { Method = "mines" };
        Part by = how with { Perpetrators = [Them] }, where = by with { Region = RegionId.From("r") };
        Part whom = where with { Victims = Victims.Civilians };
        Toll toll = Toll.Of(5) with { Beside = [whom, where, by, how, when, new Part { Count = 1 }, where] };
        Derivation derived = toll.Derive();
        derived.Beside.Select(beside => beside.Whole.Path.Value).Should().Equal(
            "beside:.civilians", "beside:r", "beside:them", "beside:mines", "beside:2024", "beside:-", "beside:r~2");
        derived.IsConsistent.Should().BeTrue();
        (toll with { Beside = [by, how.Including(Part.In(RegionId.From("r"), 2))] }).Derive().IsConsistent
            .Should().BeFalse("one of the figures beside the whole is wrong");
    }

    [Fact]
    public void A_breakdown_knows_its_whole_its_parts_and_what_they_leave()
    {
        Derivation derived = Toll.Of(9).Including(Part.In(RegionId.From("r"), 4).Including(Part.Of(Victims.Women, 1))).Derive();
        DerivedBreakdown below = derived["region:r"].Breakdowns.Should().ContainSingle().Subject;
        below.Whole.Should().BeSameAs(derived["region:r"]);
        below.Parts.Should().Equal(derived["region:r/demographic:women"]);
        below.Residual.Should().BeSameAs(derived["region:r/demographic:?"]);
        below.Residual.Parent.Should().BeSameAs(derived["region:r"]);
        below.Residual.Breakdown.Should().BeSameAs(below.Breakdown);
        below.Residual.ToString().Should().Be("region:r/demographic:? = 3");
        below.Parts[0].Parent.Should().BeSameAs(derived["region:r"]);
        derived.Whole.Parent.Should().BeNull();
        (derived.Whole.IsDerived, derived["region:r"].IsDerived, below.Residual.IsDerived).Should().Be((false, false, true));
        derived["region:r"].Because.Should().BeNull("it was reported, and nothing narrows it");
    }

    private static Toll Parts(BreakdownKind kind, long? whole, long? a, long? b) => new()
    {
        Count = new Estimate(null, whole, null),
        Breakdowns =
        [
            new()
            {
                By = Axis.Victim,
                Kind = kind,
                Parts = [RandomTolls.Part(Axis.Victim, 0, new(null, a, null)), RandomTolls.Part(Axis.Victim, 1, new(null, b, null))],
            },
        ],
    };
}

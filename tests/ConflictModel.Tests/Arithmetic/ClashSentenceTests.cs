using ConflictModel.Arithmetic;

namespace ConflictModel.Tests.Arithmetic;

/// <summary>What is said of a clash and of a bound, and which of several is said.</summary>
public class ClashSentenceTests
{
    [Fact]
    public void What_the_only_part_says_of_its_whole_is_a_count_of_the_whole() =>
        Only(new Toll().DividedInto(In("r", 5)).Including(Member("a", 9))).ToSentence()
            .Should().StartWith("These figures of people can't all be true: 5 in r, less than the 9 in all.");

    [Fact]
    public void Parts_of_one_breakdown_within_one_another_are_not_called_the_same()
    {
        var women = Part.Of(Victims.Women with { Status = CivilianStatus.Civilian }, 9);
        Only(Toll.Of(20).Including(Part.Of(Victims.Civilians, 8), women)).ToSentence()
            .Should().StartWith("These figures of people can't all be true: 9 civilian women, more than the 8 civilians they are among.");
    }

    [Fact]
    public void Nobody_is_in_a_category_and_in_one_apart_from_it()
    {
        Contradiction contradiction = Only(new Toll().Including(
            Part.Of(Victims.Women, default).Including(Part.Of(Victims.Men, 2), Part.Of(Victims.Women, default))));
        contradiction.Arithmetic.Should().Be("2, more than 0");
        contradiction.ToSentence().Should().StartWith(
            "These figures of people can't all be true: 2 men women, though nobody can be all of that.");
        contradiction.Readings.Select(reading => reading.Whole.Path.Value).Should().Equal("demographic:women");
        contradiction.Repairs.Select(repair => repair.ToString()).Should().Equal("demographic:women/demographic:men: 2 -> 0");
    }

    [Fact]
    public void Nobody_is_of_one_actor_where_all_are_of_another()
    {
        Contradiction contradiction = Only(new Toll().DividedInto(Member("a", default), Member("b", default))
            .Including(In("s", default).DividedInto(Member("b", default)).Including(Member("a", 4))));
        contradiction.Arithmetic.Should().Be("4, more than 0");
        contradiction.Subject.Value.Should().Be("region:s/victim:a");
        contradiction.ToSentence().Should().StartWith(
            "These figures of people can't all be true: 4 of a in s, though nobody can be all of that.");
    }

    [Fact]
    public void Nobody_is_in_a_piece_of_a_category_that_can_hold_nobody()
    {
        Part[] men = [Part.Of(Victims.Men, 2) with { Method = "shelling" }, Part.Of(Victims.Men) with { Method = "mines" }];
        Only(new Toll().Including(Part.Of(Victims.Women).Including([Part.Of(Victims.Women), .. men]))).ToSentence().Should().StartWith(
            "These figures of people can't all be true: 2 men women, though nobody can be all of that.");
    }

    [Fact]
    public void Of_contradictions_that_no_single_identity_shows_the_one_with_the_fewest_figures_is_first()
    {
        Part Divided(string region, Estimate own, long within) =>
            In(region, own).Including(Member("m", Estimate.AtLeast(within)));
        Part three = Member("a", 10).DividedInto(Divided("r", Estimate.Between(3, 6), 5), In("s", Estimate.AtLeast(6)));
        Part four = Member("b", 20).DividedInto(
            Divided("r", Estimate.Between(3, 6), 5), In("s", Estimate.AtLeast(6)), Divided("t", Estimate.Between(3, 12), 10));
        new Toll().Including(three, four).Derive().Contradictions.Select(contradiction => contradiction.Arithmetic)
            .Should().Equal("5 + 6 = 11, more than 10", "5 + 6 + 10 = 21, more than 20");
        new Toll().Including(four, three).Derive().Contradictions.Select(contradiction => contradiction.Arithmetic)
            .Should().Equal("5 + 6 = 11, more than 10", "5 + 6 + 10 = 21, more than 20");
    }

    [Fact]
    public void What_stands_in_a_part_of_which_there_is_nobody_is_told_there_and_above() =>
        Toll.Of(3).DividedInto(Member("a", 0).Including(In("r", 5)), Member("b", 3)).Derive().Contradictions
            .Select(contradiction => $"{contradiction.Subject}: {contradiction.Arithmetic}")
            .Should().Equal(": 5 + 3 = 8, more than 3", "victim:a: 5, more than 0");

    [Fact]
    public void Members_of_an_actor_and_women_of_the_one_it_is_part_of_may_be_the_same()
    {
        (ActorId ndf, ActorId army) = (ActorId.From("ndf"), ActorId.From("army"));
        ConflictDataset dataset = new()
        {
            Affiliations = [new() { Actor = ndf, To = army, Kind = AffiliationKind.PartOf, Citation = SourceId.From("s") }],
        };
        Toll toll = Toll.Of(6).DividedInto(
            Part.Of(Victims.MembersOf(ndf), 6), Part.Of(Victims.MembersOf(army) with { Sex = Sex.Female }, 2));
        dataset.Derive(toll).IsConsistent.Should().BeTrue();
        toll.Derive().IsConsistent.Should().BeFalse();
    }

    [Fact]
    public void What_nothing_bounds_is_said_to_be_bound_by_nothing() =>
        new Toll().Derive().Whole.Explain().ToSentence().Should().Be("at least 0: no figure bounds it");

    [Fact]
    public void Of_two_ends_that_a_single_figure_gives_the_upper_one_tells_most()
    {
        DerivedFigure part = Toll.Of(10).Including(In("r", Estimate.AtLeast(3))).Derive()["region:r"];
        part.Because.Should().Be("10");
        part.Explain().Arithmetic.Should().Be("10");
        part.Explain().ToSentence().Should().StartWith("at least 3: ").And.Contain("; at most 10: ");
    }

    [Fact]
    public void Of_two_ends_that_several_figures_give_the_upper_one_tells_most()
    {
        Toll toll = Toll.Of(Estimate.Between(8, 10)).DividedInto(In("r", 3), In("s", 2), In("t", default));
        Explanation why = toll.Derive()["region:t"].Explain();
        (why.Lower.Arithmetic, why.Upper.Arithmetic, why.Arithmetic).Should().Be(("8 - 3 - 2", "10 - 3 - 2", "10 - 3 - 2"));
    }

    private static Contradiction Only(Toll toll) => toll.Derive().Contradictions.Should().ContainSingle().Subject;

    private static Part Member(string actor, Estimate count) => Part.Of(Victims.MembersOf(ActorId.From(actor)), count);

    private static Part In(string region, Estimate count) => Part.In(RegionId.From(region), count);
}

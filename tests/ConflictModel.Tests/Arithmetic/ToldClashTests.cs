using ConflictModel.Arithmetic;

namespace ConflictModel.Tests.Arithmetic;

/// <summary>By which of its figures a clash is told where several tell it, on what it rests, and which change of one mends it.</summary>
public class ToldClashTests
{
    private static readonly (ActorId A, ActorId B) Actors = (ActorId.From("a"), ActorId.From("b"));
    private static readonly ActorId Army = ActorId.From("army");

    [Fact]
    public void A_figure_that_two_others_do_not_fit_is_told_with_each_and_mended_where_either_is()
    {
        Part officers = Part.Of(Victims.Called("officers"), 1).DividedInto(Part.Of(Victims.MembersOf(Army), 6));
        Contradiction[] told = [.. new Toll().Including(Part.Of(Victims.MembersOf(Army), 3), officers).Derive().Contradictions];
        told.Select(one => one.Arithmetic).Should().Equal("6, not 1", "6, more than 3");
        Repairs(told[0]).Should().Equal("victim:.officers: 1 -> 6", "victim:.officers/victim:army: 6 -> 1");
        Repairs(told[1]).Should().Equal("victim:army: 3 -> 6 or more", "victim:.officers/victim:army: 6 -> 1");
    }

    [Fact]
    public void A_part_that_exceeds_the_same_people_elsewhere_is_told_without_the_readings_that_it_does_not_rest_on()
    {
        Part officers = Part.Of(Victims.Called("officers")).DividedInto(Part.Of(Victims.MembersOf(Army), 6));
        Contradiction told = Only(new Toll().Including(Part.Of(Victims.MembersOf(Army), 3), officers));
        told.Arithmetic.Should().Be("6, more than 3");
        told.Readings.Should().BeEmpty();
    }

    [Fact]
    public void What_mends_a_clash_may_leave_another_that_is_told()
    {
        Toll toll = new Toll().DividedInto(In("r", 2).DividedInto(Part.By(Actors.A, 4))
            .Including(In("s", 4).Including(Part.By(Actors.A, Estimate.AtMost(3)))));
        Repairs(toll.Derive().Contradictions.Single(one => one.Arithmetic == "3, less than 4"))
            .Should().Equal("region:r/region:s: 4 -> 0 to 2");
    }

    [Fact]
    public void That_nobody_is_where_nobody_can_be_is_no_repair_while_the_others_there_are_too_many()
    {
        Toll toll = new Toll().Including(In("r", 1).Including(In("s", Estimate.AtLeast(2)), In("r", Estimate.AtLeast(2))));
        toll.Derive().Contradictions.Single(one => one.Arithmetic == "2, more than 0").Repairs.Should().BeEmpty();
    }

    [Fact]
    public void Parts_that_overlap_are_no_sum_to_tell_a_clash_of_their_whole_by()
    {
        Part gov = In("gov", 5).DividedInto(In("district", default), In("gov", 3, "mines"), In("gov", 1, "shelling"));
        Contradiction told = RelatedCategories.Dataset.Derive(Toll.Of(3).DividedInto(gov)).Contradictions
            .Single(one => one.Arithmetic == "5, not 3");
        Repairs(told).Should().Equal("region:gov: 5 -> 3");
    }

    [Fact]
    public void A_whole_without_a_figure_is_not_held_against_the_parts_that_tell_it()
    {
        Part women = Part.Of(Victims.Women, Estimate.AtMost(0)).DividedInto(Part.Of(Victims.Elderly, Estimate.Between(1, 3)));
        Only(new Toll().DividedInto(women)).Subject.Value.Should().Be("demographic:women");
    }

    [Fact]
    public void Nor_against_parts_below_these_of_which_one_tells_only_its_least_count()
    {
        Part year = During("2024", default).DividedInto(During("~2024-01/2024-06", 2)).DividedInto(During("2024", Estimate.AtMost(1)));
        Toll toll = new Toll().Including(During("2024-01~/2024-06", default)
            .DividedInto(Part.Of(Victims.Women).DividedInto(During("2024-02", 3), year)));
        toll.Derive().Contradictions.Should().NotContain(one => one.Arithmetic == "2, less than 3");
    }

    [Fact]
    public void Where_nobody_can_be_nobody_is_no_clash() =>
        Only(Toll.Of(Estimate.AtMost(0)).Including(Part.Through("d"), Part.Through("e", 2).Including(Part.Through("d"))))
            .Arithmetic.Should().Be("2, more than 0");

    [Fact]
    public void Where_somebody_can_be_how_many_do_not_fit_is_told_and_not_that_they_are_there()
    {
        Contradiction told = Only(Toll.Of(8).DividedInto(Part.Of(Victims.Women)).DividedInto(Part.Of(Victims.Women, 7)));
        told.Arithmetic.Should().Be("7, not 8");
        Repairs(told).Should().Equal("whole: 8 -> 7", "demographic:women~2: 7 -> 8");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1L)]
    public void Nobody_is_in_two_places_by_the_reading_of_the_breakdown_that_tells_these_apart(long? district)
    {
        Estimate count = district is { } known ? known : default(Estimate);
        Part within = In("district", count).Including(In("gov", Estimate.AtLeast(2)));
        Contradiction told = Only(new Toll().Including(within, In("gov", default)));
        told.Arithmetic.Should().Be("2, more than 0");
        told.Readings.Select(reading => reading.Whole.Path.Value).Should().Equal("");
    }

    [Fact]
    public void People_within_a_part_clash_with_a_whole_of_nobody_as_with_any_other_count() =>
        Only(Toll.Of(0).DividedInto(Part.Of(Victims.Women, Estimate.AtMost(2)).Including(Part.By(Actors.A, 2))))
            .Arithmetic.Should().Be("2, not 0");

    [Fact]
    public void Of_two_sums_of_the_same_figures_the_one_that_somebody_printed_is_told() =>
        Only(new Toll().Including(Part.Through("c").DividedInto(
            Part.Through("a", Estimate.AtMost(3)).Including(In("r", 6), In("s", 1)))))
            .Arithmetic.Should().Be("6 + 1 = 7, more than 3");

    [Fact]
    public void So_it_is_where_the_other_is_a_sum_of_the_same_people()
    {
        Part[] parts = [In("other", 4, "mines"), In("other", 3, "shelling"), In("valley", 0)];
        Toll toll = new Toll().Including(In("valley", Estimate.Between(0, 2)).DividedInto(parts));
        RelatedCategories.Dataset.Derive(toll).Contradictions.Select(one => one.Arithmetic)
            .Should().Contain("4 + 3 + 0 = 7, more than 2").And.NotContain("7, more than 0");
    }

    [Fact]
    public void Where_nobody_is_left_at_all_what_the_same_people_are_twice_is_told_by_their_figures()
    {
        Toll toll = Toll.Of(3) with
        {
            Breakdowns =
            [
                new() { By = Axis.Victim, Kind = BreakdownKind.Partition, Parts = [] },
                .. new Toll().Including(Part.Through("b").DividedInto(Part.Through("c", 7), Part.Through("b", 9)))
                    .DividedInto(Part.Through("b", 1)).Breakdowns,
            ],
        };
        toll.Derive().Contradictions.Select(one => one.Arithmetic).Should().Contain("9, not 1").And.NotContain("16, more than 3");
    }

    [Fact]
    public void What_a_part_makes_up_and_what_the_same_people_are_elsewhere_are_two_clashes()
    {
        Part twice = In("r", 3) with
        {
            Breakdowns =
            [
                new()
                {
                    By = Axis.Method,
                    Kind = BreakdownKind.Partition,
                    Parts = [Part.Through("a", Estimate.AtMost(2)), Part.Through("a", 0)],
                },
            ],
        };
        Part a = Part.Through("a").DividedInto(twice).Including(In("r", 2));
        Contradiction[] told = [.. new Toll().Including(a).Derive().Contradictions];
        told.Select(one => one.Arithmetic).Should().Equal("2 + 0 = 2, less than 3", "3, not 2");
    }

    [Fact]
    public void A_clash_that_another_would_not_be_without_is_told_though_a_third_makes_it()
    {
        Part army = Part.Of(Victims.MembersOf(Army), 2)
            .Including(Part.Of(Victims.Civilians, Estimate.Between(1, 3))).DividedInto(Part.Of(Victims.Civilians, 0));
        Toll.Of(0).DividedInto(army).Derive().Contradictions.Select(one => one.Arithmetic).Should().Contain(["0, not 2", "1, more than 0"]);
    }

    [Fact]
    public void So_is_one_that_would_not_be_without_one_that_is_not_told()
    {
        Part inner = Part.Of(Victims.Elderly, 4).DividedInto(Part.Of(Victims.Elderly, 1).Including(Part.Of(Victims.Women, 2)));
        new Toll().Including(Part.Of(Victims.Elderly, 2)).Including(Part.Through("a").DividedInto(inner)).Derive()
            .Contradictions.Select(one => one.Arithmetic).Should().Contain("4, more than 2");
    }

    [Fact]
    public void A_part_that_is_told_to_be_too_many_with_others_is_not_told_again_by_itself()
    {
        Part district = In("district", default), gov = In("gov", default);
        Toll toll = new Toll().Including(
            district with { Operations = Estimate.AtLeast(6) },
            (gov with { Operations = 3 }).DividedInto(gov.Including(In("other", default) with { Operations = 7 }, district)));
        RelatedCategories.Dataset.Derive(toll).Contradictions
            .Should().NotBeEmpty().And.NotContain(one => one.Arithmetic == "6, more than 3");
    }

    [Fact]
    public void A_figure_that_does_not_fit_its_whole_is_told_with_it_though_its_own_parts_are_nobody()
    {
        Part divided = In("r", 8) with { Breakdowns = [new() { By = Axis.Region, Kind = BreakdownKind.Partition, Parts = [] }] };
        Toll.Of(3).DividedInto(divided).Derive().Contradictions.Select(one => one.Arithmetic).Should().Contain("8, not 3");
    }

    [Fact]
    public void Figures_that_are_wrong_elsewhere_do_not_stand_against_a_repair()
    {
        Toll toll = Toll.Of(0)
            .DividedInto(
                Part.Of(Victims.Women with { Status = CivilianStatus.Civilian }),
                Part.Of(Victims.Called("officers"), 4),
                Part.Of(Victims.Civilians, 2))
            .Including(Part.Of(Victims.MembersOf(Actors.B)), Part.Of(Victims.Civilians, Estimate.AtMost(0)));
        Repairs(toll.Derive().Contradictions.Single(one => one.Subject.IsWhole && one.Arithmetic == "2, more than 0"))
            .Should().Equal("whole: 0 -> 4 to 8", "victim:.civilians: 2 -> 0");
    }

    [Fact]
    public void A_change_that_leaves_what_no_single_identity_shows_is_no_repair()
    {
        // January lies within the half year, so that all three are at most 0 + 2 + 2.
        Toll toll = Toll.Of(Estimate.Between(5, 6)).DividedInto(
            During("2024-03", Estimate.AtMost(0)), During("2024-01/2024-06", 2), During("2024-01", default));
        Repairs(Only(toll)).Should().Equal("whole: 5 to 6 -> 2 to 4", "period:2024-03: at most 0 -> 1 to 2");
    }

    [Fact]
    public void Words_that_all_stand_in_those_of_the_whole_are_said_again()
    {
        Part both = Part.By([Actors.A, Actors.B], Estimate.AtMost(0)).DividedInto(Part.Through("mines", Estimate.Between(3, 5)));
        Only(new Toll().Including(Part.Through("mines").Including(both))).ToSentence().Should().StartWith(
            "These figures of people can't all be true: "
            + "3 by mines by a and b by mines, more than the 0 by a and b by mines they are among.");
    }

    [Fact]
    public void A_division_into_no_parts_clashes_with_the_figure_of_its_whole_alone()
    {
        Breakdown none = new() { By = Axis.Region, Kind = BreakdownKind.Partition, Parts = [] };
        Contradiction told = Only(Toll.Of(5) with { Breakdowns = [none] });
        (told.Sum, told.Against).Should().Be((0, 5));
        told.Figures.Select(figure => figure.Path.Value).Should().Equal("");
        Repairs(told).Should().Equal("whole: 5 -> 0");
    }

    private static string[] Repairs(Contradiction told) => [.. told.Repairs.Select(repair => repair.ToString())];

    private static Contradiction Only(Toll toll) => toll.Derive().Contradictions.Should().ContainSingle().Subject;

    private static Part During(string period, Estimate count) => Part.During(UncertainDate.Parse(period), count);

    private static Part In(string region, Estimate count, string? method = null) =>
        Part.In(RegionId.From(region), count) with { Method = method };
}

using ConflictModel.Arithmetic;

namespace ConflictModel.Tests.Arithmetic;

/// <summary>One clash is told once, at the place where it is, with figures that somebody printed.</summary>
public class OneClashTests
{
    [Fact]
    public void A_part_that_exceeds_its_whole_is_told_there_and_not_again_above()
    {
        // 9 of r within 5 of a; that a and b are only 8 of at least 12 would not be without the 5.
        Contradiction contradiction = Only(new Toll
        {
            Count = Estimate.AtLeast(12),
            Breakdowns = [By(Axis.Victim, BreakdownKind.Partition, Member("a", 5).Including(In("r", 9)), Member("b", 3))],
        });
        contradiction.Arithmetic.Should().Be("9, more than 5");
        contradiction.ToSentence().Should().StartWith(
            "These figures of people can't all be true: 9 in r, more than the 5 of a they are among.");
        contradiction.Subject.Value.Should().Be("victim:a");
        contradiction.Figures.Select(figure => figure.Path.Value).Should().Equal("victim:a", "victim:a/region:r");
        contradiction.Repairs.Select(repair => repair.ToString()).Should().Equal("victim:a: 5 -> 9 or more");
    }

    [Fact]
    public void Two_breakdowns_that_disagree_on_a_whole_without_a_figure_are_both_written_out()
    {
        Contradiction contradiction = Only(new Toll
        {
            Breakdowns =
            [
                By(Axis.Victim, BreakdownKind.Partition, Member("a", 5), Member("b", 3)),
                By(Axis.Region, BreakdownKind.Partition, In("r", 7), In("s", 5)),
            ],
        });
        contradiction.Arithmetic.Should().Be("5 + 3 = 8, not 7 + 5 = 12");
        contradiction.ToSentence().Should().StartWith(
            "These figures of people can't all be true: 5 of a + 3 of b = 8, not 7 in r + 5 in s = 12. "
            + "The text states that the parts by victim make up the whole");
        contradiction.Figures.Should().HaveCount(4);
    }

    [Fact]
    public void Two_breakdowns_that_leave_room_are_said_to_be_less_and_not_to_be_equal()
    {
        Contradiction contradiction = Only(new Toll
        {
            Breakdowns =
            [
                By(Axis.Victim, BreakdownKind.Partition, Member("a", 5), Member("b", 3)),
                By(Axis.Region, BreakdownKind.Inclusion, In("r", 7), In("s", 5)),
            ],
        });
        contradiction.Arithmetic.Should().Be("5 + 3 = 8, less than 7 + 5 = 12");
    }

    [Fact]
    public void A_clash_that_stands_without_the_figure_that_is_wrong_below_is_told_beside_it()
    {
        // Were a not 5, 9 + 3 would still exceed 10.
        Contradiction[] contradictions =
        [
            .. new Toll
            {
                Count = 10,
                Breakdowns = [By(Axis.Victim, BreakdownKind.Partition, Member("a", 5).Including(In("r", 9)), Member("b", 3))],
            }.Derive().Contradictions,
        ];
        contradictions.Select(contradiction => contradiction.Arithmetic).Order()
            .Should().Equal("5 + 3 = 8, not 10", "9 + 3 = 12, more than 10", "9, more than 5");
    }

    [Fact]
    public void Two_breakdowns_that_both_disagree_with_their_whole_are_two_clashes()
    {
        Contradiction[] contradictions =
        [
            .. new Toll
            {
                Count = 10,
                Breakdowns =
                [
                    By(Axis.Victim, BreakdownKind.Partition, Member("a", 4), Member("b", 5)),
                    By(Axis.Region, BreakdownKind.Partition, In("r", 6), In("s", 5)),
                ],
            }.Derive().Contradictions,
        ];
        contradictions.Select(contradiction => contradiction.Arithmetic).Should().Equal("4 + 5 = 9, not 10", "6 + 5 = 11, not 10");
        string[][] repairs = [.. contradictions.Select(one => one.Repairs.Select(repair => repair.ToString()).ToArray())];
        repairs[0].Should().Equal(["victim:a: 4 -> 5", "victim:b: 5 -> 6"], "another whole would leave the other clash");
        repairs[1].Should().Equal("region:r: 6 -> 5", "region:s: 5 -> 4");
        contradictions[0].Repairs.Should().BeSameAs(contradictions[0].Repairs, "they are searched for once");
    }

    [Fact]
    public void A_derivation_says_of_itself_whether_its_figures_go_together()
    {
        Toll.Of(10).Including(In("r", 6)).Derive().ToString().Should().Be("whole = 10, consistent");
        Toll.Of(10).Including(In("r", 16)).Derive().ToString().Should().Be("whole = 10, contradictory");
    }

    [Fact]
    public void Of_ranges_the_end_that_clashes_is_told()
    {
        Only(Toll.Of(Estimate.Between(20, 30)).DividedInto(In("r", Estimate.Between(3, 5)), In("s", Estimate.Between(2, 4))))
            .Arithmetic.Should().Be("5 + 4 = 9, less than 20");
        Only(Toll.Of(Estimate.Between(1, 4)).DividedInto(In("r", Estimate.Between(3, 5)), In("s", Estimate.Between(2, 4))))
            .Arithmetic.Should().Be("3 + 2 = 5, more than 4");
    }

    [Fact]
    public void Only_single_figures_are_not_what_they_should_be_and_ranges_are_more_or_less()
    {
        Part[] ranges = [In("r", Estimate.Between(3, 5)), In("s", Estimate.Between(2, 4))], singles = [In("r", 5), In("s", 4)];
        Only(Toll.Of(20).DividedInto(ranges)).Arithmetic.Should().Be("5 + 4 = 9, less than 20");
        Only(Toll.Of(4).DividedInto(ranges)).Arithmetic.Should().Be("3 + 2 = 5, more than 4");
        Only(Toll.Of(Estimate.Between(20, 30)).DividedInto(singles)).Arithmetic.Should().Be("5 + 4 = 9, less than 20");
        Only(Toll.Of(20).DividedInto(singles)).Arithmetic.Should().Be("5 + 4 = 9, not 20");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void So_it_is_with_a_whole_without_a_figure_that_is_told_by_parts_with_ranges(bool isRangeFirst)
    {
        Toll range = new Toll().DividedInto(Member("a", Estimate.Between(5, 6)), Member("b", 3));
        Toll single = new Toll().DividedInto(In("r", 7), In("s", 5));
        ValueList<Breakdown> both =
            isRangeFirst ? [.. range.Breakdowns, .. single.Breakdowns] : [.. single.Breakdowns, .. range.Breakdowns];
        Only(new Toll { Breakdowns = both }).Arithmetic
            .Should().Be(isRangeFirst ? "6 + 3 = 9, less than 7 + 5 = 12" : "7 + 5 = 12, more than 6 + 3 = 9");
    }

    [Fact]
    public void So_it_is_with_the_same_people_elsewhere()
    {
        Toll Twice(Estimate one, Estimate other) =>
            Toll.Of(71).Including(Part.Of(Victims.Women, one)).Including(Part.Of(Victims.Women, other));
        Only(Twice(Estimate.AtLeast(6), 3)).Arithmetic.Should().Be("6, more than 3");
        Only(Twice(6, Estimate.AtMost(3))).Arithmetic.Should().Be("6, more than 3");
        Only(Twice(3, Estimate.AtLeast(6))).Arithmetic.Should().Be("6, more than 3");
        Only(Twice(Estimate.AtMost(3), 6)).Arithmetic.Should().Be("6, more than 3");
    }

    [Fact]
    public void A_clash_rests_on_the_reading_of_every_breakdown_that_gives_it_a_number()
    {
        Part divided = Member("a", default).DividedInto(In("r", Estimate.AtMost(2)), In("s", Estimate.AtMost(3)));
        Contradiction contradiction = Only(Toll.Of(Estimate.AtLeast(12)).DividedInto(divided, Member("b", 3)));
        contradiction.Arithmetic.Should().Be("5 + 3 = 8, less than 12");
        contradiction.Readings.Select(reading => reading.Breakdown.By).Should().Equal(Axis.Victim, Axis.Region);
        contradiction.Disjoint.Should().BeEmpty("a sum of greatest counts is none of people in two parts");
    }

    [Fact]
    public void A_part_without_a_figure_is_no_term() =>
        Only(new Toll { Count = 10, Breakdowns = [By(Axis.Region, BreakdownKind.Partition, In("r", 6), In("s", default), In("t", 5))] })
            .Arithmetic.Should().Be("6 + 5 = 11, more than 10");

    [Fact]
    public void What_a_part_without_figures_is_divided_into_is_no_reading_that_a_clash_rests_on() =>
        Only(Toll.Of(10).DividedInto(In("r", 6), In("s", default).Including(Member("a", default)), In("t", 5)))
            .Readings.Select(reading => reading.Breakdown.By).Should().Equal(Axis.Region);

    [Fact]
    public void Of_two_breakdowns_that_say_the_same_of_a_part_without_a_figure_the_first_is_cited()
    {
        Part untold = Member("a", default).Including(In("r", 8)).Including(new Part { Method = "m", Count = 8 });
        Contradiction contradiction = Only(Toll.Of(5).DividedInto(untold, Member("b", default)));
        contradiction.Arithmetic.Should().Be("8, more than 5");
        contradiction.Figures.Select(figure => figure.Path.Value).Should().Equal("", "victim:a/region:r");
        contradiction.Readings.Select(reading => reading.Breakdown.By).Should().Equal(Axis.Victim, Axis.Region);
    }

    [Fact]
    public void A_clash_that_another_is_told_for_is_told_itself_whatever_may_be_wrong_below_it()
    {
        // That 5 and 2 are less than 8 would not be with 6 for 5; that 6 are not 5 would not be without the 6, but is what is told for it.
        Toll toll = Toll.Of(Estimate.AtLeast(8)).DividedInto(
            Member("a", 5).DividedInto(In("r", 6).DividedInto(new Part { Method = "m", Count = 5 })), Member("b", 2));
        toll.Derive().Contradictions.Select(contradiction => contradiction.Arithmetic).Should().Equal("6, not 5", "5, not 6");
    }

    [Fact]
    public void Parts_that_are_too_many_together_are_told_beside_one_that_is_too_many_alone() =>
        Toll.Of(6).Including(Part.Of(Victims.Women, 4), Part.Of(Victims.Men, 3), Part.Of(Victims.Elderly, 8)).Derive().Contradictions
            .Select(contradiction => contradiction.Arithmetic).Should().Equal("8, more than 6", "4 + 3 = 7, more than 6");

    [Fact]
    public void What_parts_of_a_part_exceed_is_told_of_a_whole_with_a_greatest_count_alone()
    {
        // With 8 for the 5 of a there would still be more of them than 5 in all.
        Toll toll = Toll.Of(Estimate.AtMost(5)).Including(Member("a", 5).Including(In("r", 8)));
        toll.Derive().Contradictions.Select(contradiction => $"{contradiction.Subject}: {contradiction.Arithmetic}")
            .Should().Equal(": 8, more than 5", "victim:a: 8, more than 5");
    }

    [Fact]
    public void Clashes_are_told_in_the_order_of_the_record_whichever_breakdowns_recur() =>
        Toll.Of(71).Including(Part.Of(Victims.Women, 6)).Including(In("r", 5)).Including(In("r", 4)).Including(Part.Of(Victims.Women, 3))
            .Derive().Contradictions.Select(contradiction => contradiction.Arithmetic).Should().Equal("6, not 3", "5, not 4");

    [Fact]
    public void And_so_are_those_of_breakdowns_that_are_solved_together() =>
        Toll.Of(71).Including(Part.Of(Victims.Women, 6), Part.Of(Victims.Men, 5))
            .Including(Part.Of(Victims.Women, 3), Part.Of(Victims.Men, 4))
            .Derive().Contradictions.Select(contradiction => contradiction.Arithmetic).Should().Equal("6, not 3", "5, not 4");

    private static Contradiction Only(Toll toll) => toll.Derive().Contradictions.Should().ContainSingle().Subject;

    private static Part Member(string actor, Estimate count) => Part.Of(Victims.MembersOf(ActorId.From(actor)), count);

    private static Part In(string region, Estimate count) => Part.In(RegionId.From(region), count);

    private static Breakdown By(Axis by, BreakdownKind kind, params ReadOnlySpan<Part> parts) =>
        new() { By = by, Kind = kind, Parts = [.. parts] };
}

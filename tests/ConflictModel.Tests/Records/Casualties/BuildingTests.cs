using ConflictModel.Catalogs;

namespace ConflictModel.Tests.Records.Casualties;

public class BuildingTests
{
    [Fact]
    public void Parts_are_set_apart_by_the_first_axis_on_which_they_all_differ()
    {
        Toll toll = Toll.Of(8).DividedInto(
            Part.Of(Victims.MembersOf(KnownActors.Ndf), 6),
            Part.Of(Victims.Civilians.As("sheep herders"), 2));

        toll.Breakdowns[0].By.Should().Be(Axis.Victim);
        toll.Breakdowns[0].Kind.Should().Be(BreakdownKind.Partition);
        toll.Breakdowns[0].Reading.Should().Be(Reading.Stated);
    }

    [Fact]
    public void Women_and_children_lie_along_the_demographic_axis() =>
        Toll.Of(10).Including(Part.Of(Victims.Women, 2), Part.Of(Victims.Children, 1)).Breakdowns[0].By.Should().Be(Axis.Demographic);

    [Fact]
    public void Perpetrators_regions_periods_and_methods_each_make_a_breakdown()
    {
        Toll.Of(9).DividedInto(Part.By(KnownActors.RussianForces, 3), Part.By(KnownActors.SyrianGovernmentForces)).Breakdowns[0].By
            .Should().Be(Axis.Perpetrator);
        Toll.Of(9).DividedInto(Part.In(KnownRegions.Homs, 3), Part.In(KnownRegions.Raqqa)).Breakdowns[0].By.Should().Be(Axis.Region);
        Toll.Of(9).Including(Part.Through("ambushes"), Part.Through("explosions")).Breakdowns[0].By.Should().Be(Axis.Method);
        Toll.Of(9).DividedInto(Part.During(UncertainDate.Parse("2024-01"), 3), Part.During(UncertainDate.Parse("2024-02"))).Breakdowns[0].By
            .Should().Be(Axis.Period);
    }

    [Fact]
    public void Parts_of_one_category_are_pieces_of_it_where_something_else_sets_them_apart()
    {
        Breakdown breakdown = Toll.Of(9).DividedInto(
            Part.In(KnownRegions.Raqqa, 3) with { Method = "shelling" },
            Part.In(KnownRegions.Raqqa, 2) with { Method = "mines" },
            Part.In(KnownRegions.Homs, 4)).Breakdowns[0];
        breakdown.By.Should().Be(Axis.Region);
        breakdown.Parts.Should().HaveCount(3);
    }

    [Fact]
    public void An_axis_without_pieces_goes_before_one_with_them() =>
        Toll.Of(5).DividedInto(
            Part.Through("shelling", 3) with { Region = KnownRegions.Raqqa }, Part.Through("mines", 2) with { Region = KnownRegions.Raqqa })
            .Breakdowns[0].By.Should().Be(Axis.Method);

    [Fact]
    public void A_part_that_says_what_another_says_is_refused_by_name() =>
        Refusing(Part.Through("mines", 1), Part.Through("ambushes", 4), Part.Through("ambushes", 5))
            .Should().StartWith("Part 3 of 3 ('method:ambushes') says the same as part 2. "
                + "Say in which of victims, perpetrators, method, region or period they differ, or make one part of both.");

    [Fact]
    public void A_part_that_is_silent_where_the_others_speak_is_refused_by_name() =>
        Refusing(Part.In(KnownRegions.Raqqa, 1), Part.In(KnownRegions.Homs, 4), Part.Through("ambushes", 5))
            .Should().StartWith("Part 3 of 3 ('method:ambushes') does not say its region. "
                + "Say it, as other parts do, or put the part in a breakdown of its own.");

    [Fact]
    public void Parts_of_one_category_that_only_their_labels_tell_apart_are_refused() =>
        Refusing(Part.In(KnownRegions.Raqqa, 1) with { AsWritten = "guards" }, Part.In(KnownRegions.Raqqa, 2))
            .Should().StartWith("All parts are the same category, 'region:raqqa'.");

    [Fact]
    public void A_part_that_says_nothing_is_refused_by_name() =>
        Refusing(new Part { Count = 3 })
            .Should().StartWith("Part 1 of 1 does not say its victim. Say whom it concerns, by whom, how, where or when.");

    [Fact]
    public void Women_are_not_set_apart_from_civilians() =>
        Refusing(Part.Of(Victims.Civilians, 5), Part.Of(Victims.Women, 2))
            .Should().StartWith("Part 2 of 2 ('demographic:women') may be among the people of other parts.");

    [Fact]
    public void No_part_at_all_is_refused() => Refusing().Should().StartWith("A breakdown has at least one part.");

    [Fact]
    public void A_reading_that_nobody_stated_is_marked_as_inferred() =>
        Toll.Of(449).Including(Reading.Inferred, Part.Of(Victims.MembersOf(KnownActors.Isis), 29)).Breakdowns[0].Reading
            .Should().Be(Reading.Inferred);

    [Fact]
    public void A_harm_that_is_not_mentioned_is_null_and_not_zero()
    {
        var casualties = new ConflictModel.Casualties { Killed = Toll.Of(8) };
        casualties[Harm.Wounded].Should().BeNull();
        casualties.Tolls().Single().Should().Be(new KeyValuePair<Harm, Toll>(Harm.Killed, Toll.Of(8)));
    }

    private static string Refusing(params ReadOnlySpan<Part> parts)
    {
        Part[] all = parts.ToArray();
        Action make = () => Toll.Of(9).DividedInto(all);
        return make.Should().Throw<ArgumentException>().Which.Message;
    }
}

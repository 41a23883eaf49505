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
        Toll.Of(9).DividedInto(Part.By(KnownActors.RussianForces, 3), Part.By(KnownActors.SyrianGovernmentForces)).Breakdowns[0].By.Should().Be(Axis.Perpetrator);
        Toll.Of(9).DividedInto(Part.In(KnownRegions.Homs, 3), Part.In(KnownRegions.Raqqa)).Breakdowns[0].By.Should().Be(Axis.Region);
        Toll.Of(9).Including(Part.Through("ambushes"), Part.Through("explosions")).Breakdowns[0].By.Should().Be(Axis.Method);
        Toll.Of(9).DividedInto(Part.During(UncertainDate.Parse("2024-01"), 3), Part.During(UncertainDate.Parse("2024-02"))).Breakdowns[0].By.Should().Be(Axis.Period);
    }

    [Fact]
    public void Parts_that_nothing_sets_apart_are_refused()
    {
        Action make = () => Toll.Of(9).DividedInto(Part.Through("ambushes", 4), Part.Through("ambushes", 5));
        make.Should().Throw<ArgumentException>();
        Action none = () => Toll.Of(9).DividedInto();
        none.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_reading_that_nobody_stated_is_marked_as_inferred() =>
        Toll.Of(449).Including(Reading.Inferred, Part.Of(Victims.MembersOf(KnownActors.Isis), 29)).Breakdowns[0].Reading.Should().Be(Reading.Inferred);

    [Fact]
    public void A_harm_that_is_not_mentioned_is_null_and_not_zero()
    {
        var casualties = new ConflictModel.Casualties { Killed = Toll.Of(8) };
        casualties[Harm.Wounded].Should().BeNull();
        casualties.Tolls().Single().Should().Be(new KeyValuePair<Harm, Toll>(Harm.Killed, Toll.Of(8)));
    }
}

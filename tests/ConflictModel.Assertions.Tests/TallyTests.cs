using ConflictModel.Catalogs;
using static ConflictModel.Assertions.Tests.Samples;

namespace ConflictModel.Assertions.Tests;

public class TallyTests
{
    private static readonly Tally March = MonthOf(2024, 3, 8);

    private static readonly Incident[] Ambushes = [Ambush("a", new(2024, 3, 2), 5), Ambush("b", new(2024, 3, 9), 3)];

    [Fact]
    public void The_killed_come_with_what_follows_from_the_headline() =>
        HalfYear.Should().HaveKilled(449, "it says so").Which.Should().HaveFigure("attributed:isis").Which.Should().Allow(420);

    [Fact]
    public void Another_count_fails_with_the_count()
    {
        Fail.MessageOf(() => HalfYear.Should().HaveKilled(450, "it {0} so", "says"))
            .Should().Be("Expected HalfYear to have 450 killed because it says so, but it has 449.");
        Fail.MessageOf(() => HalfYear.Should().HaveKilled(new Bounds(449, 450)))
            .Should().Be("Expected HalfYear to have 449 to 450 killed, but it has 449.");
    }

    [Fact]
    public void Who_are_not_counted_are_not_zero()
    {
        Tally wounded = March with { Report = March.Report with { Casualties = new() { Wounded = Toll.Of(3) } } };
        Fail.MessageOf(() => wounded.Should().HaveKilled(0))
            .Should().Be("Expected wounded to have 0 killed, but it does not count the killed.");
        Tally? none = null;
        none.Should().BeNull();
        Fail.MessageOf(() => none.Should().HaveKilled(0)).Should().Contain("it does not count the killed");
        Fail.MessageOf(() => none.Should().AgreeWith(Ambushes)).Should().Contain("it is null");
        Fail.MessageOf(() => none.Should().BeAccountedForBy(Ambushes)).Should().Contain("it is null");
    }

    [Fact]
    public void Incidents_that_come_to_no_more_agree_with_it()
    {
        March.Should().AgreeWith(Ambushes).And.AgreeWith(Ambushes[..1]);
        March.Should().BeAccountedForBy(Ambushes).And.HaveKilled(8);
    }

    [Fact]
    public void Incidents_that_come_to_more_do_not()
    {
        Incident[] more = [.. Ambushes, Ambush("c", new(2024, 3, 10), Estimate.AtLeast(1))];
        Fail.MessageOf(() => March.Should().AgreeWith(more, "both are {0}", "ours")).Should().Be(
            """
            Expected March to agree with the incidents because both are ours, but more are certainly in its scope:
            - killed: 5 (a) + 3 (b) + 1 (c) = 9, more than 8
            """);
    }

    [Fact]
    public void What_may_lie_outside_the_scope_refutes_nothing_and_accounts_for_nothing()
    {
        // On some day of 2024; and in Syria, of which the desert is a part.
        Incident vague = Ambushes[0] with { Id = IncidentId.From("v"), Date = new(UncertainDate.SomeDayOf(2024)) };
        Incident wide = Ambushes[0] with { Id = IncidentId.From("w"), Place = null };
        March.Should().AgreeWith([.. Ambushes, vague, wide]);
        Fail.MessageOf(() => March.Should().BeAccountedForBy([Ambushes[0], vague, wide], "the list is complete")).Should().Be(
            """
            Expected March to be accounted for by the incidents because the list is complete, but it is not:
            - killed: 0 to 3 of 8 are in no incident (in its scope: 1 certainly, 2 perhaps)
            """);
    }

    [Fact]
    public void Where_nothing_can_be_compared_nothing_agrees()
    {
        Incident april = Ambush("d", new(2024, 4, 1), 5);
        const string Nothing = "none of the 1 incidents can be in its scope, so that nothing was compared.";
        Fail.MessageOf(() => March.Should().AgreeWith([april])).Should().Be($"Expected March to agree with the incidents, but {Nothing}");
        Fail.MessageOf(() => March.Should().BeAccountedForBy([april])).Should().EndWith(Nothing);
        Fail.MessageOf(() => March.Should().AgreeWith([])).Should().Contain("none of the 0 incidents");
        Tally displaced = March with { Report = March.Report with { Casualties = new() { Displaced = Toll.Of(3) } } };
        Fail.MessageOf(() => displaced.Should().AgreeWith(Ambushes)).Should().EndWith("but it counts nobody whose numbers can be added.");
    }

    [Fact]
    public void A_part_that_the_incidents_exceed_is_told_by_its_path()
    {
        Toll killed = Toll.Of(9).Including(Part.Of(Victims.Civilians, 2));
        Tally tally = March with { Report = March.Report with { Casualties = new() { Killed = killed } } };
        Incident civilians = Ambushes[0] with
        {
            Reports = [March.Report with { Casualties = new() { Killed = Toll.Of(3).DividedInto(Part.Of(Victims.Civilians, 3)) } }],
        };
        Fail.MessageOf(() => tally.Should().AgreeWith([civilians])).Should().Be(
            """
            Expected tally to agree with the incidents, but more are certainly in its scope:
            - killed/victim:.civilians: 3 in the incidents, more than 2
            """);
    }

    [Fact]
    public void Each_harm_that_it_counts_is_compared()
    {
        Tally both = March with { Report = March.Report with { Casualties = new() { Killed = Toll.Of(8), Wounded = Toll.Of(1) } } };
        Incident wounded = Ambushes[0] with
        {
            Reports = [March.Report with { Casualties = new() { Killed = Toll.Of(8), Wounded = Toll.Of(2) } }],
        };
        Fail.MessageOf(() => both.Should().AgreeWith([wounded])).Should().EndWith("\n- wounded: 2 (a) = 2, more than 1");
    }

    [Fact]
    public void A_data_set_knows_what_lies_within_the_scope()
    {
        Region district = RegionCatalog.BuiltIn.Get("SY0405");
        Tally homs = March with { Scope = March.Scope with { Regions = [KnownRegions.Homs] } };
        Incident[] inside = [.. Ambushes.Append(Ambush("c", new(2024, 3, 10), 1))
            .Select(ambush => ambush with { Place = new() { Regions = [district.Id] } })];
        ConflictDataset dataset = new() { Regions = [KnownRegions.Homs, district], Incidents = [.. inside] };
        homs.Should().AgreeWith(inside, "nothing says here that the district lies in Homs");
        Fail.MessageOf(() => homs.Should().BeAccountedForBy(inside)).Should().Contain("(in its scope: 0 certainly, 3 perhaps)");
        Fail.MessageOf(() => homs.Should().AgreeWith(dataset)).Should().Contain("= 9, more than 8");
        Fail.MessageOf(() => homs.Should().BeAccountedForBy(dataset)).Should().Contain("= 9, more than 8");
        homs.Should().BeAccountedForBy(dataset with { Incidents = [.. inside[..2]] });
    }

    [Fact]
    public void A_smaller_tally_of_the_data_set_counts_and_the_tally_itself_does_not()
    {
        Tally week = March with
        {
            Id = TallyId.From("week"),
            Scope = March.Scope with { Period = new(UncertainDate.Between(new(2024, 3, 4), new(2024, 3, 10))) },
            Report = ReportOf("observatory", 9),
        };
        ConflictDataset dataset = new() { Regions = [KnownRegions.Badia], Tallies = [week, March] };
        Fail.MessageOf(() => March.Should().AgreeWith(dataset)).Should().EndWith("\n- killed: 9 (week) = 9, more than 8");
        week.Should().HaveKilled(9);
        (March with { Report = ReportOf("observatory", 9) }).Should().AgreeWith(dataset);
    }

    [Fact]
    public void Two_incidents_of_one_id_are_misuse() =>
        FluentActions.Invoking(() => March.Should().AgreeWith([Ambushes[0], Ambushes[0]])).Should().Throw<ArgumentException>();
}

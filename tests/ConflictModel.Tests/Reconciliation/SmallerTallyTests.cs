using ConflictModel.Catalogs;
using ConflictModel.Reconciliation;

namespace ConflictModel.Tests.Reconciliation;

public class SmallerTallyTests
{
    [Fact]
    public void A_tally_whose_scope_lies_within_anothers_accounts_for_part_of_it()
    {
        ReconciledTally year =
            Reconcile(Tally("year", "2024", 100, KnownRegions.Syria), Tally("half", "2024-40", 60, KnownRegions.Homs))[0];
        year.Tallies.Single().Should().Be(new KeyValuePair<TallyId, Bounds>(TallyId.From("half"), Bounds.Exactly(60)));
        year.AccountedInAll.Should().Be(Bounds.Exactly(60));
    }

    [Fact]
    public void Tallies_that_may_hold_the_same_people_are_bounded_by_the_largest_and_the_sum() =>
        Reconcile(Tally("year", "2024", 100, KnownRegions.Syria),
            Tally("a", "2024-40", 60, KnownRegions.Homs), Tally("b", "2024-33", 30, KnownRegions.Syria))
            [0].AccountedInAll.Should().Be(new Bounds(60, 90));

    [Fact]
    public void The_sum_of_what_may_overlap_never_exceeds_the_total() =>
        Reconcile(Tally("year", "2024", 80, KnownRegions.Syria),
            Tally("a", "2024-40", 60, KnownRegions.Homs), Tally("b", "2024-33", 30, KnownRegions.Syria))
            [0].AccountedInAll.Should().Be(new Bounds(60, 80));

    [Fact]
    public void A_smaller_tally_above_the_total_is_impossible() =>
        Reconcile(Tally("year", "2024", 50, KnownRegions.Syria), Tally("half", "2024-40", 60, KnownRegions.Homs))[0].IsImpossible
            .Should().BeTrue();

    [Fact]
    public void A_tally_that_may_reach_beyond_the_scope_is_left_out() =>
        Reconcile(Tally("half", "2024-40", 50, KnownRegions.Homs), Tally("since", "2024-01/", 60, KnownRegions.Homs))[0].Tallies
            .Should().BeEmpty();

    [Theory]
    [InlineData("early", "whole", "2020", "2021", "2022")]
    [InlineData("whole", "early", "2020", "2021", "2022")]
    [InlineData("2022", "2021", "2020", "whole", "early")]
    public void Of_tallies_that_hold_as_many_those_of_known_days_are_taken_first_in_whatever_order(params string[] order)
    {
        Tally[] all =
        [
            Tally("early", "../2023", 5, KnownRegions.Syria), Tally("whole", "../2024", 10, KnownRegions.Syria),
            Tally("2020", "2020", 3, KnownRegions.Syria), Tally("2021", "2021", 5, KnownRegions.Syria),
            Tally("2022", "2022", 5, KnownRegions.Syria),
        ];
        ValueList<ReconciledTally> reconciled = Reconcile([.. order.Select(id => all.Single(tally => tally.Id.Value == id))]);
        foreach (string id in (string[])["whole", "early"])
        {
            reconciled.Single(one => one.Tally.Value == id).AtLeast.Select(one => one.Tally!.Value.Value).Order().Should()
                .Equal("2020", "2021", "2022");
        }
    }

    [Fact]
    public void Each_part_of_a_tally_is_reconciled_by_its_own_category()
    {
        Tally tally = Tally("t", "2024", 20, KnownRegions.Syria);
        Toll toll = Toll.Of(20)
            .DividedInto(Part.In(KnownRegions.Homs, 12), Part.In(KnownRegions.Raqqa, 8)).Including(Part.Of(Victims.Civilians, 5));
        tally = tally with { Report = tally.Report with { Casualties = new() { Killed = toll } } };
        Incident incident = Fake.Make("i", "2024-03", 4, KnownRegions.Homs);
        incident = incident with
        {
            Reports = [incident.Reports[0] with { Casualties = new() { Killed = Toll.Of(4).Including(Part.Of(Victims.Civilians, 1)) } }],
        };
        (Generate.Minimal with { Tallies = [tally], Incidents = [incident] }).Reconcile(Harm.Killed).Single().Parts
            .Select(part => (part.Path.Value, part.Accounted, part.Unaccounted))
            .Should().Equal(
                ("region:homs", Bounds.Exactly(4), Bounds.Exactly(8)),
                ("region:raqqa", Bounds.Zero, Bounds.Exactly(8)),
                ("victim:.civilians", new Bounds(1, 4), new Bounds(1, 4)));
    }

    private static Tally Tally(string id, string period, long killed, Region region) => new()
    {
        Id = TallyId.From(id),
        Scope = new() { Period = new ReportedDate(UncertainDate.Parse(period)), Regions = [region] },
        Report = Fake.ReportOf("s", killed),
    };

    private static ValueList<ReconciledTally> Reconcile(params Tally[] tallies) =>
        (Generate.Minimal with { Tallies = tallies.ToValueList() }).Reconcile(Harm.Killed);

    [Fact]
    public void A_tally_of_some_victims_only_may_hold_some_of_an_accounts_dead_and_not_others()
    {
        Tally civilians = Counting(Victims.Civilians, Tally("civilians", "2024", 50, KnownRegions.Syria));
        Tally children = Counting(new() { Age = AgeGroup.Child }, Tally("children", "2024-40", 9, KnownRegions.Homs));
        Reconcile(civilians, Counting(Victims.Civilians, Tally("half", "2024-40", 20, KnownRegions.Homs)))[0].Tallies.Should().HaveCount(1);
        Reconcile(civilians, children)[0].Tallies.Should().BeEmpty();
        Reconcile(civilians, Tally("all", "2024-40", 20, KnownRegions.Homs))[0].Tallies.Should().BeEmpty();
        Reconcile(Tally("year", "2024", 50, KnownRegions.Syria), children)[0].Tallies.Should().HaveCount(1);

        Incident incident = Fake.Make("i", "2024-03-01", 8, KnownRegions.Homs);
        (Generate.Minimal with { Regions = KnownRegions.All.ToValueList(), Tallies = [civilians], Incidents = [incident] })
            .Reconcile(Harm.Killed).Single().Accounted.Should().Be(new Bounds(0, 8));
    }

    [Fact]
    public void A_tally_laid_to_other_perpetrators_is_not_within_an_attributed_one()
    {
        Tally year = LaidTo(Tally("year", "2024", 50, KnownRegions.Syria), KnownActors.Isis, KnownActors.Sdf);
        Tally half = Tally("half", "2024-40", 20, KnownRegions.Homs);
        Reconcile(year, LaidTo(half, KnownActors.Isis))[0].Tallies.Should().HaveCount(1);
        Reconcile(year, LaidTo(half, KnownActors.Sdf, KnownActors.Isis))[0].Tallies.Should().HaveCount(1);
        Reconcile(year, LaidTo(half, KnownActors.Isis, KnownActors.Ndf))[0].Tallies.Should().BeEmpty();
        Reconcile(year, half)[0].Tallies.Should().BeEmpty("it may hold what others did");
        Reconcile(Tally("all", "2024", 50, KnownRegions.Syria), LaidTo(half, KnownActors.Isis))[0].Tallies.Should().HaveCount(1);
    }

    [Fact]
    public void Of_a_loosely_attributed_tally_what_can_be_the_work_of_the_actors_counts()
    {
        Tally half = LaidTo(Tally("half", "2024-40", 20, KnownRegions.Homs), KnownActors.Isis);
        Part byOthers = Part.Of(Victims.MembersOf(KnownActors.Isis), 3) with { Perpetrators = [KnownActors.Sdf] };
        half = half with { Report = half.Report with { Casualties = new() { Killed = Toll.Of(20).Including(byOthers) } } };
        Tally year = Tally("year", "2024", 50, KnownRegions.Syria);
        Reconcile(LaidTo(year, KnownActors.Isis), half)[0].Tallies.Single().Value.Should().Be(new Bounds(0, 17));
        Reconcile(year, half)[0].Tallies.Single().Value.Should().Be(Bounds.Exactly(20));
    }

    [Fact]
    public void What_the_incidents_account_for_is_cut_to_the_total_and_to_that_of_a_part()
    {
        Tally tally = Tally("t", "2024", 20, KnownRegions.Syria);
        Toll toll = Toll.Of(20).DividedInto(Part.In(KnownRegions.Homs, 12), Part.In(KnownRegions.Raqqa, 8));
        tally = tally with { Report = tally.Report with { Casualties = new() { Killed = toll } } };
        Incident incident = Fake.Make("i", "2024-03", Estimate.Between(5, 30), KnownRegions.Homs);
        ReconciledTally reconciled = (Generate.Minimal with
        {
            Regions = KnownRegions.All.ToValueList(), Tallies = [tally], Incidents = [incident],
        }).Reconcile(Harm.Killed).Single();
        (reconciled.Accounted, reconciled.Unaccounted).Should().Be((new Bounds(5, 20), new Bounds(0, 15)));
        reconciled.Parts[0].Accounted.Should().Be(new Bounds(5, 12));
        reconciled.Parts[0].Unaccounted.Should().Be(new Bounds(0, 7));
    }

    [Fact]
    public void An_incident_in_two_places_on_both_sides_of_a_part_may_account_for_none_of_it()
    {
        Tally tally = Tally("t", "2024", 20, KnownRegions.Syria);
        Toll toll = Toll.Of(20).DividedInto(Part.In(KnownRegions.Homs, 12), Part.In(KnownRegions.Raqqa, 8));
        tally = tally with { Report = tally.Report with { Casualties = new() { Killed = toll } } };
        Incident both = Fake.Make("i", "2024-03", 4, KnownRegions.Homs, KnownRegions.Raqqa);
        ReconciledTally reconciled = (Generate.Minimal with
        {
            Regions = KnownRegions.All.ToValueList(), Tallies = [tally], Incidents = [both],
        }).Reconcile(Harm.Killed).Single();
        reconciled.Parts.Select(part => part.Accounted).Should().Equal(new Bounds(0, 4), new Bounds(0, 4));
    }

    private static Tally Counting(Victims victims, Tally tally) => tally with { Scope = tally.Scope with { Victims = victims } };

    private static Tally LaidTo(Tally tally, params Actor[] actors) =>
        tally with { Scope = tally.Scope with { AttributedTo = [.. actors.Select(actor => actor.Id)] } };
}

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
    public void A_smaller_tally_that_counts_nobody_for_certain_is_no_record_that_holds_anybody()
    {
        ReconciledTally year = Reconcile(
            Tally("year", "2024", 80, KnownRegions.Syria), Tally("a", "2024-40", 60, KnownRegions.Homs),
            Tally("b", "2024-40", 0, KnownRegions.Raqqa))[0];
        year.Tallies.Select(one => one.Key.Value).Should().Equal("a", "b");
        year.AtLeast.Select(one => (one.Tally!.Value.Value, one.Count)).Should().Equal(("a", 60L));
    }

    [Fact]
    public void Of_tallies_that_may_overlap_the_larger_is_taken() =>
        Reconcile(
            Tally("year", "2024", 90, KnownRegions.Syria), Tally("b", "2024-33", 30, KnownRegions.Syria),
            Tally("a", "2024-40", 60, KnownRegions.Homs))[0].AtLeast.Single().Should()
            .Be(new ReconciledTally.Certain(TallyId.From("a"), null, 60));

    [Fact]
    public void Of_tallies_of_one_scope_the_one_that_counts_more_is_taken() =>
        Reconcile(
            Tally("year", "2024", 90, KnownRegions.Syria), Tally("a", "2024-40", 10, KnownRegions.Homs),
            Tally("b", "2024-40", 20, KnownRegions.Homs), Tally("c", "2024-40", 15, KnownRegions.Homs))[0].AtLeast.Single().Should()
            .Be(new ReconciledTally.Certain(TallyId.From("b"), null, 20));

    [Fact]
    public void A_tally_that_goes_on_is_not_apart_from_one_of_a_later_year() =>
        Reconcile(
            Tally("all", "2020/..", 90, KnownRegions.Syria), Tally("since", "2024/..", 10, KnownRegions.Homs),
            Tally("2025", "2025", 20, KnownRegions.Homs))[0].AtLeast.Sum(one => one.Count).Should().Be(20);

    [Fact]
    public void A_district_is_not_apart_from_its_governorate()
    {
        Region country = new() { Id = RegionId.From("c"), Name = "C", Kind = RegionKind.Country };
        Region governorate = new() { Id = RegionId.From("g"), Name = "G", Kind = RegionKind.Governorate, Within = [country.Id] };
        Region district = new() { Id = RegionId.From("d"), Name = "D", Kind = RegionKind.District, Within = [governorate.Id] };
        (Generate.Minimal with
        {
            Regions = [country, governorate, district],
            Tallies = [Tally("all", "2024", 90, country), Tally("g", "2024", 60, governorate), Tally("d", "2024", 10, district)],
        }).Reconcile(Harm.Killed)[0].AtLeast.Sum(one => one.Count).Should().Be(60);
    }

    [Fact]
    public void As_many_in_the_scope_as_the_total_says_are_possible() =>
        Reconcile(Tally("year", "2024", 60, KnownRegions.Syria), Tally("half", "2024-40", 60, KnownRegions.Homs))[0].IsImpossible
            .Should().BeFalse();

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Beside_tallies_that_are_apart_stand_the_incidents_that_certainly_are_in_none_of_them(int tallies)
    {
        Region[] regions = [KnownRegions.Homs, KnownRegions.Raqqa, KnownRegions.Hama, KnownRegions.Idlib, KnownRegions.Latakia];
        Tally[] smaller =
        [
            Tally("0", "{2024-01,2024-03}", 10, regions[0]),
            .. regions[1..tallies].Select((region, i) => Tally($"{i + 1}", "2024", 10, region)),
        ];
        ReconciledTally country = (Generate.Minimal with
        {
            Regions = KnownRegions.All.ToValueList(),
            Tallies = [Tally("country", "2024", 500, KnownRegions.Syria), .. smaller],
            Incidents =
            [
                Fake.Make("inside", "2024-03-04", 7, KnownRegions.Homs), Fake.Make("between", "2024-02-10", 6, KnownRegions.Homs),
                Fake.Make("elsewhere", "2024-02-10", 5, KnownRegions.Damascus),
                Fake.Make("in-one-of-two", "2024-02-10", 4, KnownRegions.Damascus, KnownRegions.Raqqa),
            ],
        }).Reconcile(Harm.Killed)[0];
        country.AtLeast.Select(one => one.Tally?.Value ?? one.Incident!.Value.Value).Should()
            .Equal([.. smaller.Select(tally => tally.Id.Value), "between", "elsewhere"]);
    }

    [Fact]
    public void A_part_that_does_not_say_where_or_when_it_was_may_be_of_any_incident()
    {
        Tally tally = Tally("t", "2024", 20, KnownRegions.Syria);
        Breakdown By(Axis axis) => new() { By = axis, Kind = BreakdownKind.Inclusion, Parts = [new() { Count = 9 }] };
        Toll toll = Toll.Of(20) with { Breakdowns = [By(Axis.Region), By(Axis.Period)] };
        tally = tally with { Report = tally.Report with { Casualties = new() { Killed = toll } } };
        (Generate.Minimal with
        {
            Regions = KnownRegions.All.ToValueList(), Tallies = [tally], Incidents = [Fake.Make("i", "2024-03", 4, KnownRegions.Homs)],
        }).Reconcile(Harm.Killed).Single().Parts.Select(part => part.Accounted).Should().Equal(new Bounds(0, 4), new Bounds(0, 4));
    }

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

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    public void What_is_left_where_figures_clash_may_be_wider_than_need_be(bool isOfTally, bool isOfIncident, bool isOuter)
    {
        Toll TollOf(long count, bool isClash) =>
            isClash ? Toll.Of(count).Including(Part.Of(Victims.Civilians, count + 1)) : Toll.Of(count);

        Tally tally = Tally("t", "2024", 20, KnownRegions.Syria);
        tally = tally with { Report = tally.Report with { Casualties = new() { Killed = TollOf(20, isOfTally) } } };
        Incident incident = Fake.Make("i", "2024-03", 5, KnownRegions.Homs);
        incident = incident with { Reports = [incident.Reports[0] with { Casualties = new() { Killed = TollOf(5, isOfIncident) } }] };
        ReconciledTally Reconciled(Incident one) => (Generate.Minimal with
        {
            Regions = KnownRegions.All.ToValueList(), Tallies = [tally], Incidents = [one],
        }).Reconcile(Harm.Killed).Single();

        ReconciledTally sure = Reconciled(incident), perhaps = Reconciled(incident with { Date = UncertainDate.Parse("2023/2024") });
        sure.Unaccounted.Should().Be(new Bounds(15, 15, isOuter));
        (sure.Accounted, sure.AccountedInAll).Should().Be((new Bounds(5, 5, isOfIncident), new Bounds(5, 5, isOfIncident)));
        perhaps.Unaccounted.Should().Be(new Bounds(15, 20, isOuter));
        perhaps.Accounted.Should().Be(new Bounds(0, 5, isOfIncident));
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
        reconciled.Accounted.Should().Be(Bounds.Exactly(4), "both are in the country");
    }

    private static Tally Counting(Victims victims, Tally tally) => tally with { Scope = tally.Scope with { Victims = victims } };

    private static Tally LaidTo(Tally tally, params Actor[] actors) =>
        tally with { Scope = tally.Scope with { AttributedTo = [.. actors.Select(actor => actor.Id)] } };
}

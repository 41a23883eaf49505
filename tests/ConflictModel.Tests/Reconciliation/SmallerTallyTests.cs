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
}

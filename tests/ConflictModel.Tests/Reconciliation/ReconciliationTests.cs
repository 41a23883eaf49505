using ConflictModel.Catalogs;
using ConflictModel.Reconciliation;
using ConflictModel.Tests.Serialization;

namespace ConflictModel.Tests.Reconciliation;

public class ReconciliationTests
{
    [Fact]
    public void The_seed_accounts_for_0_to_8_of_449_and_leaves_441_to_449()
    {
        ReconciledTally seed = Sample.Dataset.Reconcile(Harm.Killed).First(r => r.Tally == TallyId.From("sohr-2024-h1"));
        seed.Total.Should().Be(Bounds.Exactly(449));
        seed.Accounted.Should().Be(new Bounds(0, 8));
        seed.Unaccounted.Should().Be(new Bounds(441, 449));
    }

    [Theory]
    [InlineData("2024-03-01", Truth.Yes)]
    [InlineData("2024-06", Truth.Yes)]
    [InlineData("2024", Truth.Unknown)]
    [InlineData("2024-06-30/2024-07-01", Truth.Unknown)]
    [InlineData("..", Truth.Unknown)]
    public void An_incident_is_in_the_period_or_may_be(string date, Truth answer) =>
        Single(Tally(100), Fake.Make("a", date.Replace("..", "../2024", StringComparison.Ordinal), 8, KnownRegions.Homs)).Incidents
            .Single().InScope.Should().Be(answer);

    [Fact]
    public void An_incident_after_the_period_accounts_for_nothing() =>
        Single(Tally(100), Fake.Make("a", "2024-07-01", 8, KnownRegions.Homs)).Accounted.Should().Be(Bounds.Zero);

    [Fact]
    public void An_incident_elsewhere_accounts_for_nothing() =>
        Single(Tally(100), Fake.Make("a", "2024-03-01", 8, KnownRegions.Raqqa)).Accounted.Should().Be(Bounds.Zero);

    [Fact]
    public void An_incident_that_lies_somewhere_around_may_account_for_its_dead()
    {
        ReconciledTally around = Single(Tally(100), Fake.Make("a", "2024-03-01", 8, KnownRegions.Syria));
        around.Accounted.Should().Be(new Bounds(0, 8));
        around.AtLeast.Should().BeEmpty("it may account for none");
    }

    [Fact]
    public void Incidents_that_exceed_the_tally_make_it_impossible()
    {
        ReconciledTally impossible = Single(Tally(7), Fake.Make("a", "2024-03-01", 8, KnownRegions.Homs));
        impossible.IsImpossible.Should().BeTrue();
        impossible.Accounted.Should().Be(Bounds.Exactly(8));
    }

    [Fact]
    public void Only_an_incident_laid_to_the_actors_of_the_head_line_is_in_it_for_certain()
    {
        Tally tally = Tally(100);
        tally = tally with { Scope = tally.Scope with { AttributedTo = [KnownActors.Isis] } };
        Incident incident = Fake.Make("a", "2024-03-01", 8, KnownRegions.Homs);
        Single(tally, incident).Accounted.Should().Be(new Bounds(0, 8));
        Incident claimed = incident with { Attributions = [new() { Actors = [KnownActors.Isis], Status = AttributionStatus.Claimed }] };
        Single(tally, claimed).Accounted.Should().Be(Bounds.Exactly(8));
        Attribution both = new() { Actors = [KnownActors.Isis, KnownActors.Sdf], Status = AttributionStatus.Attributed };
        Single(tally, claimed with { Attributions = claimed.Attributions.Add(both) }).Accounted.Should().Be(Bounds.Exactly(8));
        foreach (Attribution doubt in (Attribution[])
        [
            new() { Actors = [KnownActors.Sdf], Status = AttributionStatus.Claimed },
            new() { Actors = [KnownActors.Isis], Status = AttributionStatus.Suspected },
        ])
        {
            Single(tally, claimed with { Attributions = claimed.Attributions.Add(doubt) }).Accounted.Should().Be(new Bounds(0, 8));
        }

        Incident either = claimed with
        {
            Attributions = [new() { Actors = [KnownActors.Isis, KnownActors.Sdf], Status = AttributionStatus.Attributed }],
        };
        Single(tally, either).Accounted.Should().Be(new Bounds(0, 8), "it may have been the other");
    }

    [Fact]
    public void An_incident_of_a_category_may_be_of_any_of_its_pieces()
    {
        var breakdown = new Breakdown
        {
            By = Axis.Region,
            Kind = BreakdownKind.Inclusion,
            Parts = [Part.In(KnownRegions.Homs, 40) with { Method = "shelling" }, Part.In(KnownRegions.Homs, 60) with { Method = "mines" }],
        };
        Tally tally = Tally(100);
        tally =
            tally with { Report = tally.Report with { Casualties = new() { Killed = Toll.Of(100) with { Breakdowns = [breakdown] } } } };
        Single(tally, Fake.Make("a", "2024-03-01", 8, KnownRegions.Homs)).Parts
            .Should().Equal(
                new ReconciledTally.AccountedPart("region:homs#1", Bounds.Exactly(40), new(0, 8), new(32, 40)),
                new ReconciledTally.AccountedPart("region:homs#2", Bounds.Exactly(60), new(0, 8), new(52, 60)));
    }

    [Fact]
    public void The_pieces_of_an_incident_account_for_their_category_together()
    {
        Part Of(string asWritten, int count) =>
            new() { Victims = Victims.MembersOf(KnownActors.Ndf), AsWritten = asWritten, Count = count };
        Tally tally = Tally(100);
        tally = tally with
        {
            Scope = tally.Scope with { Regions = [KnownRegions.Homs] },
            Report = tally.Report with { Casualties = new() { Killed = Toll.Of(100).Including(
                Part.Of(Victims.MembersOf(KnownActors.Ndf), 50)) } },
        };
        Incident incident = Fake.Make("a", "2024-03-01", 8, KnownRegions.Homs);
        var inPieces = new Breakdown { By = Axis.Victim, Kind = BreakdownKind.Inclusion, Parts = [Of("guards", 2), Of("cooks", 3)] };
        incident = incident with
        {
            Reports = [incident.Reports[0] with { Casualties = new() { Killed = Toll.Of(8) with { Breakdowns = [inPieces] } } }],
        };
        Single(tally, incident).Parts.Single().Accounted.Should().Be(new Bounds(5, 8));
    }

    private static Tally Tally(long killed) => new()
    {
        Id = TallyId.From("t"),
        Scope = new() { Period = new ReportedDate(UncertainDate.Parse("2024-40")), Regions = [KnownRegions.Homs] },
        Report = Fake.ReportOf("s", killed),
    };

    private static ReconciledTally Single(Tally tally, Incident incident) =>
        (Generate.Minimal with { Tallies = [tally], Incidents = [incident] }).Reconcile(Harm.Killed).Single();
}

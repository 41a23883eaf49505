using ConflictModel.Catalogs;
using ConflictModel.Reconciliation;

namespace ConflictModel.Tests.Reconciliation;

/// <summary>An incident accounts only for the victims that its report lists.</summary>
public class ListedVictimTests
{
    private static readonly Victims Militia = Victims.MembersOf(KnownActors.Ndf), Isis = Victims.MembersOf(KnownActors.Isis);

    private static readonly Toll SixAndTwo = Toll.Of(8).DividedInto(Part.Of(Militia, 6), Part.Of(Victims.Civilians, 2));

    [Fact]
    public void A_wholly_listed_incident_accounts_for_6_militiamen_and_2_civilians() =>
        Parts(Toll.Of(10).DividedInto(Part.Of(Militia, 7), Part.Of(Victims.Civilians, 3)), SixAndTwo)
            .Select(part => (part.Accounted, part.Unaccounted)).Should().Equal(
                (Bounds.Exactly(6), Bounds.Exactly(1)), (Bounds.Exactly(2), Bounds.Exactly(1)));

    [Fact]
    public void A_wholly_listed_incident_of_others_accounts_for_no_members_of_ISIS() =>
        Parts(Toll.Of(449).Including(Part.Of(Isis.As("members"), 29)), SixAndTwo).Single().Accounted.Should().Be(Bounds.Zero);

    [Fact]
    public void What_a_report_does_not_list_may_be_of_the_part() =>
        Parts(Toll.Of(449).Including(Part.Of(Isis, 29)), Toll.Of(8).Including(Part.Of(Militia, 6))).Single().Accounted
            .Should().Be(new Bounds(0, 2));

    [Fact]
    public void A_narrower_group_of_a_partition_belongs_to_the_part() =>
        Parts(Toll.Of(10).Including(Part.Of(Militia, 7)),
            Toll.Of(8).DividedInto(Part.Of(Militia.As("officers"), 6), Part.Of(Victims.Civilians.As("herders"), 2)))
            .Single().Accounted.Should().Be(Bounds.Exactly(6));

    [Fact]
    public void Women_may_be_civilians() =>
        Parts(Toll.Of(10).Including(Part.Of(Victims.Civilians, 7)),
            Toll.Of(8).DividedInto(Part.Of(Victims.Women, 3), Part.Of(Victims.Men, 5)))
            .Single().Accounted.Should().Be(new Bounds(0, 7));

    [Fact]
    public void Girls_and_boys_are_the_children_of_an_account_and_men_are_none() =>
        Parts(
            Toll.Of(10).Including(Part.Of(Victims.Children, 5)),
            Toll.Of(8).DividedInto(Part.Of(Victims.Girls, 2), Part.Of(Victims.Boys, 1), Part.Of(Victims.Men, 5)))
            .Single().Accounted.Should().Be(Bounds.Exactly(3));

    [Fact]
    public void Men_are_no_women_and_whose_sex_is_unknown_may_be() =>
        Parts(
            Toll.Of(10).Including(Part.Of(Victims.Women, 5)),
            Toll.Of(8).Including(Part.Of(Victims.Men, 5), Part.Of(new Victims { Age = AgeGroup.Adult, Sex = Sex.Unknown }, 2)))
            .Single().Accounted.Should().Be(new Bounds(0, 3));

    [Fact]
    public void Whom_one_record_could_not_identify_another_may_know() =>
        Parts(
            Toll.Of(449).Including(Part.Of(Isis, 29)),
            Toll.Of(8).DividedInto(Part.Of(Victims.Unidentified, 6), Part.Of(Victims.Civilians, 2)))
            .Single().Accounted.Should().Be(new Bounds(0, 6));

    [Fact]
    public void Parts_that_may_share_somebody_account_for_the_largest_of_them_at_least() =>
        Parts(
            Toll.Of(10).Including(Part.Of(Victims.Civilians, 7)),
            Toll.Of(6).DividedInto(
                Part.Of(Victims.Civilians with { Sex = Sex.Female }, 3),
                Part.Of(Victims.Civilians with { Age = AgeGroup.Elderly }, 2),
                Part.Of(Militia, 2)))
            .Single().Accounted.Should().Be(new Bounds(3, 4));

    [Fact]
    public void An_actor_of_which_nothing_is_known_may_be_anybody()
    {
        Toll toll = Toll.Of(8).DividedInto(Part.Of(Victims.MembersOf(ActorId.From("nobody-knows")), 6), Part.Of(Victims.Civilians, 2));
        Parts(Toll.Of(449).Including(Part.Of(Isis, 29)), toll).Single().Accounted.Should().Be(new Bounds(0, 6));
    }

    [Theory]
    [InlineData(AffiliationKind.PartOf)]
    [InlineData(AffiliationKind.ProxyOf)]
    public void Whoever_is_linked_to_an_actor_may_be_counted_as_the_actor(AffiliationKind kind)
    {
        Affiliation link = new() { Actor = KnownActors.Ndf, Kind = kind, To = KnownActors.Isis };
        Parts(Toll.Of(449).Including(Part.Of(Isis, 29)), SixAndTwo, link).Single().Accounted.Should().Be(new Bounds(0, 6));
    }

    private static ValueList<ReconciledTally.AccountedPart> Parts(Toll ofTally, Toll ofIncident, params Affiliation[] affiliations)
    {
        Incident incident = Fake.Make("i", "2024-01-15", 8, KnownRegions.Homs);
        Tally tally = new()
        {
            Id = TallyId.From("t"),
            Scope = new() { Period = new ReportedDate(UncertainDate.Parse("2024-01")), Regions = [KnownRegions.Homs] },
            Report = new() { Citation = SourceId.From("s"), Casualties = new() { Killed = ofTally } },
        };
        return (Generate.Minimal with
        {
            Actors = KnownActors.All.ToValueList(),
            Regions = KnownRegions.All.ToValueList(),
            Affiliations = affiliations.ToValueList(),
            Tallies = [tally],
            Incidents = [incident with { Reports = [incident.Reports[0] with { Casualties = new() { Killed = ofIncident } }] }],
        }).Reconcile(Harm.Killed).Single().Parts;
    }
}

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
    public void Whoever_is_said_to_be_of_no_known_age_sex_or_status_may_be_of_another_group()
    {
        Func<Victims, Victims>[] unknown =
        [
            who => who with { Age = AgeGroup.Unknown }, who => who with { Sex = Sex.Unknown },
            who => who with { Status = CivilianStatus.Unidentified },
        ];
        foreach (Func<Victims, Victims> who in unknown)
        {
            MostOf(Isis, who(Militia)).Should().Be(6);
            // Civilians may be of it too.
            MostOf(who(Isis), Militia).Should().Be(8);
        }

        MostOf(Isis, Militia).Should().Be(0);

        static long? MostOf(Victims inTally, Victims inReport) => Parts(
            Toll.Of(449).Including(Part.Of(inTally, 29)),
            Toll.Of(8).DividedInto(Part.Of(inReport, 6), Part.Of(Victims.Civilians, 2))).Single().Accounted.Upper;
    }

    [Fact]
    public void Of_a_report_whose_breakdowns_clash_the_part_holds_what_one_of_them_says_at_least()
    {
        Bounds accounted = Parts(
            Toll.Of(449).Including(Part.Of(Militia, 29)),
            Toll.Of(10).Including(Part.Of(Militia, 8)).DividedInto(Part.Of(Militia, 3), Part.Of(Victims.Civilians, 7)))
            .Single().Accounted;
        (accounted.Lower, accounted.Upper).Should().Be((8, 8));
    }

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
    public void Of_a_partition_without_a_whole_no_more_belong_than_its_own_parts_have() =>
        Parts(
            Toll.Of(449).Including(Part.Of(Isis, 29)),
            new Toll().DividedInto(Part.Of(Isis, Estimate.Between(1, 3)), Part.Of(Victims.Civilians, Estimate.Between(0, 10))))
            .Single().Accounted.Should().Be(new Bounds(1, 3));

    [Fact]
    public void Of_a_partition_no_more_belong_than_its_whole_leaves() =>
        Parts(
            Toll.Of(449).Including(Part.Of(Isis, 29)),
            Toll.Of(8).DividedInto(
                Part.Of(Isis, Estimate.Between(0, 7)), Part.Of(Victims.Unidentified, Estimate.Between(0, 7)), Part.Of(Militia, 3)))
            .Single().Accounted.Should().Be(new Bounds(0, 5));

    [Fact]
    public void Women_of_whom_nobody_says_that_they_were_civilians_are_no_civilian_women_for_certain() =>
        Parts(
            Toll.Of(20).Including(Part.Of(Victims.Civilians with { Age = AgeGroup.Adult, Sex = Sex.Female }, 7)),
            Toll.Of(8).DividedInto(Part.Of(Victims.Women, 3), Part.Of(Victims.Men, 5)))
            .Single().Accounted.Should().Be(new Bounds(0, 7));

    [Fact]
    public void Two_breakdowns_of_one_report_bind_a_part_each()
    {
        Toll two = Toll.Of(8).Including(Part.Of(Militia, 5)).Including(Part.Of(Victims.Civilians, 1));
        Parts(Toll.Of(449).Including(Part.Of(Isis, 29)), two).Single().Accounted.Should().Be(new Bounds(0, 3));
        Parts(Toll.Of(449).Including(Part.Of(Militia, 29)), two).Single().Accounted.Should().Be(new Bounds(5, 7));
    }

    [Fact]
    public void Reports_that_list_otherwise_or_nothing_leave_all_open_that_any_of_them_does()
    {
        Toll tally = Toll.Of(Estimate.AtLeast(10)).Including(Part.Of(Militia, Estimate.AtLeast(7)));
        Toll fiveAndThree = Toll.Of(8).DividedInto(Part.Of(Militia, 5), Part.Of(Victims.Civilians, 3));
        foreach (Toll[] order in (Toll[][])[[SixAndTwo, fiveAndThree], [fiveAndThree, SixAndTwo]])
        {
            PartsOf(tally, "2024-01-15", order).Single().Accounted.Should().Be(new Bounds(5, 6));
        }

        foreach (Toll[] order in (Toll[][])[[SixAndTwo, Toll.Of(8)], [Toll.Of(8), SixAndTwo]])
        {
            PartsOf(tally, "2024-01-15", order).Single().Accounted.Should().Be(new Bounds(0, 8));
        }

        foreach (Toll[] order in (Toll[][])[[SixAndTwo, Toll.Of(Estimate.AtLeast(8))], [Toll.Of(Estimate.AtLeast(8)), SixAndTwo]])
        {
            PartsOf(tally, "2024-01-15", order).Single().Accounted.Should().Be(Bounds.Unknown);
        }
    }

    [Fact]
    public void Whom_an_incident_lists_that_may_be_outside_the_scope_may_all_be_outside() =>
        PartsOf(Toll.Of(10).Including(Part.Of(Militia, 7)), "2024", SixAndTwo).Single().Accounted.Should().Be(new Bounds(0, 6));

    [Fact]
    public void An_incident_whose_figures_clash_accounts_for_what_its_whole_says() =>
        PartsOf(
            Toll.Of(Estimate.AtLeast(10)).Including(Part.Of(Militia, Estimate.AtLeast(7))), "2024-01-15",
            Toll.Of(8).Including(Part.Of(Militia, 9))).Single().Accounted.Should().Be(Bounds.Exactly(8).AsOuter());

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
    public void Only_members_of_an_actor_that_bears_arms_are_certainly_none_of_another()
    {
        Actor[] one = [.. KnownActors.All.Where(actor => actor.Id != KnownActors.Isis.Id).DistinctBy(actor => actor.Kind)];
        one.Length.Should().BeGreaterThan(4);
        foreach (Actor actor in one)
        {
            bool isArmed = actor.Kind is ActorKind.StateForces or ActorKind.RebelGroup or ActorKind.Militia or ActorKind.ForeignForces;
            Toll toll = Toll.Of(8).DividedInto(Part.Of(Victims.MembersOf(actor), 6), Part.Of(Victims.Civilians, 2));
            Parts(Toll.Of(449).Including(Part.Of(Isis, 29)), toll).Single().Accounted
                .Should().Be(isArmed ? Bounds.Zero : new Bounds(0, 6), JsonName.Of(actor.Kind));
        }
    }

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

    private static ValueList<ReconciledTally.AccountedPart> Parts(Toll ofTally, Toll ofIncident, params Affiliation[] affiliations) =>
        PartsOf(ofTally, "2024-01-15", [ofIncident], affiliations);

    private static ValueList<ReconciledTally.AccountedPart> PartsOf(Toll ofTally, string date, params Toll[] reports) =>
        PartsOf(ofTally, date, reports, []);

    private static ValueList<ReconciledTally.AccountedPart> PartsOf(
        Toll ofTally, string date, Toll[] reports, Affiliation[] affiliations)
    {
        Incident incident = Fake.Make("i", date, 8, KnownRegions.Homs);
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
            Incidents =
            [
                incident with
                {
                    Reports = [.. reports.Select(toll => incident.Reports[0] with { Casualties = new() { Killed = toll } })],
                },
            ],
        }).Reconcile(Harm.Killed).Single().Parts;
    }
}

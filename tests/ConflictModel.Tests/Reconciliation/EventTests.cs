using ConflictModel.Aggregation;
using ConflictModel.Catalogs;
using ConflictModel.Reconciliation;
using ConflictModel.Validation;

namespace ConflictModel.Tests.Reconciliation;

/// <summary>Records of one event, and events with parts: nobody is counted twice, and the order of records says nothing.</summary>
public class EventTests
{
    private static readonly Incident[] Days = [Part("b1", "2024-05-01", 2), Part("b2", "2024-05-02", 3), Part("b3", "2024-05-03", 4)];

    private static readonly Incident Battle = Fake.Make("a1", "2024-05-01/2024-05-03", 9);

    [Fact]
    public void Records_that_disagree_on_day_place_and_perpetrator_leave_the_scope_unknown_in_any_order()
    {
        Incident one = Fake.Make("i1", "2024-01-31", 8, KnownRegions.Homs) with { Attributions = [LaidTo(KnownActors.Isis)] };
        Incident other =
            Fake.Make("i2", "2024-02-01", 8, KnownRegions.Raqqa) with { Attributions = [LaidTo(KnownActors.Sdf)], SameAs = [one.Id] };
        Tally tally = Tally("2024-01", 5, KnownActors.Isis);
        foreach (Incident[] incidents in (Incident[][])[[one, other], [other, one]])
        {
            ConflictDataset dataset = Of(tally, incidents);
            ReconciledTally reconciled = dataset.Reconcile(Harm.Killed).Single();
            (reconciled.Incidents.Single().InScope, reconciled.Accounted, reconciled.IsImpossible)
                .Should().Be((Truth.Unknown, new Bounds(0, 5), false));
            dataset.Validate().Should().NotContain(finding => finding.Code == FindingCodes.ExceedsTally);
        }
    }

    [Fact]
    public void A_record_that_says_less_contradicts_nothing()
    {
        Incident one = Fake.Make("i1", "2024-01-15", 8, KnownRegions.Homs) with { Attributions = [LaidTo(KnownActors.Isis)] };
        Incident other = Fake.Make("i2", "2024", 8) with { SameAs = [one.Id] };
        foreach (Incident[] incidents in (Incident[][])[[one, other], [other, one]])
        {
            Of(Tally("2024-01", 10, KnownActors.Isis), incidents).Reconcile(Harm.Killed).Single().Accounted.Should().Be(Bounds.Exactly(8));
        }
    }

    [Fact]
    public void Sums_by_month_and_by_actor_leave_open_what_the_records_of_an_event_disagree_on_in_any_order()
    {
        Incident one = Fake.Make("i1", "2024-01-31", 8) with
        {
            Kind = IncidentKind.Ambush, Involvements = [new() { Actor = KnownActors.Isis, Role = InvolvementRole.Perpetrator }],
        };
        Incident other = Fake.Make("i2", "2024-02-01", 8) with
        {
            SameAs = [one.Id], Involvements = [new() { Actor = KnownActors.Sdf, Role = InvolvementRole.Perpetrator }],
        };
        foreach (Incident[] incidents in (Incident[][])[[one, other], [other, one]])
        {
            GroupedSums<NodaTime.YearMonth> months = incidents.SumByMonth(Harm.Killed);
            months.Groups.Select(group => (group.Certain.Incidents, group.Possible.Incidents, group.Bounds)).Should().Equal(
                (0L, 1L, new Bounds(0, 8)), (0L, 1L, new Bounds(0, 8)));
            incidents.SumByActor(Harm.Killed).Groups.Should().HaveCount(2);
            incidents.SumByActor(Harm.Killed, InvolvementRole.Perpetrator).Groups.Should().BeEmpty();
            incidents.SumByKind(Harm.Killed).Groups.Single().Key.Should().Be(IncidentKind.Unknown);
        }
    }

    [Fact]
    public void Two_records_of_one_id_are_refused_and_not_added()
    {
        Incident[] versions = [Fake.Make("x1", "2024-05-01", 3), Fake.Make("x1", "2024-05-01", 7)];
        ConflictDataset dataset = Of(Tally("2024", 5), versions);
        foreach (Action add in (Action[])[() => versions.Sum(Harm.Killed), () => dataset.ToTable(), () => dataset.Reconcile(Harm.Killed)])
        {
            add.Should().Throw<ArgumentException>().WithMessage("*'x1'*");
        }

        dataset.Validate().Select(finding => finding.Code).Should().Equal(FindingCodes.DuplicateId);
    }

    [Fact]
    public void An_event_of_three_days_and_its_three_daily_reports_are_9_in_any_order()
    {
        foreach (Incident[] incidents in (Incident[][])[[Battle, .. Days], [.. Days, Battle], [Days[1], Battle, Days[0], Days[2]]])
        {
            Sums expected = new(1, 9, 0, 9, 0, 1, 0);
            incidents.Sum(Harm.Killed).Should().Be(expected);
            incidents.BoundsOf(Harm.Killed).Bounds.Should().Be(Bounds.Exactly(9));
            ConflictDataset dataset = Of(Tally("2024-05", 9), incidents);
            dataset.ToTable().Query().Sum(Measure.Killed).Run().Total.Of(Measure.Killed).Should().Be(expected);
            dataset.Reconcile(Harm.Killed).Single().Incidents.Single().Figure.Should().Be(Bounds.Exactly(9));
            dataset.Validate().Should().BeEmpty();
        }
    }

    [Fact]
    public void Where_an_event_and_its_parts_differ_the_sum_has_both() =>
        new[] { Battle, Days[0], Days[1] }.BoundsOf(Harm.Killed).Bounds.Should().Be(new Bounds(5, 9));

    [Fact]
    public void A_part_without_a_figure_takes_nothing_from_the_event_that_has_one() =>
        new[] { Battle, Days[0], Days[1] with { Reports = [] } }.BoundsOf(Harm.Killed).Bounds.Should().Be(Bounds.Exactly(9));

    [Fact]
    public void An_event_without_a_figure_of_its_own_is_the_sum_of_its_parts()
    {
        Incident silent = Battle with { Reports = [] };
        new[] { silent }.Concat(Days).Sum(Harm.Killed).Should().Be(new Sums(1, 9, 9, 9, 0, 0, 0));
        new[] { silent, Days[0], Days[1] with { Reports = [] } }.BoundsOf(Harm.Killed).Bounds.Should().Be(Bounds.AtLeast(2));
    }

    [Fact]
    public void Parts_may_have_parts_and_be_the_same_as_other_records()
    {
        Incident campaign = Fake.Make("c", "2024-05", 12), other = Part("d", "2024-05-20", 3) with { PartOf = campaign.Id };
        Incident[] all =
            [.. Days, Battle with { PartOf = campaign.Id }, other, campaign, Fake.Make("e", "2024-05-20", 3) with { SameAs = [other.Id] }];
        all.Sum(Harm.Killed).Should().Be(new Sums(1, 12, 0, 12, 0, 1, 0));
    }

    [Fact]
    public void Those_who_took_part_in_a_part_took_part_in_the_event()
    {
        Incident[] all = [Battle.Involving(KnownActors.Isis), Days[0].Involving(KnownActors.Sdf)];
        all.SumByActor(Harm.Killed).Groups.Select(group => (group.Key, group.Bounds)).Should().Equal(
            (KnownActors.Isis.Id, new Bounds(2, 9)), (KnownActors.Sdf.Id, new Bounds(2, 9)));
    }

    [Fact]
    public void A_circle_of_parts_is_one_event_and_an_error()
    {
        Incident one = Fake.Make("a", "2024-05-01", 2) with { PartOf = IncidentId.From("b") };
        Incident other = Fake.Make("b", "2024-05-01", 5) with { PartOf = one.Id };
        Incident[] all = [one, other, Fake.Make("c", "2024-05-01", 1) with { PartOf = one.Id },
            Fake.Make("self", "2024-05-01", 7) with { PartOf = IncidentId.From("self") }];
        all.BoundsOf(Harm.Killed).Bounds.Should().Be(new Bounds(1 + 7, 5 + 7));
        Of(Tally("2023", 5), all).Validate().Where(finding => finding.Code == FindingCodes.IncidentCycle).Select(
            finding => finding.Pointer.ToString())
            .Should().Equal("/incidents/0/partOf", "/incidents/1/partOf", "/incidents/3/partOf");
    }

    [Fact]
    public void Parts_of_an_event_that_is_not_there_stand_by_themselves_and_are_found()
    {
        Days.Sum(Harm.Killed).Should().Be(new Sums(3, 9, 9, 9, 0, 0, 0));
        Of(Tally("2023", 5), Days).Validate().Select(finding => (finding.Code, finding.Pointer.ToString())).Should().Equal(
            Enumerable.Range(0, 3).Select(i => (FindingCodes.DanglingReference, $"/incidents/{i}/partOf")));
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_parts_is_one_event()
    {
        Incident[] chain =
            [.. Enumerable.Range(0, 100_000).Select(i => Fake.Make($"i{i}", "2024", 1) with { PartOf = IncidentId.From($"i{i + 1}") })];
        chain.Sum(Harm.Killed).Should().Be(new Sums(1, 1, 0, 1, 0, 1, 0));
    }

    [Fact]
    public void What_two_parts_of_one_event_are_part_of_is_one_however_far_up()
    {
        // Listed from the top, so that each level is known to be one only when all below it are.
        Incident[] towers =
        [
            .. from level in Enumerable.Range(0, 20_000)
               from tower in (string[])["a", "b"]
               select Fake.Make($"{tower}{level}", "2024", 1) with
               {
                   PartOf = level == 0 ? null : IncidentId.From($"{tower}{level - 1}"),
                   SameAs = level == 19_999 ? [IncidentId.From("a19999")] : [],
               },
        ];
        towers.BoundsOf(Harm.Killed).Bounds.Should().Be(Bounds.Exactly(1));
    }

    private static Incident Part(string id, string date, long killed)
    {
        Incident incident = Fake.Make(id, date, killed);
        return incident with { PartOf = IncidentId.From("a1"), Reports = [Fake.ReportOf("b", killed)] };
    }

    private static Attribution LaidTo(Actor actor) => new() { Actors = [actor], Status = AttributionStatus.Attributed };

    private static Tally Tally(string period, long killed, params Actor[] attributedTo) => new()
    {
        Id = TallyId.From("t"),
        Scope = new()
        {
            Period = new ReportedDate(UncertainDate.Parse(period)),
            Regions = [KnownRegions.Homs],
            AttributedTo = [.. attributedTo.Select(actor => actor.Id)],
        },
        Report = Fake.ReportOf("sohr", killed),
    };

    private static ConflictDataset Of(Tally tally, params Incident[] incidents) => Generate.Minimal with
    {
        Sources = [KnownSources.Sohr, new() { Id = SourceId.From("b"), Name = "B" }],
        Actors = KnownActors.All.ToValueList(),
        Regions = KnownRegions.All.ToValueList(),
        Tallies = [tally],
        Incidents = incidents.ToValueList(),
    };
}

using System.Globalization;
using ConflictModel.Aggregation;
using ConflictModel.Catalogs;
using ConflictModel.Hierarchies;
using ConflictModel.Reconciliation;
using ConflictModel.Time;
using CsCheck;
using NodaTime;

namespace ConflictModel.Tests.Aggregation.Tabulation;

public class IncidentTabulationTests
{
    private static readonly ActorId Government = ActorId.From("government");
    private static readonly ActorId Militia = ActorId.From("militia");
    private static readonly ActorId Rebels = ActorId.From("rebels");
    private static readonly RegionId Syria = RegionId.From("SY");
    private static readonly RegionId Homs = RegionId.From("SY04");
    private static readonly RegionId Hama = RegionId.From("SY05");
    private static readonly RegionId Badia = RegionId.From("badia");

    private static readonly Region[] Regions =
    [
        new() { Id = Homs, Name = "Homs", Kind = RegionKind.Governorate, Within = [Syria] },
        new() { Id = Badia, Name = "Badia", Kind = RegionKind.Natural, Within = [Syria], Overlaps = [Homs] },
        new() { Id = Syria, Name = "Syria", Kind = RegionKind.Country },
        new() { Id = Hama, Name = "Hama", Kind = RegionKind.Governorate, Within = [Syria] },
    ];

    private static Incident At(string id, params Report[] reports) => new()
    {
        Id = IncidentId.From(id),
        Kind = IncidentKind.AirStrike,
        Date = UncertainDate.From(new(2024, 7, 3)),
        Reports = [.. reports],
    };

    private static Report Says(string source, Toll killed) =>
        new() { Citation = SourceId.From(source), Casualties = new() { Killed = killed } };

    private static Sums Killed(params Incident[] incidents) =>
        Table(incidents).Query().Sum(Measure.Killed).Run()[0].Of(Measure.Killed);

    private static IncidentTable Table(params Incident[] incidents) =>
        new ConflictDataset { Regions = [.. Regions], Incidents = [.. incidents] }.ToTable();

    [Fact]
    public void One_report_gives_its_printed_figures() =>
        Killed(At("1", Says("a", Toll.Of(new Estimate(3, 8, 6))))).Should().Be(new Sums(1, 3, 8, 6, 0, 0, 0));

    [Fact]
    public void Several_reports_give_their_hull_and_no_best() =>
        Killed(At("1", Says("a", Toll.Of(Estimate.Exactly(3))), Says("b", Toll.Of(Estimate.Exactly(7)))))
            .Should().Be(new Sums(1, 3, 0, 7, 0, 1, 0));

    [Fact]
    public void Records_of_one_event_are_one_row() =>
        Killed(
            At("1", Says("a", Toll.Of(Estimate.Exactly(3)))),
            At("2", Says("b", Toll.Of(Estimate.Exactly(3)))) with { SameAs = [IncidentId.From("1")] })
                .Should().Be(new Sums(1, 3, 0, 3, 0, 1, 0));

    [Fact]
    public void A_policy_can_choose_one_report() =>
        new ConflictDataset { Incidents = [At("1", Says("a", Toll.Of(Estimate.Exactly(3))), Says("b", Toll.Of(Estimate.Exactly(7))))] }
            .ToTable(ReportPolicy.Highest)
            .Query().Sum(Measure.Killed).Run()[0].Of(Measure.Killed).Should().Be(new Sums(1, 7, 7, 7, 0, 0, 0));

    [Fact]
    public void An_incident_without_a_last_day_counts_outside_every_key_of_time_and_perhaps_in_any_period()
    {
        Incident undated = At("2") with { Date = UncertainDate.Parse("2024-07-03/") };
        IncidentTable table = Table(At("1"), undated);
        Aggregate months = table.Query().GroupBy(GroupKey.Month).Run();
        (table.Incidents, months[0].Incidents, months.Outside.Incidents).Should().Be((2L, 1L, 1L));
        Aggregate kinds = table.Query().GroupBy(GroupKey.Kind).Run();
        (kinds[0].Incidents, kinds.Outside.Incidents).Should().Be((2L, 0L));
        Aggregate july = table.Query().During(new(2024, 7, 1), new(2024, 7, 31)).Run();
        (july.Total.Incidents, july.Perhaps).Should().Be((1L, 1L));
    }

    [Fact]
    public void A_coalition_is_found_by_each_of_its_members_and_counted_once()
    {
        Incident joint = At("1", Says("a", Toll.Of(Estimate.Exactly(3)))) with
        {
            Involvements =
            [
                new() { Actor = Militia, Role = InvolvementRole.Perpetrator },
                new() { Actor = Government, Role = InvolvementRole.Perpetrator },
                new() { Actor = Rebels, Role = InvolvementRole.Target },
            ],
        };
        IncidentTable table = Table(joint);
        foreach (ActorId member in (ActorId[])[Government, Militia])
        {
            table.Query().WithFirstSide(member).Sum(Measure.Killed).Run()[0].Incidents.Should().Be(1);
        }

        Aggregate sides = table.Query().GroupBy(GroupKey.FirstSide, GroupKey.SecondSide).Sum(Measure.Killed).Run();
        sides.Select(row => (row.Of(GroupKey.FirstSide).Value, row.Of(GroupKey.SecondSide).Value))
            .Should().Equal(("government+militia", "rebels"));
    }

    [Fact]
    public void An_incident_on_one_day_is_dated_as_precisely_as_can_be_and_of_others_it_is_open_how_precisely()
    {
        Aggregate precise = Table(At("1"), At("2") with { Date = UncertainDate.Parse("2024-07") }).Query().DatedWithin(1).Run();
        (precise.Total.Incidents, precise.Perhaps).Should().Be((1L, 1L));
    }

    [Fact]
    public void Two_participants_are_sides_and_three_are_not()
    {
        Incident Among(string id, params ActorId[] actors) =>
            At(id) with
            {
                Involvements = [.. actors.Select(actor => new Involvement { Actor = actor, Role = InvolvementRole.Participant })],
            };
        IncidentTable table = Table(Among("1", Rebels, Government), Among("2", Rebels, Government, Militia));
        Aggregate sides = table.Query().GroupBy(GroupKey.FirstSide).Run();
        (sides.Count, sides[0].Of(GroupKey.FirstSide), sides.Outside.Incidents).Should().Be((1, Rebels, 1L));
    }

    [Fact]
    public void The_groups_that_a_breakdown_names_are_measures_of_their_own()
    {
        Toll toll = new()
        {
            Count = Estimate.Exactly(12),
            Breakdowns =
            [
                new()
                {
                    By = Axis.Victim,
                    Kind = BreakdownKind.Inclusion,
                    Parts =
                    [
                        Part.Of(Victims.MembersOf(Rebels), Estimate.Exactly(2)), Part.Of(Victims.Civilians, Estimate.Between(3, 5)),
                        Part.Of(Victims.Unidentified, Estimate.Exactly(1)),
                        Part.Of(Victims.MembersOf(Government).As("officers"), Estimate.Exactly(4)),
                    ],
                },
            ],
        };
        Incident incident = At("1", Says("a", toll)) with
        {
            Involvements =
                [new() { Actor = Government, Role = InvolvementRole.SideA }, new() { Actor = Rebels, Role = InvolvementRole.SideB }],
        };
        IncidentTable table = Table(incident);
        Measure second = Measure.Killed.Among(VictimGroup.SecondSide);
        Measure others = Measure.Killed.Among(VictimGroup.Unknown);
        table.Measures.Should().Equal(Measure.Killed, second, Measure.Killed.Civilians, others);
        AggregateRow row = table.Query().Sum(second, Measure.Killed.Civilians, others).Run()[0];
        (row.Of(second).Best, row.Of(Measure.Killed.Civilians), row.Of(others).Best).Should().Be((2L, new Sums(1, 3, 0, 5, 0, 1, 0), 1L));
    }

    /// <summary>
    /// "6 militiamen and 2 civilian herders" are a partition of groups; "including 2 herders" leaves open how many civilians there were.
    /// </summary>
    [Theory]
    [InlineData(BreakdownKind.Partition, 6L, 5L)]
    [InlineData(BreakdownKind.Inclusion, null, null)]
    public void A_narrower_group_counts_for_its_group_where_the_parts_make_up_the_whole(BreakdownKind kind, long? rebels, long? civilians)
    {
        Toll toll = Divided(
            kind,
            Part.Of(Victims.MembersOf(Rebels).As("officers"), 6),
            Part.Of(Victims.Civilians.As("sheep herders"), 2),
            Part.Of(Victims.Civilians with { Age = AgeGroup.Adult, Sex = Sex.Female }, 3));
        Groups(toll).Should().Be((rebels, civilians));
    }

    [Fact]
    public void A_part_that_is_in_no_group_leaves_open_what_the_groups_come_to() =>
        Groups(Divided(BreakdownKind.Partition, Part.Of(Victims.Called("gunmen"), 6), Part.Of(Victims.Civilians.As("sheep herders"), 2)))
            .Should().Be((null, null));

    [Fact]
    public void Narrower_groups_that_may_share_somebody_are_not_added_up() =>
        Groups(Divided(
            BreakdownKind.Partition,
            Part.Of(Victims.MembersOf(Rebels), 4),
            Part.Of(Victims.Civilians with { Age = AgeGroup.Adult, Sex = Sex.Female }, 5),
            Part.Of(Victims.Civilians with { Age = AgeGroup.Elderly }, 3))).Should().Be((4L, null));

    [Fact]
    public void A_whole_group_is_never_added_to_a_narrower_one_within_it() =>
        Groups(Divided(BreakdownKind.Partition, Part.Of(Victims.Civilians, 5), Part.Of(Victims.Civilians.As("sheep herders"), 2)))
            .Should().Be((null, 5L));

    [Fact]
    public void Pieces_of_one_group_are_its_sum() => Groups(Divided(
        BreakdownKind.Inclusion,
        Part.Of(Victims.Civilians, 5) with { Region = Homs },
        Part.Of(Victims.Civilians, 2) with { Region = Hama })).Should().Be((null, 7L));

    private static Toll Divided(BreakdownKind kind, params Part[] parts) =>
        new() { Count = Estimate.Exactly(11), Breakdowns = [new() { By = Axis.Victim, Kind = kind, Parts = [.. parts] }] };

    private static (long? Rebels, long? Civilians) Groups(Toll toll)
    {
        Incident incident = At("1", Says("a", toll)) with { Involvements = [new() { Actor = Rebels, Role = InvolvementRole.SideA }] };
        Measure rebels = Measure.Killed.Among(VictimGroup.FirstSide);
        AggregateRow row = Table(incident).Query().Sum(rebels, Measure.Killed.Civilians).Run()[0];
        return (row.Of(rebels).Best, row.Of(Measure.Killed.Civilians).Best);
    }

    [Fact]
    public void Regions_keep_their_levels_and_their_overlaps()
    {
        Incident In(string id, params RegionId[] places) => At(id) with { Place = new() { Regions = [.. places] } };
        IncidentTable table = Table(In("1", Homs), In("2", Hama), In("3", Badia), In("4", Homs, Hama));
        Aggregate homs = table.Query().InRegions(Homs).Run();
        (homs[0].Incidents, homs.Perhaps).Should().Be((1L, 2L));
        Aggregate hama = table.Query().InRegions(Hama).Run();
        (hama[0].Incidents, hama.Perhaps).Should().Be((1L, 1L));
        Aggregate levels = table.Query().GroupBy(GroupKey.RegionAt(RegionKind.Governorate)).Run();
        (levels.Count, levels.Outside.Incidents).Should().Be((2, 2L));
        table.Query().GroupBy(GroupKey.RegionAt(RegionKind.Country)).Run()[0].Incidents.Should().Be(4);
    }

    [Fact]
    public void Best_figures_alone_take_a_byte_and_stay_apart_from_ranges()
    {
        Incident Best(string id, long count) => At(id, Says("a", Toll.Of(new Estimate(null, count, null))));
        Incident[] alone = [Best("1", 2), Best("2", 255), Best("3", 70_000), At("4")];
        Killed(alone).Should().Be(new Sums(4, 0, 70_257, 0, 4, 1, 4));
        Killed([.. alone, At("5", Says("a", Toll.Of(Estimate.Exactly(10))))]).Should().Be(new Sums(5, 10, 70_267, 10, 4, 1, 4));
        Table(alone).Query().Sum(Measure.Killed.AsBest).Run()[0]
            .Of(Measure.Killed.AsBest).Should().Be(new Sums(4, 70_257, 70_257, 70_257, 1, 1, 1));
    }

    [Fact]
    public void Best_figures_alone_are_split_by_days_too()
    {
        Incident incident = At("1",
            Says("a", Toll.Of(new Estimate(null, 1000, null)))) with { Date = UncertainDate.Between(new(2024, 6, 30), new(2024, 7, 1)) };
        foreach (Incident[] incidents in (Incident[][])[[incident], [incident, At("2", Says("a", Toll.Of(Estimate.Exactly(10))))]])
        {
            Aggregate months = new ConflictDataset { Incidents = [.. incidents] }
                .ToTable(BucketScheme.Month).Query().GroupBy(GroupKey.Month).Sum(Measure.Killed).Run();
            months[0].Of(Measure.Killed).Should().Be(new Sums(1, 0, 500, 0, 1, 0, 1));
            months[1].Of(Measure.Killed).Best.Should().Be(500 + (incidents.Length - 1) * 10);
        }
    }

    [Fact]
    public void Filters_by_actor_answer_as_the_hierarchy_of_affiliations_does() => Gen.Int.Sample(
        seed =>
        {
            var random = new Random(seed);
            ActorId[] actors = [.. Enumerable.Range(0, 7).Select(i => ActorId.From($"a{i}"))];
            Region[] regions =
                [.. RegionCatalog.BuiltIn.Where(region => region.Id.Value is "syria" or "homs" or "hama" or "badia" or "tadmor")];
            string[] periods = ["2020/2022", "2021-05/2021-06", "2021~/..", "../2021-03",
                "/2022", "2019-12?/2021-01", "2021-03-04/2021-03-09", "[2020,2021]", "0000/2021"];
            Affiliation[] links =
            [
                .. Enumerable.Range(0, random.Next(7))
                    .Select(_ => (Member: random.Next(6), Period: random.Next(periods.Length + 1))).Select(pair => new Affiliation
                {
                    Actor = actors[pair.Member],
                    Kind = (AffiliationKind)random.Next(1, 6),
                    To = actors[random.Next(pair.Member + 1, 7)],
                    Period = pair.Period == periods.Length ? null : UncertainDate.Parse(periods[pair.Period]),
                    Regions = random.Next(3) == 0 ? [regions[random.Next(regions.Length)].Id] : [],
                    Against = random.Next(3) == 0 ? [actors[random.Next(7)]] : [],
                }),
            ];
            LocalDate start = new LocalDate(2020, 12, 20).PlusDays(random.Next(200));
            Incident[] incidents =
            [
                .. Enumerable.Range(0, 20).Select(i => At(i.ToString(CultureInfo.InvariantCulture)) with
                {
                    Date = UncertainDate.SomeDayBetween(start.PlusDays(i), start.PlusDays(i + random.Next(3) * random.Next(90))),
                    Involvements =
                    [
                        new() { Actor = actors[random.Next(7)], Role = InvolvementRole.Perpetrator },
                        .. Enumerable.Range(0, random.Next(3))
                            .Select(_ => new Involvement { Actor = actors[random.Next(7)], Role = InvolvementRole.Target }),
                    ],
                    Place = random.Next(3) == 0 ? null : new() { Regions = [regions[random.Next(regions.Length)].Id] },
                }),
            ];
            ConflictDataset dataset = new() { Regions = [.. regions], Affiliations = [.. links], Incidents = [.. incidents] };
            ActorHierarchy hierarchy = new(links, new RegionHierarchy(regions));
            IncidentTable table = dataset.ToTable();
            ActorId[] SideOf(Incident incident, InvolvementRole role) =>
                [.. incident.Involvements.Where(involvement =>
                    involvement.Role == role).Select(involvement => involvement.Actor).Distinct()];
            Truth Belong(ActorId[] side, ActorId[] others, Incident incident, LocalDate day, ActorId group) => side.Length == 0
                ? Truth.Unknown
                : side.Aggregate(Truth.No, (any, actor) => any.Or(hierarchy.Belongs(
                    actor, group, new Occasion(day) { Regions = incident.Place?.Regions ?? [], Opponents = [.. others] })));
            foreach (ActorId group in links.Select(link =>
                link.To).Concat(incidents.Select(incident => incident.Involvements[0].Actor)).Distinct())
            {
                foreach ((bool isFirst, bool isSecond, Aggregate found) in new[]
                {
                    (true, false, table.Query().WithFirstSide(group).Run()),
                    (false, true, table.Query().WithSecondSide(group).Run()),
                    (true, true, table.Query().WithEitherSide(group).Run()),
                })
                {
                    // Day by day: two links that never hold together make no member, though each holds on some day of the incident.
                    Truth[] answers =
                    [
                        .. incidents.Select(incident =>
                        {
                            (ActorId[] first, ActorId[] second) =
                                (SideOf(incident, InvolvementRole.Perpetrator), SideOf(incident, InvolvementRole.Target));
                            (LocalDate from, LocalDate to) = (incident.Date!.Date.Earliest!.Value, incident.Date.Date.Latest!.Value);
                            Truth[] days =
                            [
                                .. Enumerable.Range(0, Period.DaysBetween(from, to) + 1).Select(from.PlusDays).Select(day =>
                                    (isFirst ? Belong(first, second, incident, day, group) : Truth.No)
                                        .Or(isSecond ? Belong(second, first, incident, day, group) : Truth.No)),
                            ];
                            return days.Distinct().Count() == 1 ? days[0] : Truth.Unknown;
                        }),
                    ];
                    (found.Total.Incidents, found.Perhaps)
                        .Should().Be((answers.Count(answer => answer == Truth.Yes), answers.Count(answer => answer == Truth.Unknown)));
                }
            }
        },
        iter: 300);

    [Fact]
    public void A_coalition_has_the_rows_in_which_it_fought_and_not_the_other_wars_of_its_members()
    {
        Incident Fought(string id, string first, string second) => At(id) with
        {
            Date = UncertainDate.Parse("2019-10-12"),
            Place = new() { Regions = [KnownRegions.Raqqa] },
            Involvements =
            [
                new() { Actor = ActorId.From(first), Role = InvolvementRole.SideA },
                new() { Actor = ActorId.From(second), Role = InvolvementRole.SideB },
            ],
        };
        ConflictDataset dataset = new()
        {
            Regions = [.. RegionCatalog.BuiltIn],
            Affiliations = ActorCatalog.BuiltIn.Affiliations,
            Incidents = [Fought("1", "sna", "sdf"),
                Fought("2", "turkish-forces", "sdf"), Fought("3", "us-forces", "isis"), Fought("4", "sdf", "isis")],
        };
        var coalition = ActorId.From("international-coalition");
        Aggregate plain = dataset.ToTable().Query().WithEitherSide(coalition).Run();
        (plain.Total.Incidents, plain.Perhaps).Should().Be((1L, 0L));

        IncidentTableBuilder builder = new();
        builder.DefineRegions(dataset.Regions);
        builder.DeclareAffiliations(dataset.Affiliations, including: AffiliationKind.BackedBy);
        builder.AppendIncidents(dataset.Incidents);
        Aggregate backed = builder.ToTable().Query().WithEitherSide(coalition).Run();
        (backed.Total.Incidents, backed.Perhaps).Should().Be((2L, 0L));
    }
}

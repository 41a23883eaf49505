using ConflictModel.Catalogs;
using static ConflictModel.Tests.Validation.PeopleLists;

namespace ConflictModel.Tests.Validation;

/// <summary>Small data sets of made-up people and figures which between them have every finding that a data set can have.</summary>
internal static class EveryFinding
{
    private static readonly Actor Rebels = new() { Id = ActorId.From("rebels"), Name = "Rebels", Kind = ActorKind.RebelGroup };

    /// <summary>Who may differ from a source: another source, the source as carried by somebody, the source itself.</summary>
    private static readonly Citation[] Others = [M, SThroughX, S];

    private static readonly ConflictDataset Empty = Dataset(Incident()) with { Incidents = [] };

    public static IEnumerable<ConflictDataset> DataSets() => [.. Records(), .. Figures(), .. Totals(), .. Lists(), .. Persons()];

    private static ConflictDataset[] Records() =>
    [
        Empty with { Actors = [Rebels, Rebels] },
        With(Tally("total", Toll.Of(9)) with { Supersedes = [TallyId.From("total-of-june")] }),
        Claiming("killed/region:raqqa"),
        Empty with { Actors = [Rebels with { Id = default }] },
        With(Tally("total", Toll.Of(9) with
        {
            Breakdowns =
            [
                new()
                {
                    By = Axis.Region, Kind = BreakdownKind.Inclusion, Parts = [Part.In(KnownRegions.Homs, 4), Part.Of(Victims.Women, 2)],
                },
            ],
        })),
        With(Tally("total", Enumerable.Range(0, 300).Aggregate(
            Toll.Of(9), (toll, _) => new Toll { Count = 9 }.Including(Part.Of(Victims.Women, 9) with { Breakdowns = toll.Breakdowns })))),
        Empty with
        {
            Regions =
            [
                new() { Id = RegionId.From("valley"), Name = "Valley", Kind = RegionKind.Natural, Within = [RegionId.From("valley")] },
            ],
        },
        Claiming("killed"),
        With(Tally("total", Toll.Of(9)) with
        {
            Report = Report(S, 9) with { Basis = new() { Kind = BasisKind.NamedList, Level = 0.95m } },
        }),
        Empty with
        {
            Actors = [Rebels],
            Affiliations = [new() { Actor = Rebels.Id, Kind = AffiliationKind.PartOf, To = Rebels.Id }],
        },
        With(Tally("total", Toll.Of(9)) with
        {
            Scope = new() { Period = UncertainDate.Parse("2024") },
            AsOf = UncertainDate.Parse("2023-12-31"),
        }),
        Empty with { Incidents = [Incident(Report(S, 5)) with { Id = IncidentId.From("raid"), PartOf = IncidentId.From("raid") }] },
        With(Tally("total", Toll.Of(9)) with { Supersedes = [TallyId.From("total")] }),
    ];

    private static ConflictDataset[] Figures() =>
    [
        With(Tally("total", Toll.Of(9).DividedInto(Part.Of(Victims.Women, 5), Part.Of(Victims.Men, 3)))),
        With(Tally("total", Toll.Of(new Estimate(9, 7, 8)))),
        With(Tally("total", Toll.Of(449).Including(
            Part.Of(Victims.MembersOf(KnownActors.Isis), 29) with { Perpetrators = [KnownActors.RussianForces] })) with
        {
            Scope = new() { AttributedTo = [KnownActors.Isis] },
        }),
        Harmed(killed: 5, wounded: 3, either: 9),
        Harmed(killed: 5, wounded: 3, either: 7),
    ];

    private static ConflictDataset[] Totals() =>
    [
        .. Others.Select(other => Empty with { Incidents = [Incident(Report(S, 12), Report(other, 15))] }),
        With(Running("to-june", "2024-06-30", 120), Running("to-july", "2024-07-31", 110)),
        With(Running("to-june", "2024-06-30", 100), Running("to-july", "2024-07-31", 110), Tally("july", Toll.Of(12))),
        .. Others.Select(other => With(Tally("july", Toll.Of(10))) with { Incidents = [Incident(Report(other, 12))] }),
    ];

    private static ConflictDataset[] Lists() =>
    [
        .. Others.Select(other => Dataset(Incident(Report(S, 12)), List(13, other))),
        Dataset(Incident(Report(S, 12, BasisKind.NamedList)), List(10, S)),
        Dataset(Incident(Report(S, 12)), List(10, M)),
    ];

    private static ConflictDataset[] Persons() =>
    [
        Listed(Of(1) with { Age = 1994 }),
        Listed(Of(1) with { Age = 30, AgeGroup = AgeGroup.Child }),
        Listed(Of(1) with { Born = UncertainDate.Parse("2025") }),
        Listed(Of(1) with { Fate = Fate.Alive }),
        .. Others.Select(other => Listed(Of(1, S) with { SameAs = [PersonId.From("p2")] }, Of(2, other, Harm.Missing))),
        Listed(Of(1) with { Date = UncertainDate.Parse("2024-06-01") }),
        Listed(Of(1) with { Date = UncertainDate.Parse("2024-07-09") }),
        Listed(Of(1) with { Verification = Verification.Corroborated, IndependentSources = 1 }),
        Listed(Of(1) with { SameAs = [PersonId.From("p1")] }),
        new() { Incidents = [Decided("a1", isLinked: true, isSame: false), Fake.Make("b1", "2024-07-01", 5)] },
        new() { Incidents = [Decided("a1", isLinked: false, isSame: true), Fake.Make("b1", "2024-07-01", 5)] },
        Listed(Of(1) with { SameAs = [PersonId.From("p2")], MayBeSameAs = [PersonId.From("p2")] }, Of(2)),
        Listed(Of(1) with { Ties = [new() { Person = PersonId.From("p1"), Kind = TieKind.Sibling }] }),
        Listed(
            Of(1) with { Ties = [new() { Person = PersonId.From("p2"), Kind = TieKind.Parent }] },
            Of(2) with { Ties = [new() { Person = PersonId.From("p1"), Kind = TieKind.Parent }] }),
    ];

    private static ConflictDataset With(params Tally[] tallies) => Empty with { Tallies = [.. tallies] };

    private static ConflictDataset Listed(params Person[] people) => Dataset(Incident(), people);

    private static ConflictDataset Harmed(long killed, long wounded, long either) => With(Tally("total", Toll.Of(killed)) with
    {
        Report = Report(S, killed) with
        {
            Casualties = new() { Killed = Toll.Of(killed), Wounded = Toll.Of(wounded), KilledOrWounded = Toll.Of(either) },
        },
    });

    private static ConflictDataset Claiming(string path) => With(Tally("total", Toll.Of(9).Including(Part.Of(Victims.Women, 4)))) with
    {
        Claims =
        [
            new()
            {
                Id = ClaimId.From("claim"),
                Citation = S,
                Text = "Nobody was killed.",
                Figures = [new() { Tally = TallyId.From("total"), Path = path }],
            },
        ],
    };

    private static Tally Running(string id, string asOf, long killed) => Tally(id, Toll.Of(killed)) with
    {
        Scope = new() { Period = UncertainDate.Parse($"2024-01-01/{asOf}"), Regions = [KnownRegions.Homs] },
        AsOf = UncertainDate.Parse(asOf),
        Cumulative = true,
    };

    private static Tally Tally(string id, Toll killed) => new()
    {
        Id = TallyId.From(id),
        Scope = new() { Period = UncertainDate.Parse("2024-07"), Regions = [KnownRegions.Homs] },
        Report = new() { Citation = S, Casualties = new() { Killed = killed } },
    };

    private static Incident Decided(string id, bool isLinked, bool isSame) => Fake.Make(id, "2024-07-01", 5) with
    {
        SameAs = isLinked ? [IncidentId.From("b1")] : [],
        Decisions = [new() { Other = IncidentId.From("b1"), IsSame = isSame, By = "the desk" }],
    };
}

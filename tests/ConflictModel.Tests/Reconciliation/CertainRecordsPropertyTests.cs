using ConflictModel.Catalogs;
using ConflictModel.Hierarchies;
using ConflictModel.Reconciliation;
using ConflictModel.Time;
using CsCheck;

namespace ConflictModel.Tests.Reconciliation;

/// <summary>Which records certainly lie in a tally's scope, share nobody and hold the most: what is found by order and by place is what
/// comparing each pair of records finds.</summary>
public class CertainRecordsPropertyTests
{
    private static readonly string[] Periods =
    [
        "2024-01-01", "2024-01-02", "2024-01-02", "2024-01", "2024-02", "2024", "2024-01-02/2024-02-03", "2023-12-31/2024-01-01",
        "2024-XX-01",
        "2024-01-01/..", "../2024-02", "2024-01/", "{2024-01-01,2024-02}", "{2024-01..2024-02}", "[2024-01-01,2024-01-02]",
    ];

    private static readonly RegionId[][] Places =
    [
        [], [KnownRegions.Homs], [KnownRegions.Raqqa], [KnownRegions.Homs, KnownRegions.Raqqa], [KnownRegions.Raqqa, KnownRegions.Homs],
        [KnownRegions.Syria], [KnownRegions.Syria], [KnownRegions.Badia], [RegionId.From("nowhere")],
        [RegionId.From("tadmor")],
    ];

    private static readonly Gen<Tally> Totals = Gen.Select(
        Gen.Int[-1, Periods.Length - 1],
        Gen.Int[0, Places.Length - 1],
        Gen.Int[0, 9],
        Gen.Int[0, 3],
        Gen.Int[0, 5],
        (period, place, count, actors, other) => new Tally
        {
            Id = TallyId.From("t"),
            Scope = new()
            {
                Period = period < 0 ? null : new ReportedDate(UncertainDate.Parse(Periods[period])),
                Regions = [.. Places[place]],
                AttributedTo = actors == 0 ? [KnownActors.Isis] : actors == 1 ? [KnownActors.RussianForces, KnownActors.Isis] : [],
                Victims = other == 0 ? Victims.Civilians : null,
            },
            Report = new()
            {
                Citation = SourceId.From(other == 1 ? "other" : "sohr"),
                Casualties = new() { Killed = new() { Count = Estimate.Between(count, count + other) } },
            },
        });

    private static readonly Gen<Incident> Events = Gen.Select(
        Gen.Int[0, 6],
        Gen.Int[0, Places.Length - 1],
        Gen.Int[0, 5],
        (period, place, count) => Fake.Make("i", Periods[period], count, Places[place]));

    private static readonly Gen<ConflictDataset> Worlds = Gen.Select(
        Totals.Array[0, 9], Events.Array[0, 4], (tallies, events) => Generate.Minimal with
    {
        Regions =
        [
            .. KnownRegions.All,
            new() { Id = RegionId.From("tadmor"), Name = "Tadmor", Kind = RegionKind.District, Within = [KnownRegions.Homs] },
        ],
        Tallies = tallies.Select((tally, i) => tally with { Id = TallyId.From($"t{i}") }).ToValueList(),
        Incidents = events.Select((one, i) => one with { Id = IncidentId.From($"i{i}") }).ToValueList(),
    });

    [Fact]
    public void Records_that_hold_the_most_are_those_that_a_comparison_of_all_pairs_finds() => Worlds.Sample(
        world =>
        {
            ValueList<ReconciledTally> reconciled = world.Reconcile(Harm.Killed);
            for (int i = 0; i < reconciled.Count; i++)
            {
                reconciled[i].AtLeast.Should().Equal(AtLeast(world, world.Tallies[i], reconciled[i]));
            }
        },
        iter: 3_000);

    private static List<ReconciledTally.Certain> AtLeast(ConflictDataset world, Tally whole, ReconciledTally reconciled)
    {
        var regions = RegionHierarchy.FromUnchecked(world.Regions);
        ReconciledTally.Certain[] listed =
        [
            .. reconciled.Incidents.Where(one => one.Accounts.Lower > 0)
                .Select(one => new ReconciledTally.Certain(null, one.Incident, one.Accounts.Lower)),
        ];
        Tally[] within =
        [
            .. world.Tallies.GroupBy(Line)
                .SelectMany(line => whole.Scope.Period?.Date.Form == DateForm.AllOf ? line.AsEnumerable() : line.OrderBy(DayOrLast))
                .Where(other => other.Id != whole.Id && new ScopeAnswer(whole.Scope, regions).Holds(other) == Truth.Yes),
        ];
        Tally[] elsewhere = [.. within.Where(other => Line(other) != Line(whole))];
        Tally[][] ways = elsewhere.Length == within.Length ? [within] : [within, elsewhere];
        return ways.Select(way => Together(world, regions, way, listed)).Prepend([.. listed]).MaxBy(way => way.Sum(one => one.Count))!;
    }

    private static List<ReconciledTally.Certain> Together(
        ConflictDataset world, RegionHierarchy regions, Tally[] tallies, ReconciledTally.Certain[] listed)
    {
        var chosen = new List<Tally>();
        foreach (Tally tally in tallies.Where(tally => Least(tally) > 0).OrderByDescending(Least))
        {
            if (chosen.TrueForAll(other => AreApart(regions, tally.Scope, other.Scope)))
            {
                chosen.Add(tally);
            }
        }

        return
        [
            .. chosen.Select(tally => new ReconciledTally.Certain(tally.Id, null, Least(tally))),
            .. listed.Where(one => chosen.TrueForAll(tally => new ScopeAnswer(tally.Scope, regions)
                .Holds(world.Incidents.Single(incident => incident.Id == one.Incident)) == Truth.No)),
        ];
    }

    private static bool AreApart(RegionHierarchy regions, Scope one, Scope other) =>
        (one.Period is { } period && other.Period is { } another
            && (IsBefore(period.Date, another.Date) || IsBefore(another.Date, period.Date)))
        || (!one.Regions.IsEmpty && !other.Regions.IsEmpty && one.Regions.All(a => other.Regions.All(
            b => regions.Within(a, b) == Truth.No && regions.Within(b, a) == Truth.No)));

    private static bool IsBefore(UncertainDate one, UncertainDate other) => one.Bounds().End.Latest < other.Bounds().Start.Earliest;

    /// <summary>The counts of one source over the same places, actors and victims.</summary>
    private static (SourceId, string, string, Victims?) Line(Tally tally) => (
        tally.Report.Citation.Source, string.Join(' ', tally.Scope.Regions.Order()), string.Join(' ', tally.Scope.AttributedTo.Order()),
        tally.Scope.Victims);

    /// <summary>Those whose days are known come first, in their order.</summary>
    private static NodaTime.LocalDate DayOrLast(Tally tally) =>
        tally.Scope.Period?.Date is { Earliest: { } first, Latest: not null } ? first : NodaTime.LocalDate.MaxIsoValue;

    private static long Least(Tally tally) => tally.Report.Casualties!.Killed!.Count.Low!.Value;
}

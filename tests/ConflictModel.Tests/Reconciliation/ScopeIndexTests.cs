using System.Globalization;
using ConflictModel.Catalogs;
using ConflictModel.Hierarchies;
using ConflictModel.Reconciliation;
using CsCheck;
using NodaTime;

namespace ConflictModel.Tests.Reconciliation;

/// <summary>Records are found by their days and regions, and the answers are those of holding each against each.</summary>
public class ScopeIndexTests
{
    private static readonly Region[][] Places =
        [[], [KnownRegions.Syria], [KnownRegions.Homs], [KnownRegions.Raqqa], [KnownRegions.Homs, KnownRegions.Raqqa]];

    private static readonly string[] Days =
    [
        "2024", "2024-05", "2024-05-01", "2024-05-31", "202X", "2023-12/2024-01", "{2019,2021}", "[2023,2024]", "2024-06/..", "../2024-03",
    ];

    private static readonly Region Unlisted = new() { Id = RegionId.From("unlisted"), Name = "Unlisted", Kind = RegionKind.Town };

    private static readonly Gen<(string Date, Region[] Place)> Occasions = Gen.Select(OneOf(Days), OneOf(Places));

    private static readonly Gen<Tally[]> Tallies = Gen.Select(Occasions, Gen.Bool).Array[1, 5].Select(
        all => all.Select((one, i) => Counted(i, one.Item2 ? one.Item1.Date : null, one.Item1.Place)).ToArray());

    private static readonly Gen<Incident[]> Incidents = Occasions.Array[0, 6].Select(
        all => all.Select((one, i) => Fake.Make($"i{i}", one.Date, 1) with { Place = At(one.Place) }).ToArray());

    [Fact]
    public void An_incident_or_a_tally_is_in_a_scope_whatever_else_is_listed() =>
        Gen.Select(Tallies, Incidents).Sample((tallies, incidents) =>
        {
            ValueList<ReconciledTally> all = Reconciled(tallies, incidents);
            for (int i = 0; i < tallies.Length; i++)
            {
                all[i].Incidents.Should().Equal(incidents.SelectMany(one => Reconciled([tallies[i]], [one])[0].Incidents));
                all[i].Tallies.Should().Equal(
                    tallies.Where((_, other) => other != i).SelectMany(other => Reconciled([tallies[i], other], [])[0].Tallies));
            }
        });

    [Fact]
    public void Whatever_may_be_in_a_scope_is_found_in_its_order_and_nothing_of_regions_that_are_apart()
    {
        Region[] known = [KnownRegions.Syria, KnownRegions.Homs, KnownRegions.Badia, KnownRegions.Latakia, Town("one"), Town("two")];
        Gen<Region[]> places = OneOf([.. known, Unlisted]).Array[0, 2];
        var regions = RegionHierarchy.FromUnchecked(known);
        Gen.Select(Gen.Select(OneOf(Days), places).Array[0, 8], OneOf(Days), places).Sample((all, period, scope) =>
        {
            (string Date, Region[] Place)[] records = all;
            var asked = new ScopeAnswer(Counted(0, period, scope).Scope, regions);
            var index = new ScopeIndex<(string Date, Region[] Place)>(
                records, one => UncertainDate.Parse(one.Date), one => At(one.Place).Regions, new(regions));
            (string Date, Region[] Place)[] found = [.. index.Candidates(asked)];
            records.Where(one => asked.Holds(Fake.Make("i", one.Date, 1) with { Place = At(one.Place) }) != Truth.No)
                .Should().BeSubsetOf(found);
            found.Where(one => asked.InRegions(At(one.Place).Regions) == Truth.No).Should().BeEmpty();
            found.Should().Equal(records.Where(found.Contains));
        });
    }

    [Fact]
    public void Twice_the_tallies_and_incidents_take_about_twice_the_work()
    {
        Allocated(100);
        Allocated(2_000).Should().BeLessThan((long)(Allocated(1_000) * 2.6));

        static long Allocated(int count)
        {
            string[] days =
            [
                .. Enumerable.Range(0, count).Select(new LocalDate(2000, 1, 1).PlusDays)
                    .Select(day => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)),
            ];
            Tally[] tallies = [.. days.Select((day, i) => Counted(i, day, [KnownRegions.Syria]))];
            Incident[] incidents =
                [.. days.Select((day, i) => Fake.Make($"i{i}", day, 1) with { Place = At([KnownRegions.Homs]) })];
            long before = GC.GetAllocatedBytesForCurrentThread();
            Reconciled(tallies, incidents).Should().OnlyContain(one => one.Incidents.Count == 1);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Of_more_pairs_of_records_than_are_looked_at_no_tally_is_reconciled()
    {
        ConflictDataset dataset = Generate.Minimal with
        {
            Regions = [KnownRegions.Syria],
            Tallies = [.. Enumerable.Range(0, 10).Select(i => Counted(i, $"2024-05-1{i}/2024-05-{29 - i}", [KnownRegions.Syria]))],
        };
        int Reconciled(long most)
        {
            var reconciler = Reconciler.Of(dataset, Harm.Killed, ReportPolicy.Hull, new(most));
            return dataset.Tallies.Count(tally => reconciler.Reconcile(tally) is not null);
        }

        Reconciled(1_000).Should().Be(10);
        Reconciled(30).Should().BeInRange(1, 3, "what is looked at is counted over all tallies");
    }

    [Fact]
    public void Tallies_of_one_scope_are_charged_each_for_what_is_in_it()
    {
        ConflictDataset dataset = Generate.Minimal with
        {
            Incidents = [.. Enumerable.Range(0, 100).Select(i => Fake.Make($"i{i}", "2024-05-03", 1, KnownRegions.Homs))],
            Tallies = [.. Enumerable.Range(0, 10).Select(i => Counted(i, "2024", [KnownRegions.Syria]))],
        };
        int Reconciled(long most)
        {
            var reconciler = Reconciler.Of(dataset, Harm.Killed, ReportPolicy.Hull, new(most));
            return dataset.Tallies.Count(tally => reconciler.Reconcile(tally) is not null);
        }

        Reconciled(550).Should().BeInRange(1, 5, "the answer of each holds all of them");
        Reconciled(4_000).Should().Be(10, "and it is held against one other total");
    }

    [Fact]
    public void Incidents_are_not_charged_once_more_for_scopes_in_which_they_certainly_are_not()
    {
        ConflictDataset dataset = Generate.Minimal with
        {
            Incidents = [.. Enumerable.Range(0, 100).Select(i => Fake.Make($"i{i}", "2024-05-03", 1, KnownRegions.Homs))],
            Tallies =
            [
                Counted(0, "2024", [KnownRegions.Syria]), Counted(1, "2024-05-03", [KnownRegions.Raqqa]),
                Counted(2, "2024-05-03", [KnownRegions.Latakia]), Counted(3, "2024-05-03", [KnownRegions.Aleppo]),
            ],
        };
        var reconciler = Reconciler.Of(dataset, Harm.Killed, ReportPolicy.Hull, new(150));
        reconciler.Reconcile(dataset.Tallies[0])!.AtLeast.Should().HaveCount(103);
    }

    [Fact]
    public void Parts_with_which_no_incident_can_be_compared_are_not_charged_for_incidents()
    {
        Part[] parts = [.. Enumerable.Range(0, 200).Select(i => new Part
        {
            Count = 1,
            Perpetrators = [ActorId.From($"p{i}")],
        })];
        Tally whole = Counted(1_000, "2024-05", [KnownRegions.Syria]);
        Toll toll = whole.Report.Casualties!.Killed! with
        {
            Breakdowns = [new() { By = Axis.Perpetrator, Kind = BreakdownKind.Inclusion, Parts = [.. parts] }],
        };
        ConflictDataset dataset = Generate.Minimal with
        {
            Regions = [KnownRegions.Syria],
            Incidents =
            [
                .. Enumerable.Range(0, 500).Select(i => Fake.Make($"i{i}", "2024-05-03", 1) with { Place = At([KnownRegions.Syria]) }),
            ],
            Tallies = [whole with { Report = whole.Report with { Casualties = new() { Killed = toll } } }],
        };
        ReconciledTally? reconciled = Reconciler.Of(dataset, Harm.Killed, ReportPolicy.Hull, new(3_000)).Reconcile(dataset.Tallies[0]);
        reconciled!.Parts.Should().HaveCount(200);
        reconciled.Parts[0].Accounted.Should().Be(reconciled.Parts[^1].Accounted);
    }

    [Fact]
    public void Daily_running_totals_over_tens_of_thousands_of_incidents_are_within_what_is_looked_at()
    {
        long most = Comparisons.Of(new() { Incidents = [.. Enumerable.Repeat(Fake.Make("i", "2024", 1), 30_000)] }).Most;
        most.Should().BeGreaterThan(730 * 30_000L / 2, "a running total of some day holds half of the incidents");
        ReconciliationSizeException.Beyond(most).Message.Should().Be("Totals were not reconciled: to find which records lie within which, "
            + "more than 20,000,000 pairs of them would have to be looked at.");
    }

    private static ValueList<ReconciledTally> Reconciled(Tally[] tallies, Incident[] incidents) => (Generate.Minimal with
    {
        Regions = [KnownRegions.Syria, KnownRegions.Homs, KnownRegions.Raqqa],
        Tallies = [.. tallies],
        Incidents = [.. incidents],
    }).Reconcile(Harm.Killed);

    private static Region Town(string id) =>
        new() { Id = RegionId.From(id), Name = id, Kind = RegionKind.Town, Within = [KnownRegions.Latakia.Id] };

    private static Gen<T> OneOf<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Place At(Region[] regions) => new() { Regions = regions.Select(region => region.Id).ToValueList() };

    private static Tally Counted(int number, string? period, Region[] regions) => new()
    {
        Id = TallyId.From($"t{number}"),
        Scope = new()
        {
            Period = period is null ? null : UncertainDate.Parse(period),
            Regions = regions.Select(region => region.Id).ToValueList(),
        },
        Report = new() { Citation = SourceId.From("s"), Casualties = new() { Killed = Toll.Of(9) } },
    };
}

using ConflictModel.Aggregation;
using ConflictModel.Catalogs;
using ConflictModel.Reconciliation;
using CsCheck;

namespace ConflictModel.Tests.Laws;

/// <summary>Law 5: nobody dies twice.</summary>
public class NobodyDiesTwiceTests
{
    /// <summary>Events, each told as a whole by several records that name another, or by one record and by its parts.</summary>
    private static readonly Gen<(int[] Records, int[] Parts)[]> Events =
        Gen.OneOf(
            Gen.Int[0, 9].Array[1, 3].Select(records => (records, Array.Empty<int>())),
            Gen.Select(Gen.Int[0, 9].Array[1], Gen.Int[0, 9].Array[1, 3]))
        .Array[1, 4];

    [Fact]
    public void A_sum_holds_one_account_of_each_event_in_whatever_order_records_stand() =>
        Gen.Select(Events, Gen.Int[0, 99].Array[24]).Sample((events, order) =>
        {
            Incident[] incidents =
                [.. events.SelectMany(Told).Zip(order).OrderBy(pair => pair.Second).Select(pair => pair.First)];

            // One account of each event, in every way to choose them.
            IEnumerable<int> sums = [0];
            foreach ((int[] records, int[] parts) in events)
            {
                int[] accounts = parts.Length == 0 ? records : [records[0], parts.Sum()];
                sums = [.. (from sum in sums from account in accounts select sum + account).Distinct()];
            }

            incidents.BoundsOf(Harm.Killed).Bounds.Should().Be(new Bounds(sums.Min(), sums.Max()));
            incidents.Sum(Harm.Killed).Incidents.Should().Be(events.Length);
        });

    [Fact]
    public void A_breakdown_is_never_added_to_its_whole() => Generate.Toll.Array[1, 3].Sample(
        tolls =>
        {
            Incident Of(Toll toll, int i) => Fake.Make($"i{i}", "2024", default) with
            {
                Reports = [new() { Citation = SourceId.From("s"), Casualties = new() { Killed = toll } }],
            };
            tolls.Select(Of).Sum(Harm.Killed).Should().Be(tolls.Select((toll, i) => Of(Toll.Of(toll.Count), i)).Sum(Harm.Killed));
        },
        iter: 200,
        print: tolls => string.Join('\n', tolls.Select(Generate.Show)));

    [Fact]
    public void Tallies_that_may_hold_the_same_people_are_at_least_the_largest_and_at_most_the_sum() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 30], Gen.Int[0, 40]).Sample(
            (half, quarter, more) =>
            {
                int year = Math.Max(half, quarter) + more;

                // Which of the people of the year each of the two counts: so many of them may be in both.
                int[] sums =
                    [.. Enumerable.Range(0, Math.Min(half, quarter) + 1).Select(both => half + quarter - both).Where(sum => sum <= year)];
                (Generate.Minimal with
                {
                    Tallies =
                    [
                        Tally("year", "2024", year, KnownRegions.Syria), Tally("half", "2024-40", half, KnownRegions.Homs),
                        Tally("quarter", "2024-33", quarter, KnownRegions.Syria),
                    ],
                }).Reconcile(Harm.Killed)[0].AccountedInAll.Should().Be(new Bounds(sums.Min(), sums.Max()));
            },
            iter: 60);

    private static IEnumerable<Incident> Told((int[] Records, int[] Parts) told, int number)
    {
        IncidentId Id(string kind, int i) => IncidentId.From($"e{number}{kind}{i}");
        Incident Of(IncidentId id, int count) => Fake.Make(id.Value, "2024", count);
        return told.Records.Select((count, i) => Of(Id("r", i), count) with { SameAs = i == 0 ? [] : [Id("r", i - 1)] })
            .Concat(told.Parts.Select((count, i) => Of(Id("p", i), count) with { PartOf = Id("r", 0) }));
    }

    private static Tally Tally(string id, string period, long killed, Region region) => new()
    {
        Id = TallyId.From(id),
        Scope = new() { Period = new ReportedDate(UncertainDate.Parse(period)), Regions = [region] },
        Report = Fake.ReportOf("s", killed),
    };
}

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
    public void Of_several_reports_of_one_event_a_sum_holds_one_by_whatever_policy() =>
        Gen.Select(Gen.Select(Gen.Int[0, 9], Generate.OneOf("a", "b", "c"), Gen.Int[1, 4]).Array[1, 4], Gen.Int[0, 9]).Sample(
            (reports, other) =>
            {
                Incident told = Fake.Make("e1", "2024", default) with
                {
                    Reports = [.. reports.Select(one => Fake.ReportOf(one.Item2, one.Item1, $"2024-0{one.Item3}", $"{one.Item3}"))],
                };
                Incident[] incidents = [told, Fake.Make("e2", "2024", other)];
                int[] counts = [.. reports.Select(one => one.Item1)];
                foreach ((ReportPolicy policy, int[] used) in (ReadOnlySpan<(ReportPolicy, int[])>)
                [
                    (ReportPolicy.Hull, counts), (ReportPolicy.Intersection, counts), (ReportPolicy.Lowest, [counts.Min()]),
                    (ReportPolicy.Highest, [counts.Max()]),
                    (ReportPolicy.Latest, Best(reports, one => -one.Item3)),
                    (ReportPolicy.BestGraded("test", "1", "2", "3", "4"), Best(reports, one => one.Item3)),
                    (ReportPolicy.Preferred(SourceId.From("c"), SourceId.From("b")), Best(reports, one => "cba".IndexOf(one.Item2[0]))),
                ])
                {
                    Bounds expected = new(other + used.Min(), other + used.Max());
                    incidents.BoundsOf(Harm.Killed, policy).Bounds.Should().Be(expected, policy.Name);
                    Sums sums = new ConflictDataset { Incidents = [.. incidents] }.ToTable(policy).Query().Sum(Measure.Killed).Run()
                        .Total.Of(Measure.Killed);
                    (sums.Incidents, sums.Low, sums.High).Should().Be((2L, expected.Lower, expected.Upper), policy.Name);
                }
            },
            iter: 100);

    [Fact]
    public void Records_are_of_one_event_only_where_they_say_so() =>
        Gen.Select(Generate.Incidents.WithoutCatalogs(), Gen.Int[2, 4]).Sample(
            (dataset, copies) =>
            {
                // The same words under another id are another event, however alike: nothing is guessed.
                Incident[] apart = [.. dataset.Incidents.Select(incident => incident with { SameAs = default, PartOf = null })];
                Incident[] repeated =
                [
                    .. apart.SelectMany(incident => Enumerable.Range(0, copies)
                        .Select(copy => incident with { Id = IncidentId.From($"{incident.Id}-{copy}") })),
                ];
                Sums expected = Enumerable.Repeat(apart.Sum(Harm.Killed), copies).Aggregate((sum, one) => sum + one);
                repeated.Sum(Harm.Killed).Should().Be(expected);
                new ConflictDataset { Incidents = [.. repeated] }.ToTable().Query().Sum(Measure.Killed).Run()
                    .Total.Of(Measure.Killed).Should().Be(expected);
            },
            iter: 60);

    [Fact]
    public void Two_records_of_one_id_are_refused_by_every_road_and_never_added() =>
        Gen.Select(Gen.Int[0, 9].Array[1, 6], Gen.Int[0, 5], Gen.Int[0, 6], Gen.Int[0, 9]).Sample(
            (counts, twice, place, again) =>
            {
                List<Incident> incidents = [.. counts.Select((count, i) => Fake.Make($"i{i}", "2024", count, KnownRegions.Homs))];
                string id = $"i{twice % counts.Length}";
                incidents.Insert(place % (counts.Length + 1), Fake.Make(id, "2024", again));
                ConflictDataset dataset = Generate.Minimal with
                {
                    Incidents = [.. incidents], Tallies = [Tally("t", "2024", 9, KnownRegions.Syria)],
                };
                foreach (Action add in (Action[])
                [
                    () => incidents.Sum(Harm.Killed), () => incidents.BoundsOf(Harm.Killed), () => incidents.SumByMonth(Harm.Killed),
                    () => incidents.SumByActor(Harm.Killed), () => dataset.ToTable(), () => dataset.Reconcile(Harm.Killed),
                    () => new IncidentTableBuilder().AppendRecords(incidents),
                ])
                {
                    add.Should().Throw<ArgumentException>().WithMessage($"*'{id}'*");
                }
            },
            iter: 40);

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

    /// <summary>What those reports count that come first by something.</summary>
    private static int[] Best((int Count, string, int)[] reports, Func<(int, string, int), int> rank) =>
        [.. reports.Where(one => rank(one) == reports.Min(rank)).Select(one => one.Count)];

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

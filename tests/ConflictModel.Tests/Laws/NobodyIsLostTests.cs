using ConflictModel.Aggregation;
using ConflictModel.Hierarchies;
using ConflictModel.Time;
using CsCheck;

namespace ConflictModel.Tests.Laws;

/// <summary>Law 6: nobody is lost in a division.</summary>
public class NobodyIsLostTests
{
    private static readonly (BucketScheme Scheme, GroupKey Key)[] Divisions =
    [
        (BucketScheme.Day, GroupKey.Day), (BucketScheme.IsoWeek, GroupKey.Week), (BucketScheme.AcledWeek, GroupKey.AcledWeek),
        (BucketScheme.Month, GroupKey.Month), (BucketScheme.Year, GroupKey.Year),
    ];

    private static readonly BucketScheme[][] Splits =
    [
        [], [BucketScheme.Month], [BucketScheme.IsoWeek], [BucketScheme.Year], [BucketScheme.Day],
        [BucketScheme.Month, BucketScheme.AcledWeek],
    ];

    private static readonly RegionHierarchy Regions = new(Population.Regions);

    [Fact]
    public void Divided_over_any_buckets_each_figure_keeps_its_whole() =>
        Gen.Select(Generate.Incidents.WithoutCatalogs(), Generate.OneOf(Divisions)).Sample(
            (dataset, division) =>
            {
                Aggregate buckets = dataset.ToTable(division.Scheme).Query().GroupBy(division.Key).Sum(Measure.Killed).Run();
                Sums whole = dataset.Incidents.Sum(Harm.Killed);
                buckets.Total.Of(Measure.Killed).Should().Be(whole);
                Sums[] shares = [.. buckets.Append(buckets.Outside).Select(row => row.Of(Measure.Killed))];
                shares.Sum(share => share.Low ?? 0).Should().Be(whole.Low ?? 0);
                shares.Sum(share => share.Best ?? 0).Should().Be(whole.Best ?? 0);
                shares.Sum(share => share.High ?? 0).Should().Be(whole.High ?? 0);
                shares.Sum(share => share.Incidents).Should().Be(whole.Incidents);
            },
            iter: 200);

    [Fact]
    public void By_every_key_the_groups_and_what_lies_outside_are_the_whole_also_in_pieces() =>
        Gen.Select(Generate.Incidents.WithFewRegions(), Generate.OneOf(Splits)).Sample(
            (dataset, split) =>
            {
                IncidentTable table = dataset.ToTable(split);
                bool isCutAtMonths = split.Length == 0 || split[0] == BucketScheme.Month;
                foreach (IncidentTable one in isCutAtMonths ? [table, table.ToPieces().ToTable()] : (IncidentTable[])[table])
                {
                    foreach (GroupKey key in GroupKey.All)
                    {
                        Aggregate groups = one.Query().GroupBy(key).Sum(Measure.Killed, Measure.Wounded).Run();
                        foreach ((Harm harm, Measure measure) in new[] { (Harm.Killed, Measure.Killed), (Harm.Wounded, Measure.Wounded) })
                        {
                            Sums whole = dataset.Incidents.Sum(harm);
                            groups.Total.Of(measure).Should().Be(whole, key.Name);
                            if (!groups.GroupsOverlap)
                            {
                                Added([.. groups, groups.Outside], measure).Should().Be(Added([groups.Total], measure), key.Name);
                            }
                        }
                    }
                }
            },
            iter: 40);

    [Fact]
    public void Divided_by_one_key_more_each_group_keeps_its_whole() =>
        Gen.Select(
            Generate.Incidents.WithFewRegions(), Generate.OneOf(Splits),
            Gen.Int[0, GroupKey.All.Count - 1], Gen.Int[0, GroupKey.All.Count - 1])
        .Where((_, _, one, other) => one != other && GroupKey.All[other] != GroupKey.Actor
            && !(GroupKey.All[one].IsTime && GroupKey.All[other].IsTime))
        .Sample(
            (dataset, split, one, other) =>
            {
                (GroupKey key, GroupKey more) = (GroupKey.All[one], GroupKey.All[other]);
                IncidentQuery query = dataset.ToTable(split).Query().KeepingUnknown().Sum(Measure.Killed);
                Aggregate divided = query.GroupBy(key, more).Run();
                Groups(divided, key).Should().Equal(Groups(query.GroupBy(key).Run(), key), $"{key} by {more}");
            },
            iter: 100);

    [Fact]
    public void Each_member_of_a_coalition_has_an_event_whole_and_the_total_has_it_once() =>
        Gen.Select(Generate.Incidents.WithFewRegions(), Generate.OneOf(Splits)).Sample(
            (dataset, split) =>
            {
                Incident[] apart = [.. dataset.Incidents.Select(incident => incident with { SameAs = default, PartOf = null })];
                Aggregate members = (dataset with { Incidents = [.. apart] }).ToTable(split)
                    .Query().GroupBy(GroupKey.Actor).Sum(Measure.Killed).Run();
                GroupedSums<ActorId> objects = apart.SumByActor(Harm.Killed);
                members.Total.Of(Measure.Killed).Should().Be(apart.Sum(Harm.Killed));
                objects.Whole.Should().Be(apart.Sum(Harm.Killed));
                (ActorId, Sums)[] expected =
                [
                    .. apart.SelectMany(incident => incident.Involvements.Select(one => one.Actor)).Distinct().Order()
                        .Select(actor => (actor, apart.Where(
                            incident => incident.Involvements.Any(one => one.Actor == actor)).Sum(Harm.Killed))),
                ];
                members.Select(row => (row.Of(GroupKey.Actor), row.Of(Measure.Killed))).Should().Equal(expected);
                objects.Groups.Select(group => (group.Key, group.Certain)).Should().Equal(expected);
            },
            iter: 60);

    [Fact]
    public void Spread_over_the_regions_of_a_level_by_any_policy_figures_keep_their_whole_in_whatever_order() =>
        Gen.Select(
            Gen.Select(Generate.OneOf("country", "west", "east", "coast", "town", "desert", "nowhere").Array[0, 2], Gen.Long[0, 1L << 40])
                .Array[0, 12],
            Gen.Int[0, 99].Array[12], Generate.OneOf(RegionKind.Country, RegionKind.Governorate, RegionKind.District, RegionKind.Natural))
        .Sample(
            (drawn, order, level) =>
            {
                RegionSpread.Row[] rows =
                [
                    .. drawn.Select(one => new RegionSpread.Row
                    {
                        Regions = [.. one.Item1.Distinct().Select(RegionId.From)], Count = Bounds.Exactly(one.Item2), Figure = one.Item2,
                    }),
                ];
                RegionSpread spread = Regions.Spread(rows, level);
                RegionSpread turned = Regions.Spread(rows.Zip(order).OrderBy(pair => pair.Second).Select(pair => pair.First), level);
                long total = rows.Sum(row => row.Figure!.Value);
                spread.Whole.Should().Be(Bounds.Exactly(total));
                (turned.Regions == spread.Regions).Should().BeTrue("the order says nothing");
                foreach (SpreadPolicy policy in Enum.GetValues<SpreadPolicy>())
                {
                    RegionSpread.Division figures = spread.Figures(policy);
                    (figures.Regions.Sum(region => region.Value) + figures.Unassigned).Should().Be(total, $"{policy}");
                    turned.Figures(policy).Should().Be(figures);
                    spread.Regions.Zip(figures.Regions)
                        .Where(pair => pair.First.Key != pair.Second.Key || !pair.First.Value.Contains(pair.Second.Value))
                        .Should().BeEmpty($"{policy}");
                }

                foreach (RegionSpread.Row row in rows)
                {
                    // What is left over goes to the regions that come first.
                    ValueList<KeyValuePair<RegionId, long>> shares = Regions.Spread([row], level).Figures(SpreadPolicy.Equal).Regions;
                    shares.Select(share => share.Value).Should().Equal(shares.Select(
                        (_, i) => (row.Figure!.Value / shares.Count) + (i < row.Figure.Value % shares.Count ? 1 : 0)));
                }
            },
            iter: 300);

    [Fact]
    public void A_share_is_next_to_the_exact_one_and_none_that_is_larger_by_right_is_smaller() =>
        Gen.Select(Gen.Long[0, 1L << 40], Gen.Long[0, 40].Array[1, 9].Where(weights => weights.Any(weight => weight > 0))).Sample(
            (total, weights) =>
            {
                long[] shares = new long[weights.Length];
                Apportionment.Divide(total, weights, shares);
                shares.Sum().Should().Be(total);
                for (int i = 0; i < shares.Length; i++)
                {
                    Int128 error = ((Int128)shares[i] * weights.Sum()) - ((Int128)total * weights[i]);
                    Int128.Abs(error).Should().BeLessThan(weights.Sum());
                    for (int j = 0; j < i; j++)
                    {
                        (weights[j] >= weights[i] ? shares[j] >= shares[i] : shares[i] >= shares[j])
                            .Should().BeTrue("ties go to the earlier");
                    }
                }
            });

    private static IEnumerable<(string, (long, long, long, long))> Groups(Aggregate rows, GroupKey key) => rows
        .GroupBy(row => row.TextOf(key) ?? "").Select(same => (same.Key, Added([.. same], Measure.Killed)))
        .Where(group => group.Item2 != default).OrderBy(group => group.Key, StringComparer.Ordinal);

    /// <summary>How many incidents began in some groups, and what their figures come to.</summary>
    private static (long Incidents, long Low, long Best, long High) Added(AggregateRow[] rows, Measure measure) => (
        rows.Sum(row => row.Of(measure).Incidents), rows.Sum(row => row.Of(measure).Added(0)), rows.Sum(row => row.Of(measure).Added(1)),
        rows.Sum(row => row.Of(measure).Added(2)));
}

using System.Text.Json;
using ConflictModel.Aggregation;
using CsCheck;

namespace ConflictModel.Tests.Aggregation;

public class AggregateTests
{
    [Fact]
    public void Aggregates_of_parts_merge_to_that_of_the_whole_in_any_order() => Gen.Int.Sample(MergesInAnyOrder, iter: 150);

    [Fact]
    public void Rolling_up_loses_nobody() => Gen.Int.Sample(RollsUp, iter: 150);

    [Theory]
    [MemberData(nameof(OracleWorld.Seeds), MemberType = typeof(OracleWorld))]
    public void In_a_world_that_stays_the_same_parts_merge_and_groups_roll_up(int seed)
    {
        MergesInAnyOrder(seed);
        RollsUp(seed);
    }

    [Fact]
    public void The_top_of_each_year_is_what_sorting_the_rows_gives() => Gen.Int.Sample(
        seed =>
        {
            Random random = new(seed);
            var world = OracleWorld.Random(random, random.Next(200));
            IncidentQuery query = world.ToTable(sortByDate: true).Query().GroupBy(GroupKey.Region, GroupKey.Year).Sum(Measure.Killed);
            Aggregate all = query.Run();
            Aggregate top = query.Top(2, Measure.Killed.Best, within: GroupKey.Year).Run();
            string[] expected =
            [
                .. all.GroupBy(row => row.Of(GroupKey.Year)).OrderBy(year => year.Key).SelectMany(year => year
                    .OrderByDescending(row => row.Of(Measure.Killed).Best ?? 0)
                    .ThenBy(row => row.Of(GroupKey.Region))
                    .Take(2)
                    .Select(row => $"{year.Key} {row.Of(GroupKey.Region)} {row.Of(Measure.Killed)}")),
            ];

            top.Select(row => $"{row.Of(GroupKey.Year)} {row.Of(GroupKey.Region)} {row.Of(Measure.Killed)}").Should().Equal(expected);
            top.Total.Of(Measure.Killed).Should().Be(all.Total.Of(Measure.Killed));
            top.IsCut.Should().Be(top.Count < all.Count);
        },
        iter: 150);

    [Fact]
    public void Ranking_by_incidents_puts_the_most_frequent_first()
    {
        Aggregate top = Sample().Query().GroupBy(GroupKey.Region).Top(1, Ranking.Incidents).Run();

        top.Single().Of(GroupKey.Region).Should().Be(RegionId.From("homs"));
        top.BeyondTop.Incidents.Should().Be(1);
        top.Outside.Incidents.Should().Be(1);
    }

    [Fact]
    public void Csv_names_every_column() =>
        Sample().Query().GroupBy(GroupKey.Region, GroupKey.Month).Sum(Measure.Killed).Run().ToCsv().Should().Be(
        """
        place,month,incidents,killed.low,killed.best,killed.high,killed.withoutLow,killed.withoutBest,killed.withoutHigh
        homs,2024-01,1,1,2,3,0,0,0
        homs,2024-02,1,,,,1,1,1
        "raqqa,north",2024-02,1,449,449,,0,0,1

        """);

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"format\":\"conflictmodel-aggregate/2\",\"isCut\":false}")]
    [InlineData("nonsense")]
    [InlineData("{\"\\ud800\":0}")]
    public void What_is_no_aggregate_is_refused(string json) =>
        FluentActions.Invoking(() => Aggregate.FromJson(json)).Should().Throw<JsonException>();

    [Fact]
    public void Half_of_a_surrogate_pair_is_no_aggregate() =>
        FluentActions.Invoking(() => Aggregate.FromJson("\ud800")).Should().Throw<JsonException>();

    [Fact]
    public void A_row_with_a_missing_column_is_refused()
    {
        string json = Sample().Query().GroupBy(GroupKey.Region).Sum(Measure.Killed).Run().ToJson();
        FluentActions.Invoking(() => Aggregate.FromJson(json.Replace("[\"homs\",2,", "[\"homs\",", StringComparison.Ordinal)))
            .Should().Throw<JsonException>();
    }

    [Theory]
    [InlineData("[\"homs\",2,", "[\"homs\",-2,", "a count is negative.")]
    [InlineData(",449,449,", ",-449,449,", "a count is negative.")]
    [InlineData("\"perhaps\":0", "\"perhaps\":-1", "a count is negative.")]
    [InlineData("\"filters\":[]", "\"filters\":[[\"a\",-1]]", "a count is negative.")]
    [InlineData("\"filters\":[]", "\"filters\":[[]]", "a filter is a text and a count.")]
    [InlineData(",449,449,null,0,0,1,0]", ",449,449,null,0,0,1,9223372036854775807]", "overflow")]
    [InlineData(",449,449,null,0,0,1,0]", ",449,449,null,0,0,2,0]", "more incidents lack a figure than there are.")]
    [InlineData("[\"raqqa,north\",", "[\"homs\",", "a group stands twice.")]
    [InlineData("\"beyondTop\":[0,", "\"beyondTop\":[1,", "groups lie beyond its top, though it was not cut.")]
    [InlineData("\"beyondTop\":[0,null,", "\"beyondTop\":[0,7,", "groups lie beyond its top, though it was not cut.")]
    [InlineData("\"groupsOverlap\":false", "\"groupsOverlap\":true", "its keys say otherwise whether groups overlap.")]
    [InlineData("\"perhaps\":0", "\"perhaps\":0,\"perhaps\":0", "perhaps")]
    public void What_no_aggregate_says_is_refused(string written, string changed, string reason)
    {
        string json = Sample().Query().GroupBy(GroupKey.Region).Sum(Measure.Killed).Run().ToJson();
        json.Should().Contain(written);
        Aggregate.FromJson(json).ToJson().Should().Be(json);
        FluentActions.Invoking(() => Aggregate.FromJson(json.Replace(written, changed, StringComparison.Ordinal)))
            .Should().Throw<JsonException>().WithMessage($"*{reason}*");
    }

    [Fact]
    public void Groups_that_overlap_and_a_query_without_keys_are_read_back()
    {
        foreach (Aggregate asked in (Aggregate[])
            [Sample().Query().GroupBy(GroupKey.Actor).Sum(Measure.Killed).Run(), Sample().Query().Sum(Measure.Killed).Run()])
        {
            Sent(asked).Should().Equal(asked);
        }
    }

    [Fact]
    public void What_was_cut_to_its_top_cannot_be_merged()
    {
        Aggregate cut = Sample().Query().GroupBy(GroupKey.Region).Top(1, Ranking.Incidents).Run();
        Aggregate whole = Sample().Query().GroupBy(GroupKey.Region).Run();
        FluentActions.Invoking(() => cut.Merge(cut)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => cut.Merge(whole)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => whole.Merge(cut)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => cut.RollUp()).Should().Throw<ArgumentException>();
        whole.Merge(whole).Total.Incidents.Should().Be(8, "nothing is missing there");
    }

    [Fact]
    public void Rolled_up_to_no_key_there_is_one_group_even_of_nobody()
    {
        Aggregate none = new IncidentTableBuilder().ToTable().Query().GroupBy(GroupKey.Region).Sum(Measure.Killed).Run();
        none.Count.Should().Be(0);
        none.RollUp().Should().ContainSingle().Which.Incidents.Should().Be(0);
    }

    [Fact]
    public void A_sum_beyond_64_bits_is_an_error_and_not_a_wrong_number()
    {
        IncidentTableBuilder builder = new();
        builder.Append(new() { Earliest = new(2024, 1, 1) }, Measure.Killed.Is(long.MaxValue - 1));
        builder.Append(new() { Earliest = new(2024, 1, 1) }, Measure.Killed.Is(2));
        IncidentTable table = builder.ToTable();
        FluentActions.Invoking(() => table.Query().Sum(Measure.Killed).Run())
            .Should().Throw<OverflowException>().WithMessage("A sum exceeds 63 bits.");
    }

    [Fact]
    public void A_key_or_measure_that_was_not_asked_for_is_an_error()
    {
        AggregateRow row = Sample().Query().GroupBy(GroupKey.Region).Sum(Measure.Killed).Run()[0];
        FluentActions.Invoking(() => row.Of(GroupKey.Month)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => row.Of(Measure.Wounded)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => default(AggregateRow).Incidents).Should().Throw<InvalidOperationException>();
    }

    private static Aggregate Sent(Aggregate aggregate) => Aggregate.FromJson(aggregate.ToJson());

    private static IncidentTable Sample()
    {
        IncidentTableBuilder builder = new();
        TableCode<RegionId> homs = builder.CodeOf(RegionId.From("homs"));
        TableCode<RegionId> raqqa = builder.CodeOf(RegionId.From("raqqa,north"));
        builder.Append(new() { Earliest = new(2024, 1, 31), Region = homs }, Measure.Killed.Is(1, 2, 3));
        builder.Append(new() { Earliest = new(2024, 2, 1), Region = homs });
        builder.Append(new() { Earliest = new(2024, 2, 29), Region = raqqa }, Measure.Killed.Is(449, 449, null));
        builder.Append(new() { Earliest = new(2024, 2, 29) }, Measure.Killed.Is(5));
        return builder.ToTable();
    }

    private static void MergesInAnyOrder(int seed)
    {
        Random random = new(seed);
        var world = OracleWorld.Random(random, random.Next(80));
        OracleQuery query = new(random, world);
        ILookup<int, OracleIncident> parts = world.Incidents.ToLookup(_ => random.Next(3));
        Aggregate whole = query.Run(world.ToTable(sortByDate: true));
        Aggregate[] of = [.. Enumerable.Range(0, 3).Select(i => Sent(query.Run(world.With(parts[i]).ToTable(sortByDate: i != 1))))];

        of[0].Merge(of[1]).Merge(of[2]).ToJson().Should().Be(whole.ToJson());
        of[2].Merge(of[0].Merge(of[1])).Equals(whole).Should().BeTrue();
        of[1].Merge(of[0]).Equals(of[0].Merge(of[1])).Should().BeTrue();
    }

    private static void RollsUp(int seed)
    {
        Random random = new(seed);
        var world = OracleWorld.Random(random, random.Next(80));
        Aggregate aggregate = new OracleQuery(random, world).Run(world.ToTable(sortByDate: true));
        GroupKey[] kept = [.. aggregate.Keys.Where(_ => random.Next(2) == 0)];
        if (aggregate.Any(row => aggregate.Measures.Any(measure => row.Of(measure).Continuing > 0)))
        {
            // What goes on from one month to the next is counted in either.
            kept = [.. aggregate.Keys.Where(key => key.IsTime || kept.Contains(key))];
        }

        Aggregate rolledUp = aggregate.RollUp(kept);

        rolledUp.Keys.Should().Equal(kept);
        rolledUp.Total.Incidents.Should().Be(aggregate.Total.Incidents);
        rolledUp.Outside.Incidents.Should().Be(aggregate.Outside.Incidents);
        foreach (Measure measure in aggregate.Measures)
        {
            rolledUp.Total.Of(measure).Should().Be(aggregate.Total.Of(measure));
            rolledUp.Aggregate(default(Sums), (sum, row) => sum + row.Of(measure)).Should().Be(
                aggregate.Aggregate(default(Sums), (sum, row) => sum + row.Of(measure)));
        }
    }
}

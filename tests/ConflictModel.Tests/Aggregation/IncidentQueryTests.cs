using ConflictModel.Aggregation;
using CsCheck;
using NodaTime;

namespace ConflictModel.Tests.Aggregation;

public class IncidentQueryTests
{
    [Fact]
    public void A_query_has_a_hundred_conditions_at_most()
    {
        IncidentQuery query = Enumerable.Range(0, IncidentQuery.MaxConditions)
            .Aggregate(IncidentQuery.OverPieces().Sum(Measure.Killed), (asked, _) => asked.Where(GroupKey.Kind, "battle"));
        query.ToSql(SqlDialect.DuckDb).Text.Length.Should().BeLessThan(200_000);
        Action oneMore = () => query.InRegions();
        oneMore.Should().Throw<ArgumentException>().WithMessage("A query has at most 100 conditions*");
    }

    [Fact]
    public void Every_answer_is_that_of_the_plain_way() => Gen.Int.Sample(
        seed => Check(new Random(seed), rows: 60, queries: 3), iter: Turn.Of(1000));

    /// <summary>A few worlds that stay the same, each for itself: whoever asks which test notices what asks these.</summary>
    [Theory]
    [MemberData(nameof(OracleWorld.Seeds), MemberType = typeof(OracleWorld))]
    public void Every_answer_in_a_world_that_stays_the_same_is_that_of_the_plain_way(int seed) =>
        Check(new Random(seed), rows: 60, queries: 6);

    [Fact]
    public void Every_answer_over_many_rows_is_that_of_the_plain_way() => Gen.Int.Sample(
        seed => Check(new Random(seed), rows: 5000, queries: 3), iter: 12);

    [Fact]
    public void A_query_allocates_no_more_for_many_rows_than_for_few()
    {
        long few = Allocated(2_000);
        long many = Allocated(60_000);
        many.Should().BeCloseTo(few, 256);

        // Few enough rows for one thread, whose allocations can be told from those of other tests.
        static long Allocated(int rows)
        {
            IncidentTableBuilder builder = new();
            TableCode<ActorId>[] actors = [.. Enumerable.Range(0, 40).Select(i => builder.CodeOf(ActorId.From($"a{i}")))];
            for (int row = 0; row < rows; row++)
            {
                builder.Append(
                    new() { Earliest = new LocalDate(2020, 1, 1).PlusDays(row % 700),
                        FirstSide = actors[row % 40], Kind = (IncidentKind)(row % 5 + 2) },
                    Measure.Killed.Is(row % 3, row % 300, row % 400));
            }

            IncidentQuery query = builder.ToTable()
                .Query().WithFirstSide(ActorId.From("a1"), ActorId.From("a3")).GroupBy(GroupKey.Kind, GroupKey.Month).Sum(Measure.Killed);

            // The least: what a pool had to give back to a collection is taken anew once.
            return Enumerable.Range(0, 8).Min(_ =>
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                _ = query.Run().Count;
                return GC.GetAllocatedBytesForCurrentThread() - before;
            });
        }
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public void Many_parts_on_many_threads_add_up(int seed, bool sortByDate)
    {
        Random random = new(seed);
        var world = OracleWorld.Random(random, 2500);
        OracleWorld many = world.With(Enumerable.Repeat(world.Incidents, 256).SelectMany(incidents => incidents));
        IncidentTable small = world.ToTable(sortByDate);
        IncidentTable large = many.ToTable(sortByDate);
        for (int i = 0; i < 6; i++)
        {
            OracleQuery query = new(random, world);
            Aggregate expected = query.Run(small);
            for (int doubling = 0; doubling < 8; doubling++)
            {
                expected = expected.Merge(expected);
            }

            query.Run(large).Equals(expected).Should().BeTrue();
        }
    }

    [Fact]
    public void A_sum_beyond_64_bits_is_told_from_any_thread()
    {
        IncidentTableBuilder builder = new();
        for (int i = 0; i < 600_000; i++)
        {
            builder.Append(new() { Earliest = new(2024, 1, 1) }, Measure.Killed.Is(i % 200_000 == 0 ? long.MaxValue / 2 : 1));
        }

        IncidentQuery query = builder.ToTable().Query().Sum(Measure.Killed);
        FluentActions.Invoking(query.Run).Should().Throw<OverflowException>().WithMessage("A sum exceeds 63 bits.");
    }

    [Fact]
    public void Keys_of_more_combinations_than_63_bits_count_are_refused_in_a_sentence()
    {
        IncidentTableBuilder builder = new();
        for (int i = 0; i < 8_000; i++)
        {
            builder.Append(
                new()
                {
                    Earliest = new LocalDate(2000, 1, 1).PlusDays(i),
                    FirstSide = builder.CodeOf(ActorId.From($"a{i}")),
                    SecondSide = builder.CodeOf(ActorId.From($"b{i}")),
                    Dyad = builder.CodeOf(DyadId.From($"d{i}")),
                    Conflict = builder.CodeOf(ConflictId.From($"c{i}")),
                },
                Measure.Killed.Is(1));
        }

        GroupKey[] keys = [GroupKey.Day, GroupKey.FirstSide, GroupKey.SecondSide, GroupKey.Dyad, GroupKey.Conflict];
        IncidentQuery query = builder.ToTable().Query().Sum(Measure.Killed);
        query.GroupBy(keys[..4]).Run().Count.Should().Be(8_000);
        FluentActions.Invoking(query.GroupBy(keys).Run).Should().Throw<OverflowException>().WithMessage("*ask by fewer keys*");
    }

    [Fact]
    public void Keys_of_time_whose_buckets_cross_are_refused_and_those_of_which_one_is_made_of_another_are_not()
    {
        var query = IncidentQuery.OverPieces();
        foreach (GroupKey[] crossing in (GroupKey[][])
            [[GroupKey.Week, GroupKey.Month], [GroupKey.Year, GroupKey.Week], [GroupKey.AcledWeek, GroupKey.Week]])
        {
            FluentActions.Invoking(() => query.GroupBy([GroupKey.Kind, .. crossing])).Should().Throw<ArgumentException>()
                .WithMessage($"The keys {crossing[0]} and {crossing[1]} cross*");
        }

        FluentActions.Invoking(() => query.GroupBy(GroupKey.Year, GroupKey.Day, GroupKey.Month)).Should().NotThrow();
        FluentActions.Invoking(() => query.GroupBy(GroupKey.Week, GroupKey.Day)).Should().NotThrow();
    }

    [Fact]
    public void An_incident_that_perhaps_lies_in_the_period_has_the_year_in_which_it_ends_after_it()
    {
        IncidentTableBuilder builder = new();
        builder.Append(new() { Earliest = new(2024, 1, 30), Latest = new(2024, 2, 2) });
        Aggregate years = builder.ToTable().Query()
            .During(new(2024, 1, 1), new(2024, 1, 31)).IncludingUncertain().GroupBy(GroupKey.Year).Run();
        years.Select(row => (row.Of(GroupKey.Year), row.Incidents)).Should().Equal((2024, 1L));
        years.Outside.Incidents.Should().Be(0);
    }

    /// <summary>What is asked of a part must not depend on what else lies in it: the answers of parts are merged.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData(1990)]
    [InlineData(2010)]
    [InlineData(2020)]
    public void An_incident_without_a_day_is_asked_over_all_time_whatever_days_the_others_have(int? year)
    {
        (ActorId part, ActorId always, ActorId once) = (ActorId.From("part"), ActorId.From("always"), ActorId.From("once"));
        IncidentTableBuilder builder = new();
        builder.DeclareAffiliation(part, always);
        builder.DeclareAffiliation(part, once, new(2005, 1, 1), new(2015, 12, 31));
        builder.Append(new() { FirstSide = builder.CodeOf(part) });
        builder.Append(new() { SecondSide = builder.CodeOf(once) });
        if (year is { } known)
        {
            builder.Append(new() { Earliest = new(known, 6, 1), FirstSide = builder.CodeOf(part) });
        }

        foreach (bool sortByDate in (bool[])[true, false])
        {
            IncidentQuery query = builder.ToTable(sortByDate).Query();
            Aggregate certain = query.WithFirstSide(always).Run();
            (certain.Total.Incidents, certain.Perhaps).Should().Be((year is null ? 1 : 2, 1), "of one it is open who it was");
            Aggregate open = query.WithFirstSide(once).Run();
            (open.Total.Incidents, open.Perhaps).Should().Be((year == 2010 ? 1 : 0, 2), "of the other it is open on which day");
        }
    }

    private static void Check(Random random, int rows, int queries)
    {
        var world = OracleWorld.Random(random, random.Next(10) == 0 ? random.Next(3) : random.Next(rows));
        IncidentTable[] tables = [world.ToTable(sortByDate: true), world.ToTable(sortByDate: false)];
        for (int i = 0; i < queries; i++)
        {
            OracleQuery query = new(random, world);
            List<string> expected = query.Expected();
            foreach (IncidentTable table in tables)
            {
                query.Found(query.Run(table)).Should().Equal(expected);
            }
        }
    }
}

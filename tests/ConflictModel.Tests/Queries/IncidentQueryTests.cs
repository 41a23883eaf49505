using ConflictModel.Aggregation;
using CsCheck;

namespace ConflictModel.Tests.Queries;

public class IncidentQueryTests
{
    [Fact]
    public void Every_answer_is_that_of_the_plain_way() => Gen.Int.Sample(
        seed => Check(new Random(seed), rows: 60, queries: 3), iter: 600);

    [Fact]
    public void Every_answer_over_many_rows_is_that_of_the_plain_way() => Gen.Int.Sample(
        seed => Check(new Random(seed), rows: 5000, queries: 3), iter: 12);

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public void Many_parts_on_many_threads_add_up(int seed, bool sortByDate)
    {
        Random random = new(seed);
        OracleWorld world = OracleWorld.Random(random, 2500);
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
        FluentActions.Invoking(query.Run).Should().Throw<OverflowException>();
    }

    private static void Check(Random random, int rows, int queries)
    {
        OracleWorld world = OracleWorld.Random(random, random.Next(10) == 0 ? random.Next(3) : random.Next(rows));
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

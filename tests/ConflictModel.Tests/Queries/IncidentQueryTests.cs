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

using ConflictModel.Aggregation;

namespace ConflictModel.Tests.Aggregation.Kernels;

/// <summary>Counts that are too large for the cell of a column, and stand beside it.</summary>
public class LargeCountTests
{
    // More rows than are looked at in one go.
    private const int Rows = 40_000;

    [Fact]
    public void Counts_of_a_thousand_million_add_up_beyond_32_bits_each_once_in_whichever_block_it_stands()
    {
        IncidentTableBuilder builder = new();
        long[] expected = new long[3];
        for (int row = 0; row < Rows; row++)
        {
            long killed = row % 500 == 0 ? 1_000_000_000 : row % 2;
            expected[row % 3] += killed;
            builder.Append(new() { Kind = (IncidentKind)(2 + (row % 3)) }, Measure.Killed.Is(killed));
        }

        IncidentQuery query = builder.ToTable().Query().Sum(Measure.Killed);
        query.Run().Total.Of(Measure.Killed).Best.Should().Be(expected.Sum());
        query.GroupBy(GroupKey.Kind).Run().Select(row => row.Of(Measure.Killed).Best!.Value).Should().BeEquivalentTo(expected);
    }
}

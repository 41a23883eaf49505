using System.Data.Common;
using ConflictModel.Aggregation;
using ConflictModel.Time;

namespace ConflictModel.Tests.Aggregation.Sql;

/// <summary>Sums that leave 63 bits, and sums that just do not.</summary>
internal static class LargeSums
{
    public static async Task Check(DbConnection connection, SqlDialect dialect)
    {
        foreach ((long figure, bool fits) in new[] { (long.MaxValue / 4, true), (long.MaxValue / 2, false), (long.MaxValue - 1, false) })
        {
            SqlTables from = new() { Prefix = FormattableString.Invariant($"large{figure}_") };
            IncidentTableBuilder builder = new(BucketScheme.Month);
            for (int i = 0; i < 4; i++)
            {
                builder.Append(
                    new() { Earliest = new(2020, 1 + i, 1), FirstSide = builder.CodeOf(ActorId.From("a")) },
                    Measure.Killed.Is(figure));
            }

            PieceDatabase.Insert(connection, dialect, builder.ToTable().ToPieces(), from);
            foreach (GroupKey[] keys in (GroupKey[][])[[], [GroupKey.Year], [GroupKey.Actor]])
            {
                IncidentQuery query = IncidentQuery.OverPieces().Sum(Measure.Killed);
                query = keys.Length == 0 ? query : query.GroupBy(keys);
                Func<Task<Aggregate>> ask = () => query.RunAsync(connection, dialect, from);
                if (fits)
                {
                    (await ask()).Total.Of(Measure.Killed).High.Should().Be(figure * 4);
                }
                else
                {
                    await ask.Should().ThrowAsync<OverflowException>();
                }
            }
        }
    }
}

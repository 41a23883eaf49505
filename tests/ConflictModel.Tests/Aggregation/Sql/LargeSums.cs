using System.Data.Common;
using ConflictModel.Aggregation;
using ConflictModel.Time;

namespace ConflictModel.Tests.Aggregation.Sql;

/// <summary>Sums that leave 63 bits, and sums that just do not.</summary>
internal static class LargeSums
{
    public static Task Check(DbConnection connection, SqlDialect dialect) => Check(
        "",
        (part, from) => PieceDatabase.Insert(connection, dialect, part(0, 1).ToPieces(), from),
        (query, from) => query.RunAsync(connection, dialect, from));

    /// <param name="prefix">What the names of tables begin with.</param>
    /// <param name="fill">Makes tables, given the incidents of the first, second ... of so many parts.</param>
    /// <param name="ask">Asks them.</param>
    public static async Task Check(
        string prefix, Action<Func<int, int, IncidentTable>, SqlTables> fill, Func<IncidentQuery, SqlTables, Task<Aggregate>> ask)
    {
        foreach ((long figure, bool fits) in new[] { (long.MaxValue / 4, true), (long.MaxValue / 2, false), (long.MaxValue - 1, false) })
        {
            SqlTables from = new() { Prefix = FormattableString.Invariant($"{prefix}large{figure}_") };
            fill((part, parts) => Table(figure, part, parts), from);
            foreach (GroupKey[] keys in (GroupKey[][])[[], [GroupKey.Year], [GroupKey.Actor]])
            {
                IncidentQuery query = IncidentQuery.OverPieces().Sum(Measure.Killed);
                query = keys.Length == 0 ? query : query.GroupBy(keys);
                Func<Task<Aggregate>> asking = () => ask(query, from);
                if (fits)
                {
                    (await asking()).Total.Of(Measure.Killed).High.Should().Be(figure * 4);
                }
                else
                {
                    await asking.Should().ThrowAsync<OverflowException>();
                }
            }
        }
    }

    private static IncidentTable Table(long figure, int part, int parts)
    {
        IncidentTableBuilder builder = new(BucketScheme.Month);
        for (int i = part; i < 4; i += parts)
        {
            builder.Append(
                new()
                {
                    Id = IncidentId.From($"e{i}"), Earliest = new(2020, 1 + i, 1), FirstSide = builder.CodeOf(ActorId.From("a")),
                },
                Measure.Killed.Is(figure));
        }

        return builder.ToTable();
    }
}

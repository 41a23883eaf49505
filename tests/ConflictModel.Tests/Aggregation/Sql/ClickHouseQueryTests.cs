using System.Globalization;
using ConflictModel.Aggregation;
using CsCheck;

namespace ConflictModel.Tests.Aggregation.Sql;

/// <summary>Held against servers that <c>benchmarks/clickhouse/run.sh</c> starts; skipped without.</summary>
public class ClickHouseQueryTests
{
    [Fact]
    public void Every_answer_of_ClickHouse_and_of_its_shards_merged_is_that_of_memory()
    {
        using var shards = ClickHouseShards.Here();
        string run = NewPrefix();
        int worlds = 0;
        Gen.Int[0, int.MaxValue].Sample(seed =>
        {
            Random random = new(seed);
            OracleWorld world = SqlWorld.Random(random, random.Next(60));
            IncidentTable table = SqlWorld.Table(world, seed);
            SqlTables from = new()
            {
                Prefix = string.Create(CultureInfo.InvariantCulture, $"{run}{++worlds}_"),
                Measures = table.Measures.ToValueList(),
            };
            if (SqlWorld.Parts(world, seed, shards.Count, [.. table.Measures]) is not { } parts)
            {
                return;
            }

            shards.Fill(table.ToPieces(), parts, from);
            for (int i = 0; i < 4; i++)
            {
                RandomQuery query = new(random, table, world.Actors, [.. world.Regions.Keys]);
                IncidentQuery asked = query.Of(IncidentQuery.OverPieces());
                string expected = query.Of(table.Query()).Run().ToJson();
                SqlQuery sql = asked.ToSql(SqlDialect.ClickHouse, from);
                shards.Ask(0, sql).ToJson().Should().Be(expected, "{0} was asked in {1}", query, sql);
                if (shards.Count > 1 && asked.Highest is null)
                {
                    SqlQuery each = asked.ToSql(SqlDialect.ClickHouse, ClickHouseShards.PartOf(from));
                    Enumerable.Range(0, shards.Count).Select(shard => shards.Ask(shard, each)).Aggregate((one, other) => one.Merge(other))
                        .ToJson().Should().Be(expected, "{0} was asked of each shard", query);
                }
            }
        }, iter: SqlQueryTests.Worlds, threads: 1);
    }

    [Fact]
    public async Task No_text_of_a_query_is_taken_for_SQL()
    {
        using var shards = ClickHouseShards.Here();
        foreach (string text in OddTexts.All.Append("a\0b"))
        {
            SqlTables from = new() { Prefix = NewPrefix() };
            await OddTexts.Check(text, part => shards.Fill(part, from), query => shards.AskAll(query, from));
        }
    }

    [Fact]
    public async Task A_sum_beyond_63_bits_is_told()
    {
        using var shards = ClickHouseShards.Here();
        await LargeSums.Check(NewPrefix(), shards.Fill, shards.AskAll);
    }

    /// <summary>Servers keep the tables of earlier runs.</summary>
    private static string NewPrefix() => Guid.NewGuid().ToString("N")[..8] + "_";
}

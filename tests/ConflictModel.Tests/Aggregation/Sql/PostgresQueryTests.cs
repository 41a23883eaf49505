using System.Data.Common;
using System.Globalization;
using ConflictModel.Aggregation;
using ConflictModel.EntityFrameworkCore.Tests;
using CsCheck;
using Npgsql;

namespace ConflictModel.Tests.Aggregation.Sql;

public sealed class PostgresQueryTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_answer_of_PostgreSQL_is_that_of_memory()
    {
        await using NpgsqlConnection connection = await Open();
        int worlds = 0;
        Gen.Int[0, int.MaxValue].Sample(seed =>
        {
            Random random = new(seed);
            OracleWorld world = SqlWorld.Random(random, random.Next(60));
            IncidentTable table = SqlWorld.Table(world, seed);
            SqlTables from = new()
            {
                Prefix = string.Create(CultureInfo.InvariantCulture, $"w{++worlds}_"),
                Measures = table.Measures.ToValueList(),
            };
            PieceDatabase.Insert(connection, SqlDialect.PostgreSql, table.ToPieces(), from);
            for (int i = 0; i < 4; i++)
            {
                RandomQuery query = new(random, table, world.Actors, [.. world.Regions.Keys]);
                IncidentQuery asked = query.Of(IncidentQuery.OverPieces());
                Aggregate found = asked.RunAsync(connection, SqlDialect.PostgreSql, from, Cancel).GetAwaiter().GetResult();
                found.ToJson().Should().Be(
                    query.Of(table.Query()).Run().ToJson(), "{0} was asked in {1}", query, asked.ToSql(SqlDialect.PostgreSql, from));
            }
        }, iter: SqlQueryTests.Worlds / 4, threads: 1);
    }

    [Fact]
    public async Task The_statement_with_literals_answers_like_the_one_with_parameters()
    {
        await using NpgsqlConnection connection = await Open();
        foreach (string text in OddTexts.All)
        {
            await OddTexts.Check(connection, SqlDialect.PostgreSql, text);
        }
    }

    [Fact]
    public async Task A_sum_beyond_63_bits_is_told()
    {
        await using NpgsqlConnection connection = await Open();
        await LargeSums.Check(connection, SqlDialect.PostgreSql);
    }

    private async Task<NpgsqlConnection> Open()
    {
        Assert.SkipWhen(server.Missing is not null, server.Missing ?? "");
        DbConnectionStringBuilder named = new() { ConnectionString = server.NewDatabase() };
        string database = (string)named["Database"];
        named["Database"] = "postgres";
        await using (NpgsqlConnection first = new(named.ConnectionString))
        {
            await first.OpenAsync(Cancel);
            PieceDatabase.Execute(first, $"CREATE DATABASE {database}");
        }

        named["Database"] = database;
        NpgsqlConnection connection = new(named.ConnectionString);
        await connection.OpenAsync(Cancel);
        return connection;
    }
}

using System.Data.Common;
using ConflictModel.Aggregation;
using ConflictModel.Time;
using DuckDB.NET.Data;

namespace ConflictModel.Tests.Aggregation.Sql;

/// <summary>The lines of docs/scale.md, run.</summary>
public class ScaleGuideTests
{
    [Fact]
    public async Task The_three_lines_of_the_guide_answer_what_memory_answers()
    {
        IncidentTableBuilder builder = new(splitAt: BucketScheme.Month);
        TableCode<RegionId> here = builder.DefineRegion(RegionId.From("SY"), RegionKind.Country);
        builder.Append(new() { Earliest = new(2024, 1, 30), Latest = new(2024, 2, 5), Region = here }, Measure.Killed.Is(6, 8, 8));
        builder.Append(new() { Earliest = new(2024, 2, 1), Latest = new(2024, 2, 1) }, Measure.Killed.Is(3));
        IncidentTable table = builder.ToTable();
        string folder = Directory.CreateTempSubdirectory("it's ").FullName;
        try
        {
            using (DuckDBConnection writing = PieceDatabase.DuckDb(table.ToPieces()))
            {
                foreach (PlainTable one in table.ToPieces().All)
                {
                    string path = $"{folder}/{one.Schema.Name}.parquet".Replace("'", "''", StringComparison.Ordinal);
                    PieceDatabase.Execute(writing, $"COPY {one.Schema.Name} TO '{path}' (FORMAT parquet)");
                }
            }

            IncidentQuery query = IncidentQuery.OverPieces().InRegions(RegionId.From("SY")).GroupBy(GroupKey.Month).Sum(Measure.Killed);
            using DuckDBConnection duckDb = new("DataSource=:memory:");
            Aggregate months = await query.RunAsync(
                duckDb, SqlDialect.DuckDb, new() { Folder = folder }, TestContext.Current.CancellationToken);
            duckDb.State.Should().Be(System.Data.ConnectionState.Closed, "it was closed before");
            IncidentQuery inMemory = table.Query().InRegions(RegionId.From("SY")).GroupBy(GroupKey.Month).Sum(Measure.Killed);
            months.ToJson().Should().Be(inMemory.Run().ToJson());
            months.Total.Incidents.Should().Be(1);
            months.Perhaps.Should().Be(1);
            query.ToSql(SqlDialect.DuckDb, new() { Folder = "ged", Files = "ged/*/pieces.parquet" }).ToString()
                .Should().Contain("read_parquet('ged/*/pieces.parquet', ").And.Contain("read_parquet('ged/within.parquet', ");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Files_are_for_DuckDB_and_names_are_names()
    {
        FluentActions.Invoking(() => IncidentQuery.OverPieces().ToSql(SqlDialect.PostgreSql, new() { Folder = "ged" }))
            .Should().Throw<NotSupportedException>().WithMessage("PostgreSQL*");
        FluentActions.Invoking(() => IncidentQuery.OverPieces().ToSql(SqlDialect.DuckDb, new() { Prefix = "a\0" }))
            .Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => PieceSchema.Names.ToSql(SqlDialect.DuckDb, new() { Folder = "ged" }))
            .Should().Throw<NotSupportedException>();
        PieceSchema.Members.ToSql(SqlDialect.ClickHouse, new() { Schema = "a\"b", Prefix = "c\\" })
            .Should().StartWith("CREATE TABLE \"a\\\"b\".\"c\\\\members\" (\"actor\" String, ").And.EndWith("ORDER BY tuple()");
    }

    [Fact]
    public async Task Who_has_a_command_of_their_own_reads_the_same()
    {
        IncidentTableBuilder builder = new(splitAt: BucketScheme.Month);
        builder.Append(new() { Earliest = new(2024, 1, 30), Dyad = builder.CodeOf(DyadId.From("d")) }, Measure.Killed.Is(2));
        using DuckDBConnection connection = PieceDatabase.DuckDb(builder.ToTable().ToPieces());
        IncidentQuery query = IncidentQuery.OverPieces().Where(GroupKey.Dyad, DyadId.From("d")).Sum(Measure.Killed);
        SqlQuery sql = query.ToSql(SqlDialect.DuckDb);
        (sql.Parameters.Count, sql.Parameters[0]).Should().Be((1, KeyValuePair.Create("p1", "d")));
        sql.Text.Should().Contain("$p1").And.NotContain("'d'");
        using DbCommand command = sql.ToCommand(connection);
        await using DbDataReader reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        Aggregate asked = await query.RunAsync(connection, SqlDialect.DuckDb, null, TestContext.Current.CancellationToken);
        sql.Read(reader).ToJson().Should().Be(asked.ToJson());
    }
}

using System.Data.Common;
using ConflictModel.Aggregation;
using ConflictModel.Time;
using DuckDB.NET.Data;

namespace ConflictModel.Tests.Aggregation.Sql;

/// <summary>
/// The lines of docs/scale.md for one laptop, run. They name a folder by where the process is, so no other test runs beside.
/// </summary>
[CollectionDefinition(nameof(ScaleGuideTests), DisableParallelization = true)]
[Collection(nameof(ScaleGuideTests))]
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
        string before = Environment.CurrentDirectory;
        try
        {
            Directory.CreateDirectory($"{folder}/ged");
            using (DuckDBConnection writing = PieceDatabase.DuckDb(table.ToPieces()))
            {
                foreach (PlainTable one in table.ToPieces().All)
                {
                    string path = $"{folder}/ged/{one.Schema.Name}.parquet".Replace("'", "''", StringComparison.Ordinal);
                    PieceDatabase.Execute(writing, $"COPY {one.Schema.Name} TO '{path}' (FORMAT parquet)");
                }
            }

            Environment.CurrentDirectory = folder;
            Aggregate months = await OnOneLaptop();
            IncidentQuery inMemory = table.Query().InRegions(RegionId.From("SY")).GroupBy(GroupKey.Month).Sum(Measure.Killed);
            months.ToJson().Should().Be(inMemory.Run().ToJson());
            months.Total.Incidents.Should().Be(1);
            months.Perhaps.Should().Be(1);

            using DuckDBConnection connection = new("DataSource=:memory:");
            Aggregate same = await inMemory.RunAsync(
                connection, SqlDialect.DuckDb, new() { Folder = $"{folder}/ged" }, TestContext.Current.CancellationToken);
            same.ToJson().Should().Be(months.ToJson());
            connection.State.Should().Be(System.Data.ConnectionState.Closed, "it was closed before");
            inMemory.ToSql(SqlDialect.DuckDb, new() { Folder = "ged", Files = "ged/*/pieces.parquet" }).ToString()
                .Should().Contain("read_parquet('ged/*/pieces.parquet', ").And.Contain("read_parquet('ged/within.parquet', ");
        }
        finally
        {
            Environment.CurrentDirectory = before;
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_lines_that_are_run_stand_in_the_guide_word_for_word_and_the_question_is_the_same_everywhere()
    {
        string[] guide = Lines("src", "ConflictModel", "docs", "scale.md");
        string[] code = Lines("tests", "ConflictModel.Tests", "Aggregation", "Sql", $"{nameof(ScaleGuideTests)}.cs");
        int end = Array.FindIndex(code, line => line == "return months;");
        string[] three = code[(end - 3)..end];
        string.Join('\n', guide).Should().Contain(string.Join('\n', ["```csharp", .. three, "```"]));
        guide.Where(line => line == three[0]).Should().HaveCount(3);
        guide.Where(line => line.StartsWith("IncidentQuery query", StringComparison.Ordinal)).Should().HaveCount(3);
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

    private static async Task<Aggregate> OnOneLaptop()
    {
        IncidentQuery query = IncidentQuery.OverPieces().InRegions(RegionId.From("SY")).GroupBy(GroupKey.Month).Sum(Measure.Killed);
        using DuckDBConnection duckDb = new("DataSource=:memory:");
        Aggregate months = await query.RunAsync(duckDb, SqlDialect.DuckDb, new() { Folder = "ged" });
        return months;
    }

    private static string[] Lines(params string[] path) =>
        File.ReadAllLines(Path.Combine([Repository.Root, .. path])).Select(line => line.Trim()).ToArray();
}

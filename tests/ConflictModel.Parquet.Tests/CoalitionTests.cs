using ConflictModel.Aggregation;
using DuckDB.NET.Data;

namespace ConflictModel.Parquet.Tests;

/// <summary>A coalition that is a member of another one stands for its members, in memory, in a file and in a database.</summary>
public class CoalitionTests
{
    private static readonly ActorId[] Actors = [.. ((string[])["a", "b", "c", "d", "inner", "middle", "outer"]).Select(ActorId.From)];

    [Theory]
    [InlineData("outer", "middle", "inner")]
    [InlineData("inner", "middle", "outer")]
    [InlineData("middle", "outer", "inner")]
    public async Task Memory_files_and_databases_agree_in_whatever_order_the_coalitions_were_declared(params string[] order)
    {
        IncidentTable table = Table(order);
        string folder = Some.Scratch("data");
        table.WriteParquetFolder(folder);
        using DuckDBConnection duckDb = new("Data Source=:memory:");
        await duckDb.OpenAsync(TestContext.Current.CancellationToken);
        IncidentQuery all = IncidentQuery.OverPieces().Sum(Measure.Killed);
        foreach (IncidentQuery query in (IncidentQuery[])
        [
            all.GroupBy(GroupKey.Actor), all.GroupBy(GroupKey.FirstSide),
            .. Actors.Select(actor => all.WithEitherSide(actor)), .. Actors.Select(actor => all.Where(GroupKey.Actor, actor)),
            .. Actors.Select(actor => all.Where(GroupKey.FirstSide, actor)),
        ])
        {
            string answer = query.On(table).Run().ToJson();
            query.RunParquet(folder).ToJson().Should().Be(answer);
            query.On(IncidentTable.ReadParquet(folder)).Run().ToJson().Should().Be(answer);
            (await query.RunAsync(duckDb, SqlDialect.DuckDb, new() { Folder = folder }, TestContext.Current.CancellationToken))
                .ToJson().Should().Be(answer);
        }

        Aggregate byActor = table.Query().Sum(Measure.Killed).GroupBy(GroupKey.Actor).Run();
        byActor.Select(row => (row.TextOf(GroupKey.Actor), row.Of(Measure.Killed).Best)).Should().Equal(
            ("a", 111), ("b", 111), ("c", 11), ("d", 1));
        table.Query().WithFirstSide(ActorId.From("a")).Run().Total.Incidents.Should().Be(3);
        table.Query().WithFirstSide(ActorId.From("group")).Run().Total.Incidents.Should().Be(3, "a was part of it, in each coalition");
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    [Fact]
    public void Coalitions_that_are_in_each_other_are_told_apart_by_themselves()
    {
        IncidentTableBuilder builder = new();
        builder.DeclareMembers(builder.CodeOf(ActorId.From("one")), ActorId.From("other"));
        builder.DeclareMembers(builder.CodeOf(ActorId.From("other")), ActorId.From("one"));
        builder.DeclareMembers(builder.CodeOf(ActorId.From("host")), ActorId.From("host"), ActorId.From("guest"));
        foreach (string side in (string[])["one", "other", "host"])
        {
            builder.Append(new() { FirstSide = builder.CodeOf(ActorId.From(side)) }, Measure.Killed.Is(1));
        }

        builder.ToTable().Query().GroupBy(GroupKey.Actor).Run().Select(row => row.TextOf(GroupKey.Actor))
            .Should().Equal("guest", "host", "one", "other");
    }

    private static IncidentTable Table(string[] order)
    {
        IncidentTableBuilder builder = new();
        builder.DeclareAffiliation(ActorId.From("a"), ActorId.From("group"));
        foreach (string coalition in order)
        {
            string[] members = coalition switch { "outer" => ["middle", "d"], "middle" => ["inner", "c"], _ => ["a", "b"] };
            builder.DeclareMembers(builder.CodeOf(ActorId.From(coalition)), members.Select(ActorId.From));
        }

        foreach ((string side, int killed) in (ReadOnlySpan<(string, int)>)[("outer", 1), ("middle", 10), ("inner", 100)])
        {
            builder.Append(
                new() { Earliest = new(2020, 1, 5), Latest = new(2020, 1, 5), FirstSide = builder.CodeOf(ActorId.From(side)) },
                Measure.Killed.Is(killed));
        }

        return builder.ToTable();
    }
}

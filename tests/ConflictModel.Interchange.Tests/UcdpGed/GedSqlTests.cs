using ConflictModel.Aggregation;
using ConflictModel.Tests.Aggregation.Sql;
using ConflictModel.Time;
using DuckDB.NET.Data;

namespace ConflictModel.Interchange.Tests.UcdpGed;

public class GedSqlTests
{
    [Theory]
    [InlineData(PublishedFiles.Syria)]
    [InlineData(PublishedFiles.Sample)]
    [InlineData(PublishedFiles.Myanmar)]
    public async Task DuckDB_answers_of_a_published_file_what_memory_does(string file)
    {
        IncidentTable table = TableOf(PublishedFiles.PathOf(file));
        using DuckDBConnection connection = PieceDatabase.DuckDb(table.ToPieces());
        SqlTables from = new() { Measures = table.Measures.ToValueList() };
        string[] actors = Texts(table, GroupKey.Actor);
        string[] regions = [.. Texts(table, GroupKey.Region), .. Texts(table, GroupKey.Country)];
        for (int seed = 0; seed < 25; seed++)
        {
            RandomQuery query = new(new Random(seed), table, actors, regions);
            Aggregate found = await query.Of(IncidentQuery.OverPieces())
                .RunAsync(connection, SqlDialect.DuckDb, from, TestContext.Current.CancellationToken);
            (found.ToJson() == query.Of(table.Query()).Run().ToJson()).Should().BeTrue("seed {0} asked {1}", seed, query);
        }
    }

    /// <summary>The file knows of no affiliations: its greatest actors are taken to have been together, for a time or perhaps.</summary>
    private static IncidentTable TableOf(string path)
    {
        IncidentTableBuilder builder = new(BucketScheme.Month);
        using (var reader = IncidentReader.Open(File.OpenRead(path)))
        {
            reader.AppendTo(builder);
        }

        Aggregate actors = builder.ToTable().Query().GroupBy(GroupKey.Actor).Top(12, Ranking.Incidents).Run();
        ActorId[] great = [.. actors.Select(row => row.Of(GroupKey.Actor))];
        string[] periods = ["2013-02-11/2015-07", "2014?/2016", "/2012-05", "../..", "2012/2017-03~"];
        builder.DeclareAffiliations([.. great.Skip(1).Zip(great, (whole, part) => new Affiliation
        {
            Actor = part,
            Kind = AffiliationKind.PartOf,
            To = whole,
            Period = UncertainDate.Parse(periods[Array.IndexOf(great, part) % periods.Length]),
        })]);
        return builder.ToTable();
    }

    private static string[] Texts(IncidentTable table, GroupKey key) =>
        [.. table.Query().GroupBy(key).Run().Select(row => row.TextOf(key)!)];
}

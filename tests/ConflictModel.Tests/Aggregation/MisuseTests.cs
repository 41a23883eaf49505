using System.Text.Json;
using ConflictModel.Aggregation;

namespace ConflictModel.Tests.Aggregation;

public class MisuseTests
{
    private static readonly IncidentTable Table = new ConflictDataset().ToTable();

    [Fact]
    public void A_query_of_nothing_given_is_refused_by_the_name_of_what_is_missing()
    {
        IncidentQuery query = Table.Query();
        foreach ((string missing, Action misuse) in ((string, Action)[])
        [
            ("table", () => query.On(null!)),
            ("parts", () => query.RunOver((IncidentTable[])null!)),
            ("open", () => query.RunOver([1], null!)),
            ("interval", () => query.During(null!)),
            ("key", () => query.Where((GroupKey<ActorId>)null!)),
            ("values", () => query.Where(GroupKey.FirstSide, (IEnumerable<ActorId>)null!)),
            ("key", () => query.Where((GroupKey)null!, "Syria")),
            ("text", () => query.Where(GroupKey.FirstSide, (string)null!)),
            ("by", () => query.GroupBy((GroupKey[])null!)),
            ("of", () => query.Sum((Measure[])null!)),
            ("within", () => query.Top(1, Ranking.Incidents, (GroupKey[])null!)),
            ("key", () => Table.ValuesOf(null!)),
            ("other", () => query.Run().Merge(null!)),
            ("parts", () => Aggregate.MergeAll((Aggregate[])null!)),
            ("writer", () => query.Run().WriteTo((Utf8JsonWriter)null!)),
            ("json", () => Aggregate.FromJson(null!)),
        ])
        {
            misuse.Should().Throw<ArgumentNullException>().WithParameterName(missing);
        }

        FluentActions.Invoking(() => query.Top(0, Ranking.Incidents)).Should().Throw<ArgumentOutOfRangeException>()
            .WithParameterName("count");
    }

    [Fact]
    public void A_table_of_nothing_given_is_refused_by_the_name_of_what_is_missing()
    {
        IncidentTableBuilder builder = new();
        foreach ((string missing, Action misuse) in ((string, Action)[])
        [
            ("builder", () => ((IncidentTableBuilder)null!).AppendIncidents([])),
            ("incidents", () => builder.AppendIncidents(null!)),
            ("builder", () => ((IncidentTableBuilder)null!).AppendRecords([])),
            ("records", () => builder.AppendRecords(null!)),
            ("builder", () => ((IncidentTableBuilder)null!).AppendDataset(new())),
            ("dataset", () => builder.AppendDataset(null!)),
            ("unit", () => builder.DeclareRowUnit(null!)),
            ("regions", () => builder.DefineRegions(null!)),
            ("affiliations", () => builder.DeclareAffiliations(null!)),
            ("incidents", () => ((Incident[])null!).Sum(Harm.Killed)),
            ("regions", () => Array.Empty<Incident>().SumByRegion(Harm.Killed, null!, RegionKind.Country)),
            ("keysOf", () => Array.Empty<Incident>().SumBy<int>(Harm.Killed, null!)),
            ("table", () => ((IncidentTable)null!).ToPieces()),
            ("measures", () => PieceSchema.Pieces(null!)),
            ("pieces", () => PieceTables.Of(null!, null!, null!, [], [])),
            ("pieces", () => Table.ToPieces().With(null!)),
            ("query", () => Table.ToPieces().ToDeferredTable(null!)),
        ])
        {
            misuse.Should().Throw<ArgumentNullException>().WithParameterName(missing);
        }

        FluentActions.Invoking(() => builder.DeclareRowUnit("")).Should().Throw<ArgumentException>().WithParameterName("unit");
        foreach (int lane in (int[])[-1, 3])
        {
            FluentActions.Invoking(() => PieceSchema.NameOf(Measure.Killed, lane)).Should().Throw<ArgumentOutOfRangeException>();
        }
    }
}

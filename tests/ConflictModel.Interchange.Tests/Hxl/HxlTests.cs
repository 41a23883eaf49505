using System.Text;

namespace ConflictModel.Interchange.Tests.Hxl;

public class HxlTests
{
    /// <summary>The rows of an HXL file by tag: the tag row is looked for in the first 25.</summary>
    private static List<Dictionary<string, string>> ReadHxl(string text)
    {
        List<string[]> rows = SimpleCsv.Read(text);
        int tags = rows.Take(25).ToList().FindIndex(row => row.All(cell => cell.Length == 0 || cell[0] == '#'));
        tags.Should().BeGreaterThanOrEqualTo(0);
        return [.. rows.Skip(tags + 1).Select(row => rows[tags].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    [Fact]
    public void Each_incident_is_a_row_under_the_tags()
    {
        using var reader =
            IncidentReader.Open(GedSamples.Stream(GedSamples.Row(("side_b", "A, B"), ("date_end", "2016-01-05"), ("date_prec", "2"))));
        using var stream = new MemoryStream();
        using (var writer = IncidentWriter.Create(stream, EventFormats.Hxl, reader.Glossary))
        {
            writer.Write(reader.Read());
        }

        Dictionary<string, string> row = ReadHxl(Encoding.UTF8.GetString(stream.ToArray())).Single();
        (row["#event+code"], row["#event+type"], row["#date+start"], row["#date+end"])
            .Should().Be(("ucdp:7", "stateBasedConflict", "2016-01-03", "2016-01-05"));
        (row["#group+name+first"], row["#group+name+second"], row["#group+name+second+assoc"]).Should().Be(("Government of X", "A", "B"));
        (row["#adm1+name"], row["#adm1+code"], row["#loc+name"], row["#geo+lat"], row["#geo+lon"])
            .Should().Be(("Homs Governorate", "", "Town", "34.5", "38.25"));
        (row["#affected+killed"], row["#affected+injured"], row["#meta+source"]).Should().Be(("4", "", "UCDP Georeferenced Event Dataset"));
    }

    [Fact]
    public void Whoever_is_named_beside_another_is_not_told_as_lost()
    {
        using var reader = IncidentReader.Open(GedSamples.Stream(GedSamples.Row(("side_b", "A, B"))));
        List<string> lost = [];
        using (var writer = IncidentWriter.Create(
            Stream.Null, EventFormats.Hxl, reader.Glossary, new() { OnLoss = loss => lost.Add(loss.Field.ToString()) }))
        {
            writer.Write(reader.Read());
        }

        lost.Where(field => field.StartsWith("/involvements/", StringComparison.Ordinal)).Should().Equal(
            "/involvements/0/role", "/involvements/1/role", "/involvements/2/role");
    }
}

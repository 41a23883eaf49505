using System.Text;
using System.Text.Json;

namespace ConflictModel.Interchange.Tests;

public class LossTests
{
    private static (byte[] File, List<Loss> Losses) Write(
        EventFormat format, IncidentReader reader, IEnumerable<Incident> incidents, WriteOptions? options = null)
    {
        var losses = new List<Loss>();
        using var stream = new MemoryStream();
        using (var writer = IncidentWriter.Create(stream, format, reader.Glossary, (options ?? new()) with { OnLoss = losses.Add }))
        {
            writer.Write(incidents);
        }

        return (stream.ToArray(), losses);
    }

    [Theory]
    [InlineData(PublishedFiles.Syria)]
    [InlineData(PublishedFiles.Sample)]
    [InlineData(PublishedFiles.Myanmar)]
    public void Nothing_of_a_published_file_is_lost_in_its_own_format(string file)
    {
        Vintage vintage = new() { Name = "x", Day = new(2019, 6, 1) };
        using var reader = IncidentReader.Open(PublishedFiles.PathOf(file), new() { Vintage = vintage });
        Incident[] incidents = [.. reader.Read()];
        Write(EventFormats.UcdpGed, reader, incidents).Losses.Should().BeEmpty();
    }

    [Fact]
    public void What_ACLED_cannot_hold_of_a_UCDP_row_is_told_field_by_field()
    {
        using var reader = IncidentReader.Open(GedSamples.Stream(GedSamples.Row()));
        (byte[] file, List<Loss> losses) = Write(EventFormats.Acled, reader, reader.Read());
        var fields = losses.ToDictionary(loss => loss.Field.ToString(), loss => (loss.Was, loss.Became));
        fields["/reports/0/casualties/killed/count/low"].Should().Be(("3", null));
        fields["/reports/0/casualties/killed/count/high"].Should().Be(("6", null));
        fields.Should().NotContainKey("/reports/0/casualties/killed/count/best");
        fields["/kind"].Should().Be(("stateBasedConflict", "battle"));
        fields["/involvements/0/role"].Should().Be(("sideA", "participant"));
        fields.Should().NotContainKey("/involvements/0/actor");
        fields["/reports/0/casualties/killed/breakdowns/0/parts/0/count/best"].Should().Be(("1", null));
        fields["/reports/0/original/columns/source_article"].Became.Should().BeNull();
        fields["/reports/0/citation/source"].Should().Be(("ucdp-ged", "acled"));
        fields.Should().NotContainKey("/date").And.NotContainKey("/place/coordinates").And.NotContainKey("/place/wording");

        // And back: best, place and date are there again, the range and the sides are not.
        using var back = IncidentReader.Open(new MemoryStream(file), new() { Names = reader.Glossary.ToResolver() });
        List<string[]> ged = SimpleCsv.Read(Encoding.UTF8.GetString(Write(EventFormats.UcdpGed, back, back.Read()).File));
        string Cell(string column) => ged[1][Array.IndexOf(GedSamples.Columns, column)];
        (Cell("best"), Cell("low"), Cell("side_a"), Cell("latitude"), Cell("date_start"), Cell("adm_2"), Cell("type_of_violence"))
            .Should().Be(
            ("4", "", "", "34.5", "2016-01-03", "Tadmor district", ""));
    }

    [Fact]
    public void A_date_that_a_code_does_not_cover_is_told_with_what_it_became()
    {
        using var reader = IncidentReader.Open(GedSamples.Stream(GedSamples.Row(("date_end", "2016-03-03"), ("date_prec", "5"))));
        List<Loss> losses = Write(EventFormats.Acled, reader, reader.Read()).Losses;
        losses.Single(loss => loss.Field.ToString() == "/date").Became.Should().Be("2016-01-XX");
    }

    [Fact]
    public void The_loss_file_is_JSON_with_a_summary_by_field()
    {
        using var reader = IncidentReader.Open(GedSamples.Stream(GedSamples.Row(), GedSamples.Row(("id", "8"))));
        using var stream = new MemoryStream();
        using (var file = new LossFile(stream))
        using (var writer = IncidentWriter.Create(Stream.Null, EventFormats.Acled, reader.Glossary, new() { OnLoss = file.Write }))
        {
            writer.Write(reader.Read());
            writer.Losses.Should().Contain(new FieldLoss("/involvements/*/role", 0, 4));
        }

        JsonElement root = JsonDocument.Parse(stream.ToArray()).RootElement;
        JsonElement loss = root.GetProperty("losses").EnumerateArray().Single(
            l => l.GetProperty("incident").GetString() == "ucdp:8" && l.GetProperty("field").GetString() == "/kind");
        (loss.GetProperty("was").GetString(), loss.GetProperty("became").GetString()).Should().Be(("stateBasedConflict", "battle"));
        JsonElement kind = root.GetProperty("summary").EnumerateArray().Single(field => field.GetProperty("field").GetString() == "/kind");
        (kind.GetProperty("dropped").GetInt64(), kind.GetProperty("changed").GetInt64()).Should().Be((0, 2));
    }

    [Fact]
    public void What_GeoJSON_and_HXL_cannot_hold_is_told()
    {
        foreach (EventFormat format in new[] { EventFormats.GeoJson, EventFormats.Hxl })
        {
            using var reader = IncidentReader.Open(GedSamples.Stream(GedSamples.Row()));
            List<string> lost = [.. Write(format, reader, reader.Read()).Losses.Select(loss => loss.Field.ToString())];
            lost.Should().Contain("/reports/0/casualties/killed/breakdowns/0/parts/0/count/best").And.NotContain(
                "/reports/0/casualties/killed/count/best");
        }
    }

    [Fact]
    public void Formulas_are_neutralised_only_when_asked_and_counted()
    {
        string row = GedSamples.Row(("where_coordinates", "=1+1"),
            ("where_description", "@here"), ("longitude", "-38.25"), ("geom_wkt", "POINT (-38.25 34.5)"), ("priogrid_gid", "179564"));
        foreach (bool asked in new[] { false, true })
        {
            using var reader = IncidentReader.Open(GedSamples.Stream(row));
            using var stream = new MemoryStream();
            using (var writer = IncidentWriter.Create(stream, EventFormats.UcdpGed, reader.Glossary, new() { NeutraliseFormulas = asked }))
            {
                writer.Write(reader.Read());
                writer.NeutralisedCells.Should().Be(asked ? 2 : 0);
            }

            string[] cells = SimpleCsv.Read(Encoding.UTF8.GetString(stream.ToArray()))[1];
            cells[25].Should().Be(asked ? "'=1+1" : "=1+1");
            cells[30].Should().Be("-38.25");
        }
    }
}

using System.IO.Compression;
using System.Text;

namespace ConflictModel.Interchange.Tests.Rows;

public class FileFormTests
{
    private static readonly string File = GedSamples.File(
        GedSamples.Row(("source_headline", "two\nlines, and \"quotes\""), ("where_coordinates", "Dūmā مدينة")),
        GedSamples.Row(("id", "8")));

    private static readonly Incident[] Plain = Read(Encoding.UTF8.GetBytes(File));

    private static Incident[] Read(byte[] bytes, ReadOptions? options = null)
    {
        using var reader = IncidentReader.Open(new MemoryStream(bytes), options);
        return [.. reader.Read()];
    }

    [Fact]
    public void A_byte_order_mark_changes_nothing() =>
        Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(File)]).Should().Equal(Plain);

    [Fact]
    public void Windows_line_ends_change_nothing()
    {
        string windows = File.Replace("\n", "\r\n", StringComparison.Ordinal).Replace("two\r\n", "two\n", StringComparison.Ordinal);
        Read(Encoding.UTF8.GetBytes(windows)).Should().Equal(Plain);
    }

    [Fact]
    public void A_last_line_without_an_end_and_blank_lines_change_nothing() =>
        Read(Encoding.UTF8.GetBytes(File.TrimEnd('\n').Replace("\n7,", "\n\n7,", StringComparison.Ordinal))).Should().Equal(Plain);

    [Fact]
    public void Gzip_is_unpacked()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(File));
        }

        Read(packed.ToArray()).Should().Equal(Plain);
        EventFormats.Detect(new MemoryStream(packed.ToArray())).Should().Be(EventFormats.UcdpGed);
    }

    [Fact]
    public void A_candidate_release_without_header_has_the_49_columns()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(File[(File.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        Read(bytes).Should().Equal(Plain);
        EventFormats.Detect(new MemoryStream(bytes)).Should().Be(EventFormats.UcdpGed);
    }

    [Fact]
    public void Columns_are_found_by_name_in_any_order()
    {
        string[] row = SimpleCsv.Read(File)[2];
        string turned =
            string.Join(',', GedSamples.Columns.Reverse()) + "\n" + string.Join(',', row.Reverse().Select(GedSamples.Cell)) + "\n";
        Incident read = Read(Encoding.UTF8.GetBytes(turned)).Single();
        read.Place.Should().Be(Plain[1].Place);
        read.Reports[0].Casualties.Should().Be(Plain[1].Reports[0].Casualties);
        RoundTrip.Cells(turned)[1].Should().Equal(row.Reverse());
    }

    [Fact]
    public async Task Reading_asynchronously_gives_the_same_and_stops_when_told()
    {
        using var reader = IncidentReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(File)));
        var read = new List<Incident>();
        await foreach (Incident incident in reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            read.Add(incident);
        }

        read.Should().Equal(Plain);
        using var stop = new CancellationTokenSource();
        using var second = IncidentReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(File)));
        Func<Task> cancelled = async () =>
        {
            await foreach (Incident _ in second.ReadAsync(stop.Token))
            {
                await stop.CancelAsync();
            }
        };
        await cancelled.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public void A_page_of_the_UCDP_API_is_read_with_its_nulls_and_booleans()
    {
        string json = """
            {"TotalCount": 2, "TotalPages": 1, "PreviousPageUrl": null, "NextPageUrl": "", "Result": [
              {"id": 7, "year": 2016, "active_year": true, "type_of_violence": 1, "dyad_new_id": 5,
               "side_a": "Government of X", "side_a_new_id": 118, "side_b": null, "latitude": 34.5, "longitude": 38.25,
               "date_start": "2016-01-03T00:00:00", "date_end": "2016-01-03T00:00:00",
               "deaths_a": 1, "deaths_b": 2, "deaths_civilians": null, "deaths_unknown": 1, "best": 4, "high": 6, "low": 3},
              {"id": 8, "type_of_violence": 3, "best": 0, "gwnoa": "652", "date_start": "2016-01-03"}]}
            """;
        Incident[] read = Read(Encoding.UTF8.GetBytes(json));
        read.Select(incident => incident.Id.Value).Should().Equal("ucdp:7", "ucdp:8");
        read[0].Reports[0].Casualties!.Killed!.Count.Should().Be(new Estimate(3, 4, 6));
        read[0].Reports[0].Casualties!.Killed!.Breakdowns[0].Parts[2].Count.Should().Be(default(Estimate));
        read[0].Place!.Coordinates.Should().Be(new Coordinates(34.5, 38.25));
        read[0].Date.Date.ToString().Should().Be("2016-01-03");
        read[1].Date.Date.ToString().Should().Be("2016-01-03/");
    }

    [Fact]
    public void The_GeoJSON_form_is_read_as_the_same_incidents()
    {
        List<string[]> cells = SimpleCsv.Read(File);
        string features = string.Join(",\n", cells.Skip(1).Select(row =>
            """{"type": "Feature", "geometry": {"type": "Point", "coordinates": [38.25, 34.5]}, "properties": {"""
            + string.Join(", ", cells[0].Zip(row).Where(cell => cell.First is not ("latitude" or "longitude"))
                .Select(cell =>
                    System.Text.Json.JsonSerializer.Serialize(cell.First) + ": " + System.Text.Json.JsonSerializer.Serialize(cell.Second)))
            + "}}"));
        string json =
            """{"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "x"}}, "features": [""" + features + "]}";
        Incident[] read = Read(Encoding.UTF8.GetBytes(json));
        read.Length.Should().Be(2);
        for (int i = 0; i < 2; i++)
        {
            Report report = read[i].Reports[0];
            (read[i] with { Reports = [] }).Should().Be(Plain[i] with { Reports = [] });
            report.Casualties.Should().Be(Plain[i].Reports[0].Casualties);
        }

        EventFormats.Detect(new MemoryStream(Encoding.UTF8.GetBytes(json))).Should().Be(EventFormats.UcdpGed);
    }

    [Theory]
    [InlineData("""{"Result": [{"id": 7, "type_of_violence": 1, "best": 4, "date_start": "2016-01-03"}, {"id": """)]
    [InlineData("""{"Other": []}""")]
    [InlineData("""{"Result": [{"id": 7,, }]}""")]
    public void JSON_that_breaks_off_or_has_no_rows_is_refused_with_a_place(string json)
    {
        Action read = () => Read(Encoding.UTF8.GetBytes(json), new() { Format = EventFormats.UcdpGed, SetAsideMalformed = true });
        read.Should().Throw<MalformedInputException>().Which.Malformation.Code.Should().Be(MalformationCode.Json);
    }

    [Theory]
    [InlineData("event_id_cnty,event_date,event_type,actor1\n", "acled")]
    [InlineData("id,date_start,type_of_violence,best\n", "ucdp-ged")]
    public void A_header_tells_the_format(string text, string format) =>
        EventFormats.Detect(new MemoryStream(Encoding.UTF8.GetBytes(text)))!.Name.Should().Be(format);

    [Theory]
    [InlineData("")]
    [InlineData("a,b\n")]
    [InlineData("{}")]
    [InlineData("{\"schemaVersion\": \"1.0\", \"incidents\": []}")]
    public void What_is_no_format_is_told_so(string text) =>
        EventFormats.Detect(new MemoryStream(Encoding.UTF8.GetBytes(text))).Should().BeNull();
}

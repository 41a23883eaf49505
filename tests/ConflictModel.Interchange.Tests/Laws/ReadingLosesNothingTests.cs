using System.Text;
using System.Text.Json;
using CsCheck;

namespace ConflictModel.Interchange.Tests.Laws;

/// <summary>
/// Law 7, reading loses nothing: what a format of others can't hold of incidents is listed, each field that is lost or becomes another and
/// no other; fields that come to be are not compared. That files come back cell by cell in their own format has properties beside the
/// readers.
/// </summary>
public class ReadingLosesNothingTests
{
    private static readonly Glossary Names = Glossary.Of(Told.World);

    // As a whole a file knows of a row's actors also what later rows tell.
    private static readonly Func<IncidentReader, IEnumerable<Incident>> RowByRow = reader => reader.Read();
    private static readonly Func<IncidentReader, IEnumerable<Incident>> AsAWhole = reader => reader.ReadDataset().Incidents;

    [Fact]
    public void What_differs_once_a_UCDP_GED_file_is_read_again_is_what_was_listed_and_nothing_else() =>
        Told.Incidents.Sample(incidents => DiffersAsListed(EventFormats.UcdpGed, incidents, Names, RowByRow, AsAWhole), iter: 100);

    [Fact]
    public void What_differs_once_an_ACLED_file_is_read_again_is_what_was_listed_and_nothing_else() =>
        Told.Incidents.Sample(incidents => DiffersAsListed(EventFormats.Acled, incidents, Names, RowByRow, AsAWhole), iter: 100);

    [Fact]
    public void What_a_published_row_loses_in_either_format_is_what_was_listed_and_nothing_else() =>
        Gen.Select(
            Gen.OneOf(GedSamples.OddFile, AcledSamples.OddFile), Samples.OneOf<EventFormat>(EventFormats.UcdpGed, EventFormats.Acled))
        .Sample(
            (file, format) =>
            {
                using var reader = IncidentReader.Open(Roads.Utf8(file));
                Incident[] incidents = [.. reader.Read()];
                DiffersAsListed(format, incidents, reader.Glossary, RowByRow);
            },
            iter: 150);

    [Fact]
    public void What_GeoJSON_does_not_hold_is_what_was_listed_and_nothing_else() => Told.Incidents.Sample(
        incidents =>
        {
            (string file, ILookup<IncidentId, (string, string, string?)> listed) = Written(EventFormats.GeoJson, incidents, Names);
            using var document = JsonDocument.Parse(file);
            JsonElement features = document.RootElement.GetProperty("features");
            features.GetArrayLength().Should().Be(incidents.Length);
            foreach ((Incident incident, JsonElement feature) in incidents.Zip(features.EnumerateArray()))
            {
                Same(listed[incident.Id], Fields.Lost(Fields.Of(incident), HeldBy(feature)));
            }
        },
        iter: 100);

    [Fact]
    public void What_a_row_of_HXL_does_not_hold_is_what_was_listed_and_nothing_else() => Told.Incidents.Sample(
        incidents =>
        {
            (string file, ILookup<IncidentId, (string, string, string?)> listed) = Written(EventFormats.Hxl, incidents, Names);
            List<string[]> rows = SimpleCsv.Read(file);
            rows.Should().HaveCount(incidents.Length + 2);
            foreach ((Incident incident, string[] cells) in incidents.Zip(rows.Skip(2)))
            {
                var row = rows[1].Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second);
                Same(listed[incident.Id], Fields.Lost(Fields.Of(incident), HeldBy(row, incident)));
            }
        },
        iter: 100);

    private static void DiffersAsListed(
        EventFormat format, Incident[] incidents, Glossary names, params Func<IncidentReader, IEnumerable<Incident>>[] roads)
    {
        (string file, ILookup<IncidentId, (string, string, string?)> listed) = Written(format, incidents, names);
        foreach (Func<IncidentReader, IEnumerable<Incident>> read in roads)
        {
            using var reader = IncidentReader.Open(Roads.Utf8(file), new() { Format = format, Names = names.ToResolver() });
            Incident[] again = [.. read(reader)];
            again.Should().HaveCount(incidents.Length);
            foreach ((Incident was, Incident became) in incidents.Zip(again))
            {
                Same(listed[was.Id], Fields.Lost(Fields.Of(was), Fields.Of(became)));
            }
        }
    }

    private static void Same(IEnumerable<(string, string, string?)> listed, IEnumerable<(string, string, string?)> lost) =>
        listed.Order().Should().Equal(lost.Order());

    private static (string File, ILookup<IncidentId, (string, string, string?)> Listed) Written(
        EventFormat format, Incident[] incidents, Glossary names)
    {
        var losses = new List<Loss>();
        using var stream = new MemoryStream();
        using (var writer = IncidentWriter.Create(stream, format, names, new() { OnLoss = losses.Add }))
        {
            writer.Write(incidents);
        }

        return (Encoding.UTF8.GetString(stream.ToArray()),
            losses.ToLookup(loss => loss.Incident!.Value, loss => (loss.Field.ToString(), loss.Was, loss.Became)));
    }

    /// <summary>The fields that a reader of a feature has again.</summary>
    private static Dictionary<string, string> HeldBy(JsonElement feature)
    {
        JsonElement properties = feature.GetProperty("properties");
        var held = new Dictionary<string, string> { ["/id"] = feature.GetProperty("id").GetString()! };
        foreach ((string name, string field) in new[]
        {
            ("kind", "/kind"), ("date", "/date"), ("dateWording", "/date/wording"), ("place", "/place/wording"),
            ("placePrecision", "/place/precision"), ("description", "/description"), ("source", "/reports/0/citation/source"),
        })
        {
            Hold(field, properties, name);
        }

        foreach ((string harm, string figure) in
            from harm in new[] { "killed", "wounded" } from figure in new[] { "Low", "Best", "High", "Wording" } select (harm, figure))
        {
            Hold($"/reports/0/casualties/{harm}/count/{figure.ToLowerInvariant()}", properties, harm + figure);
        }

        foreach ((int i, JsonElement region) in properties.GetProperty("regions").EnumerateArray().Index())
        {
            Hold($"/place/regions/{i}", region, "id");
        }

        foreach ((int i, JsonElement actor) in properties.GetProperty("actors").EnumerateArray().Index())
        {
            Hold($"/involvements/{i}/actor", actor, "id");
            Hold($"/involvements/{i}/role", actor, "role");
        }

        if (feature.GetProperty("geometry") is { ValueKind: JsonValueKind.Object } point)
        {
            JsonElement at = point.GetProperty("coordinates");
            held["/place/coordinates"] = Point(at[1].GetDouble(), at[0].GetDouble());
        }

        return held;

        void Hold(string field, JsonElement holder, string name)
        {
            if (holder.TryGetProperty(name, out JsonElement value))
            {
                held[field] = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
            }
        }
    }

    /// <summary>The fields that a reader of a row has again, who knows the names.</summary>
    private static Dictionary<string, string> HeldBy(Dictionary<string, string> row, Incident incident)
    {
        var held = new Dictionary<string, string>
        {
            ["/id"] = row["#event+code"], ["/kind"] = row["#event+type"], ["/date"] = row["#date+occurred"],
            ["/description"] = row["#description"], ["/place/wording"] = row["#loc+name"],
            ["/reports/0/casualties/killed/count/best"] = row["#affected+killed"],
            ["/reports/0/casualties/wounded/count/best"] = row["#affected+injured"],
            ["/reports/0/citation/source"] = Told.World.Sources.FirstOrDefault(source => source.Name.ToString() == row["#meta+source"])?
                .Id.Value ?? row["#meta+source"],
        };
        if (row["#geo+lat"].Length > 0)
        {
            held["/place/coordinates"] = Point(Number(row["#geo+lat"]), Number(row["#geo+lon"]));
        }

        List<string> names =
        [
            .. new[] { "#group+name+first", "#group+name+first+assoc", "#group+name+second", "#group+name+second+assoc" }
                .SelectMany(tag => row[tag].Split("; ", StringSplitOptions.RemoveEmptyEntries)),
        ];
        foreach ((int i, Involvement involvement) in incident.Involvements.Index())
        {
            // Where it stands among the others is not told; that it was there is.
            string name = Names.Find(involvement.Actor)?.Name.ToString() ?? involvement.Actor.Value;
            held[$"/involvements/{i}/actor"] = names.Remove(name) ? involvement.Actor.Value : "";
        }

        names.Should().BeEmpty("nobody else is named");
        return held.Where(field => field.Value.Length > 0).ToDictionary();
    }

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string Point(double latitude, double longitude) => JsonSerializer.Serialize(new Coordinates(latitude, longitude));
}

using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConflictModel.Interchange;

/// <summary>Writes incidents as the features of one GeoJSON collection (RFC 7946): a point, longitude first, or no geometry.</summary>
internal sealed class GeoJsonFeatures : IncidentOutput
{
    private static readonly string[] Counts =
        Array.ConvertAll(Enum.GetValues<Harm>(), harm => $"/reports/0/casualties/{JsonName.Of(harm)}/count/");

    private readonly Stream stream;
    private readonly Glossary glossary;
    private readonly Utf8JsonWriter writer;

    public GeoJsonFeatures(Stream stream, Glossary glossary)
    {
        this.stream = stream;
        this.glossary = glossary;
        writer = new(stream, new() { Indented = false, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartObject();
        writer.WriteString("type", "FeatureCollection");
        writer.WriteStartArray("features");
    }

    public override bool Holds(string field) =>
        field is "/id" or "/kind" or "/date" or "/date/wording" or "/description"
        || field.StartsWith("/place/", StringComparison.Ordinal)
        || field.StartsWith("/involvements/", StringComparison.Ordinal)
        || Array.Exists(Counts, count => field.StartsWith(count, StringComparison.Ordinal))
        || field is "/reports/0/citation/source";

    public override void Write(Incident incident)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Feature");
        writer.WriteString("id", incident.Id.Value);
        writer.WritePropertyName("geometry");
        if (incident.Place?.Coordinates is { } point)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "Point");
            writer.WriteStartArray("coordinates");
            writer.WriteNumberValue(point.Longitude);
            writer.WriteNumberValue(point.Latitude);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.WriteStartObject("properties");
        Properties(incident);
        writer.WriteEndObject();
        writer.WriteEndObject();
        if (writer.BytesPending > 1 << 16)
        {
            writer.Flush();
        }
    }

    private void Properties(Incident incident)
    {
        writer.WriteString("kind", JsonName.Of(incident.Kind));
        Text("date", incident.Date.Date == default ? null : incident.Date.Date.ToString());
        Text("dateWording", incident.Date.Wording);
        Text("earliest", CellText.Of(incident.Date.Date.Earliest));
        Text("latest", CellText.Of(incident.Date.Date.Latest));
        writer.WriteString("placePrecision", JsonName.Of(incident.Place?.Precision ?? PlacePrecision.Unknown));
        Text("place", incident.Place?.Wording);
        writer.WriteStartArray("regions");
        foreach (RegionId region in incident.Place?.Regions ?? default)
        {
            writer.WriteStartObject();
            writer.WriteString("id", region.Value);
            Text("name", glossary.Find(region)?.Name.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        Text("description", incident.Description);
        writer.WriteStartArray("actors");
        foreach (Involvement involvement in incident.Involvements)
        {
            writer.WriteStartObject();
            writer.WriteString("id", involvement.Actor.Value);
            Text("name", glossary.Find(involvement.Actor)?.Name.ToString());
            writer.WriteString("role", JsonName.Of(involvement.Role));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (!incident.Reports.IsEmpty)
        {
            Report report = incident.Reports[0];
            writer.WriteString("source", report.Citation.Source.Value);
            foreach (Harm harm in Enum.GetValues<Harm>())
            {
                Figures(JsonName.Of(harm), report.Casualties?[harm]?.Count ?? default);
            }
        }
    }

    /// <summary>A figure that was not reported is left out: unknown is not zero.</summary>
    private void Figures(string name, Estimate estimate)
    {
        Number(name + "Low", estimate.Low);
        Number(name + "Best", estimate.Best);
        Number(name + "High", estimate.High);
        Text(name + "Wording", estimate.Wording);
    }

    private void Number(string name, long? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
    }

    private void Text(string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            writer.WriteString(name, text);
        }
    }

    public override void Dispose()
    {
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        stream.WriteByte((byte)'\n');
        writer.Dispose();
    }
}

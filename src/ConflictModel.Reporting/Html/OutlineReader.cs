using System.Text.Json;

namespace ConflictModel.Reporting;

/// <summary>Reads the outlines of regions from GeoJSON (RFC 7946): polygons, and the codes and names in their properties.</summary>
/// <remarks>
/// A feature is of the region whose id, P-code, ISO code or name stands in its id or in any of its properties, the sure ones first. Other
/// geometries are passed over; a polygon of no region is drawn without a count.
/// </remarks>
internal static class OutlineReader
{
    private const int MaxDepth = 64;

    /// <exception cref="JsonException">It is not JSON, or not GeoJSON with polygons.</exception>
    public static Outlines Read(Stream stream, ConflictDataset dataset)
    {
        using var document = JsonDocument.Parse(stream, new() { MaxDepth = MaxDepth });
        ILookup<string, RegionId> regions = Keys(dataset);
        JsonElement root = document.RootElement;
        JsonElement[] features = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("features", out JsonElement list)
            && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray()]
            : throw new JsonException("Boundaries are a GeoJSON object of the type FeatureCollection.");
        Outlines.Shape[] shapes;
        try
        {
            shapes = [.. features.Select(feature => ShapeOf(feature, regions)).OfType<Outlines.Shape>()];
        }
        catch (InvalidOperationException error)
        {
            // An element is asked for what its kind does not have.
            throw new JsonException("Boundaries are GeoJSON features whose polygons are lists of rings of points.", error);
        }

        return shapes.Length > 0 ? new(shapes) : throw new JsonException("There is no polygon among the features.");
    }

    private static ILookup<string, RegionId> Keys(ConflictDataset dataset) => dataset.Regions
        .SelectMany(region => ((string?[])
            [
                region.Id.Value, region.PCode, region.IsoCode, .. region.Name.Texts.Select(name => name.Value),
                .. region.Aliases.SelectMany(alias => alias.Texts).Select(name => name.Value),
            ])
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(key => (key, region.Id)))
        .ToLookup(pair => pair.key, pair => pair.Id, StringComparer.OrdinalIgnoreCase);

    private static Outlines.Shape? ShapeOf(JsonElement feature, ILookup<string, RegionId> regions)
    {
        if (!feature.TryGetProperty("geometry", out JsonElement geometry) || geometry.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var rings = new List<(double, double)[]>();
        JsonElement coordinates = geometry.TryGetProperty("coordinates", out JsonElement given) ? given : default;
        switch (geometry.TryGetProperty("type", out JsonElement type) ? type.GetString() : null)
        {
            case "Polygon":
                rings.AddRange(coordinates.EnumerateArray().Select(Ring));
                break;
            case "MultiPolygon":
                rings.AddRange(coordinates.EnumerateArray().SelectMany(polygon => polygon.EnumerateArray()).Select(Ring));
                break;
            default:
                return null;
        }

        string[] texts = [.. Texts(feature)];

        // A text that names two regions names neither for sure.
        RegionId? region = texts.Select(text => regions[text].Distinct().ToArray()).FirstOrDefault(found => found.Length == 1)?[0];
        return new(region, texts.FirstOrDefault(), rings);
    }

    private static IEnumerable<string> Texts(JsonElement feature)
    {
        if (feature.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.String)
        {
            yield return id.GetString()!;
        }

        if (feature.TryGetProperty("properties", out JsonElement properties) && properties.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in properties.EnumerateObject().Where(one => one.Value.ValueKind == JsonValueKind.String))
            {
                yield return property.Value.GetString()!;
            }
        }
    }

    private static (double, double)[] Ring(JsonElement ring) => [.. ring.EnumerateArray().Select(Point)];

    private static (double, double) Point(JsonElement point) =>
        point.ValueKind == JsonValueKind.Array && point.GetArrayLength() >= 2
        && point[0].TryGetDouble(out double longitude) && point[1].TryGetDouble(out double latitude)
        && longitude is >= -180 and <= 180 && latitude is >= -90 and <= 90
            ? (longitude, latitude)
            : throw new JsonException("A point is a longitude from -180 to 180 and a latitude from -90 to 90.");
}

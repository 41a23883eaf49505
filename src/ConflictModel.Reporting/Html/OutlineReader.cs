using System.Text.Json;
using ConflictModel.Hierarchies;

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
        using JsonDocument document = Parse(stream);
        ILookup<string, RegionId> regions = Keys(dataset);
        var hierarchy = RegionHierarchy.FromUnchecked(dataset.Regions);
        Outlines.Shape[] shapes;
        try
        {
            shapes = [.. Features(document.RootElement).Select(feature => ShapeOf(feature, regions, hierarchy)).OfType<Outlines.Shape>()];
        }
        catch (InvalidOperationException error)
        {
            // An element is asked for what its kind does not have, or a text for its letters that has none.
            throw new JsonException("Boundaries are GeoJSON features whose polygons are lists of rings of points.", error);
        }

        return shapes.Length > 0 ? new(shapes) : throw new JsonException("There is no polygon among the features.");
    }

    private static JsonDocument Parse(Stream stream)
    {
        try
        {
            return JsonDocument.Parse(stream, new() { MaxDepth = MaxDepth });
        }
        catch (JsonException error)
        {
            (long line, long column) = (error.LineNumber ?? 0, error.BytePositionInLine ?? 0);
            string reason = error.Message.Contains("maximum configured depth", StringComparison.Ordinal)
                ? FormattableString.Invariant($"Boundaries have at most {MaxDepth} levels of arrays and objects.")
                : "This is not JSON, or it breaks off here.";
            throw new JsonException(
                FormattableString.Invariant($"line {line + 1}, column {column + 1}: {reason}"), null, line, column, error);
        }
    }

    private static JsonElement[] Features(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("features", out JsonElement list)
            && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray()]
            : throw new JsonException("Boundaries are a GeoJSON object of the type FeatureCollection.");

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

    private static Outlines.Shape? ShapeOf(JsonElement feature, ILookup<string, RegionId> regions, RegionHierarchy hierarchy)
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

        rings.RemoveAll(ring => ring.Length == 0);
        return rings.Count == 0 ? null : new(RegionOf(feature, regions, hierarchy), rings);
    }

    /// <summary>
    /// The region that all the texts of a feature are about: of a district, its governorate and its country the district. A text that names
    /// two regions names neither for sure.
    /// </summary>
    private static RegionId? RegionOf(JsonElement feature, ILookup<string, RegionId> regions, RegionHierarchy hierarchy)
    {
        RegionId[] named =
        [
            .. Texts(feature).Select(text => regions[text].Distinct().ToArray()).Where(found => found.Length == 1).Select(found => found[0])
                .Distinct(),
        ];
        RegionId[] finest = [.. named.Where(region => named.All(other => hierarchy.Within(region, other) == Truth.Yes))];
        return finest.Length == 1 ? finest[0] : null;
    }

    private static IEnumerable<string> Texts(JsonElement feature)
    {
        if (feature.TryGetProperty("id", out JsonElement id) && Text(id) is { } own)
        {
            yield return own;
        }

        if (feature.TryGetProperty("properties", out JsonElement properties) && properties.ValueKind == JsonValueKind.Object)
        {
            foreach (string text in properties.EnumerateObject().Select(property => Text(property.Value)).OfType<string>())
            {
                yield return text;
            }
        }
    }

    /// <summary>A text; null for everything else, and for one that is no text because it has half a character.</summary>
    private static string? Text(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
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

using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel.Serialization;

/// <summary>Reads and writes a point as an object of latitude and longitude.</summary>
internal sealed class CoordinatesConverter : JsonConverter<Coordinates>
{
    public override Coordinates Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        (double? latitude, double? longitude) = (null, null);
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("latitude") && latitude is null)
                {
                    latitude = Degrees(ref reader, 90);
                }
                else if (reader.ValueTextEquals("longitude") && longitude is null)
                {
                    longitude = Degrees(ref reader, 180);
                }
                else
                {
                    throw new JsonException("A point has latitude and longitude, each once.");
                }
            }
        }

        return latitude is { } north && longitude is { } east
            ? new(north, east)
            : throw new JsonException("Expected a point: an object with latitude and longitude.");
    }

    public override void Write(Utf8JsonWriter writer, Coordinates value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("latitude", value.Latitude);
        writer.WriteNumber("longitude", value.Longitude);
        writer.WriteEndObject();
    }

    private static double Degrees(ref Utf8JsonReader reader, double limit)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double degrees) && Math.Abs(degrees) <= limit
            ? degrees
            : throw new JsonException($"Expected degrees from -{limit} to {limit}.");
    }
}

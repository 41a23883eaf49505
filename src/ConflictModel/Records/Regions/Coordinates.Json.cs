using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(Coordinates.JsonConverter))]
public readonly partial record struct Coordinates
{
    /// <summary>Reads and writes a point as an object of latitude and longitude.</summary>
    public sealed class JsonConverter : ValueConverter<Coordinates>
    {
        internal override Coordinates ReadValue(ref Utf8JsonReader reader)
        {
            (double? latitude, double? longitude) = (null, null);
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    switch (JsonText.Of(ref reader))
                    {
                        case "latitude" when latitude is null:
                            latitude = Degrees(ref reader, 90);
                            break;
                        case "longitude" when longitude is null:
                            longitude = Degrees(ref reader, 180);
                            break;
                        default:
                            throw new JsonException("A point has latitude and longitude, each once.");
                    }
                }
            }

            return latitude is { } north && longitude is { } east
                ? new(north, east)
                : throw new JsonException("Expected a point: an object with latitude and longitude.");
        }

        internal override int Depth(Coordinates value) => 1;

        internal override void WriteValue(Utf8JsonWriter writer, Coordinates value)
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
}

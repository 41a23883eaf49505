using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel.Aggregation;

[JsonConverter(typeof(Measure.JsonConverter))]
public readonly partial record struct Measure
{
    /// <summary>Reads and writes a measure as its name.</summary>
    public sealed class JsonConverter : ValueConverter<Measure>
    {
        internal override Measure ReadValue(ref Utf8JsonReader reader) =>
            reader.TokenType == JsonTokenType.String && TryFind(JsonText.Of(ref reader), out Measure measure)
                ? measure
                : throw new JsonException("Expected a measure such as killed or killed.civilians.");

        internal override void WriteValue(Utf8JsonWriter writer, Measure value) => writer.WriteStringValue(value.ToString());
    }
}

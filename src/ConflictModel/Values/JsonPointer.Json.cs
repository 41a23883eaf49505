using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(JsonPointer.JsonConverter))]
public readonly partial struct JsonPointer
{
    /// <summary>Reads and writes a pointer as its text.</summary>
    public sealed class JsonConverter : ValueConverter<JsonPointer>
    {
        internal override JsonPointer ReadValue(ref Utf8JsonReader reader) =>
            reader.TokenType == JsonTokenType.String && TryParse(JsonText.Of(ref reader), out JsonPointer pointer)
                ? pointer
                : throw new JsonException("Expected a JSON Pointer: a string such as /tallies/0/scope.");

        internal override void WriteValue(Utf8JsonWriter writer, JsonPointer value) => writer.WriteStringValue(value.ToString());

        internal override string? WhyNot(JsonPointer value) => JsonText.WhyNot(value.ToString());
    }
}

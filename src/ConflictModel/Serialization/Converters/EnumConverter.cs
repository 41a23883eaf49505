using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel.Serialization;

/// <summary>Reads and writes an enumeration by its members' JSON names, exactly as the schema spells them.</summary>
internal sealed class EnumConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && JsonName.TryParse(reader.GetString(), out T value)
            ? value
            : throw new JsonException($"Expected one of these: {string.Join(", ", JsonName.All<T>())}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(JsonName.Of(value));
}

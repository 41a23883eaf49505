using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel.Serialization;

/// <summary>Reads and writes other people's data: one JSON object, kept to the letter.</summary>
internal sealed class ExtensionDataConverter : JsonConverter<ExtensionData>
{
    public override ExtensionData Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Expected extensions: a JSON object.");
        }

        using var document = JsonDocument.ParseValue(ref reader);
        return new(document.RootElement.GetRawText());
    }

    public override void Write(Utf8JsonWriter writer, ExtensionData value, JsonSerializerOptions options)
    {
        // The writer's own check of raw text stops at 64 levels.
        using (JsonDocument.Parse(value.Json, new() { MaxDepth = Math.Max(1, options.MaxDepth - writer.CurrentDepth) }))
        {
            writer.WriteRawValue(value.Json, skipInputValidation: true);
        }
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(OriginalColumn.JsonConverter))]
public readonly partial record struct OriginalColumn
{
    /// <summary>Reads and writes a column that stands alone as an object of name and text; the default value is null.</summary>
    public sealed class JsonConverter : ValueConverter<OriginalColumn>
    {
        internal override OriginalColumn ReadValue(ref Utf8JsonReader reader)
        {
            (string? name, string? text) = (null, null);
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    switch (JsonText.Of(ref reader))
                    {
                        case "name" when name is null:
                            name = Next(ref reader);
                            break;
                        case "text" when text is null:
                            text = Next(ref reader);
                            break;
                        default:
                            throw new JsonException("A column has name and text, each once.");
                    }
                }
            }

            return name is not null && text is not null
                ? new(name, text)
                : throw new JsonException("Expected a column: an object with name and text.");
        }

        internal override int Depth(OriginalColumn value) => 1;

        internal override void WriteValue(Utf8JsonWriter writer, OriginalColumn value)
        {
            writer.WriteStartObject();
            writer.WriteString("name", value.Name);
            writer.WriteString("text", value.Text);
            writer.WriteEndObject();
        }

        internal override string? WhyNot(OriginalColumn value) =>
            value.Name is null || value.Text is null ? "It has no name or no text."
            : JsonText.WhyNot(value.Name) ?? JsonText.WhyNot(value.Text);

        private static string Next(ref Utf8JsonReader reader)
        {
            reader.Read();
            return reader.TokenType == JsonTokenType.String ? JsonText.Of(ref reader) : throw new JsonException("Expected a text.");
        }
    }
}

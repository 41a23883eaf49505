using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel.Serialization;

/// <summary>Reads and writes an English text as a plain string, any other as an object from language to text.</summary>
internal sealed class LocalizedTextConverter : JsonConverter<LocalizedText>
{
    public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new(JsonText.Current(ref reader));
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Expected a text: a string, or an object from language to text.");
        }

        var texts = new List<KeyValuePair<string, string>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string language = reader.GetString()!;
            if (language.Length == 0 || texts.Exists(text => string.Equals(text.Key, language, StringComparison.OrdinalIgnoreCase)))
            {
                throw new JsonException($"The language '{language}' is empty or is given twice.");
            }

            texts.Add(new(language, JsonText.Next(ref reader)));
        }

        return texts.Count == 0
            ? throw new JsonException("Expected a text in at least one language.")
            : new(texts.ToArray());
    }

    public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options)
    {
        if (value.Texts.Count == 1 && value.Texts[0].Key == LocalizedText.DefaultLanguage)
        {
            writer.WriteStringValue(value.Texts[0].Value);
            return;
        }

        writer.WriteStartObject();
        foreach (KeyValuePair<string, string> text in value.Texts)
        {
            writer.WriteString(text.Key, text.Value);
        }

        writer.WriteEndObject();
    }
}

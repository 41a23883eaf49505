using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(LocalizedText.JsonConverter))]
public readonly partial struct LocalizedText
{
    /// <summary>
    /// Reads and writes an English text as a plain string, any other as an object from language to text; no text is null.
    /// </summary>
    public sealed class JsonConverter : ValueConverter<LocalizedText>
    {
        internal override LocalizedText ReadValue(ref Utf8JsonReader reader)
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
                string language = JsonText.Of(ref reader);
                if (language.Length == 0 || texts.Exists(text => SameLanguage(text.Key, language)))
                {
                    throw new JsonException($"The language '{language}' is empty or is given twice.");
                }

                texts.Add(new(language, JsonText.Next(ref reader)));
            }

            return texts.Count == 0
                ? throw new JsonException("Expected a text in at least one language.")
                : new(texts.ToArray());
        }

        internal override int Depth(LocalizedText value) => IsPlain(value) ? 0 : 1;

        internal override void WriteValue(Utf8JsonWriter writer, LocalizedText value)
        {
            if (IsPlain(value))
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

        internal override string? WhyNot(LocalizedText value)
        {
            foreach (KeyValuePair<string, string> text in value.Texts)
            {
                if ((JsonText.WhyNot(text.Key) ?? JsonText.WhyNot(text.Value)) is { } reason)
                {
                    return reason;
                }
            }

            return value.IsEmpty ? "It has no text." : null;
        }

        private static bool IsPlain(LocalizedText value) => value.Texts.Count == 1 && value.Texts[0].Key == DefaultLanguage;
    }
}

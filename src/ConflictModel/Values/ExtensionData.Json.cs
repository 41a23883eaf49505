using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(ExtensionData.JsonConverter))]
public readonly partial struct ExtensionData
{
    /// <summary>Reads and writes other people's data: one JSON object, kept to the letter; none is null.</summary>
    public sealed class JsonConverter : ValueConverter<ExtensionData>
    {
        // What JSON writers stop at that are not told otherwise.
        private const int DefaultWriterDepth = 1_000;

        internal override ExtensionData ReadValue(ref Utf8JsonReader reader)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new JsonException("Expected extensions: a JSON object.");
            }

            JsonReaderOptions read = reader.CurrentState.Options;
            using var document = JsonDocument.ParseValue(ref reader);

            // Comments and commas too many are no JSON for others: then it is kept as JSON has it.
            return new(read is { CommentHandling: JsonCommentHandling.Disallow, AllowTrailingCommas: false }
                ? document.RootElement.GetRawText()
                : Strictly(document.RootElement));
        }

        internal override void WriteValue(Utf8JsonWriter writer, ExtensionData value)
        {
            // The writer's own check of raw text stops at 64 levels.
            int depth = writer.Options.MaxDepth == 0 ? DefaultWriterDepth : writer.Options.MaxDepth;
            using (JsonDocument.Parse(value.Json, new() { MaxDepth = Math.Max(1, depth - writer.CurrentDepth) }))
            {
                writer.WriteRawValue(value.Json, skipInputValidation: true);
            }
        }

        internal override string? WhyNot(ExtensionData value) => value.IsEmpty ? "There is none." : null;

        private static string Strictly(JsonElement value)
        {
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                value.WriteTo(writer);
            }

            return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
        }
    }
}

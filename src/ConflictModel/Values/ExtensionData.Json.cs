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

        // Far more than any file may have.
        private const int MaxLevels = 100_000;

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

        internal override int Depth(ExtensionData value) => Scan(value.Json).Depth;

        internal override void WriteValue(Utf8JsonWriter writer, ExtensionData value)
        {
            // A level takes two characters at least, so that short texts need not be looked at.
            int room = (writer.Options.MaxDepth == 0 ? DefaultWriterDepth : writer.Options.MaxDepth) - writer.CurrentDepth;
            if (value.Json.Length / 2 > room && Depth(value) > room)
            {
                throw new ArgumentException($"The writer has room for {room} more levels, and extensions nest deeper.", nameof(value));
            }

            // The writer's own check of raw text stops at 64 levels.
            writer.WriteRawValue(value.Json, skipInputValidation: true);
        }

        internal override string? WhyNot(ExtensionData value) =>
            value.IsEmpty ? "There is none."
            : JsonText.WhyNot(value.Json) ?? (Scan(value.Json).IsObject ? null : "It is not one JSON object and nothing else.");

        private static (bool IsObject, int Depth) Scan(string json)
        {
            int depth = 0;
            try
            {
                var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new() { MaxDepth = MaxLevels });
                while (reader.Read())
                {
                    bool opens = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
                    depth = Math.Max(depth, reader.CurrentDepth + (opens ? 1 : 0));
                }
            }
            catch (JsonException)
            {
                return (false, depth);
            }

            return (json is ['{', .., '}'], depth);
        }

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

using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ConflictModel.Time;

namespace ConflictModel;

[JsonConverter(typeof(UncertainDate.JsonConverter))]
public readonly partial struct UncertainDate
{
    /// <summary>Reads and writes a date as its EDTF text.</summary>
    public sealed class JsonConverter : ValueConverter<UncertainDate>
    {
        internal override UncertainDate ReadValue(ref Utf8JsonReader reader) =>
            reader.TokenType == JsonTokenType.String ? Current(ref reader) : throw new JsonException("Expected a date: an EDTF string.");

        internal override void WriteValue(Utf8JsonWriter writer, UncertainDate value) => writer.WriteStringValue(value.ToString());

        /// <summary>Reads the date that is the string under the reader.</summary>
        internal static UncertainDate Current(ref Utf8JsonReader reader)
        {
            if (!reader.HasValueSequence && !reader.ValueIsEscaped)
            {
                return TryRead(reader.ValueSpan, out UncertainDate known, out DateParseError wrong)
                    ? known
                    : throw Refusal(Encoding.UTF8.GetString(reader.ValueSpan), wrong);
            }

            string text = JsonText.Of(ref reader);
            return DateParser.TryParse(text, out UncertainDate date, out DateParseError error) ? date : throw Refusal(text, error);
        }

        /// <summary>Moves to the next token and reads it as a date.</summary>
        internal static UncertainDate Next(ref Utf8JsonReader reader)
        {
            reader.Read();
            return reader.TokenType == JsonTokenType.String
                ? Current(ref reader)
                : throw new JsonException("Expected a text of at least one character.");
        }

        private static JsonException Refusal(string text, DateParseError error) => new($"'{text}' is not a date: {error}");
    }
}

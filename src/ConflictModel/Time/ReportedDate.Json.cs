using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(ReportedDate.JsonConverter))]
public readonly partial record struct ReportedDate
{
    /// <summary>Reads and writes a date without words as its EDTF string, any other as an object of date and wording.</summary>
    public sealed class JsonConverter : ValueConverter<ReportedDate>
    {
        internal override ReportedDate ReadValue(ref Utf8JsonReader reader)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                return new(UncertainDate.JsonConverter.Current(ref reader));
            }

            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new JsonException("Expected a date: an EDTF string, or an object with date and wording.");
            }

            (UncertainDate? date, string? wording) = (null, null);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string name = JsonText.Of(ref reader);
                switch (name)
                {
                    case "date" when date is null:
                        date = UncertainDate.JsonConverter.Next(ref reader);
                        break;
                    case "wording" when wording is null:
                        wording = JsonText.Next(ref reader);
                        break;
                    default:
                        throw new JsonException($"A date has date and wording, each once; not another '{name}'.");
                }
            }

            return date is { } known ? new(known, wording) : throw new JsonException("A date needs its member 'date'.");
        }

        internal override int Depth(ReportedDate value) => value.Wording is null ? 0 : 1;

        internal override void WriteValue(Utf8JsonWriter writer, ReportedDate value)
        {
            if (value.Wording is null)
            {
                writer.WriteStringValue(value.Date.ToString());
                return;
            }

            writer.WriteStartObject();
            writer.WriteString("date", value.Date.ToString());
            writer.WriteString("wording", value.Wording);
            writer.WriteEndObject();
        }

        internal override string? WhyNot(ReportedDate value) =>
            value.Wording is "" ? "Its wording is empty." : JsonText.WhyNot(value.Wording);
    }
}

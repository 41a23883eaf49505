using System.Text.Json;
using System.Text.Json.Serialization;
using ConflictModel.Time;

namespace ConflictModel.Serialization;

/// <summary>Reads and writes a date without words as its EDTF string, any other as an object of date and wording.</summary>
internal sealed class ReportedDateConverter : JsonConverter<ReportedDate>
{
    public override ReportedDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new(Date(reader.GetString()!));
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Expected a date: an EDTF string, or an object with date and wording.");
        }

        (UncertainDate? date, string? wording) = (null, null);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            switch (name)
            {
                case "date" when date is null:
                    date = Date(JsonText.Next(ref reader));
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

    public override void Write(Utf8JsonWriter writer, ReportedDate value, JsonSerializerOptions options)
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

    private static UncertainDate Date(string text) =>
        DateParser.TryParse(text, out UncertainDate date, out DateParseError error)
            ? date
            : throw new JsonException($"'{text}' is not a date: {error}");
}

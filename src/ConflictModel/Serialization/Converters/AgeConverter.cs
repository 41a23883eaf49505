using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel.Serialization;

/// <summary>Reads and writes an exact age as a plain number, anything else as an object of min, max and wording.</summary>
internal sealed class AgeConverter : JsonConverter<Age>
{
    public override Age Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return Years(ref reader);
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Expected an age: a whole number of years, or an object with min, max or wording.");
        }

        (int? min, int? max, string? wording) = (null, null, null);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            switch (reader.GetString())
            {
                case "min" when min is null:
                    min = NextYears(ref reader);
                    break;
                case "max" when max is null:
                    max = NextYears(ref reader);
                    break;
                case "wording" when wording is null:
                    wording = JsonText.Next(ref reader);
                    break;
                default:
                    throw new JsonException("An age has min, max and wording, each once, and nothing else.");
            }
        }

        return min is null && max is null && wording is null
            ? throw new JsonException("An age needs at least one of min, max and wording.")
            : new Age(min, max, wording);
    }

    public override void Write(Utf8JsonWriter writer, Age value, JsonSerializerOptions options)
    {
        if (value is { Min: { } years, Wording: null } && value.Min == value.Max)
        {
            writer.WriteNumberValue(years);
            return;
        }

        writer.WriteStartObject();
        if (value.Min is { } min)
        {
            writer.WriteNumber("min", min);
        }

        if (value.Max is { } max)
        {
            writer.WriteNumber("max", max);
        }

        if (value.Wording is not null)
        {
            writer.WriteString("wording", value.Wording);
        }

        writer.WriteEndObject();
    }

    private static int NextYears(ref Utf8JsonReader reader)
    {
        reader.Read();
        return Years(ref reader);
    }

    // JSON Schema counts 30.0 among the integers, and so does this reader.
    private static int Years(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number
        && reader.TryGetDecimal(out decimal years)
        && years is >= 0 and <= Age.MaxFigure
        && decimal.IsInteger(years)
            ? (int)years
            : throw new JsonException($"Expected whole years from 0 to {Age.MaxFigure}.");
}

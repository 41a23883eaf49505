using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(Age.JsonConverter))]
public readonly partial record struct Age
{
    /// <summary>
    /// Reads and writes an exact age as a plain number, anything else as an object of min, max and wording; nothing is null.
    /// </summary>
    public sealed class JsonConverter : ValueConverter<Age>
    {
        internal override Age ReadValue(ref Utf8JsonReader reader)
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
                switch (JsonText.Of(ref reader))
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

        internal override int Depth(Age value) => value.Wording is null && value.Min == value.Max ? 0 : 1;

        internal override void WriteValue(Utf8JsonWriter writer, Age value)
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

        internal override string? WhyNot(Age value) => value.IsEmpty ? "Nothing was said." : JsonText.WhyNot(value.Wording);

        private static int NextYears(ref Utf8JsonReader reader)
        {
            reader.Read();
            return Years(ref reader);
        }

        private static int Years(ref Utf8JsonReader reader) =>
            WholeNumber.TryRead(ref reader, out long years) && years is >= 0 and <= MaxFigure
                ? (int)years
                : throw new JsonException($"Expected whole years from 0 to {MaxFigure}.");
    }
}

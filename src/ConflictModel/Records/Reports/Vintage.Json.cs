using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace ConflictModel;

[JsonConverter(typeof(Vintage.JsonConverter))]
public sealed partial record Vintage
{
    /// <summary>Reads and writes a vintage without a day as its name, any other as an object of name and day.</summary>
    public sealed class JsonConverter : ValueConverter<Vintage>
    {
        internal override Vintage ReadValue(ref Utf8JsonReader reader)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                return JsonText.Of(ref reader);
            }

            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new JsonException("Expected a vintage: a name, or an object with name and day.");
            }

            (string? name, LocalDate? day) = (null, null);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string member = JsonText.Of(ref reader);
                switch (member)
                {
                    case "name" when name is null:
                        name = Text(ref reader);
                        break;
                    case "day" when day is null:
                        day = Day(Text(ref reader));
                        break;
                    default:
                        throw new JsonException($"A vintage has name and day, each once; not another '{member}'.");
                }
            }

            return name is not null ? new() { Name = name, Day = day } : throw new JsonException("A vintage needs its member 'name'.");
        }

        internal override int Depth(Vintage value) => value.Day is null ? 0 : 1;

        internal override void WriteValue(Utf8JsonWriter writer, Vintage value)
        {
            if (value.Day is not { } day)
            {
                writer.WriteStringValue(value.Name);
                return;
            }

            writer.WriteStartObject();
            writer.WriteString("name", value.Name);
            writer.WriteString("day", LocalDatePattern.Iso.Format(day));
            writer.WriteEndObject();
        }

        internal override string? WhyNot(Vintage? value) => value is null ? "There is none." : JsonText.WhyNot(value.Name);

        private static string Text(ref Utf8JsonReader reader)
        {
            reader.Read();
            return reader.TokenType == JsonTokenType.String ? JsonText.Of(ref reader) : throw new JsonException("Expected a text.");
        }

        private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day }
            ? day
            : throw new JsonException($"'{text}' is not a day such as 2024-06-10.");
    }
}

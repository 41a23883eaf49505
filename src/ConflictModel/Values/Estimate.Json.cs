using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(Estimate.JsonConverter))]
public readonly partial struct Estimate
{
    /// <summary>
    /// Reads and writes an exact figure as a plain number, anything else as an object of low, best, high and wording; nothing is null.
    /// </summary>
    public sealed class JsonConverter : ValueConverter<Estimate>
    {
        internal override Estimate ReadValue(ref Utf8JsonReader reader)
        {
            if (reader.TokenType == JsonTokenType.Number)
            {
                return Exactly(Figure(ref reader));
            }

            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new JsonException("Expected a figure: a whole number, or an object with low, best, high or wording.");
            }

            (long? low, long? best, long? high, string? wording) = (null, null, null, null);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string name = JsonText.Of(ref reader);
                switch (name)
                {
                    case "low" when low is null:
                        low = NextFigure(ref reader);
                        break;
                    case "best" when best is null:
                        best = NextFigure(ref reader);
                        break;
                    case "high" when high is null:
                        high = NextFigure(ref reader);
                        break;
                    case "wording" when wording is null:
                        wording = JsonText.Next(ref reader);
                        break;
                    default:
                        throw new JsonException($"A figure has low, best, high and wording, each once; not another '{name}'.");
                }
            }

            return low is null && best is null && high is null && wording is null
                ? throw new JsonException("A figure needs at least one of low, best, high and wording.")
                : new Estimate(low, best, high, wording);
        }

        internal override int Depth(Estimate value) => value.IsExact && value.Wording is null ? 0 : 1;

        internal override void WriteValue(Utf8JsonWriter writer, Estimate value)
        {
            if (value.IsExact && value.Wording is null)
            {
                writer.WriteNumberValue(value.Low!.Value);
                return;
            }

            writer.WriteStartObject();
            WriteFigure(writer, "low", value.Low);
            WriteFigure(writer, "best", value.Best);
            WriteFigure(writer, "high", value.High);
            if (value.Wording is not null)
            {
                writer.WriteString("wording", value.Wording);
            }

            writer.WriteEndObject();
        }

        internal override string? WhyNot(Estimate value) =>
            value.IsEmpty ? "Neither a figure nor a word was reported." : JsonText.WhyNot(value.Wording);

        private static void WriteFigure(Utf8JsonWriter writer, string name, long? figure)
        {
            if (figure is { } value)
            {
                writer.WriteNumber(name, value);
            }
        }

        private static long NextFigure(ref Utf8JsonReader reader)
        {
            reader.Read();
            return Figure(ref reader);
        }

        private static long Figure(ref Utf8JsonReader reader) =>
            WholeNumber.TryRead(ref reader, out long figure) && figure is >= 0 and <= MaxFigure
                ? figure
                : throw new JsonException($"Expected a whole number from 0 to {MaxFigure}.");
    }
}

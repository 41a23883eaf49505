using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

[JsonConverter(typeof(Bounds.JsonConverter))]
public readonly partial struct Bounds
{
    /// <summary>
    /// Reads and writes bounds as reports have them: an object of <c>min</c>, <c>max</c> (null where there is no limit) and <c>exact</c>.
    /// </summary>
    public sealed class JsonConverter : ValueConverter<Bounds>
    {
        internal override Bounds ReadValue(ref Utf8JsonReader reader)
        {
            (long? min, long? max, bool hasMax, bool? exact) = (null, null, false, null);
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    switch (JsonText.Of(ref reader))
                    {
                        case "min" when min is null:
                            reader.Read();
                            min = Json.Read<long>(ref reader);
                            break;
                        case "max" when !hasMax:
                            reader.Read();
                            hasMax = true;
                            max = reader.TokenType == JsonTokenType.Null ? null : Json.Read<long>(ref reader);
                            break;
                        case "exact" when exact is null:
                            reader.Read();
                            exact = Json.Read<bool>(ref reader);
                            break;
                        default:
                            throw new JsonException("Bounds have min, max and exact, each once.");
                    }
                }
            }

            return min is { } lower && hasMax && exact is { } isExact && lower >= 0 && (max is not { } upper || upper >= lower)
                && max != long.MaxValue
                    ? new(lower, max, !isExact)
                    : throw new JsonException("Expected bounds: an object with min, max and exact, where 0 <= min <= max.");
        }

        internal override int Depth(Bounds value) => 1;

        internal override void WriteValue(Utf8JsonWriter writer, Bounds value)
        {
            writer.WriteStartObject();
            writer.WriteNumber("min", value.Lower);
            if (value.Upper is { } max)
            {
                writer.WriteNumber("max", max);
            }
            else
            {
                writer.WriteNull("max");
            }

            writer.WriteBoolean("exact", !value.IsOuter);
            writer.WriteEndObject();
        }
    }
}

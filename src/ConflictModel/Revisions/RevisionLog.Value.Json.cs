using System.Text.Json;
using System.Text.Json.Serialization;
using ConflictModel.Aggregation;

namespace ConflictModel.Revisions;

public sealed partial record RevisionLog
{
    [JsonConverter(typeof(Value.JsonConverter))]
    public readonly partial record struct Value
    {
        /// <summary>Reads and writes the value of a key as an object of one member: <c>{"year": "2018"}</c>.</summary>
        public sealed class JsonConverter : ValueConverter<Value>
        {
            internal override Value ReadValue(ref Utf8JsonReader reader) =>
                Json.Read<Values>(ref reader).All is [var one]
                    ? one
                    : throw new JsonException("Expected one key and its value.");

            internal override int Depth(Value value) => 1;

            internal override void WriteValue(Utf8JsonWriter writer, Value value) => Json.Write(writer, new Values([value]));

            internal override string? WhyNot(Value value) =>
                value.Key is null ? "There is no key."
                : GroupKey.Find(value.Key.Name) != value.Key ? "No key is found by its name."
                : value.Text is null ? "There is no text." : JsonText.WhyNot(value.Text);
        }
    }

    /// <summary>Values of several keys as they stand in the file: an object from key to value.</summary>
    [JsonConverter(typeof(Values.JsonConverter))]
    internal readonly record struct Values(ValueList<Value> All)
    {
        internal sealed class JsonConverter : ValueConverter<Values>
        {
            internal override Values ReadValue(ref Utf8JsonReader reader)
            {
                if (reader.TokenType != JsonTokenType.StartObject)
                {
                    throw new JsonException("Expected a group: an object from key to value.");
                }

                List<Value> values = [];
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    GroupKey key = GroupKey.JsonConverter.Named(JsonText.Of(ref reader));
                    if (values.Exists(value => value.Key == key))
                    {
                        throw new JsonException($"The key '{key}' is given twice.");
                    }

                    reader.Read();
                    values.Add(new(key, reader.TokenType == JsonTokenType.String
                        ? JsonText.Of(ref reader)
                        : throw new JsonException("Expected a value: a string.")));
                }

                return new(values.ToValueList());
            }

            internal override int Depth(Values value) => 1;

            internal override void WriteValue(Utf8JsonWriter writer, Values value)
            {
                writer.WriteStartObject();
                foreach ((GroupKey key, string text) in value.All)
                {
                    writer.WriteString(key.Name, text);
                }

                writer.WriteEndObject();
            }

            internal override string? WhyNot(Values value) =>
                value.All.Select(Json<Value>.Value!.WhyNot).FirstOrDefault(reason => reason is not null)
                ?? (value.All.CountBy(one => one.Key).FirstOrDefault(times => times.Value > 1) is { Key: { } twice }
                    ? $"It has the key '{twice}' twice."
                    : null);
        }
    }
}

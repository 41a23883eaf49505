using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel.Serialization;

/// <summary>Reads and writes a list as a JSON array without nulls.</summary>
internal sealed class ValueListConverter<T> : JsonConverter<ValueList<T>>
    where T : notnull
{
    public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException(reader.TokenType == JsonTokenType.Null ? "Null is not allowed here." : "Expected a list.");
        }

        JsonConverter<T> element = Element(options);
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(reader.TokenType == JsonTokenType.Null
                ? throw new JsonException("A list must not contain null.")
                : element.Read(ref reader, typeof(T), options)!);
        }

        return items.ToValueList();
    }

    public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options)
    {
        JsonConverter<T> element = Element(options);
        writer.WriteStartArray();
        foreach (T item in value)
        {
            element.Write(writer, item, options);
        }

        writer.WriteEndArray();
    }

    private static JsonConverter<T> Element(JsonSerializerOptions options) => (JsonConverter<T>)options.GetTypeInfo(typeof(T)).Converter;
}

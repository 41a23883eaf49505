using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel.Serialization;

/// <summary>Reads and writes the columns of an original row as one object, in the row's order.</summary>
internal sealed class OriginalColumnsConverter : JsonConverter<ValueList<OriginalColumn>>
{
    public override ValueList<OriginalColumn> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Expected columns: an object from column to text.");
        }

        var columns = new List<OriginalColumn>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            if (!names.Add(name))
            {
                throw new JsonException($"The column '{name}' is given twice.");
            }

            reader.Read();
            columns.Add(reader.TokenType == JsonTokenType.String
                ? new(name, reader.GetString()!)
                : throw new JsonException("Expected a column's text: a string."));
        }

        return columns.ToValueList();
    }

    public override void Write(Utf8JsonWriter writer, ValueList<OriginalColumn> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (OriginalColumn column in value)
        {
            writer.WriteString(column.Name, column.Text);
        }

        writer.WriteEndObject();
    }
}

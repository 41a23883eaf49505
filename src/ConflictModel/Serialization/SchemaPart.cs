using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConflictModel.Serialization;

/// <summary>Takes out of a data set's schema what one type needs. A type's definition bears its name.</summary>
internal static class SchemaPart
{
    private const string Definitions = "#/$defs/";

    private static readonly JsonElement Whole = JsonDocument.Parse(DatasetJson.Schema).RootElement;

    /// <summary>The schema of a type, with the definitions that it needs; null if the file format has no such type.</summary>
    public static string? Of(Type type)
    {
        Type one = Nullable.GetUnderlyingType(type) ?? type;
        if (one == typeof(ConflictDataset))
        {
            return DatasetJson.Schema;
        }

        bool isList = one.IsConstructedGenericType && one.GetGenericTypeDefinition() == typeof(ValueList<>);
        Type item = isList ? one.GenericTypeArguments[0] : one;
        string name = JsonNamingPolicy.CamelCase.ConvertName(item.Name);
        return item.Assembly == typeof(ConflictDataset).Assembly && item.Namespace == nameof(ConflictModel)
            && Whole.GetProperty("$defs").TryGetProperty(name, out JsonElement definition)
                ? Write(name, definition, isList)
                : null;
    }

    private static string Write(string name, JsonElement definition, bool isList)
    {
        var needed = new HashSet<string>(StringComparer.Ordinal);
        Collect(definition, needed);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(
            stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            Whole.EnumerateObject().Single(member => member.Name == "$schema").WriteTo(writer);
            if (isList)
            {
                needed.Add(name);
                writer.WriteString("type", "array");
                writer.WriteStartObject("items");
                writer.WriteString("$ref", Definitions + name);
                writer.WriteEndObject();
            }
            else
            {
                foreach (JsonProperty member in definition.EnumerateObject())
                {
                    member.WriteTo(writer);
                }
            }

            if (needed.Count > 0)
            {
                writer.WriteStartObject("$defs");
                foreach (JsonProperty one in Whole.GetProperty("$defs").EnumerateObject().Where(one => needed.Contains(one.Name)))
                {
                    one.WriteTo(writer);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    // The definitions that a rule refers to, and those that they do: a breakdown has parts, and a part breakdowns.
    private static void Collect(JsonElement rule, HashSet<string> needed)
    {
        foreach (JsonElement inner in rule.ValueKind switch
        {
            JsonValueKind.Object => rule.EnumerateObject().Select(member => member.Value),
            JsonValueKind.Array => rule.EnumerateArray(),
            _ => [],
        })
        {
            Collect(inner, needed);
        }

        if (rule.ValueKind == JsonValueKind.Object
            && rule.TryGetProperty("$ref", out JsonElement reference)
            && reference.GetString()![Definitions.Length..] is var name
            && needed.Add(name))
        {
            Collect(Whole.GetProperty("$defs").GetProperty(name), needed);
        }
    }
}

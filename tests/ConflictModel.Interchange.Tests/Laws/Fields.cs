using System.Text.Json;

namespace ConflictModel.Interchange.Tests.Laws;

/// <summary>What an incident says, field by field, as its JSON has it: taken apart here and not by what reports losses.</summary>
internal static class Fields
{
    private static readonly string[] Figures = ["low", "best", "high"];

    /// <summary>Each field that says something by its pointer: exact figures in their long form, a date's words below it.</summary>
    public static Dictionary<string, string> Of(Incident incident)
    {
        var fields = new Dictionary<string, string>();
        Add(JsonSerializer.SerializeToElement(incident), "", fields);
        return fields;
    }

    /// <summary>The fields of one state that another does not have so, each with what that has.</summary>
    public static IEnumerable<(string Field, string Was, string? Became)> Lost(
        Dictionary<string, string> was, Dictionary<string, string> became) => was
        .Where(field => became.GetValueOrDefault(field.Key) != field.Value)
        .Select(field => (field.Key, field.Value, became.GetValueOrDefault(field.Key)));

    private static void Add(JsonElement value, string at, Dictionary<string, string> fields)
    {
        if (value.ValueKind == JsonValueKind.Object && !at.EndsWith("/coordinates", StringComparison.Ordinal))
        {
            foreach (JsonProperty member in value.EnumerateObject())
            {
                bool isDate = member.Name == "date" && at.EndsWith("/date", StringComparison.Ordinal);
                Add(member.Value, isDate ? at : $"{at}/{member.Name.Replace("~", "~0").Replace("/", "~1")}", fields);
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach ((int i, JsonElement item) in value.EnumerateArray().Index())
            {
                Add(item, $"{at}/{i}", fields);
            }
        }
        else if (value.ValueKind == JsonValueKind.Number && at.EndsWith("/count", StringComparison.Ordinal))
        {
            foreach (string figure in Figures)
            {
                fields.Add($"{at}/{figure}", value.GetRawText());
            }
        }
        else if ((value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText()) is { Length: > 0 } text)
        {
            fields.Add(at, text);
        }
    }
}

using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ConflictModel.Tests.Serialization;

/// <summary>
/// A JSON Schema validator of our own for the keywords that our schema uses; any other keyword is an error, so that none is passed over.
/// </summary>
internal sealed class SchemaCheck(JsonElement schema)
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    /// <summary>The first place where a document breaks the schema, or null.</summary>
    public string? FirstError(JsonElement document) => Check(schema, document, "");

    /// <summary>The first place where a value breaks one of the schema's definitions, or null.</summary>
    public string? FirstErrorOf(string definition, JsonElement value) =>
        Check(schema.GetProperty("$defs").GetProperty(definition), value, "");

    /// <summary>Whether a text is of a pattern, which holds of the whole: .NET's <c>$</c> would let a line feed follow.</summary>
    public static bool Matches(string pattern, string text) =>
        Patterns.GetOrAdd(pattern, static one => new Regex(one, RegexOptions.CultureInvariant)).Match(text) is { Success: true } match
        && match.Length == text.Length;

    private string? Check(JsonElement rule, JsonElement value, string at)
    {
        foreach (JsonProperty keyword in rule.EnumerateObject())
        {
            if (Apply(rule, keyword.Name, keyword.Value, value, at) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    private string? Apply(JsonElement rule, string keyword, JsonElement limit, JsonElement value, string at)
    {
        switch (keyword)
        {
            case "$schema" or "$id" or "$defs" or "title" or "description" or "examples" or "deprecated":
                return null;
            case "$ref":
                string name = limit.GetString()!["#/$defs/".Length..];
                return Check(schema.GetProperty("$defs").GetProperty(name), value, at);
            case "type":
                return HasType(value, limit.GetString()!) ? null : $"{at}: not of type {limit}";
            case "const":
                return JsonElement.DeepEquals(limit, value) ? null : $"{at}: not {limit}";
            case "enum":
                return limit.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value))
                    ? null
                    : $"{at}: '{value}' is none of the names";
            case "allOf":
                return limit.EnumerateArray().Select(one => Check(one, value, at)).FirstOrDefault(error => error is not null);
            case "not":
                return Check(limit, value, at) is null ? $"{at}: may not be here" : null;
            case "anyOf":
                return limit.EnumerateArray().Any(one => Check(one, value, at) is null) ? null : $"{at}: none of the forms";
            case "oneOf":
                return limit.EnumerateArray().Count(one => Check(one, value, at) is null) == 1 ? null : $"{at}: not just one of the forms";
            case "if":
                string branch = Check(limit, value, at) is null ? "then" : "else";
                return rule.TryGetProperty(branch, out JsonElement chosen) ? Check(chosen, value, at) : null;
            case "then" or "else":
                return rule.TryGetProperty("if", out _) ? null : throw new InvalidOperationException($"'{keyword}' stands without 'if'.");
            case "required":
                return value.ValueKind == JsonValueKind.Object
                    ? limit.EnumerateArray()
                        .Where(one => !value.TryGetProperty(one.GetString()!, out _)).Select(one => $"{at}: lacks {one}").FirstOrDefault()
                    : null;
            case "properties":
                return value.ValueKind == JsonValueKind.Object
                    ? value.EnumerateObject()
                        .Select(member => limit.TryGetProperty(member.Name, out JsonElement inner)
                            ? Check(inner, member.Value, $"{at}/{member.Name}")
                            : null)
                        .FirstOrDefault(error => error is not null)
                    : null;
            case "additionalProperties":
                return value.ValueKind == JsonValueKind.Object
                    ? value.EnumerateObject()
                        .Where(member =>
                            !(rule.TryGetProperty("properties", out JsonElement known) && known.TryGetProperty(member.Name, out _)))
                        .Select(member => limit.ValueKind == JsonValueKind.False
                            ? $"{at}: unknown member {member.Name}"
                            : Check(limit, member.Value, $"{at}/{member.Name}"))
                        .FirstOrDefault(error => error is not null)
                    : null;
            case "items":
                return value.ValueKind == JsonValueKind.Array
                    ? value.EnumerateArray().Select((item, i) => Check(limit, item, $"{at}/{i}")).FirstOrDefault(error => error is not null)
                    : null;
            case "propertyNames":
                return value.ValueKind == JsonValueKind.Object
                    ? value.EnumerateObject().Select(member => Check(limit, JsonSerializer.SerializeToElement(member.Name), at))
                        .FirstOrDefault(error => error is not null)
                    : null;
            case "dependentSchemas":
                return value.ValueKind == JsonValueKind.Object
                    ? limit.EnumerateObject().Where(one => value.TryGetProperty(one.Name, out _)).Select(one => Check(one.Value, value, at))
                        .FirstOrDefault(error => error is not null)
                    : null;
            case "minItems":
                return value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= limit.GetInt32() ? null : $"{at}: too few items";
            case "maxProperties":
                return value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Count() <= limit.GetInt32()
                    ? null
                    : $"{at}: too many members";
            case "minProperties":
                return value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Count() >= limit.GetInt32()
                    ? null
                    : $"{at}: too few members";
            case "minLength":
                return value.ValueKind != JsonValueKind.String || Length(value) >= limit.GetInt32() ? null : $"{at}: too short";
            case "maxLength":
                return value.ValueKind != JsonValueKind.String || Length(value) <= limit.GetInt32() ? null : $"{at}: too long";
            case "pattern":
                return value.ValueKind != JsonValueKind.String || Matches(limit.GetString()!, value.GetString()!)
                    ? null
                    : $"{at}: not of the pattern";
            case "minimum":
                return value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= limit.GetDecimal() ? null : $"{at}: too small";
            case "maximum":
                return value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= limit.GetDecimal() ? null : $"{at}: too large";
            case "exclusiveMinimum":
                return value.ValueKind != JsonValueKind.Number || value.GetDecimal() > limit.GetDecimal() ? null : $"{at}: too small";
            case "exclusiveMaximum":
                return value.ValueKind != JsonValueKind.Number || value.GetDecimal() < limit.GetDecimal() ? null : $"{at}: too large";
            default:
                throw new InvalidOperationException($"The schema uses a keyword that this check does not know: {keyword}");
        }
    }

    // JSON Schema counts code points.
    private static int Length(JsonElement text) => text.GetString()!.EnumerateRunes().Count();

    private static bool HasType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && decimal.IsInteger(value.GetDecimal()),
        _ => throw new InvalidOperationException(type),
    };
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConflictModel.Tests.Serialization.Corpus;

/// <summary>Changes a file at one place as people and programs get files wrong, or other than wrong; each change by a number.</summary>
internal static class Mangling
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1.5", "449.0", "1e3", "1000000000001", "0.5", "91", "\"\"", "\"x\"", "\" \"", "\"a b\"", "[]", "{}",
        "[null]", "[\"a\"]", "{\"a\":1}", "\"2024-07\"", "\"2024-13\"", "\"unknown\"", "\"killed\"", "\"Killed\"", "\"1.0\"", "\"1.4\"",
        "{\"date\":\"2024\"}", "{\"low\":1}", "{\"min\":1}", "{\"name\":\"23.1\"}", "{\"en\":\"a\",\"EN\":\"b\"}", "{\"\":\"a\"}",
        "{\"name\":\"23.1\",\"day\":\"2023-02-29\"}", "{\"path\":\"killed\"}", "{\"tally\":\"t\",\"incident\":\"i\",\"path\":\"killed\"}",
        "{\"demographic\":\"women\"}", "{\"demographic\":\"women\",\"sex\":\"female\"}",
    ];

    private static readonly string[] Characters =
        [" ", "\u00A0", "\uFEFF", "\u2003", "\n", "\u0000", "X", "?", "-", "/", "9", "0", ".", "😀", "A"];

    /// <summary>The text of a file with one change.</summary>
    public static string Of(JsonObject file, int number)
    {
        var random = new Random(number);
        JsonNode root = file.DeepClone();
        (JsonNode Parent, object Key)[] places = [.. Places(root)];
        (JsonNode parent, object key) = places[random.Next(places.Length)];
        JsonNode? value = Get(parent, key);
        switch (random.Next(9))
        {
            case 0:
                Remove(parent, key);
                break;
            case 1 when parent is JsonObject members:
                string name = Pick(random, ["unknown", "$schema", "kind", "comment", "demographic", "age", "wording"]);
                members[name] = JsonNode.Parse(Pick(random, Values));
                break;
            case 2 when parent is JsonObject members:
                Remove(parent, key);
                members[random.Next(2) == 0 ? ((string)key).ToUpperInvariant() : (string)key + "s"] = value;
                break;
            case 3 when value is JsonValue && value.GetValueKind() == JsonValueKind.String:
                string text = value.GetValue<string>();
                int at = random.Next(text.Length + 1);
                Set(parent, key, random.Next(3) switch
                {
                    0 when at < text.Length && !char.IsSurrogate(text[at]) => text.Remove(at, 1),
                    1 => text.ToUpperInvariant(),
                    _ => text.Insert(at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? 0 : at, Pick(random, Characters)),
                });
                break;
            case 4:
                (JsonNode other, object there) = places[random.Next(places.Length)];
                Set(parent, key, Get(other, there)?.DeepClone());
                break;
            case 5 when value is JsonArray items:
                items.Add(items.Count > 0 && random.Next(2) == 0 ? items[0]?.DeepClone() : null);
                break;
            case 6:
                Set(parent, key, random.Next(2) == 0 ? new JsonArray(value?.DeepClone()) : new JsonObject { ["en"] = value?.DeepClone() });
                break;
            case 7 when parent is JsonObject:
                return Twice(root, parent, (string)key);
            default:
                Set(parent, key, JsonNode.Parse(Pick(random, Values)));
                break;
        }

        return root.ToJsonString(Plain);
    }

    // No tree can hold a member twice: it is put into the text under a name of its own and then renamed.
    private static string Twice(JsonNode root, JsonNode parent, string key)
    {
        parent.AsObject()["the same again"] = Get(parent, key)?.DeepClone();
        return root.ToJsonString(Plain).Replace("\"the same again\"", JsonSerializer.Serialize(key, Plain), StringComparison.Ordinal);
    }

    private static T Pick<T>(Random random, T[] values) => values[random.Next(values.Length)];

    private static JsonNode? Get(JsonNode parent, object key) => key is int at ? parent[at] : parent[(string)key];

    private static void Set(JsonNode parent, object key, JsonNode? value)
    {
        if (key is int at)
        {
            parent[at] = value;
        }
        else
        {
            parent[(string)key] = value;
        }
    }

    private static void Remove(JsonNode parent, object key)
    {
        if (key is int at)
        {
            parent.AsArray().RemoveAt(at);
        }
        else
        {
            parent.AsObject().Remove((string)key);
        }
    }

    private static IEnumerable<(JsonNode Parent, object Key)> Places(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Places(member.Value).Prepend((members, member.Key))),
        JsonArray items => items.SelectMany((item, at) => Places(item).Prepend((items, at))),
        _ => [],
    };
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ConflictModel.Serialization;

namespace ConflictModel.Assertions;

/// <summary>Where two records say something else, as their JSON in a file has it.</summary>
/// <remarks>What stands in records of people is never quoted: the logs of a test are read by many.</remarks>
internal sealed class ContentDifference
{
    private const int LongestValue = 120;

    private static readonly JsonSerializerOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = DatasetJson.MaxDepth };

    private readonly List<string> differences = [];

    private ContentDifference()
    {
    }

    /// <summary>Each place at which they differ, with both values; none if they are equal.</summary>
    public static IReadOnlyList<string> Between<TRecord>(TRecord actual, TRecord expected)
        where TRecord : class
    {
        var found = new ContentDifference();
        if (!actual.Equals(expected))
        {
            found.Compare(
                JsonSerializer.SerializeToElement(actual, Options), JsonSerializer.SerializeToElement(expected, Options),
                JsonPointer.Root, isQuoted: true);
        }

        return found.differences;
    }

    private void Compare(JsonElement actual, JsonElement expected, JsonPointer at, bool isQuoted)
    {
        switch (actual.ValueKind, expected.ValueKind)
        {
            case (JsonValueKind.Object, JsonValueKind.Object):
                (List<Entry> members, List<Entry> others) = (Members(actual), Members(expected));
                CompareByKey(members, others, at, isQuoted);

                // Members of a record have one order; of languages and of the columns of a row it says something.
                if (members.Count == others.Count && !others.Select(other => other.Key).SequenceEqual(members.Select(one => one.Key))
                    && others.All(other => members.Exists(one => one.Key == other.Key)))
                {
                    differences.Add($"{at}: in another order");
                }

                break;
            case (JsonValueKind.Array, JsonValueKind.Array) when (ById(actual, isQuoted), ById(expected, isQuoted)) is ({ } own, { } other):
                CompareByKey(own, other, at, isQuoted);
                break;
            case (JsonValueKind.Array, JsonValueKind.Array):
                CompareByKey(ByPlace(actual), ByPlace(expected), at, isQuoted);
                break;
            default:
                CompareText(actual, expected, at, isQuoted);
                break;
        }
    }

    private void Compare(Entry actual, Entry expected, JsonPointer at, bool isQuoted)
    {
        // Other people's data is one text, to the letter.
        if (actual.Key == "extensions" && actual.Value.ValueKind == JsonValueKind.Object)
        {
            CompareText(actual.Value, expected.Value, at, isQuoted);
        }
        else
        {
            Compare(actual.Value, expected.Value, at, isQuoted);
        }
    }

    private void CompareText(JsonElement actual, JsonElement expected, JsonPointer at, bool isQuoted)
    {
        if (actual.GetRawText() != expected.GetRawText())
        {
            differences.Add(isQuoted ? $"{at}: {Text(actual)}, not {Text(expected)}" : $"{at}: another value");
        }
    }

    private void CompareByKey(List<Entry> actual, List<Entry> expected, JsonPointer at, bool isQuoted)
    {
        var left = expected.ToDictionary(entry => entry.Key);
        foreach (Entry entry in actual)
        {
            JsonPointer place = at.Member(entry.Place);
            if (left.Remove(entry.Key, out Entry other))
            {
                Compare(entry, other, place, isQuoted && !HoldsPeople(entry));
            }
            else
            {
                differences.Add($"{place}: not expected{Quoted(entry)}");
            }
        }

        differences.AddRange(expected.Where(entry => left.ContainsKey(entry.Key))
            .Select(entry => $"{at.Member(entry.Place)}: missing{Quoted(entry)}"));

        // Of a record its place says enough.
        string Quoted(Entry entry) => isQuoted && !HoldsPeople(entry) && entry.Value.ValueKind is not JsonValueKind.Object
            ? $", {Text(entry.Value)}"
            : "";
        bool HoldsPeople(Entry entry) => at == JsonPointer.Root && entry is { Key: "people", Value.ValueKind: JsonValueKind.Array };
    }

    private static List<Entry> Members(JsonElement record) =>
        [.. record.EnumerateObject().Select(member => new Entry(member.Name, member.Name, member.Value))];

    private static List<Entry> ByPlace(JsonElement array) =>
        [.. array.EnumerateArray().Select((element, i) => new Entry(Number(i), Number(i), element))];

    // Null if an element has no id, or one that another has too. An id may tell who a person is.
    private static List<Entry>? ById(JsonElement array, bool isQuoted)
    {
        var records = new List<Entry>();
        foreach (JsonElement element in array.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("id", out JsonElement id))
            {
                return null;
            }

            string key = id.GetString()!;
            records.Add(new(key, isQuoted ? key : Number(records.Count), element));
        }

        return records.DistinctBy(record => record.Key).Count() == records.Count ? records : null;
    }

    private static string Text(JsonElement value)
    {
        string text = value.ValueKind == JsonValueKind.String ? $"\"{value.GetString()}\"" : value.GetRawText();
        int length = char.IsHighSurrogate(text[Math.Min(LongestValue, text.Length) - 1]) ? LongestValue - 1 : LongestValue;
        return text.Length <= LongestValue ? text : $"{text[..length]}...";
    }

    private static string Number(int index) => index.ToString(CultureInfo.InvariantCulture);

    private readonly record struct Entry(string Key, string Place, JsonElement Value);
}

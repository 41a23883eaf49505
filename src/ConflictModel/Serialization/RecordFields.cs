using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel.Serialization;

/// <summary>What records say, field by field: whatever the file format writes of them, so that no member can be forgotten.</summary>
[Experimental("CM0003")]
public static class RecordFields
{
    /// <summary>The fields that one state of a record says and another does not say, or says otherwise, in the order of the file.</summary>
    /// <remarks>
    /// A field's pointer is that of the value within the record's JSON in its long form: an exact figure counts as its low, best and high,
    /// a date's words stand at <c>wording</c> below it, a vintage's day at <c>day</c>. A text in JSON is given without its
    /// quotes, any other value as JSON writes it.
    /// </remarks>
    /// <typeparam name="TRecord">One of the records of a data set.</typeparam>
    /// <param name="was">The one state.</param>
    /// <param name="became">The other; null if nothing is left of it, so that every field is given.</param>
    /// <returns>Where each field stands within the record's JSON, what it said, and what it says; null if nothing.</returns>
    /// <exception cref="ArgumentException">A record holds what no file can hold; validation names it.</exception>
    public static IReadOnlyList<(JsonPointer Field, string Was, string? Became)> Lost<TRecord>(TRecord was, TRecord? became)
        where TRecord : class, IRecord<TRecord>
    {
        ArgumentNullException.ThrowIfNull(was);
        var lost = new List<(JsonPointer Field, string Was, string? Became)>();
        if (!was.Equals(became))
        {
            Compare(Json<TRecord>.Converter, ElementOf(was), became is null ? null : ElementOf(became), JsonPointer.Root, lost);
        }

        return lost;
    }

    private static JsonElement ElementOf<TRecord>(TRecord record)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { MaxDepth = DatasetJson.MaxDepth }))
        {
            Json.Write(writer, record);
        }

        var reader = new Utf8JsonReader(stream.GetBuffer().AsSpan(0, (int)stream.Length), new() { MaxDepth = DatasetJson.MaxDepth });
        return JsonElement.ParseValue(ref reader);
    }

    private static void Compare(
        JsonConverter? converter,
        JsonElement was,
        JsonElement? became,
        JsonPointer at,
        List<(JsonPointer Field, string Was, string? Became)> lost)
    {
        Type? type = converter?.Type;
        if (type == typeof(ExtensionData) || type == typeof(Coordinates))
        {
            Leaf(was, became, at, lost);
        }
        else if (type == typeof(Estimate))
        {
            foreach (string name in (ReadOnlySpan<string>)["low", "best", "high", "wording"])
            {
                Leaf(Figure(was, name), Figure(became, name), at.Member(name), lost);
            }
        }
        else if (type == typeof(Age))
        {
            foreach (string name in (ReadOnlySpan<string>)["min", "max", "wording"])
            {
                Leaf(Figure(was, name), Figure(became, name), at.Member(name), lost);
            }
        }
        else if (type == typeof(ReportedDate))
        {
            Leaf(Date(was), Date(became), at, lost);
            Leaf(Member(was, "wording"), Member(became, "wording"), at.Member("wording"), lost);
        }
        else if (type == typeof(Vintage))
        {
            Leaf(Name(was), Name(became), at, lost);
            Leaf(Member(was, "day"), Member(became, "day"), at.Member("day"), lost);
        }
        else if (was.ValueKind == JsonValueKind.Array)
        {
            JsonConverter item = ((IListConverter)converter!).Element;
            for (int i = 0; i < was.GetArrayLength(); i++)
            {
                Compare(item, was[i], became is { } list && i < list.GetArrayLength() ? list[i] : null, at.Item(i), lost);
            }
        }
        else if (was.ValueKind == JsonValueKind.Object)
        {
            RecordMember[] members = (converter as IRecordConverter)?.Members ?? [];
            foreach (JsonProperty member in was.EnumerateObject())
            {
                // A text in several languages and the columns of a row have members that no record names.
                Compare(
                    Array.Find(members, known => known.Name == member.Name)?.Converter,
                    member.Value, Member(became, member.Name), at.Member(member.Name), lost);
            }
        }
        else
        {
            Leaf(was, became, at, lost);
        }
    }

    private static void Leaf(
        JsonElement? was, JsonElement? became, JsonPointer at, List<(JsonPointer Field, string Was, string? Became)> lost)
    {
        if (Text(was) is { Length: > 0 } text && Text(became) is var left && left != text)
        {
            lost.Add((at, text, left));
        }
    }

    private static string? Text(JsonElement? value) =>
        value is { } known ? known.ValueKind == JsonValueKind.String ? known.GetString() : known.GetRawText() : null;

    private static JsonElement? Member(JsonElement? value, string name) =>
        value is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out JsonElement member) ? member : null;

    private static JsonElement? Date(JsonElement? value) => value is { ValueKind: JsonValueKind.String } ? value : Member(value, "date");

    private static JsonElement? Name(JsonElement? value) => value is { ValueKind: JsonValueKind.String } ? value : Member(value, "name");

    private static JsonElement? Figure(JsonElement? value, string name) =>
        value is { ValueKind: JsonValueKind.Number } ? (name == "wording" ? null : value) : Member(value, name);
}

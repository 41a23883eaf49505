using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConflictModel.Aggregation;

/// <content>Writing and reading.</content>
public sealed partial class Aggregate
{
    private const string Format = "conflictmodel-aggregate/3";

    /// <summary>How many numbers JSON has of a measure: those of CSV, and the incidents that go on.</summary>
    private const int Numbers = 7;

    private static readonly string[] Parts = ["low", "best", "high", "withoutLow", "withoutBest", "withoutHigh"];

    /// <summary>Writes the rows as CSV (RFC 4180, a header, LF): the keys, <c>incidents</c>, and six columns a measure.</summary>
    /// <remarks>
    /// A sum of which no incident has the figure is empty. Where groups overlap the last row has the key <c>*</c> everywhere: all incidents
    /// once, which is less than the rows add up to.
    /// </remarks>
    public string ToCsv()
    {
        StringBuilder text = new();
        IEnumerable<string> header =
            [.. Keys.Select(key => key.ToString()),
                "incidents", .. measures.SelectMany(measure => Parts.Select(part => $"{measure}.{part}"))];
        text.AppendJoin(',', header).Append('\n');
        foreach (AggregateRow row in this)
        {
            AddLine(text, Keys.Select(key => row.TextOf(key) ?? UnknownText), row);
        }

        if (GroupsOverlap)
        {
            AddLine(text, Keys.Select(_ => "*"), Total);
        }

        return text.ToString();
    }

    /// <summary>Writes all of it as one JSON object that <see cref="FromJson"/> reads back.</summary>
    public string ToJson()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Writes all of it as one JSON object.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString("format", Format);
        WriteNames(writer, "keys", Keys);
        WriteNames(writer, "measures", measures);
        writer.WriteBoolean("groupsOverlap", GroupsOverlap);
        writer.WriteBoolean("keepsUnknown", keyed.KeepsUnknown);
        writer.WriteStartArray("rows");
        foreach (AggregateRow row in this)
        {
            writer.WriteStartArray();
            foreach (GroupKey key in Keys)
            {
                writer.WriteStringValue(row.TextOf(key));
            }

            WriteSums(writer, row);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        WriteRest(writer, "outside", Outside);
        WriteRest(writer, "beyondTop", BeyondTop);
        WriteRest(writer, "total", Total);
        writer.WriteBoolean("isCut", IsCut);
        writer.WriteStartArray("filters");
        foreach (FilterCount filter in Filters)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(filter.Filter);
            writer.WriteNumberValue(filter.Dropped);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteNumber("perhaps", Perhaps);
        writer.WriteEndObject();
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote of an aggregate that was not cut to its top.</summary>
    /// <exception cref="JsonException">It is not JSON, or not such an aggregate: a member or a group stands twice, a count is negative, or
    /// what it says of itself is not so.</exception>
    public static Aggregate FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            // Half of a surrogate pair is told by other exceptions than what is no JSON.
            using var document = JsonDocument.Parse(json, new() { AllowDuplicateProperties = false });
            return Read(document.RootElement);
        }
        catch (Exception error) when (
            error is InvalidOperationException or FormatException or KeyNotFoundException or OverflowException or ArgumentException)
        {
            throw new JsonException($"This is not an aggregate: {error.Message}", error);
        }
    }

    private static Aggregate Read(JsonElement root)
    {
        if (root.GetProperty("format").GetString() != Format || root.GetProperty("isCut").GetBoolean())
        {
            throw new FormatException($"only a whole aggregate in the format {Format} can be read.");
        }

        GroupKey[] keys = [.. root.GetProperty("keys").EnumerateArray().Select(
            name => GroupKey.Find(name.GetString()) ?? throw new FormatException($"there is no key '{name.GetString()}'."))];
        Measure[] measures = [.. root.GetProperty("measures").EnumerateArray().Select(
            name => Measure.TryFind(name.GetString(), out Measure found)
                ? found
                : throw new FormatException($"there is no measure '{name.GetString()}'."))];
        bool keepsUnknown = root.GetProperty("keepsUnknown").GetBoolean();
        List<Entry> entries = [];
        foreach (JsonElement row in root.GetProperty("rows").EnumerateArray())
        {
            string?[] texts = [.. row.EnumerateArray().Take(keys.Length).Select(text => text.GetString())];
            if (!keepsUnknown && texts.Contains(null))
            {
                throw new FormatException("a key is null.");
            }

            Rest rest = ReadRest(row, keys.Length, measures.Length);
            entries.Add(new(texts, rest.Incidents, rest.Sums));
        }

        FilterCount[] filters = [.. root.GetProperty("filters").EnumerateArray().Select(
            filter => filter.GetArrayLength() == 2
                ? new FilterCount(filter[0].GetString() ?? "", Counted(filter[1]))
                : throw new FormatException("a filter is a text and a count."))];
        Rest outside = ReadRest(root.GetProperty("outside"), 0, measures.Length);
        Rest total = ReadRest(root.GetProperty("total"), 0, measures.Length);
        Rest beyond = ReadRest(root.GetProperty("beyondTop"), 0, measures.Length);
        Aggregate answer =
            Of(keys, measures, entries, new(total, outside), keepsUnknown, (filters, Counted(root.GetProperty("perhaps"))));
        return
            answer.groups.Count < entries.Count ? throw new FormatException("a group stands twice.")
            : beyond.Incidents != 0 || Array.Exists(beyond.Sums, sums => sums != default)
                ? throw new FormatException("groups lie beyond its top, though it was not cut.")
            : root.GetProperty("groupsOverlap").GetBoolean() != answer.GroupsOverlap
                ? throw new FormatException("its keys say otherwise whether groups overlap.")
            : answer;
    }

    private static long Counted(JsonElement number) =>
        number.GetInt64() is var count and >= 0 ? count : throw new FormatException("a count is negative.");

    private static Rest ReadRest(JsonElement row, int start, int measures)
    {
        long[] numbers =
            [.. row.EnumerateArray().Skip(start).Select(number => number.ValueKind == JsonValueKind.Null ? 0 : Counted(number))];
        if (numbers.Length != 1 + measures * Numbers)
        {
            throw new FormatException("a row has the wrong number of columns.");
        }

        var sums = new Sums[measures];
        for (int i = 0; i < measures; i++)
        {
            ReadOnlySpan<long> of = numbers.AsSpan(1 + i * Numbers, Numbers);
            if (of[3..6].ContainsAnyExceptInRange(0, numbers[0] + of[6]))
            {
                throw new FormatException("more incidents lack a figure than there are.");
            }

            sums[i] = new(numbers[0], of[0], of[1], of[2], of[3], of[4], of[5], of[6]);
        }

        return new(numbers[0], sums);
    }

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static void WriteNames<T>(Utf8JsonWriter writer, string name, IEnumerable<T> values)
        where T : notnull
    {
        writer.WriteStartArray(name);
        foreach (T value in values)
        {
            writer.WriteStringValue(value.ToString());
        }

        writer.WriteEndArray();
    }

    private void WriteRest(Utf8JsonWriter writer, string name, AggregateRow row)
    {
        writer.WriteStartArray(name);
        WriteSums(writer, row);
        writer.WriteEndArray();
    }

    private void WriteSums(Utf8JsonWriter writer, AggregateRow row)
    {
        writer.WriteNumberValue(row.Incidents);
        foreach (Measure measure in measures)
        {
            Sums sums = row.Of(measure);
            foreach (long? number in (long?[])[.. PartsOf(sums), sums.Continuing])
            {
                if (number is { } known)
                {
                    writer.WriteNumberValue(known);
                }
                else
                {
                    writer.WriteNullValue();
                }
            }
        }
    }

    private static long?[] PartsOf(Sums sums) => [sums.Low, sums.Best, sums.High, sums.WithoutLow, sums.WithoutBest, sums.WithoutHigh];

    private void AddLine(StringBuilder text, IEnumerable<string> keys, AggregateRow row)
    {
        foreach (string key in keys)
        {
            text.Append(Quoted(key)).Append(',');
        }

        text.Append(CultureInfo.InvariantCulture, $"{row.Incidents}");
        foreach (long? part in measures.SelectMany(measure => PartsOf(row.Of(measure))))
        {
            text.Append(CultureInfo.InvariantCulture, $",{part}");
        }

        text.Append('\n');
    }
}

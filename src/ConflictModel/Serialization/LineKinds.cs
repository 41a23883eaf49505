using System.Text.Json;

namespace ConflictModel.Serialization;

/// <summary>The kinds of records that stand on lines of their own, each under the name that the schema gives it.</summary>
internal static class LineKinds
{
    private delegate object Reader(ref Utf8JsonReader json);

    private static readonly Kind[] All =
    [
        Of<Source>("source"), Of<Actor>("actor"), Of<Affiliation>("affiliation"), Of<Region>("region"), Of<Incident>("incident"),
        Of<Tally>("tally"), Of<Person>("person"), Of<Claim>("claim"), Of<Strength>("strength"), Of<Control>("control"),
        Of<Statement>("statement"), Of<Resolution>("resolution"), Of<PeaceProcess>("peaceProcess"),
    ];

    public static IEnumerable<string> Names => All.Select(kind => kind.Name);

    /// <summary>Reads the object of a line: one member, whose name is the kind.</summary>
    /// <exception cref="JsonException">It is no record.</exception>
    public static object Read(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject || !json.Read() || json.TokenType != JsonTokenType.PropertyName)
        {
            throw new JsonException($"A line holds one record under the name of its kind: {string.Join(", ", Names)}.");
        }

        string name = JsonText.Of(ref json);
        Kind kind = Array.Find(All, kind => kind.Name == name) ?? throw new JsonException(
            $"There is no kind '{name}'; the kinds of records are {string.Join(", ", Names)}.");
        json.Read();
        object record = json.TokenType == JsonTokenType.Null ? throw new JsonException("Null is not allowed here.") : kind.Read(ref json);
        json.Read();
        return json.TokenType == JsonTokenType.EndObject ? record
            : throw new JsonException(JsonText.Of(ref json) == name
                ? $"The member '{name}' is given twice."
                : "A line holds one record and no more.");
    }

    /// <summary>Writes a record as the object of a line.</summary>
    /// <exception cref="ArgumentException">It is no record that stands on a line, or no file can hold it.</exception>
    public static void Write(Utf8JsonWriter writer, object record)
    {
        Kind kind = Array.Find(All, kind => kind.Type == record.GetType())
            ?? throw new ArgumentException($"A {record.GetType().Name} is no record of a data set.", nameof(record));
        writer.WriteStartObject();
        writer.WritePropertyName(kind.Name);
        kind.Write(writer, record);
        writer.WriteEndObject();
    }

    /// <summary>Writes a record after a look whether a file can hold it.</summary>
    /// <exception cref="ArgumentException">None can.</exception>
    public static void WriteChecked<T>(Utf8JsonWriter writer, T record)
        where T : class, IRecord<T>
    {
        RecordFaults.RequireNone(record);
        Json.Write(writer, record);
    }

    private static Kind Of<T>(string name)
        where T : class, IRecord<T> =>
        new(name, typeof(T), Json.Read<T>, static (writer, record) => WriteChecked(writer, (T)record));

    private sealed record Kind(string Name, Type Type, Reader Read, Action<Utf8JsonWriter, object> Write);
}

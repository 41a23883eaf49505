using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConflictModel.Interchange;

/// <summary>Writes mappings of lists of people as <see cref="MappingJson"/> reads them.</summary>
internal static class MappingWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON of a mapping.</summary>
    /// <exception cref="ArgumentException">It says what the JSON of a mapping can't.</exception>
    public static string TextOf(PersonMapping mapping) =>
        Checked(mapping, MappingJson.Read, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("source");
            writer.WriteString("id", mapping.Source.Id.Value);
            writer.WriteString("name", mapping.Source.Name.ToString());
            WriteWord(writer, "kind", mapping.Source.Kind);
            writer.WriteEndObject();
            WriteText(writer, "idPrefix", mapping.IdPrefix);
            if (mapping.Harm is { } harm)
            {
                writer.WriteString("harm", JsonName.Of(harm));
            }

            WriteWord(writer, "publication", mapping.Publication);
            writer.WriteStartArray("columns");
            foreach (PersonColumn column in mapping.Columns)
            {
                Write(writer, column);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    /// <summary>The JSON of a column as it stands in that of a mapping.</summary>
    /// <exception cref="ArgumentException">It says what the JSON of a column can't.</exception>
    public static string TextOf(PersonColumn column) => Checked(column, MappingJson.ReadColumn, writer => Write(writer, column));

    private static void Write(Utf8JsonWriter writer, PersonColumn column)
    {
        writer.WriteStartObject();
        writer.WriteString("column", column.Name);
        writer.WriteString("is", JsonName.Of(column.Field));
        WriteWord(writer, "kind", column.Kind);
        WriteText(writer, "lang", column.Lang);
        WriteText(writer, "scheme", column.Scheme);
        if (!column.Words.IsEmpty)
        {
            writer.WriteStartObject("words");
            foreach ((string word, string meaning) in column.Words)
            {
                writer.WriteString(word, meaning);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static void WriteWord<T>(Utf8JsonWriter writer, string name, T value)
        where T : struct, Enum
    {
        if (!EqualityComparer<T>.Default.Equals(value, default))
        {
            writer.WriteString(name, JsonName.Of(value));
        }
    }

    // What is read back is the same, or nothing is written: a source may say more than a mapping's JSON has members for.
    private static string Checked<T>(T value, Func<string, T> read, Action<Utf8JsonWriter> write)
        where T : class
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            write(writer);
        }

        string text = Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
        T back;
        try
        {
            back = read(text);
        }
        catch (MalformedInputException error)
        {
            throw new ArgumentException($"No JSON holds this {typeof(T).Name}: {error.Message}", nameof(value), error);
        }

        return back.Equals(value) ? text
            : throw new ArgumentException(
                $"No JSON holds all of this {typeof(T).Name}: a mapping's source has an id, a name and a kind.", nameof(value));
    }
}

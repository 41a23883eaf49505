using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel.Interchange;

/// <summary>A column of a list of people, and what it says.</summary>
/// <remarks>Equality is by content.</remarks>
[JsonConverter(typeof(PersonColumn.JsonConverter))]
public sealed record PersonColumn
{
    /// <summary>A column.</summary>
    /// <param name="name">Its name in the header; case and white space around it say nothing.</param>
    /// <param name="field">What it says.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="field"/> is none of the fields.</exception>
    public PersonColumn(string name, PersonField field)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Field = Enum.IsDefined(field)
            ? field
            : throw new ArgumentOutOfRangeException(nameof(field), field, "There is no such field of a person.");
    }

    /// <summary>The column's name in the header.</summary>
    public string Name { get; }

    /// <summary>What it says.</summary>
    public PersonField Field { get; }

    /// <summary>Of a name, what kind of name it is.</summary>
    public NameKind Kind { get; init; }

    /// <summary>Of a name, the language it is written in, a BCP 47 tag (<c>ar</c>, <c>ar-Latn</c>); null if that is not said.</summary>
    public string? Lang { get; init; }

    /// <summary>Of an external id, its scheme; null for any other field.</summary>
    public string? Scheme { get; init; }

    /// <summary>
    /// Of a field that is a word of a closed list, what the list's own words mean, in the words of the file format (<c>female</c>,
    /// <c>armedForces</c>, <c>adult male</c>). They go before the spellings that the library knows; the first for a meaning is the one
    /// that is written.
    /// </summary>
    public ValueList<KeyValuePair<string, string>> Words { get; init; }

    /// <summary>What is wrong with the declaration, in a sentence; null if nothing is.</summary>
    internal string? Fault()
    {
        if (Field != PersonField.Name && (Kind != NameKind.Full || Lang is not null))
        {
            return $"The column '{Name}' is no name: kind and language are a name's.";
        }

        if (Field == PersonField.ExternalId == string.IsNullOrWhiteSpace(Scheme))
        {
            return Field == PersonField.ExternalId
                ? $"The column '{Name}' is an external id and needs its scheme."
                : $"The column '{Name}' is no external id: a scheme is an external id's.";
        }

        return Words.IsEmpty ? null
            : FieldWords.Of(Field) is { } words ? words.Fault(this)
            : $"The column '{Name}' is no word of a closed list: there are no words to declare.";
    }

    /// <summary>Reads and writes a column as the JSON of a mapping does; errors are those of System.Text.Json.</summary>
    public sealed class JsonConverter : JsonConverter<PersonColumn>
    {
        /// <inheritdoc/>
        public override PersonColumn Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var json = JsonDocument.ParseValue(ref reader);
            try
            {
                return MappingJson.ReadColumn(json.RootElement.GetRawText());
            }
            catch (MalformedInputException error)
            {
                throw new JsonException(error.Malformation.Reason, error);
            }
        }

        /// <inheritdoc/>
        /// <exception cref="ArgumentException">It says what the JSON of a column can't.</exception>
        public override void Write(Utf8JsonWriter writer, PersonColumn value, JsonSerializerOptions options)
        {
            ArgumentNullException.ThrowIfNull(writer);
            ArgumentNullException.ThrowIfNull(value);
            writer.WriteRawValue(MappingWriter.TextOf(value), skipInputValidation: true);
        }
    }
}

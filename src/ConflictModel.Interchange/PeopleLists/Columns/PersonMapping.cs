using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel.Interchange;

/// <summary>What the columns of a list of people are: declared once, for reading and for writing.</summary>
/// <remarks>
/// <para>
/// Nothing is guessed. Of a column that is a word of a closed list, spellings that can be nothing else are known (<c>F</c>, <c>woman</c>,
/// <c>أنثى</c>, <c>Adult - Male</c>), and <see cref="PersonColumn.Words"/> says what others mean. The order of dates in numbers is
/// <see cref="ReadOptions.Dates"/>.
/// </para>
/// <para>Equality is by content.</para>
/// </remarks>
[JsonConverter(typeof(PersonMapping.JsonConverter))]
public sealed record PersonMapping
{
    private readonly Harm? harm;
    private readonly Publication publication;

    /// <summary>Whose list it is: every person cites it, and its id begins the ids that the list gives.</summary>
    public required Source Source { get; init; }

    /// <summary>The columns; what the file has beside them is kept in <see cref="Person.Extensions"/>.</summary>
    public required ValueList<PersonColumn> Columns { get; init; }

    /// <summary>
    /// What stands before the ids of the list, so that the first person of one list is not the first of another; null for the source's id
    /// and a colon. Without a column of ids people are called by their line (<c>list-a:line-12</c>), which holds for this very file.
    /// </summary>
    public string? IdPrefix { get; init; }

    /// <summary>What was done to whoever's row doesn't say it; null if every row must.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to no member of the enumeration.</exception>
    public Harm? Harm
    {
        get => harm;
        init => harm = value is not { } set || Enum.IsDefined(set)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Harm), value, "There is no such harm.");
    }

    /// <summary>How much may be published of whoever's row doesn't say it. A word that is not understood withholds the record.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to no member of the enumeration.</exception>
    public Publication Publication
    {
        get => publication;
        init => publication = Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Publication), value, "There is no such level.");
    }

    /// <summary>What stands before the ids.</summary>
    internal string Prefix => IdPrefix ?? Source.Id.Value + ":";

    /// <summary>Reads a mapping from JSON: <c>source</c>, <c>columns</c> and the other members, as the guide on people shows.</summary>
    /// <exception cref="MalformedInputException">It is not the JSON of a mapping, or a declaration in it can't be.</exception>
    public static PersonMapping Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return MappingJson.Read(json);
    }

    /// <summary>What is wrong with the declaration as a whole, in a sentence; null if nothing is.</summary>
    internal string? Fault()
    {
        if (Columns.IsEmpty)
        {
            return "The mapping has no columns.";
        }

        if (Columns.Select(column => column.Fault()).FirstOrDefault(fault => fault is not null) is { } wrong)
        {
            return wrong;
        }

        if (Columns.GroupBy(column => column.Name.Trim(), StringComparer.OrdinalIgnoreCase).FirstOrDefault(IsTwice) is { } named)
        {
            return $"The mapping names the column '{named.Key}' twice.";
        }

        if (Columns.GroupBy(column => (column.Field, column.Kind, column.Lang, column.Scheme)).FirstOrDefault(IsTwice) is { } same)
        {
            return $"The columns {string.Join(" and ", same.Select(column => $"'{column.Name}'"))} say the same; "
                + "one mapping reads one of them.";
        }

        return !Has(PersonField.Harm) && Harm is null ? "Neither a column nor the mapping says what was done to the people."
            : Has(PersonField.Latitude) != Has(PersonField.Longitude) ? "Latitude and longitude stand together."
            : PersonId.TryParse(Prefix + "1", null, out _) ? null
            : "The prefix can't begin an id: an id has no white space and no control characters.";

        static bool IsTwice<TKey>(IGrouping<TKey, PersonColumn> columns) => columns.Skip(1).Any();
    }

    /// <summary>Whether a column says this.</summary>
    internal bool Has(PersonField field) => Columns.Any(column => column.Field == field);

    /// <summary>Reads and writes a mapping as <see cref="Parse"/> does; errors are those of System.Text.Json.</summary>
    public sealed class JsonConverter : JsonConverter<PersonMapping>
    {
        /// <inheritdoc/>
        public override PersonMapping Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var json = JsonDocument.ParseValue(ref reader);
            try
            {
                return Parse(json.RootElement.GetRawText());
            }
            catch (MalformedInputException error)
            {
                throw new JsonException(error.Malformation.Reason, error);
            }
        }

        /// <inheritdoc/>
        /// <exception cref="ArgumentException">It says what the JSON of a mapping can't: its source has more than id, name and kind.
        /// </exception>
        public override void Write(Utf8JsonWriter writer, PersonMapping value, JsonSerializerOptions options)
        {
            ArgumentNullException.ThrowIfNull(writer);
            ArgumentNullException.ThrowIfNull(value);
            writer.WriteRawValue(MappingWriter.TextOf(value), skipInputValidation: true);
        }
    }
}

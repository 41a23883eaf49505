using System.Text;
using System.Text.Json;

namespace ConflictModel.Interchange;

/// <summary>Reads a mapping of a list of people from JSON, with the line and column of what is wrong.</summary>
internal ref struct MappingJson
{
    private readonly ReadOnlySpan<byte> json;
    private Utf8JsonReader reader;

    private MappingJson(ReadOnlySpan<byte> json)
    {
        this.json = json;
        reader = new(json);
    }

    /// <exception cref="MalformedInputException">It is not the JSON of a mapping, or a declaration in it can't be.</exception>
    public static PersonMapping Read(string text) => (PersonMapping)Read(text, isColumn: false);

    /// <exception cref="MalformedInputException">It is not the JSON of a column of a mapping.</exception>
    public static PersonColumn ReadColumn(string text) => (PersonColumn)Read(text, isColumn: true);

    private static object Read(string text, bool isColumn)
    {
        ReadOnlySpan<byte> utf8 = Encoding.UTF8.GetBytes(text);
        var mapping = new MappingJson(utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[3..] : utf8);
        try
        {
            return isColumn ? mapping.Column(isRead: false) : mapping.Mapping();
        }
        catch (JsonException error)
        {
            throw At((error.LineNumber ?? 0) + 1, (error.BytePositionInLine ?? 0) + 1, "This is not JSON.", error);
        }
        catch (InvalidOperationException error)
        {
            throw mapping.Wrong("This text holds half of a surrogate pair.", error);
        }
    }

    private PersonMapping Mapping()
    {
        Source? source = null;
        List<PersonColumn>? columns = null;
        (string? prefix, Harm? harm, Publication publication) = (null, null, default);
        HashSet<string> seen = Object();
        while (Member(seen, ["source", "columns", "idPrefix", "harm", "publication"], out string member))
        {
            switch (member)
            {
                case "source":
                    source = Source();
                    break;
                case "columns":
                    columns = Columns();
                    break;
                case "idPrefix":
                    prefix = Text();
                    break;
                case "harm":
                    harm = Word<Harm>();
                    break;
                default:
                    publication = Word<Publication>();
                    break;
            }
        }

        if (source is null || columns is null)
        {
            throw Wrong("A mapping has a 'source' and 'columns'.");
        }

        PersonMapping mapping = new()
        {
            Source = source,
            Columns = columns.ToValueList(),
            IdPrefix = prefix,
            Harm = harm,
            Publication = publication,
        };
        if (mapping.Fault() is { } fault)
        {
            throw Wrong(fault);
        }

        // What stands behind it is not JSON, which reading on tells.
        reader.Read();
        return mapping;
    }

    private Source Source()
    {
        (SourceId? id, string? name, SourceKind kind) = (null, null, default);
        HashSet<string> seen = Object(isRead: true);
        while (Member(seen, ["id", "name", "kind"], out string member))
        {
            switch (member)
            {
                case "id":
                    id = SourceId.TryParse(Text(), null, out SourceId known) ? known : throw Wrong("This is not an id.");
                    break;
                case "name":
                    name = Text();
                    break;
                default:
                    kind = Word<SourceKind>();
                    break;
            }
        }

        return id is { } said && !string.IsNullOrEmpty(name)
            ? new() { Id = said, Name = name, Kind = kind }
            : throw Wrong("A source has an 'id' and a 'name'.");
    }

    private List<PersonColumn> Columns()
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Wrong("Expected an array of columns.");
        }

        var columns = new List<PersonColumn>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            columns.Add(Column());
        }

        return columns;
    }

    private PersonColumn Column(bool isRead = true)
    {
        (string? name, PersonField? field, NameKind kind, string? lang, string? scheme) = (null, null, default, null, null);
        var words = new List<KeyValuePair<string, string>>();
        HashSet<string> seen = Object(isRead);
        while (Member(seen, ["column", "is", "kind", "lang", "scheme", "words"], out string member))
        {
            switch (member)
            {
                case "column":
                    name = Text();
                    break;
                case "is":
                    field = Word<PersonField>();
                    break;
                case "kind":
                    kind = Word<NameKind>();
                    break;
                case "lang":
                    lang = Text();
                    break;
                case "scheme":
                    scheme = Text();
                    break;
                default:
                    HashSet<string> declared = Object(isRead: true);
                    while (Member(declared, [], out string word))
                    {
                        words.Add(new(word, Text()));
                    }

                    break;
            }
        }

        if (string.IsNullOrWhiteSpace(name) || field is not { } known)
        {
            throw Wrong("A column has its name as 'column', and what it 'is'.");
        }

        PersonColumn column = new(name, known) { Kind = kind, Lang = lang, Scheme = scheme, Words = words.ToValueList() };
        return column.Fault() is { } fault ? throw Wrong(fault) : column;
    }

    private HashSet<string> Object(bool isRead = false) =>
        (isRead || reader.Read()) && reader.TokenType == JsonTokenType.StartObject
            ? new(StringComparer.Ordinal)
            : throw Wrong("Expected an object.");

    /// <summary>Goes on to the value of the next member; false at the object's end. No names given are any names.</summary>
    private bool Member(HashSet<string> seen, string[] names, out string name)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.PropertyName)
        {
            name = "";
            return false;
        }

        name = reader.GetString()!;
        if (names.Length > 0 && !names.Contains(name))
        {
            throw Wrong($"There is no member '{name}' here, only {string.Join(", ", names)}.");
        }

        if (!seen.Add(name))
        {
            throw Wrong($"The member '{name}' is given twice.");
        }

        reader.Read();
        return true;
    }

    private string Text() => reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw Wrong("Expected a text.");

    private T Word<T>()
        where T : struct, Enum =>
        JsonName.TryParse(Text(), out T value)
            ? value
            : throw Wrong($"Expected one of these: {string.Join(", ", Enum.GetValues<T>().Select(JsonName.Of))}.");

    private readonly MalformedInputException Wrong(string reason, Exception? inner = null)
    {
        ReadOnlySpan<byte> before = json[..(int)reader.TokenStartIndex];
        return At(before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'), reason, inner);
    }

    private static MalformedInputException At(long line, long column, string reason, Exception? inner) =>
        new(new() { Code = MalformationCode.Json, Reason = reason, Line = line, Column = column }, inner);
}

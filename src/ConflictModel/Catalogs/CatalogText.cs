using System.Globalization;

namespace ConflictModel.Catalogs;

/// <summary>Reads the compact text form of catalogs: one record a line, fields apart by tabs. Each file states its fields in its
/// head.</summary>
internal static class CatalogText
{
    private const string VersionMark = "!version";

    /// <summary>The records of a text, each made of its fields, and the version that the text states, empty if none.</summary>
    /// <exception cref="CatalogFormatException">A line breaks the format.</exception>
    public static (string Version, List<T> Records) Read<T>(TextReader text, int fields, Func<string[], T> make)
    {
        var records = new List<T>();
        string version = "";
        int number = 0;
        while (text.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            string[] cells = line.Split('\t');
            if (cells[0] == VersionMark)
            {
                version = cells.Length == 2
                    ? cells[1]
                    : throw new CatalogFormatException(number, $"{VersionMark} must be followed by one field.");
                continue;
            }

            if (cells.Length > fields)
            {
                throw new CatalogFormatException(number, $"a record has at most {fields} fields, not {cells.Length}.");
            }

            int given = cells.Length;
            Array.Resize(ref cells, fields);
            cells.AsSpan(given).Fill("");
            try
            {
                records.Add(make(cells));
            }
            catch (Exception e) when (e is FormatException or ArgumentException)
            {
                throw new CatalogFormatException(number, e.Message, e);
            }
        }

        return (version, records);
    }

    /// <summary>The same for records whose first field is an id, which stands once.</summary>
    /// <exception cref="CatalogFormatException">A line breaks the format, or bears the id of one before it.</exception>
    public static (string Version, List<T> Records) ReadOnce<T>(TextReader text, int fields, Func<string[], T> make)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return Read(
            text, fields, cells => ids.Add(cells[0]) ? make(cells) : throw new FormatException($"the id '{cells[0]}' stands twice."));
    }

    public static TextReader Open(string name) =>
        new StreamReader(typeof(CatalogText).Assembly.GetManifestResourceStream("ConflictModel.Catalogs." + name)
            ?? throw new InvalidOperationException($"The library was built without its data file {name}."));

    /// <summary>The names that others bear too, of places and of actors.</summary>
    public static List<string> Homonyms()
    {
        using TextReader text = Open("homonyms.txt");
        return Read(text, 2, static fields => Required(fields[0], "name")).Records;
    }

    public static string Required(string field, string name) =>
        field.Length > 0 ? field : throw new FormatException($"the {name} is missing.");

    public static T Kind<T>(string field)
        where T : struct, Enum =>
        Enum.TryParse(field, out T kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(field[0])
            ? kind
            : throw new FormatException($"'{field}' is not a kind; the kinds are {string.Join(", ", Enum.GetNames<T>())}.");

    public static TId[] Ids<TId>(string field)
        where TId : struct, IId<TId>
    {
        if (field.Length == 0)
        {
            return [];
        }

        string[] texts = field.Split(' ');
        var ids = new TId[texts.Length];
        for (int i = 0; i < ids.Length; i++)
        {
            ids[i] = TId.From(texts[i]);
        }

        return ids;
    }

    public static ValueList<ExternalId> ExternalIds(string field)
    {
        string[] items = List(field);
        var ids = new ExternalId[items.Length];
        for (int i = 0; i < ids.Length; i++)
        {
            (string scheme, string value) = Pair(items[i]);
            ids[i] = new() { Scheme = scheme, Value = value };
        }

        return [.. ids];
    }

    /// <summary>"en:Homs|da,de:Homs|ar:حمص" as one text in several languages.</summary>
    public static LocalizedText Name(string field)
    {
        var texts = new List<KeyValuePair<string, string>>();
        foreach (string item in List(Required(field, "name")))
        {
            (string languages, string text) = Pair(item);
            foreach (string language in languages.Split(','))
            {
                texts.Add(new(language, text));
            }
        }

        return new(texts.ToArray());
    }

    /// <summary>The same as one text for each item.</summary>
    public static ValueList<LocalizedText> Aliases(string field)
    {
        string[] items = List(field);
        var aliases = new LocalizedText[items.Length];
        for (int i = 0; i < aliases.Length; i++)
        {
            aliases[i] = Name(items[i]);
        }

        return [.. aliases];
    }

    public static Coordinates? Point(string field)
    {
        if (field.Length == 0)
        {
            return null;
        }

        string[] numbers = field.Split(' ');
        return numbers.Length == 2
            && double.TryParse(numbers[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double latitude)
            && double.TryParse(numbers[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double longitude)
            ? new(latitude, longitude)
            : throw new FormatException($"'{field}' is not a point: write latitude and longitude in degrees, separated by a space.");
    }

    private static string[] List(string field) => field.Length == 0 ? [] : field.Split('|');

    private static (string Languages, string Text) Pair(string item)
    {
        int colon = item.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon < item.Length - 1
            ? (item[..colon], item[(colon + 1)..])
            : throw new FormatException($"'{item}' is not a pair: write two texts separated by a colon.");
    }
}

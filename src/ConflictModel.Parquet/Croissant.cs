using System.Globalization;
using System.Text.Json;
using ConflictModel.Aggregation;

namespace ConflictModel.Parquet;

/// <summary>Describes files as a data set of Croissant 1.1, the vocabulary of MLCommons: a record set a file, a field a column.</summary>
internal static class Croissant
{
    /// <summary>The words of the vocabulary and what they are short for.</summary>
    private static readonly (string Word, string Term)[] Context =
    [
        ("@language", "en"), ("@vocab", "https://schema.org/"), ("sc", "https://schema.org/"), ("cr", "http://mlcommons.org/croissant/"),
        ("dct", "http://purl.org/dc/terms/"), ("citeAs", "cr:citeAs"), ("column", "cr:column"), ("conformsTo", "dct:conformsTo"),
        ("extract", "cr:extract"), ("field", "cr:field"), ("fileObject", "cr:fileObject"), ("fileSet", "cr:fileSet"),
        ("includes", "cr:includes"), ("recordSet", "cr:recordSet"), ("source", "cr:source"),
    ];

    public static byte[] Of(ParquetDescription description, IReadOnlyList<DescribedFile> files)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new() { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteStartObject("@context");
            foreach ((string word, string term) in Context)
            {
                json.WriteString(word, term);
            }

            json.WriteStartObject("dataType");
            json.WriteString("@id", "cr:dataType");
            json.WriteString("@type", "@vocab");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteString("@type", "sc:Dataset");
            json.WriteString("conformsTo", "http://mlcommons.org/croissant/1.1");
            json.WriteString("name", description.Name);
            json.WriteString("description", description.Summary ?? files[0].Schema.Description);
            Said(json, "version", description.Vintage);
            Said(json, "datePublished", description.Published?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
            Said(json, "license", description.License);
            Said(json, "citeAs", description.Citation);
            Said(json, "url", description.Source?.ToString());
            json.WriteStartArray("distribution");
            foreach (DescribedFile file in files)
            {
                json.WriteStartObject();
                json.WriteString("@type", "cr:FileObject");
                json.WriteString("@id", file.Name);
                json.WriteString("name", file.Name);
                json.WriteString("contentUrl", UrlOf(file.Name));
                json.WriteString("contentSize", FormattableString.Invariant($"{file.Bytes} B"));
                json.WriteString("encodingFormat", "application/vnd.apache.parquet");
                json.WriteString("sha256", file.Sha256);
                json.WriteEndObject();
            }

            DescribedFile[][] sets = [.. files.GroupBy(file => file.Schema.Name).Select(set => set.ToArray())];
            foreach (DescribedFile[] set in sets.Where(set => set.Length > 1))
            {
                json.WriteStartObject();
                json.WriteString("@type", "cr:FileSet");
                json.WriteString("@id", SetOf(set[0]));
                json.WriteString("name", SetOf(set[0]));
                json.WriteString("encodingFormat", "application/vnd.apache.parquet");
                json.WriteString("includes", $"**/{set[0].Schema.Name}.parquet");
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("recordSet");
            foreach (DescribedFile[] set in sets)
            {
                Write(json, set[0], isOneOfSeveral: set.Length > 1);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>
    /// A file's name as an address beside this description: of its characters only the percent sign means something else there. (The paths
    /// of a data package are those of the file system.)
    /// </summary>
    private static string UrlOf(string name) => name.Replace("%", "%25", StringComparison.Ordinal);

    /// <summary>What all files of one schema are called together.</summary>
    private static string SetOf(DescribedFile file) => file.Schema.Name + "-files";

    private static void Write(Utf8JsonWriter json, DescribedFile file, bool isOneOfSeveral)
    {
        json.WriteStartObject();
        json.WriteString("@type", "cr:RecordSet");
        json.WriteString("@id", file.Schema.Name);
        json.WriteString("name", file.Schema.Name);
        json.WriteString("description", file.Schema.Description);
        json.WriteStartArray("field");
        foreach (PlainColumn column in file.Schema.Columns)
        {
            json.WriteStartObject();
            json.WriteString("@type", "cr:Field");
            json.WriteString("@id", $"{file.Schema.Name}/{column.Name}");
            json.WriteString("name", column.Name);
            // The vocabulary has no word for a unit.
            json.WriteString("description", column.Unit is { } unit ? $"{column.Description} Unit: {unit}." : column.Description);
            json.WriteString("dataType", column.Type switch
            {
                PlainType.Text => "sc:Text",
                PlainType.Integer => "sc:Integer",
                PlainType.Day => "sc:Date",
                _ => "sc:Boolean",
            });
            json.WriteStartObject("source");
            json.WriteStartObject(isOneOfSeveral ? "fileSet" : "fileObject");
            json.WriteString("@id", isOneOfSeveral ? SetOf(file) : file.Name);
            json.WriteEndObject();
            json.WriteStartObject("extract");
            json.WriteString("column", column.Name);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Said(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}

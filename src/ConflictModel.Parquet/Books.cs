using System.Globalization;
using System.Text;
using System.Text.Json;
using ConflictModel.Aggregation;
using ConflictModel.Serialization;

namespace ConflictModel.Parquet;

/// <summary>The ids, names and hierarchies of a table as a file keeps them beside its columns, so that it can be read back alone.</summary>
internal static class Books
{
    /// <summary>The key in the file's metadata.</summary>
    public const string Key = "conflictmodel";

    /// <summary>What <see cref="Key"/> is written by.</summary>
    public const int Version = 1;

    /// <summary>What a file says beside its columns that knows all of a table's ids and hierarchies.</summary>
    public static Dictionary<string, string> Metadata(PieceTables tables, ParquetDescription? description) => Metadata(
        tables.Names, tables.Members, new() { Regions = tables.Regions, Affiliations = tables.Affiliations }, description);

    /// <summary>What a file says beside its columns.</summary>
    /// <param name="names">Its ids.</param>
    /// <param name="members">Who stood together.</param>
    /// <param name="hierarchies">Regions and affiliations.</param>
    /// <param name="description">What it is.</param>
    public static Dictionary<string, string> Metadata(
        PlainTable names, PlainTable members, ConflictDataset hierarchies, ParquetDescription? description) =>
        new() { [Key] = ToJson(names, members, hierarchies, description) };

    private static string ToJson(
        PlainTable names, PlainTable members, ConflictDataset hierarchies, ParquetDescription? description)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteStartObject("description");
            foreach ((string member, string? text) in (ReadOnlySpan<(string, string?)>)
            [
                ("name", description?.Name), ("summary", description?.Summary), ("citation", description?.Citation),
                ("source", description?.Source?.ToString()), ("vintage", description?.Vintage), ("license", description?.License),
                ("published", description?.Published?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)),
            ])
            {
                if (text is not null)
                {
                    json.WriteString(member, text);
                }
            }

            json.WriteEndObject();
            Write(json, "names", names);
            Write(json, "members", members);
            json.WritePropertyName("dataset");
            json.WriteRawValue(DatasetJson.Write(hierarchies));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, string name, PlainTable table)
    {
        json.WriteStartArray(name);
        for (int row = 0; row < table.Rows; row++)
        {
            json.WriteStartArray();
            for (int column = 0; column < table.Schema.Columns.Count; column++)
            {
                json.WriteStringValue(table.TextAt(column, row));
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}

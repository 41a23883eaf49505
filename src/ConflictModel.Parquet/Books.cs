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

    private const int Version = 1;

    private static readonly int[] NameColumns = [.. Enumerable.Range(0, PieceSchema.Names.Columns.Count)];

    private static readonly int[] MemberColumns = [.. Enumerable.Range(0, PieceSchema.Members.Columns.Count)];

    /// <summary>What a file of pieces says beside its columns.</summary>
    public static Dictionary<string, string> Metadata(PieceTables tables, ParquetDescription? description) =>
        new() { [Key] = ToJson(tables, description) };

    private static string ToJson(PieceTables tables, ParquetDescription? description)
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
            ])
            {
                if (text is not null)
                {
                    json.WriteString(member, text);
                }
            }

            json.WriteEndObject();
            Write(json, "names", tables.Names, NameColumns);
            Write(json, "members", tables.Members, MemberColumns);
            json.WritePropertyName("dataset");
            json.WriteRawValue(DatasetJson.Write(new() { Regions = tables.Regions, Affiliations = tables.Affiliations }));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The tables of pieces that stand in files, whose ids and hierarchies are those of all of them together.</summary>
    /// <exception cref="ParquetFormatException">A file says nothing of them, or what is not understood, or two disagree.</exception>
    public static PieceTables Read(IReadOnlyList<PiecesFile> files, PlainTable pieces)
    {
        TextRows names = new(PieceSchema.Names);
        TextRows members = new(PieceSchema.Members);
        Dictionary<RegionId, Region> regions = [];
        List<Affiliation> affiliations = [];
        HashSet<string> read = [];
        foreach (PiecesFile file in files)
        {
            try
            {
                if (!file.Metadata.TryGetValue(Key, out string? json))
                {
                    throw file.Error($"it says nothing of its ids and hierarchies under '{Key}'");
                }

                if (!read.Add(json))
                {
                    // The files of one folder say the same.
                    continue;
                }

                using var document = JsonDocument.Parse(json);
                if (document.RootElement.GetProperty("version").GetInt32() != Version)
                {
                    throw file.Error("it was written for another version of this library");
                }

                names.Add(document.RootElement.GetProperty("names"), NameColumns);
                members.Add(document.RootElement.GetProperty("members"), MemberColumns);
                ConflictDataset dataset = DatasetJson.Read(document.RootElement.GetProperty("dataset").GetRawText());
                foreach (Region region in dataset.Regions)
                {
                    if (!regions.TryAdd(region.Id, region) && regions[region.Id] != region)
                    {
                        throw file.Error($"the region '{region.Id}' is another than in an earlier file");
                    }
                }

                affiliations.AddRange(dataset.Affiliations.Where(affiliation => !affiliations.Contains(affiliation)));
            }
            catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw file.Error($"what it says of its ids and hierarchies is not understood: {error.Message.TrimEnd('.')}", inner: error);
            }
        }

        try
        {
            return PieceTables.Of(pieces, names, members, regions.Values.OrderBy(region => region.Id), affiliations);
        }
        catch (Exception error) when (error is PieceFormatException or Hierarchies.HierarchyCycleException or ArgumentException)
        {
            throw files[0].Error($"its ids and hierarchies can't be: {error.Message.TrimEnd('.')}", inner: error);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, PlainTable table, int[] columns)
    {
        json.WriteStartArray(name);
        for (int row = 0; row < table.Rows; row++)
        {
            json.WriteStartArray();
            foreach (int column in columns)
            {
                json.WriteStringValue(table.TextAt(column, row));
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <summary>Rows of text, each once.</summary>
    private sealed class TextRows(PlainSchema schema) : PlainTable(schema)
    {
        private readonly List<string> texts = [];
        private readonly Dictionary<string, int> codes = [];
        private readonly List<int[]> rows = [];
        private readonly HashSet<string> seen = [];

        public override int Rows => rows.Count;

        public void Add(JsonElement array, int[] columns)
        {
            foreach (JsonElement row in array.EnumerateArray())
            {
                if (row.GetArrayLength() != columns.Length)
                {
                    throw new InvalidOperationException($"a row of {Schema.Name} has {row.GetArrayLength()} cells");
                }

                if (seen.Add(row.GetRawText()))
                {
                    rows.Add([.. columns.Select((_, i) => CodeOf(row[i].GetString()))]);
                }
            }
        }

        public override IReadOnlyList<string> TextsOf(int column) => texts;

        public override void ReadCodes(int column, int start, Span<int> codes)
        {
            for (int i = 0; i < codes.Length; i++)
            {
                codes[i] = rows[start + i][column];
            }
        }

        public override void ReadNumbers(int column, int start, Span<long> numbers, Span<bool> isKnown) =>
            throw new ArgumentOutOfRangeException(nameof(column), column, "All columns hold text.");

        private int CodeOf(string? text)
        {
            if (text is null)
            {
                return -1;
            }

            if (!codes.TryGetValue(text, out int code))
            {
                codes.Add(text, code = texts.Count);
                texts.Add(text);
            }

            return code;
        }
    }
}

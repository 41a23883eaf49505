using System.Text.Json;
using ConflictModel.Aggregation;
using ConflictModel.Serialization;

namespace ConflictModel.Parquet;

/// <summary>The ids, names and hierarchies of several files together, each of which says its own.</summary>
internal sealed class BooksTogether
{
    private readonly TextRows names = new(PieceSchema.Names);
    private readonly TextRows members = new(PieceSchema.Members);
    private readonly Dictionary<RegionId, Region> regions = [];
    private readonly List<Affiliation> affiliations = [];
    private readonly HashSet<Affiliation> linked = [];
    private readonly HashSet<string> known = [];

    /// <summary>Adds what a file says.</summary>
    /// <exception cref="ParquetFormatException">It says nothing, or what is not understood, or other than an earlier file.</exception>
    public void Add(PiecesFile file)
    {
        try
        {
            if (!file.Metadata.TryGetValue(Books.Key, out string? json))
            {
                throw file.Error($"it says nothing of its ids and hierarchies under '{Books.Key}'");
            }

            if (known.Contains(json))
            {
                // Files that were written one after another often say the same, word for word.
                return;
            }

            using var document = JsonDocument.Parse(json);
            if (document.RootElement.GetProperty("version").GetInt32() != Books.Version)
            {
                throw file.Error("it was written for another version of this library");
            }

            names.Add(document.RootElement.GetProperty("names"));
            members.Add(document.RootElement.GetProperty("members"));
            ConflictDataset dataset = DatasetJson.Read(document.RootElement.GetProperty("dataset").GetRawText());
            foreach (Region region in dataset.Regions)
            {
                if (!regions.TryAdd(region.Id, region) && regions[region.Id] != region)
                {
                    throw file.Error($"the region '{region.Id}' is another than in an earlier file");
                }
            }

            affiliations.AddRange(dataset.Affiliations.Where(linked.Add));
            known.Add(json);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw file.Error($"what it says of its ids and hierarchies is not understood: {error.Message.TrimEnd('.')}", inner: error);
        }
    }

    /// <summary>Tables with all of these ids and hierarchies.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="file">The file that is named where they can't be.</param>
    /// <exception cref="ParquetFormatException">They can't be.</exception>
    public PieceTables ToTables(PlainTable pieces, PiecesFile file)
    {
        try
        {
            return PieceTables.Of(pieces, names, members, regions.Values.OrderBy(region => region.Id), affiliations);
        }
        catch (Exception error) when (error is PieceFormatException or Hierarchies.HierarchyCycleException or ArgumentException)
        {
            throw file.Error($"its ids and hierarchies can't be: {error.Message.TrimEnd('.')}", inner: error);
        }
    }

    /// <summary>Rows of text, each once.</summary>
    private sealed class TextRows(PlainSchema schema) : PlainTable(schema)
    {
        private readonly List<string> texts = [];
        private readonly Dictionary<string, int> codes = [];
        private readonly List<int[]> rows = [];
        private readonly HashSet<string> seen = [];

        public override int Rows => rows.Count;

        public void Add(JsonElement array)
        {
            foreach (JsonElement row in array.EnumerateArray())
            {
                if (row.GetArrayLength() != Schema.Columns.Count)
                {
                    throw new InvalidOperationException($"a row of {Schema.Name} has {row.GetArrayLength()} cells");
                }

                if (seen.Add(row.GetRawText()))
                {
                    rows.Add([.. Schema.Columns.Select((_, i) => CodeOf(row[i].GetString()))]);
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

using System.Text;

namespace ConflictModel.Interchange;

/// <summary>Counts the words of a list that were not understood, column by column, in bounded memory.</summary>
internal sealed class UnreadWords
{
    private const int MaxWords = 1_000;
    private const int MaxBytes = 200;

    private readonly Dictionary<int, CellMap<Entry>> byColumn = [];
    private readonly Dictionary<int, Entry> others = [];
    private readonly List<Entry> entries = [];

    public ValueList<UnreadWord> All => entries
        .Select(entry => new UnreadWord { Column = entry.Column, Word = entry.Word, Line = entry.Line, Count = entry.Count })
        .ToValueList();

    public void Add(Row row, int index)
    {
        ReadOnlySpan<byte> cell = row[index];
        if (!byColumn.TryGetValue(index, out CellMap<Entry>? words))
        {
            byColumn.Add(index, words = new());
        }

        if (cell.Length <= MaxBytes && words.Key(cell).TryGet(out Entry entry))
        {
            entry.Count++;
        }
        else if (cell.Length <= MaxBytes && entries.Count < MaxWords)
        {
            words.Add(Start(row, index, Encoding.UTF8.GetString(cell)));
        }
        else if (others.TryGetValue(index, out entry!))
        {
            entry.Count++;
        }
        else
        {
            others.Add(index, Start(row, index, null));
        }
    }

    private Entry Start(Row row, int index, string? word)
    {
        var entry = new Entry(row.Columns.Names[index], word, row.Line) { Count = 1 };
        entries.Add(entry);
        return entry;
    }

    private sealed class Entry(string column, string? word, long line)
    {
        public string Column => column;

        public string? Word => word;

        public long Line => line;

        public long Count { get; set; }
    }
}

using ConflictModel.Aggregation;

namespace ConflictModel.Parquet;

/// <summary>The pieces of several files, one after another; a file that lacks a measure knows nothing of it.</summary>
internal sealed class PiecesTogether : PlainTable
{
    private readonly PiecesPart[] parts;
    private readonly int[] starts;
    private readonly Dictionary<int, (List<string> Texts, Dictionary<string, int> Codes)> texts = [];

    public PiecesTogether(PiecesPart[] parts)
        : base(Union(parts))
    {
        this.parts = parts;
        starts = new int[parts.Length + 1];
        for (int i = 0; i < parts.Length; i++)
        {
            long end = (long)starts[i] + parts[i].Rows;
            starts[i + 1] = end <= Array.MaxLength
                ? (int)end
                : throw new InvalidOperationException(
                    $"A table in memory holds at most {Array.MaxLength} rows: ask the files part by part.");
        }
    }

    public override int Rows => starts[^1];

    public override IEnumerable<(int Start, int Rows)> Stretches => parts.SelectMany((part, i) =>
        part.Stretches.Select(stretch => (starts[i] + stretch.Start, stretch.Rows)));

    public override (long Least, long Most)? RangeOf(int column, int start, int rows)
    {
        int part = PartOf(start);
        int at = parts[part].Schema.IndexOf(Schema.Columns[column].Name);
        return at < 0 ? null : parts[part].RangeOf(at, start - starts[part], rows);
    }

    public override FormatException Locate(PieceFormatException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        int part = error.Row is { } row ? PartOf(row) : 0;
        return parts[part].Locate(error, error.Row - starts[part]);
    }

    public override IReadOnlyList<string> TextsOf(int column)
    {
        lock (texts)
        {
            return texts.TryGetValue(column, out (List<string> Texts, Dictionary<string, int> Codes) known) ? known.Texts : [];
        }
    }

    public override void ReadCodes(int column, int start, Span<int> codes)
    {
        int part = PartOf(start);
        int at = parts[part].Schema.IndexOf(Schema.Columns[column].Name);
        parts[part].ReadCodes(at, start - starts[part], codes);
        IReadOnlyList<string> own = parts[part].TextsOf(at);
        Dictionary<int, int> known = [];
        foreach (ref int code in codes)
        {
            if (code >= 0)
            {
                code = known.TryGetValue(code, out int mapped) ? mapped : known[code] = CodeOf(column, own[code]);
            }
        }
    }

    public override void ReadNumbers(int column, int start, Span<long> numbers, Span<bool> isKnown)
    {
        int part = PartOf(start);
        int at = parts[part].Schema.IndexOf(Schema.Columns[column].Name);
        if (at < 0)
        {
            numbers.Clear();
            isKnown.Clear();
            return;
        }

        parts[part].ReadNumbers(at, start - starts[part], numbers, isKnown);
    }

    private static PlainSchema Union(PiecesPart[] parts) => parts[0].Schema with
    {
        Columns = [.. parts.SelectMany(part => part.Schema.Columns).DistinctBy(column => column.Name)],
    };

    private int PartOf(int row)
    {
        int part = 0;
        while (part < parts.Length - 1 && starts[part + 1] <= row)
        {
            part++;
        }

        return part;
    }

    private int CodeOf(int column, string text)
    {
        lock (texts)
        {
            if (!texts.TryGetValue(column, out (List<string> Texts, Dictionary<string, int> Codes) of))
            {
                texts.Add(column, of = ([], []));
            }

            if (!of.Codes.TryGetValue(text, out int code))
            {
                of.Codes.Add(text, code = of.Texts.Count);
                of.Texts.Add(text);
            }

            return code;
        }
    }
}

namespace ConflictModel.Aggregation;

/// <summary>A small table of rows that stand in memory one by one.</summary>
internal sealed class ListedTable : PlainTable
{
    private readonly IReadOnlyList<object?[]> rows;
    private readonly (string[] Texts, int[] Codes)[] coded;

    /// <param name="schema">The columns.</param>
    /// <param name="rows">The cells of each row: text, or a <see cref="long"/>, or null.</param>
    public ListedTable(PlainSchema schema, IReadOnlyList<object?[]> rows)
        : base(schema)
    {
        this.rows = rows;
        coded = [.. schema.Columns.Select((column, i) => column.Type == PlainType.Text ? Code(rows, i) : ([], []))];
    }

    public override int Rows => rows.Count;

    public override IReadOnlyList<string> TextsOf(int column) => coded[column].Texts;

    public override void ReadCodes(int column, int start, Span<int> codes) =>
        coded[column].Codes.AsSpan(start, codes.Length).CopyTo(codes);

    public override void ReadNumbers(int column, int start, Span<long> numbers, Span<bool> isKnown)
    {
        for (int i = 0; i < numbers.Length; i++)
        {
            isKnown[i] = rows[start + i][column] is long;
            numbers[i] = rows[start + i][column] as long? ?? 0;
        }
    }

    private static (string[] Texts, int[] Codes) Code(IReadOnlyList<object?[]> rows, int column)
    {
        Dictionary<string, int> codes = [];
        int[] ofRows = new int[rows.Count];
        for (int row = 0; row < ofRows.Length; row++)
        {
            if (rows[row][column] is not string text)
            {
                ofRows[row] = -1;
            }
            else if (!codes.TryGetValue(text, out ofRows[row]))
            {
                codes.Add(text, ofRows[row] = codes.Count);
            }
        }

        string[] texts = new string[codes.Count];
        foreach ((string text, int code) in codes)
        {
            texts[code] = text;
        }

        return (texts, ofRows);
    }
}

namespace ConflictModel.Aggregation;

/// <summary>A text a row, or none, in the table's own numbering: 0 is none, i the text before the i-th.</summary>
internal sealed record TextColumn(CodeColumn Codes, IReadOnlyList<string> Texts)
{
    /// <summary>The text of a row; null where it has none.</summary>
    public string? this[int row]
    {
        get
        {
            int code = Codes[row];
            return code == 0 ? null : Texts[code - 1];
        }
    }

    /// <summary>The column of some of the rows, in that order.</summary>
    public TextColumn Take(ReadOnlySpan<int> rows) => this with { Codes = Codes.Take(rows) };
}

using System.Collections.Concurrent;
using ConflictModel.Aggregation;

namespace ConflictModel.Tests.Aggregation;

/// <summary>A plain table with one cell changed or one column lost, which notes the columns that are read.</summary>
internal sealed class ChangedTable(PlainTable table, string? changed = null, int row = -1, object? cell = null, string? lost = null)
    : PlainTable(table.Schema with { Columns = [.. table.Schema.Columns.Where(one => one.Name != lost)] })
{
    private readonly ConcurrentDictionary<string, bool> read = [];
    private readonly string[] more = cell is string text ? [text] : [];

    public IEnumerable<string> Read => read.Keys;

    public override int Rows => table.Rows;

    public override IReadOnlyList<string> TextsOf(int column) =>
        [.. table.TextsOf(Place(column)), .. IsChanged(column, row, 1) ? more : []];

    public override void ReadCodes(int column, int start, Span<int> codes)
    {
        table.ReadCodes(Place(column), start, codes);
        if (IsChanged(column, start, codes.Length))
        {
            codes[row - start] = cell is null ? -1 : table.TextsOf(Place(column)).Count;
        }
    }

    public override void ReadNumbers(int column, int start, Span<long> numbers, Span<bool> isKnown)
    {
        table.ReadNumbers(Place(column), start, numbers, isKnown);
        if (IsChanged(column, start, numbers.Length))
        {
            (numbers[row - start], isKnown[row - start]) = (cell as long? ?? 0, cell is not null);
        }
    }

    private bool IsChanged(int at, int start, int rows) => Schema.Columns[at].Name == changed && row >= start && row < start + rows;

    private int Place(int at)
    {
        read.TryAdd(Schema.Columns[at].Name, true);
        return table.Schema.IndexOf(Schema.Columns[at].Name);
    }
}

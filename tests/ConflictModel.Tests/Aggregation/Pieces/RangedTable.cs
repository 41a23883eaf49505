using ConflictModel.Aggregation;

namespace ConflictModel.Tests.Aggregation;

/// <summary>A plain table that knows the least and the greatest number of some columns, of which some can't be read.</summary>
internal sealed class RangedTable(PlainTable table, params string[] unread) : PlainTable(table.Schema)
{
    private readonly Dictionary<string, (long Least, long Most)?> ranges = table.Schema.Columns
        .Where(column => column.Name is "pieces" or "first" or "earliest" or "latest" or "month")
        .ToDictionary(column => column.Name, column => Range(table, table.Schema.IndexOf(column.Name)));

    public override int Rows => table.Rows;

    public override IReadOnlyList<string> TextsOf(int column) => table.TextsOf(column);

    public override void ReadCodes(int column, int start, Span<int> codes) => table.ReadCodes(column, start, codes);

    public override void ReadNumbers(int column, int start, Span<long> numbers, Span<bool> isKnown)
    {
        unread.Should().NotContain(Schema.Columns[column].Name);
        table.ReadNumbers(column, start, numbers, isKnown);
    }

    public override (long Least, long Most)? RangeOf(int column, int start, int rows) =>
        ranges.GetValueOrDefault(Schema.Columns[column].Name);

    private static (long Least, long Most)? Range(PlainTable table, int column)
    {
        long?[] numbers = [.. Enumerable.Range(0, table.Rows).Select(row => table.NumberAt(column, row))];
        return numbers.Length == 0 || numbers.Contains(null) ? null : (numbers.Min()!.Value, numbers.Max()!.Value);
    }
}

using ConflictModel.Aggregation;

namespace ConflictModel.Parquet;

/// <summary>Some rows of a table, in that order.</summary>
internal sealed class ChosenRows(PlainTable table, int[] rows) : PlainTable(table.Schema)
{
    public override int Rows => rows.Length;

    public override IReadOnlyList<string> TextsOf(int column) => table.TextsOf(column);

    public override void ReadCodes(int column, int start, Span<int> codes)
    {
        for (int at = 0, run; at < codes.Length; at += run)
        {
            run = Run(start + at, codes.Length - at);
            table.ReadCodes(column, rows[start + at], codes.Slice(at, run));
        }
    }

    public override void ReadNumbers(int column, int start, Span<long> numbers, Span<bool> isKnown)
    {
        for (int at = 0, run; at < numbers.Length; at += run)
        {
            run = Run(start + at, numbers.Length - at);
            table.ReadNumbers(column, rows[start + at], numbers.Slice(at, run), isKnown.Slice(at, run));
        }
    }

    /// <summary>How many rows from one on stand together in the table.</summary>
    private int Run(int start, int most)
    {
        int run = 1;
        while (run < most && rows[start + run] == rows[start] + run)
        {
            run++;
        }

        return run;
    }
}

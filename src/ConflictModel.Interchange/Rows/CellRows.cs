namespace ConflictModel.Interchange;

/// <summary>One row at a time, from cells in memory: what was just written, to be read back.</summary>
internal sealed class CellRows : RowSource
{
    public CellRows(ColumnSet columns) => Columns = columns;

    public override long Position => 0;

    public Row Of(string[] cells)
    {
        Row.Cells = cells;
        Row.Start(1);
        return Row;
    }

    public override bool Read() => false;

    public override ValueTask<bool> ReadAsync(CancellationToken cancellationToken) => new(false);

    public override (long Line, long Column) PositionOf(int index) => (1, 1);

    public override string RawText(out bool truncated)
    {
        truncated = false;
        return string.Join(',', Row.Cells);
    }

    public override void Dispose()
    {
    }
}

using System.Text;

namespace ConflictModel.Interchange;

/// <summary>One row at a time, from cells in memory: what was just written, to be read back.</summary>
internal sealed class TextRowSource : RowSource
{
    private byte[][] cells = [];

    public TextRowSource(ColumnSet columns) => Columns = columns;

    public override long Position => 0;

    public Row Of(IReadOnlyList<string> texts)
    {
        cells = [.. texts.Select(Encoding.UTF8.GetBytes)];
        Row.Start(1);
        return Row;
    }

    public override bool Read() => false;

    public override ValueTask<bool> ReadAsync(CancellationToken cancellationToken) => new(false);

    public override ReadOnlySpan<byte> Cell(int index) => cells[index];

    public override (long Line, long Column) PositionOf(int index) => (1, 1);

    public override string RawText(out bool truncated)
    {
        truncated = false;
        return string.Join(',', cells.Select(Encoding.UTF8.GetString));
    }

    public override void Dispose()
    {
    }
}

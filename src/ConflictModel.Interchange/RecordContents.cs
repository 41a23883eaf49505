namespace ConflictModel.Interchange;

/// <summary>Takes the contents of some rows of a file, and passes over the others.</summary>
/// <param name="cells">Which cells.</param>
/// <param name="wanted">The numbers of the rows among those that are handled, in ascending order.</param>
/// <param name="take">Takes the place of a row among those that are wanted, and its content, which is good until the next.</param>
internal sealed class RecordContents(RecordCells cells, int[] wanted, Action<int, ReadOnlySpan<byte>> take) : RowHandler
{
    private int rows;
    private int next;

    /// <summary>Whether there are no more rows to be had.</summary>
    public bool IsDone => next == wanted.Length;

    protected override void Bind(ColumnSet columns) => cells.Bind(columns);

    protected override void Handle(Row row)
    {
        if (next < wanted.Length && wanted[next] == rows)
        {
            take(next++, cells.ContentOf(row));
        }

        rows++;
    }
}

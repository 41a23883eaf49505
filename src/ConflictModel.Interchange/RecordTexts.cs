namespace ConflictModel.Interchange;

/// <summary>Takes the cells of some rows of a file, and passes over the others.</summary>
/// <param name="cells">Which cells.</param>
/// <param name="wanted">The numbers of the rows among those that are handled, in ascending order.</param>
/// <param name="take">Takes the place of a row among those that are wanted, and its texts.</param>
internal sealed class RecordTexts(RecordCells cells, int[] wanted, Action<int, string[]> take) : RowHandler
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
            take(next++, cells.TextsOf(row));
        }

        rows++;
    }
}

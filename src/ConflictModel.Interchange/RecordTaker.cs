using ConflictModel.Revisions;

namespace ConflictModel.Interchange;

/// <summary>Appends the rows of a file to a vintage: each to its table, with its id and what it says.</summary>
internal sealed class RecordTaker(RowTabulator tabulator, RecordCells cells, VintageBuilder vintage) : RowHandler
{
    private readonly ChunkList<int> numbers = new();
    private int rows;

    /// <summary>Of each record the number of its row among those that were handled, from 0.</summary>
    public ChunkList<int> Numbers => numbers;

    protected override void Bind(ColumnSet columns) => cells.Bind(columns);

    protected override void Handle(Row row)
    {
        int number = rows++;
        ReadOnlySpan<byte> id = cells.IdOf(row);
        if (id.IsEmpty)
        {
            row.Fail(MalformationCode.Id, "The row has no id, so that it is known in no other vintage.");
            return;
        }

        byte[] key = [.. id];
        if (tabulator.Take(row))
        {
            vintage.Add(key, cells.ContentOf(row));
            numbers.Add(number);
        }
    }
}

namespace ConflictModel.Interchange;

/// <summary>Takes the rows of a file that are records of a vintage: those that have an id and that a table can be made of.</summary>
/// <param name="tabulator">Reads a row, and appends it to a table if it is to.</param>
/// <param name="cells">Knows the id.</param>
internal class RecordRows(RowTabulator tabulator, RecordCells cells) : RowHandler
{
    protected override void Bind(ColumnSet columns) => cells.Bind(columns);

    protected override void Handle(Row row) => Takes(row);

    protected bool Takes(Row row)
    {
        if (!cells.IdOf(row).IsEmpty)
        {
            return tabulator.Take(row);
        }

        row.Fail(MalformationCode.Id, "The row has no id, so that it is known in no other vintage.");
        return false;
    }
}

namespace ConflictModel.Interchange;

/// <summary>Reads of each row its id and the second in which it was changed, and hands it on.</summary>
/// <param name="format">Which columns they stand in.</param>
/// <param name="needsStamp">Whether a row that says no time is malformed; else its time is 0.</param>
/// <param name="take">Takes a row, its id and its time in Unix seconds.</param>
internal sealed class StampedRows(EventFormat format, bool needsStamp, Action<Row, string, uint> take) : RowHandler
{
    private int idAt;
    private int stampAt;

    protected override void Bind(ColumnSet columns) =>
        (idAt, stampAt) = (columns.IndexOf(format.IdColumn!), columns.IndexOf(format.VersionColumn!));

    protected override void Handle(Row row)
    {
        row.CheckId(idAt, format.IdColumn!);
        bool hasStamp = CellText.TryCount(row[stampAt], out long stamp) && stamp is > 0 and <= uint.MaxValue;
        if (needsStamp && !hasStamp)
        {
            row.Fail(
                MalformationCode.Number,
                stampAt < 0
                    ? $"There is no column '{format.VersionColumn}' to say when the row was changed."
                    : $"{format.VersionColumn} '{row.Text(stampAt)}' is not a time in Unix seconds.",
                stampAt);
        }

        if (row.Fault is null)
        {
            take(row, row.IdOf(idAt), hasStamp ? (uint)stamp : 0);
        }
    }
}

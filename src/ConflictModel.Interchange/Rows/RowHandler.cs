namespace ConflictModel.Interchange;

/// <summary>What is done with each row that can be read: an incident or a table's row is made of it, or rules are checked on it.</summary>
internal abstract class RowHandler
{
    private ColumnSet? bound;

    /// <summary>Takes a row; false if it is malformed, which <see cref="Row.Fault"/> tells.</summary>
    public bool Take(Row row)
    {
        if (row.Fault is null)
        {
            if (!ReferenceEquals(bound, row.Columns))
            {
                bound = row.Columns;
                Bind(bound);
            }

            Handle(row);
        }

        return row.Fault is null;
    }

    /// <summary>Finds the format's columns.</summary>
    protected abstract void Bind(ColumnSet columns);

    /// <summary>Takes a row, or notes its fault.</summary>
    protected abstract void Handle(Row row);
}

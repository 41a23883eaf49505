namespace ConflictModel.Interchange;

/// <summary>One row of a file as text, and the first fault that was found in it.</summary>
/// <remarks>One object serves for all rows of a source: the next read changes it.</remarks>
internal sealed class Row(RowSource source)
{
    /// <summary>
    /// The cells, in the order of <see cref="Columns"/>; at least as long, and longer if the source reuses it. Null where the source makes the text when it
    /// is asked for.
    /// </summary>
    public string?[] Cells { get; set; } = [];

    public ColumnSet Columns => source.Columns;

    /// <summary>The line on which the row starts, from 1.</summary>
    public long Line { get; set; }

    /// <summary>The first fault found in the row; null if none was.</summary>
    public Malformation? Fault { get; private set; }

    /// <summary>The cell at a place, or empty for a column that the file hasn't.</summary>
    public string this[int index] => index < 0 ? "" : Cells[index] ??= source.TextOf(index);

    public void Start(long line)
    {
        Line = line;
        Fault = null;
    }

    /// <summary>Notes a fault of a cell, or of the row if <paramref name="index"/> is negative. The first one stays.</summary>
    public void Fail(MalformationCode code, string reason, int index = -1)
    {
        if (Fault is null)
        {
            (long line, long column) = source.PositionOf(index);
            Fault = new()
            {
                Code = code,
                Reason = reason,
                Line = line,
                Column = column,
                Field = index < 0 || index >= Columns.Count ? null : Columns.Names[index],
            };
        }
    }

    /// <summary>Notes a fault whose place is known.</summary>
    public void Fail(Malformation fault) => Fault ??= fault;

    /// <summary>The row's text as it stands in the file, for the reject file.</summary>
    public RejectedRow Reject()
    {
        string text = source.RawText(out bool truncated);
        return new() { Malformation = Fault!, Text = text, Truncated = truncated };
    }
}

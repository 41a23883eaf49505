using System.Text;

namespace ConflictModel.Interchange;

/// <summary>One row of a file as UTF-8, and the first fault that was found in it.</summary>
/// <remarks>One object serves for all rows of a source: the next read changes it, and what its spans show.</remarks>
internal sealed class Row(RowSource source)
{
    /// <summary>No event that a data set of the field records is older: a year before it is a slip.</summary>
    public const int FirstYear = 1900;

    private readonly List<(int Index, byte[] Text)> rewritten = [];
    private bool isPlain = true;

    public ColumnSet Columns => source.Columns;

    /// <summary>The line on which the row starts, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The first fault found in the row; null if none was.</summary>
    public Malformation? Fault { get; private set; }

    /// <summary>Whether a day in the row lies before any that a data set of the field has.</summary>
    public bool IsEarly { get; set; }

    /// <summary>
    /// What the cell at a place says, unquoted; empty for a column that the file hasn't, and for a word that stands for an empty cell
    /// (<see cref="CellText.IsMissing"/>).
    /// </summary>
    public ReadOnlySpan<byte> this[int index] => CellText.Said(Written(index));

    /// <summary>The cell at a place as it is written, unquoted, or was rewritten; empty for a column that the file hasn't.</summary>
    public ReadOnlySpan<byte> Written(int index) =>
        index < 0 ? default : isPlain || Rewritten(index) is not { } text ? source.Cell(index) : text;

    /// <summary>What the cell at a place says as text: the same string for the same text, as far as the source remembers it.</summary>
    public string Text(int index) => index < 0 || CellText.IsMissing(Written(index)) ? "" : WrittenText(index);

    /// <summary>The cell at a place as it is written, as text.</summary>
    public string WrittenText(int index) =>
        isPlain || Rewritten(index) is not { } text ? source.Text(index) : Encoding.UTF8.GetString(text);

    public void Start(long line)
    {
        Line = line;
        Fault = null;
        IsEarly = false;
        if (!isPlain)
        {
            isPlain = true;
            rewritten.Clear();
        }
    }

    /// <summary>Puts what a cell means in the place of how the file writes it: from here on it is the cell.</summary>
    public void Rewrite(int index, byte[] text)
    {
        isPlain = false;
        rewritten.Add((index, text));
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

    private byte[]? Rewritten(int index)
    {
        for (int i = 0; i < rewritten.Count; i++)
        {
            if (rewritten[i].Index == index)
            {
                return rewritten[i].Text;
            }
        }

        return null;
    }
}

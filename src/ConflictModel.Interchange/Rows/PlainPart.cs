namespace ConflictModel.Interchange;

/// <summary>The rows of one part of a CSV file that leave no doubt (<see cref="CellIndex"/>), in any order.</summary>
internal sealed class PlainPart : RowSource
{
    private readonly CellIndex cells = new();
    private readonly byte separator;
    private byte[] unescaped = new byte[1 << 12];
    private int unescapedLength;
    private int textLength;
    private int first;
    private int[]? lines;

    /// <summary>A part to be filled again and again.</summary>
    /// <param name="columns">The columns of the file.</param>
    /// <param name="separator">What parts its cells.</param>
    /// <param name="bytes">How long a part is.</param>
    public PlainPart(ColumnSet columns, char separator, int bytes)
    {
        Columns = columns;
        this.separator = (byte)separator;
        Buffer = new byte[bytes + 1 + CellIndex.Slack];
    }

    /// <summary>The text, with room behind it for a line feed that the file lacks.</summary>
    public byte[] Buffer { get; }

    /// <summary>Which part of the file it is, from 0.</summary>
    public int Number { get; private set; }

    /// <summary>Where the part starts in the file.</summary>
    public long Offset { get; private set; }

    /// <summary>The line on which it starts, as far as its turn has come.</summary>
    public long Line { get; set; }

    /// <summary>How many lines it has.</summary>
    public int Lines => Count + cells.InnerFeeds.Count;

    /// <summary>How many rows it has.</summary>
    public int Count => cells.Rows;

    public override long Position => Offset + textLength;

    private ReadOnlySpan<byte> Whole => Buffer.AsSpan(0, textLength);

    /// <summary>Says what the buffer holds.</summary>
    public void Fill(int number, long offset, int length) => (Number, Offset, textLength) = (number, offset, length);

    /// <summary>Finds the rows; false if what they are is not beyond doubt.</summary>
    public bool TryFindRows()
    {
        lines = null;
        Buffer.AsSpan(textLength, CellIndex.Slack).Clear();
        if (textLength == 0 || !cells.TryFind(Whole, Buffer, separator, Columns.Count))
        {
            return false;
        }

        if (cells.InnerFeeds.Count > 0)
        {
            CountLines();
        }

        return true;
    }

    /// <summary>The cells of a row.</summary>
    public PlainCells CellsOf(int number) => new(Buffer, cells.EndsOf(number * Columns.Count, Columns.Count));

    /// <summary>The cells of all rows, column by column.</summary>
    /// <param name="doubts">Takes which rows they leave in doubt.</param>
    public PlainColumns ColumnsInto(Span<bool> doubts) =>
        new(Buffer, cells.EndsOf(0, Count * Columns.Count), Columns.Count, doubts[..Count]);

    /// <summary>Goes to a row.</summary>
    public void Go(int number)
    {
        first = number * Columns.Count;
        unescapedLength = 0;
        Row.Start(LineOf(number));
    }

    /// <summary>The line on which a row starts.</summary>
    public long LineOf(int number) => Line + (lines is null ? number : lines[number]);

    /// <summary>Whether all cells of the row are empty: what a reader passes over.</summary>
    public bool IsBlank()
    {
        for (int i = 0; i < Columns.Count; i++)
        {
            if (!Cell(i).IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    public override ReadOnlySpan<byte> Cell(int index)
    {
        (int start, int end) = cells.SpanOf(first + index);
        byte[] text = Buffer;
        if (text[end] == '\n' && end > start && text[end - 1] == '\r')
        {
            end--;
        }

        if (start == end || text[start] != '"')
        {
            return text.AsSpan(start, end - start);
        }

        ReadOnlySpan<byte> cell = text.AsSpan(start + 1, end - start - 2);

        // A quote within stands for two, so that most cells, of one digit, have none.
        return cell.Length > 1 && cell.Contains((byte)'"') ? Unescape(cell) : cell;
    }

    public override bool Read() => throw new NotSupportedException("Rows of a part are gone to by number.");

    public override ValueTask<bool> ReadAsync(CancellationToken cancellationToken) => new(Read());

    /// <summary>A row with a fault is read again by a reader that knows its place.</summary>
    public override (long Line, long Column) PositionOf(int index) => (Row.Line, 1);

    public override string RawText(out bool truncated) => throw new NotSupportedException("A row of a part is never set aside.");

    public override void Dispose()
    {
    }

    /// <summary>Of each row the number of lines before it.</summary>
    private void CountLines()
    {
        lines = new int[Count];
        int inner = 0;
        for (int number = 1; number < Count; number++)
        {
            int start = cells.SpanOf(number * Columns.Count).Start;
            while (inner < cells.InnerFeeds.Count && cells.InnerFeeds[inner] < start)
            {
                inner++;
            }

            lines[number] = number + inner;
        }
    }

    /// <summary>A cell with one quote for two, in memory that lasts as long as the row.</summary>
    private ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> cell)
    {
        if (unescaped.Length - unescapedLength < cell.Length)
        {
            // What was given out of the old memory stays where it is.
            unescaped = new byte[Math.Max(unescaped.Length, cell.Length * 2)];
            unescapedLength = 0;
        }

        Span<byte> text = unescaped.AsSpan(unescapedLength);
        int length = 0;
        for (int quote = cell.IndexOf((byte)'"'); quote >= 0; quote = cell.IndexOf((byte)'"'))
        {
            cell[..(quote + 1)].CopyTo(text[length..]);
            length += quote + 1;
            cell = cell[(quote + 2)..];
        }

        cell.CopyTo(text[length..]);
        length += cell.Length;
        unescapedLength += length;
        return text[..length];
    }
}

namespace ConflictModel.Interchange;

/// <summary>The rows of several files, one file after the other; one is open at a time.</summary>
internal sealed class JoinedRowSource : RowSource
{
    private readonly Queue<string> further;
    private readonly Func<string, RowSource> open;
    private readonly List<(PageClaim? Claim, long Rows)> past = [];
    private RowSource current;
    private string file;
    private long rows;
    private long positions;

    /// <summary>Opens the first file.</summary>
    public JoinedRowSource(IEnumerable<string> files, Func<string, RowSource> open)
    {
        further = new(files);
        this.open = open;
        file = further.Dequeue();
        current = Opened();
    }

    public override ColumnSet Columns
    {
        get => current.Columns;
        protected set => throw new NotSupportedException();
    }

    public override ValueList<string> Tags
    {
        get => current.Tags;
        protected set => throw new NotSupportedException();
    }

    public override bool IsAboveTags
    {
        get => current.IsAboveTags;
        protected set => throw new NotSupportedException();
    }

    public override bool IsJson => current.IsJson;

    public override bool HasPlaces => current.HasPlaces;

    public override bool HasDecimalCommas => current.HasDecimalCommas;

    public override Row Row => current.Row;

    public override string File => file;

    public override long Position => positions + current.Position;

    public override PageClaim? Page => PageClaim.Of([.. past, (current.Page, rows)]);

    public override bool Read()
    {
        do
        {
            try
            {
                if (current.Read())
                {
                    rows++;
                    return true;
                }
            }
            catch (MalformedInputException error)
            {
                throw error.In(file);
            }
        }
        while (GoOn());

        return false;
    }

    public override async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        do
        {
            try
            {
                if (await current.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    rows++;
                    return true;
                }
            }
            catch (MalformedInputException error)
            {
                throw error.In(file);
            }
        }
        while (GoOn());

        return false;
    }

    public override ReadOnlySpan<byte> Cell(int index) => current.Cell(index);

    public override string Text(int index) => current.Text(index);

    public override (long Line, long Column) PositionOf(int index) => current.PositionOf(index);

    public override string RawText(out bool truncated) => current.RawText(out truncated);

    public override void Dispose() => current.Dispose();

    private bool GoOn()
    {
        if (!further.TryDequeue(out string? next))
        {
            return false;
        }

        past.Add((current.Page, rows));
        positions += current.Position;
        current.Dispose();
        rows = 0;
        file = next;
        current = Opened();
        return true;
    }

    private RowSource Opened()
    {
        try
        {
            return open(file);
        }
        catch (MalformedInputException error)
        {
            throw error.In(file);
        }
    }
}

namespace ConflictModel.Interchange;

/// <summary>Gives the rows of a file one after the other, as cells under column names.</summary>
internal abstract class RowSource : IDisposable
{
    /// <summary>How many columns a file may have.</summary>
    public const int MaxColumns = 16_384;

    private readonly NameCache names = new();
    private readonly Row row;

    protected RowSource() => row = new(this);

    /// <summary>The columns, known once the source is open. A JSON source learns more as it goes.</summary>
    public virtual ColumnSet Columns { get; protected set; } = ColumnSet.Empty;

    /// <summary>The row of HXL tags beside the columns; empty if there is none.</summary>
    public virtual ValueList<string> Tags { get; protected set; }

    /// <summary>Whether the row that was read last stands above the row of tags: then it may be a heading.</summary>
    public virtual bool IsAboveTags { get; protected set; }

    /// <summary>Whether the rows are JSON objects, and their columns members.</summary>
    public virtual bool IsJson => false;

    /// <summary>Whether <see cref="Position"/> is where the row that was read last starts in the file itself.</summary>
    public virtual bool HasPlaces => false;

    /// <summary>Whether numbers may have decimal commas.</summary>
    public virtual bool HasDecimalCommas => false;

    /// <summary>The row that was read last.</summary>
    public virtual Row Row => row;

    /// <summary>The file of the current row, where there are several; null if there is one.</summary>
    public virtual string? File => null;

    /// <summary>How many bytes of the (decompressed) file have been read.</summary>
    public abstract long Position { get; }

    /// <summary>What the file says of the whole that it is a page of, as far as it has been read; null if it is no page.</summary>
    public virtual PageClaim? Page => null;

    /// <summary>How many rows were read as one with the row above them.</summary>
    public virtual long Joined => 0;

    /// <summary>Goes to the next row, which may bear a fault; false at the end.</summary>
    public abstract bool Read();

    /// <inheritdoc cref="Read"/>
    public abstract ValueTask<bool> ReadAsync(CancellationToken cancellationToken);

    /// <summary>A cell of the current row in UTF-8, unquoted. Valid until the next read.</summary>
    public abstract ReadOnlySpan<byte> Cell(int index);

    /// <summary>A cell of the current row as text.</summary>
    public virtual string Text(int index) => names.Of(Cell(index));

    /// <summary>The line and column of a cell of the current row, or of the row itself if <paramref name="index"/> is negative.</summary>
    public abstract (long Line, long Column) PositionOf(int index);

    /// <summary>The places of the current row's cells, one for each column.</summary>
    public virtual void Places(Span<(long Line, long Column)> places)
    {
        for (int index = 0; index < places.Length; index++)
        {
            places[index] = PositionOf(index);
        }
    }

    /// <summary>The current row as it stands in the file.</summary>
    public abstract string RawText(out bool truncated);

    public abstract void Dispose();
}

namespace ConflictModel.Aggregation;

/// <summary>What a batch says of its incidents in one respect; it takes no room until somebody asks for it.</summary>
/// <param name="capacity">How many incidents the batch can hold.</param>
/// <param name="unstated">What it says of each until something else is written.</param>
internal sealed class BatchColumn<T>(int capacity, T unstated = default!)
{
    private T[]? cells;

    /// <summary>All cells, to be written.</summary>
    public Span<T> Cells => cells ?? Make();

    /// <summary>What it says of one incident.</summary>
    public T this[int row] => cells is null ? unstated : cells[row];

    /// <summary>What it says of the first incidents; nothing if nobody asked for it.</summary>
    public ReadOnlySpan<T> First(int count) => cells is null ? [] : cells.AsSpan(0, count);

    private T[] Make()
    {
        cells = new T[capacity];
        Array.Fill(cells, unstated);
        return cells;
    }
}

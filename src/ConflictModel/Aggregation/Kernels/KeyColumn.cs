namespace ConflictModel.Aggregation;

/// <summary>A key that each row's code decides: the place that each code adds to that of the row's group.</summary>
/// <param name="Column">The codes; null for the first day of rows whose date has edges, which the scan works out.</param>
/// <param name="Slots">The slot of each code, or day; 0 is outside the key.</param>
/// <param name="Stride">How far apart the groups of neighbouring slots are.</param>
internal sealed record KeyColumn(CodeColumn? Column, int[] Slots, long Stride)
{
    /// <summary>The slots by stride, for a dense table.</summary>
    public int[] Places { get; init; } = [];

    /// <summary>The slots by stride, for a sparse one.</summary>
    public long[] WidePlaces { get; init; } = [];

    /// <summary>Whether a code is its own place.</summary>
    public bool IsIdentity { get; init; }
}

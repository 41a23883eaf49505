namespace ConflictModel.Aggregation;

/// <summary>What a packed cell cannot hold: counts above a byte, or a figure of which a part is unknown. It is added to the cell's own zeros.</summary>
/// <param name="Row">The row.</param>
/// <param name="Low">The low figure, or -1 if unknown.</param>
/// <param name="Best">The best figure, or -1 if unknown.</param>
/// <param name="High">The high figure, or -1 if unknown.</param>
internal readonly record struct Patch(int Row, long Low, long Best, long High)
{
    public bool IsPartial => (Low | Best | High) < 0;

    /// <summary>What a lane can gain from it at most.</summary>
    public long Weight => Math.Max(Low, Math.Max(Best, High));
}

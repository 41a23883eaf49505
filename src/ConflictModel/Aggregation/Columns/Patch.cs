namespace ConflictModel.Aggregation;

/// <summary>
/// What a packed cell cannot hold: counts above a byte, or a figure of which a part is unknown. It is added to the cell's own zeros.
/// </summary>
/// <param name="Row">The row.</param>
/// <param name="Low">The low figure, or -1 if unknown.</param>
/// <param name="Best">The best figure, or -1 if unknown.</param>
/// <param name="High">The high figure, or -1 if unknown.</param>
internal readonly record struct Patch(int Row, long Low, long Best, long High)
{
    /// <summary>What a lane of 32 bits may take of one patch.</summary>
    private const long MostNarrow = uint.MaxValue / 2;

    public bool IsPartial => (Low | Best | High) < 0;

    /// <summary>Whether it is added in 64 bits at once: it would fill a lane of 32, or counts what is unknown.</summary>
    public bool IsWide => IsPartial || Weight > MostNarrow;

    /// <summary>What a lane can gain from it at most.</summary>
    public long Weight => Math.Max(Low, Math.Max(Best, High));
}

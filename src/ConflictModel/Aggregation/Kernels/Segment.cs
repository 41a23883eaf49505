namespace ConflictModel.Aggregation;

/// <summary>A run of rows over which everything that depends on the date is constant.</summary>
/// <param name="Start">The first row.</param>
/// <param name="End">The row after the last.</param>
/// <param name="Place">What the time key adds to the place of every group.</param>
/// <param name="Era">Which affiliations hold, or <see cref="AnyEra"/>.</param>
internal readonly record struct Segment(int Start, int End, int Place, int Era)
{
    /// <summary>The era of rows without a day: any.</summary>
    public const int AnyEra = -1;
}

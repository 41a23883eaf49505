namespace ConflictModel.Aggregation;

/// <summary>Sums and bounds of incidents, added to where they stand: <see cref="Sums"/> without a copy for every incident.</summary>
internal struct RunningTotals
{
    private long incidents;
    private long low;
    private long best;
    private long high;
    private long withoutLow;
    private long withoutBest;
    private long withoutHigh;
    private long lower;
    private long upper;
    private bool isUnbounded;
    private bool isOuter;

    public readonly Sums Sums => new(incidents, low, best, high, withoutLow, withoutBest, withoutHigh);

    public readonly Bounds Bounds => new(lower, isUnbounded ? null : upper, isOuter);

    /// <summary>Adds an incident's figures, and its bounds where it has a count.</summary>
    public void Add(in (long? Low, long? Best, long? High) figures, in Bounds bounds)
    {
        incidents++;
        low += figures.Low.GetValueOrDefault();
        best += figures.Best.GetValueOrDefault();
        high += figures.High.GetValueOrDefault();
        withoutLow += figures.Low.HasValue ? 0 : 1;
        withoutBest += figures.Best.HasValue ? 0 : 1;
        withoutHigh += figures.High.HasValue ? 0 : 1;
        lower += bounds.Lower;
        upper += bounds.Upper ?? 0;
        isUnbounded |= bounds.IsUnbounded;
        isOuter |= bounds.IsOuter;
    }
}

namespace ConflictModel.Time;

/// <summary>The shares of the low, best and high figures of the parts of a whole.</summary>
public sealed class PartRangeShares
{
    internal PartRangeShares(PartShares low, PartShares best, PartShares high)
    {
        Low = low;
        Best = best;
        High = high;
    }

    /// <summary>The shares of the low figures.</summary>
    public PartShares Low { get; }

    /// <summary>The shares of the best figures.</summary>
    public PartShares Best { get; }

    /// <summary>The shares of the high figures.</summary>
    public PartShares High { get; }
}

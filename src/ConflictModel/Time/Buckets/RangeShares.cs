namespace ConflictModel.Time;

/// <summary>The shares of a low, a best and a high figure in each bucket.</summary>
public sealed class RangeShares
{
    private readonly long[] _low;
    private readonly long[] _best;
    private readonly long[] _high;

    internal RangeShares(ReadOnlySpan<long> low, ReadOnlySpan<long> best, ReadOnlySpan<long> high)
    {
        _low = low.ToArray();
        _best = best.ToArray();
        _high = high.ToArray();
    }

    /// <summary>The shares of the low figure.</summary>
    public ReadOnlySpan<long> Low => _low;

    /// <summary>The shares of the best figure.</summary>
    public ReadOnlySpan<long> Best => _best;

    /// <summary>The shares of the high figure.</summary>
    public ReadOnlySpan<long> High => _high;
}

namespace ConflictModel.Time;

/// <summary>The shares of the parts of a whole: a row for each part, a column for each bucket, and the totals of the columns.</summary>
public sealed class PartShares
{
    private readonly long[] _cells;
    private readonly long[] _totals;

    internal PartShares(int parts, int buckets, long[] cells)
    {
        PartCount = parts;
        _cells = cells;
        _totals = new long[buckets];
        for (var part = 0; part < parts; part++)
        {
            var row = Of(part);
            for (var bucket = 0; bucket < buckets; bucket++)
                _totals[bucket] += row[bucket];
        }
    }

    /// <summary>How many parts there are.</summary>
    public int PartCount { get; }

    /// <summary>What the parts have together in each bucket.</summary>
    public ReadOnlySpan<long> Totals => _totals;

    /// <summary>The shares of one part in each bucket; they add up to the part.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such part.</exception>
    public ReadOnlySpan<long> Of(int part)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(part, PartCount);
        return _cells.AsSpan(part * _totals.Length, _totals.Length);
    }
}

namespace ConflictModel.Aggregation;

/// <summary>What was reported of one incident for one measure: low, best and high, each of which may be unknown.</summary>
/// <remarks>Made by <see cref="Measure.Is(long)"/>. Equality is by content. The default says that nothing is known of those killed.</remarks>
public readonly record struct Figure
{
    // Stored one up, so that the default is unknown.
    private readonly long low;
    private readonly long best;
    private readonly long high;

    internal Figure(Measure measure, long? low, long? best, long? high)
    {
        Measure = measure;
        this.low = Check(low, nameof(low));
        this.best = Check(best, nameof(best));
        this.high = Check(high, nameof(high));
    }

    /// <summary>What is counted.</summary>
    public Measure Measure { get; }

    /// <summary>The low figure, or null if unknown.</summary>
    public long? Low => low == 0 ? null : low - 1;

    /// <summary>The best figure, or null if unknown.</summary>
    public long? Best => best == 0 ? null : best - 1;

    /// <summary>The high figure, or null if unknown or without limit.</summary>
    public long? High => high == 0 ? null : high - 1;

    private static long Check(long? count, string name)
    {
        if (count is not { } value)
        {
            return 0;
        }

        ArgumentOutOfRangeException.ThrowIfNegative(value, name);
        ArgumentOutOfRangeException.ThrowIfEqual(value, long.MaxValue, name);
        return value + 1;
    }
}

namespace ConflictModel.Reconciliation;

/// <summary>How many pairs of records may still be looked at, where their number can grow with the square of a file.</summary>
/// <param name="most">How many in all.</param>
internal sealed class Comparisons(long most)
{
    /// <summary>The most that one validation or reconciliation looks at: half a minute of work, and more than two years of daily
    /// running totals over tens of thousands of incidents come to.</summary>
    public const long MaxPairs = 20_000_000;

    /// <summary>How many it looks at for each record of a file so large that this is more.</summary>
    private const long MaxPairsEach = 100;

    /// <summary>How many records are passed over in the time in which a pair is compared.</summary>
    public const int PassedOver = 10;

    private long left = most;

    /// <summary>What is looked at of a data set.</summary>
    public static Comparisons Of(ConflictDataset dataset) =>
        new(Math.Max(MaxPairs, MaxPairsEach * ((long)dataset.Incidents.Count + dataset.Tallies.Count)));

    /// <summary>How many in all.</summary>
    public long Most { get; } = most;

    /// <summary>Whether more were asked for than there are: what was found since is not to be used.</summary>
    public bool AreSpent => left < 0;

    /// <summary>Takes some; false if there are not so many left, and from then on.</summary>
    public bool Take(long pairs = 1)
    {
        left = left < pairs ? -1 : left - pairs;
        return left >= 0;
    }
}

namespace ConflictModel.Aggregation;

/// <summary>The sums of one measure over a group of incidents, and over how many of them each was known.</summary>
/// <remarks>
/// A sum runs over the incidents whose figure is known; the unknown are counted beside it and never taken for zero.
/// The sum of best figures is not a best figure of the sum. Equality is by content. The default is the sum over no incident.
/// </remarks>
/// <param name="Low">The sum of the low figures that are known.</param>
/// <param name="Best">The sum of the best figures that are known.</param>
/// <param name="High">The sum of the high figures that are known.</param>
/// <param name="UnknownLow">How many incidents have no low figure.</param>
/// <param name="UnknownBest">How many incidents have no best figure.</param>
/// <param name="UnknownHigh">How many incidents have no high figure.</param>
public readonly record struct Sums(long Low, long Best, long High, long UnknownLow, long UnknownBest, long UnknownHigh)
{
    /// <summary>The sums over two disjoint sets of incidents together.</summary>
    /// <exception cref="OverflowException">A sum exceeds 64 bits.</exception>
    public static Sums operator +(Sums left, Sums right) => new(
        left.Low + right.Low,
        left.Best + right.Best,
        left.High + right.High,
        left.UnknownLow + right.UnknownLow,
        left.UnknownBest + right.UnknownBest,
        left.UnknownHigh + right.UnknownHigh);
}

using System.Diagnostics;

namespace ConflictModel;

/// <summary>A count as it was reported: the figures that were printed, and the words around them.</summary>
/// <remarks>
/// <para>
/// It holds what was published, whatever it is: an exact figure (449), a range (3,000-5,000), one end of a range ("at least 8"),
/// a figure with a hedge ("nearly 4,100": <see cref="Best"/> 4,100 with its wording), words alone ("dozens"), and even a low that is
/// above the best or the high, which real data sets print. What bounds follow from it is another question.
/// </para>
/// <para>
/// Figures are zero or more and at most <see cref="MaxFigure"/>. Equality is that of the three figures and of the wording, ordinal.
/// There is no order. The default value reports nothing: no figure and no words. Unknown is not zero.
/// </para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly partial struct Estimate : IEquatable<Estimate>
{
    /// <summary>
    /// The greatest figure that can be held: a million million, far beyond any count of people, so that sums stay within 64 bits.
    /// </summary>
    public const long MaxFigure = 1_000_000_000_000;

    // One more than each figure, so that the default has none: half of what nullable figures take.
    private readonly long lowPlusOne;
    private readonly long bestPlusOne;
    private readonly long highPlusOne;

    /// <summary>An estimate of the figures as printed.</summary>
    /// <param name="low">The low figure, or null if none was printed.</param>
    /// <param name="best">The best or only approximate figure, or null.</param>
    /// <param name="high">The high figure, or null.</param>
    /// <param name="wording">The words of the report, or null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is negative or above <see cref="MaxFigure"/>.</exception>
    public Estimate(long? low, long? best, long? high, string? wording = null)
    {
        lowPlusOne = Check(low, nameof(low));
        bestPlusOne = Check(best, nameof(best));
        highPlusOne = Check(high, nameof(high));
        Wording = string.IsNullOrEmpty(wording) ? null : wording;
    }

    /// <summary>The low figure as printed; null if none was.</summary>
    public long? Low => Figure(lowPlusOne);

    /// <summary>The best figure as printed, or the only one where it was printed with a hedge; null if none was.</summary>
    public long? Best => Figure(bestPlusOne);

    /// <summary>The high figure as printed; null if none was.</summary>
    public long? High => Figure(highPlusOne);

    /// <summary>The words of the report ("nearly 4,100", "dozens"); null if they were not kept.</summary>
    public string? Wording { get; }

    /// <summary>Whether neither a figure nor a word was reported.</summary>
    public bool IsEmpty => Low is null && Best is null && High is null && Wording is null;

    /// <summary>Whether one figure was printed as the count: low, best and high are the same.</summary>
    public bool IsExact => Low is not null && Low == High && Low == Best;

    /// <summary>One figure, printed as the count.</summary>
    public static implicit operator Estimate(long count) => Exactly(count);

    /// <inheritdoc cref="op_Implicit(long)"/>
    public static implicit operator Estimate(int count) => Exactly(count);

    /// <summary>Whether the figures and the wording are the same.</summary>
    public static bool operator ==(Estimate left, Estimate right) => left.Equals(right);

    /// <summary>Whether a figure or the wording differs.</summary>
    public static bool operator !=(Estimate left, Estimate right) => !left.Equals(right);

    /// <summary>One figure, printed as the count.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative or above <see cref="MaxFigure"/>.</exception>
    public static Estimate Exactly(long count, string? wording = null) => new(count, count, count, wording);

    /// <summary>A printed range without a best figure.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A figure is negative or above <see cref="MaxFigure"/>.</exception>
    public static Estimate Between(long low, long high, string? wording = null) => new(low, null, high, wording);

    /// <summary>"At least <paramref name="low"/>".</summary>
    /// <exception cref="ArgumentOutOfRangeException">A figure is negative or above <see cref="MaxFigure"/>.</exception>
    public static Estimate AtLeast(long low, string? wording = null) => new(low, null, null, wording);

    /// <summary>"At most <paramref name="high"/>".</summary>
    /// <exception cref="ArgumentOutOfRangeException">A figure is negative or above <see cref="MaxFigure"/>.</exception>
    public static Estimate AtMost(long high, string? wording = null) => new(null, null, high, wording);

    /// <summary>A figure printed with a hedge: <paramref name="wording"/> is the phrase with the figure, such as "nearly 4,100".</summary>
    /// <exception cref="ArgumentOutOfRangeException">A figure is negative or above <see cref="MaxFigure"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="wording"/> is empty.</exception>
    public static Estimate Hedged(long figure, string wording)
    {
        ArgumentException.ThrowIfNullOrEmpty(wording);
        return new(null, figure, null, wording);
    }

    /// <summary>Words without a figure: "dozens".</summary>
    /// <exception cref="ArgumentException"><paramref name="wording"/> is empty.</exception>
    public static Estimate InWords(string wording)
    {
        ArgumentException.ThrowIfNullOrEmpty(wording);
        return new(null, null, null, wording);
    }

    /// <inheritdoc/>
    public bool Equals(Estimate other) =>
        lowPlusOne == other.lowPlusOne && bestPlusOne == other.bestPlusOne && highPlusOne == other.highPlusOne
        && string.Equals(Wording, other.Wording, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Estimate other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Low, Best, High, Wording);

    /// <summary>
    /// The wording if there is one, otherwise the figures: "449", "3000 to 5000", "at least 8", "4 to 9 (best 6)", "no figure".
    /// </summary>
    public override string ToString()
    {
        if (Wording is not null)
        {
            return Wording;
        }

        if (IsExact)
        {
            return FormattableString.Invariant($"{Low}");
        }

        string? range = (Low, High) switch
        {
            (null, null) => null,
            ({ } low, null) => FormattableString.Invariant($"at least {low}"),
            (null, { } high) => FormattableString.Invariant($"at most {high}"),
            ({ } low, { } high) => FormattableString.Invariant($"{low} to {high}"),
        };
        return (range, Best) switch
        {
            (null, null) => "no figure",
            (null, { } best) => FormattableString.Invariant($"best {best}"),
            (not null, null) => range,
            (not null, { } best) => FormattableString.Invariant($"{range} (best {best})"),
        };
    }

    private static long? Figure(long plusOne) => plusOne == 0 ? null : plusOne - 1;

    private static long Check(long? figure, string name)
    {
        if (figure is not { } value)
        {
            return 0;
        }

        ArgumentOutOfRangeException.ThrowIfNegative(value, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxFigure, name);
        return value + 1;
    }
}

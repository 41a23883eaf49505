using System.Text.Json.Serialization;
using ConflictModel.Matching;

namespace ConflictModel.Undercount;

/// <summary>
/// Madigan and York's average: every decomposable graph and every size is given the weight that a prior and the table give it. What it
/// answers is the prior's as much as the table's where the table says little, so that both stand beside it.
/// </summary>
/// <remarks>
/// Graphs are equally likely before the table is seen. The cells' shares have a hyper-Dirichlet prior: each cell of the whole table counts
/// as if <see cref="Delta"/> people had been in it already. Equality is by content.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record GraphAverage
{
    /// <summary>How many times the number observed are unseen at most, unless it is said: 10.</summary>
    public const int DefaultTimesObserved = 10;

    /// <summary>The greatest number of unseen that is summed: 10,000,000.</summary>
    public const long MaxUnseen = 10_000_000;

    internal GraphAverage()
    {
    }

    /// <summary>How many people each cell is counted with beforehand: 1 divided by the number of cells unless it is said.</summary>
    public double Delta { get; internal init; }

    /// <summary>The least number of unseen that was summed: 0 unless it is said.</summary>
    public long FromUnseen { get; internal init; }

    /// <summary>The greatest number of unseen that was summed: ten times those observed unless it is said.</summary>
    public long UpToUnseen { get; internal init; }

    /// <summary>What was believed of the number.</summary>
    public NumberPrior Prior { get; internal init; } = NumberPrior.Reciprocal;

    /// <summary>The mean size.</summary>
    public double Mean { get; internal init; }

    /// <summary>The likeliest size.</summary>
    public long Mode { get; internal init; }

    /// <summary>For the levels 0.025, 0.25, 0.5, 0.75 and 0.975, the smallest size that is at least so likely not to be exceeded.</summary>
    public ValueList<Quantile> Quantiles { get; internal init; }

    /// <summary>The graphs by their weights, the greatest first.</summary>
    public ValueList<WeightedGraph> Graphs { get; internal init; }

    /// <summary>
    /// How likely it is, by this prior, that the unseen are within the last hundredth of the range that was summed. Where it is not next to
    /// nothing, the range decides, and neither mean nor quantiles mean anything.
    /// </summary>
    public double WeightAtTheEnd { get; internal init; }

    /// <summary>The average for a table of three to five lists.</summary>
    /// <param name="table">The table.</param>
    /// <param name="delta">How many people each cell is counted with beforehand; null for 1 divided by 2 to the number of lists.</param>
    /// <param name="upToUnseen">The greatest number of unseen; null for <see cref="DefaultTimesObserved"/> times those observed.</param>
    /// <param name="prior">What is believed of the number; null for <see cref="NumberPrior.Reciprocal"/>.</param>
    /// <param name="fromUnseen">The least number of unseen.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delta"/> is not above zero or not finite,
    /// <paramref name="upToUnseen"/> is above <see cref="MaxUnseen"/>, or <paramref name="fromUnseen"/> is negative or above
    /// it.</exception>
    /// <exception cref="RefusedEstimateException">There are fewer than three lists or more than five, nobody is on any, or they fall into
    /// groups that have nobody in common.</exception>
    public static GraphAverage Of(
        CaptureTable table, double? delta = null, long? upToUnseen = null, NumberPrior? prior = null, long fromUnseen = 0)
    {
        var cells = CaptureCells.Checked(table, DecomposableGraph.MaxLists);
        double each = delta ?? 1.0 / (cells.All + 1);
        if (!double.IsFinite(each) || each <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(delta), delta, "A cell is counted with more than nobody beforehand.");
        }

        long most = upToUnseen ?? Math.Min(MaxUnseen, checked(DefaultTimesObserved * table.Observed));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, MaxUnseen, nameof(upToUnseen));
        ArgumentOutOfRangeException.ThrowIfNegative(fromUnseen);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fromUnseen, most);
        return new GraphWeights(cells, each, (int)fromUnseen, (int)most, prior ?? NumberPrior.Reciprocal).Average();
    }

    /// <summary>The mean with the prior that it is of.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{NineDigits.Text(Mean)} with delta {NineDigits.Text(Delta)}, {FromUnseen} to {UpToUnseen} unseen");

    /// <summary>A size that is not exceeded with some probability.</summary>
    /// <remarks>Equality is by content.</remarks>
    /// <param name="Level">The probability.</param>
    /// <param name="Size">The size.</param>
    [JsonConverter(typeof(NoJsonConverter))]
    public readonly record struct Quantile(double Level, long Size);

    /// <summary>A graph with its weight in the average and what it says by itself.</summary>
    /// <remarks>Equality is by content.</remarks>
    /// <param name="Graph">The graph.</param>
    /// <param name="Weight">How likely it is, of all graphs.</param>
    /// <param name="Mode">The likeliest size by it.</param>
    /// <param name="LeastRelativeError">
    /// The size whose squared error, relative to the true size, is least on average: the estimate that Madigan and York print.
    /// </param>
    [JsonConverter(typeof(NoJsonConverter))]
    public sealed record WeightedGraph(DecomposableGraph Graph, double Weight, long Mode, double LeastRelativeError);
}

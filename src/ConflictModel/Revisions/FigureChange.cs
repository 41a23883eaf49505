using System.Text.Json.Serialization;
using ConflictModel.Aggregation;

namespace ConflictModel.Revisions;

/// <summary>By how much low, best and high figures differ; a figure that is not known counts for nothing.</summary>
/// <remarks>Equality is by content. The default is no difference.</remarks>
/// <param name="Low">By how much the low figures differ.</param>
/// <param name="Best">By how much the best figures differ.</param>
/// <param name="High">By how much the high figures differ.</param>
[JsonConverter(typeof(NoJsonConverter))]
public readonly record struct FigureChange(long Low, long Best, long High)
{
    /// <summary>Both together.</summary>
    public static FigureChange operator +(FigureChange left, FigureChange right) =>
        new(left.Low + right.Low, left.Best + right.Best, left.High + right.High);

    /// <summary>The one less the other.</summary>
    public static FigureChange operator -(FigureChange left, FigureChange right) =>
        new(left.Low - right.Low, left.Best - right.Best, left.High - right.High);

    /// <summary>One of the three.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="figure"/> is no figure.</exception>
    public long this[RangeFigure figure] => figure switch
    {
        RangeFigure.Low => Low,
        RangeFigure.Best => Best,
        RangeFigure.High => High,
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, "Not low, best or high."),
    };

    internal static FigureChange Of(Sums sums) => new(sums.Added(0), sums.Added(1), sums.Added(2));

    /// <summary>What ranks differences: the largest of the three.</summary>
    internal long Size => Math.Max(Math.Abs(Best), Math.Max(Math.Abs(Low), Math.Abs(High)));
}

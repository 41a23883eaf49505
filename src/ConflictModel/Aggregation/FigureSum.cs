namespace ConflictModel.Aggregation;

/// <summary>The sum of one printed figure over many reports, and how many reports did not print it.</summary>
/// <remarks>Equality is that of both numbers. The default is the sum of nothing.</remarks>
/// <param name="Total">The sum of the figures that were printed.</param>
/// <param name="Missing">How many counts lacked the figure: they are not in the total and are not zero.</param>
public readonly record struct FigureSum(long Total, int Missing)
{
    /// <summary>The sum of both.</summary>
    /// <exception cref="OverflowException">The sum is above what 64 bits hold.</exception>
    public static FigureSum operator +(FigureSum left, FigureSum right) => new(left.Total + right.Total, left.Missing + right.Missing);

    internal static FigureSum Of(long? figure) => figure is { } value ? new(value, 0) : new(0, 1);
}

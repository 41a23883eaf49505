using System.Text.Json.Serialization;

namespace ConflictModel.Undercount;

/// <summary>What is believed of a number before any list is looked at: how likely each size is.</summary>
/// <remarks>Priors of one kind and equal parameters are equal.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record NumberPrior
{
    private readonly double shape;
    private readonly double rate;

    private NumberPrior(double shape, double rate) => (this.shape, this.rate) = (shape, rate);

    /// <summary>One over the number: each doubling is as likely as any other. The default.</summary>
    public static NumberPrior Reciprocal { get; } = new(0, 0);

    /// <summary>
    /// A negative binomial: a Poisson number whose mean has a gamma distribution, as of a region whose rate is known about.
    /// </summary>
    /// <param name="shape">The gamma distribution's shape, above zero.</param>
    /// <param name="scale">Its scale, above zero: the mean is shape times scale.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is not above zero.</exception>
    public static NumberPrior NegativeBinomial(double shape, double scale)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
        return new(shape, scale);
    }

    /// <summary>The logarithm of how likely a size is, but for a constant.</summary>
    internal double LogWeight(long size) => shape == 0
        ? -Math.Log(size)
        : (size * Math.Log(rate)) - ((size + shape) * Math.Log(1 + rate))
            + GammaFunction.Log(size + shape) - GammaFunction.Log(size + 1) - GammaFunction.Log(shape);
}

namespace ConflictModel.Undercount;

/// <summary>
/// A log-linear model of those who are on some list, and what it says of those on none: whoever is on no list has the first term alone.
/// </summary>
internal sealed class UnseenFit
{
    /// <summary>Half of the 95th percentile of the chi-squared distribution with one degree of freedom.</summary>
    private const double Drop = 3.8414588206941236 / 2;

    /// <summary>The 97.5th percentile of the normal distribution.</summary>
    private const double Deviations = 1.9599639845400545;

    // Fewer unseen than this are none, and more than this share of those seen are without limit.
    private const double Fewest = 1e-3;
    private const double Most = 1e9;

    private readonly double[][] rows;
    private readonly double[] counts;
    private readonly double observed;

    public UnseenFit(double[][] rows, double[] counts)
    {
        (this.rows, this.counts) = (rows, counts);
        observed = counts.Sum();
        Seen = PoissonFit.Of(rows, counts);
    }

    /// <summary>The model fitted to those who are on some list.</summary>
    public PoissonFit Seen { get; }

    /// <summary>How many are on no list, by the model.</summary>
    public double Unseen => Math.Exp(Seen.Terms[0]);

    /// <summary>How many there are in all, by the model.</summary>
    public double Size => observed + Unseen;

    /// <summary>
    /// The sizes of which the likelihood, multinomial and at its greatest for that size, is no further below its greatest for any than
    /// chance explains in 95 of 100 samples.
    /// </summary>
    public UnseenInterval Profile()
    {
        // In the logarithm of the unseen, the profile is nearly a parabola.
        double best = TopOfProfile();
        double threshold = LogProfile(best).Height - Drop;
        double? low = End(best, -1), high = End(best, 1);
        return new(low is { } lower ? observed + Math.Exp(lower) : observed, high is { } upper ? observed + Math.Exp(upper) : null);

        double? End(double from, double direction)
        {
            double step = Math.Max(0.01, 2 * Math.Sqrt(Seen.VarianceOfFirst())) is var wide && double.IsFinite(wide) ? wide : 1;
            double inner = from;
            while (true)
            {
                double outer = inner + (direction * step);
                if (outer < Math.Log(Fewest) || outer > Math.Log(Most * observed))
                {
                    return null;
                }

                if (LogProfile(outer).Height < threshold)
                {
                    return RootSearch.Between(inner, outer, at => LogProfile(at).Height - threshold);
                }

                inner = outer;
            }
        }
    }

    /// <summary>By the curvature of the likelihood: the logarithm of the unseen, give or take 1.96 standard deviations.</summary>
    public UnseenInterval ByDeviation()
    {
        double factor = Math.Exp(Deviations * Math.Sqrt(Seen.VarianceOfFirst()));
        return new(observed + (Unseen / factor), double.IsFinite(factor) ? observed + (Unseen * factor) : null);
    }

    private double TopOfProfile()
    {
        double from = Seen.Terms[0], direction = Math.Sign(LogProfile(from).Slope);
        double step = 0.1;
        while (direction != 0 && from > Math.Log(Fewest) && from < Math.Log(Most * observed))
        {
            double to = from + (direction * step);
            if (Math.Sign(LogProfile(to).Slope) != direction)
            {
                return RootSearch.Between(from, to, at => LogProfile(at).Slope);
            }

            (from, step) = (to, 2 * step);
        }

        return from;
    }

    /// <summary>The logarithm of the greatest likelihood for so many unseen, without constants, and how it grows with their
    /// number.</summary>
    private (double Height, double Slope) LogProfile(double logOfUnseen)
    {
        double unseen = Math.Exp(logOfUnseen), size = observed + unseen;
        double[] onNone = new double[rows[0].Length];
        onNone[0] = 1;
        double[] all = [.. counts, unseen];
        double[] start = [.. Seen.Terms];
        var fit = PoissonFit.Of([.. rows, onNone], all, start);
        double height = GammaFunction.Log(size + 1) - GammaFunction.Log(unseen + 1);
        for (int i = 0; i < all.Length; i++)
        {
            height += all[i] == 0 ? 0 : all[i] * Math.Log(fit.Expected[i] / size);
        }

        double slope = GammaFunction.Slope(size + 1) - GammaFunction.Slope(unseen + 1) + Math.Log(fit.Expected[^1] / size);
        return (height, slope);
    }
}

using System.Text.Json.Serialization;

namespace ConflictModel.Undercount;

/// <summary>A log-linear model fitted to a table by the greatest likelihood: one estimate of many, each true if its model is.</summary>
/// <remarks>
/// The counts of the cells are taken as Poisson variables. Terms of lists that have nobody in common are infinitely small and not counted
/// as estimated. A fit is equal to itself alone.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class LogLinearFit
{
    private readonly UnseenFit fit;

    internal LogLinearFit(LogLinearModel model, ModelDesign design)
    {
        fit = new(design.Rows, design.Counts);
        Model = model;
        double observed = design.Counts.Sum();
        DegreesOfFreedom = design.Cells - design.Terms;
        Aic = (2 * design.Terms) - (2 * fit.Seen.LogLikelihood);
        Bic = (Math.Log(observed) * design.Terms) - (2 * fit.Seen.LogLikelihood);
    }

    /// <summary>The model.</summary>
    public LogLinearModel Model { get; }

    /// <summary>How many there are in all, seen and unseen, if the model is true.</summary>
    public double Size => fit.Size;

    /// <summary>Twice the logarithm of how much likelier the table is by a model that fits it perfectly.</summary>
    public double Deviance => fit.Seen.Deviance;

    /// <summary>The cells of the table less the terms that were estimated.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>Akaike's criterion: two for each term, less twice the logarithm of the likelihood. Less is better.</summary>
    public double Aic { get; }

    /// <summary>
    /// The Bayesian criterion of Schwarz: the logarithm of the number observed for each term, less twice the logarithm of the likelihood.
    /// Less is better.
    /// </summary>
    public double Bic { get; }

    /// <summary>
    /// The sizes that chance, at 0.05, does not rule out under this model: the profile of the multinomial likelihood falls by no more than
    /// half the 95th percentile of the chi-squared distribution with one degree of freedom.
    /// </summary>
    public UnseenInterval ProfileInterval() => fit.Profile();

    /// <summary>
    /// A quicker interval, symmetric in the logarithm of the unseen: 1.96 standard deviations to each side, by the likelihood's curvature.
    /// </summary>
    public UnseenInterval LogInterval() => fit.ByDeviation();

    /// <summary>The model, its size and how it fits: <c>[123,14,34] 10356.519, BIC 203.029633</c>.</summary>
    public override string ToString() => $"{Model} {NineDigits.Text(Size)}, BIC {NineDigits.Text(Bic)}";
}

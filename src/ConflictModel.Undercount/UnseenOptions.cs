using System.Text.Json.Serialization;

namespace ConflictModel.Undercount;

/// <summary>What an estimate of the unseen assumes, where it is not to be the defaults.</summary>
/// <remarks>Equality is by content.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record UnseenOptions
{
    /// <summary>The defaults.</summary>
    public static UnseenOptions Default { get; } = new();

    /// <summary>
    /// How far behind the best model, by the Bayesian criterion, a model is still one to be reckoned with: 10, beyond which a model is
    /// commonly said to have no support. At 0 there is the best alone, and those that fit as well.
    /// </summary>
    public double Distance { get; init; } = 10;

    /// <summary>How many people each cell is counted with before the average over graphs; null for 1 divided by the number of
    /// cells.</summary>
    public double? Delta { get; init; }

    /// <summary>The greatest number of unseen in the average over graphs; null for ten times those observed.</summary>
    public long? UpToUnseen { get; init; }

    /// <summary>What is believed of the number in the average over graphs: one over the number.</summary>
    public NumberPrior Prior { get; init; } = NumberPrior.Reciprocal;
}

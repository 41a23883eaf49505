namespace ConflictModel.Arithmetic;

/// <summary>Derives what follows from a reported count and its breakdowns.</summary>
public static class TollDerivations
{
    /// <summary>The least and the greatest count of every figure and every residual that the reported figures allow together.</summary>
    /// <param name="toll">The count and its breakdowns.</param>
    /// <param name="attributedTo">The actors to whom the report's headline attributes the whole ("killed by ISIS"); none if it attributes
    /// it to nobody. They add the figure <see cref="Derivation.Attributed"/>.</param>
    /// <param name="wordings">What words mean; <see cref="Wordings.Default"/> if null.</param>
    /// <exception cref="DerivationDepthException">Parts are nested deeper than <see cref="DerivationDepthException.MaxDepth"/>
    /// levels.</exception>
    public static Derivation Derive(this Toll toll, ValueList<ActorId> attributedTo = default, Wordings? wordings = null)
    {
        ArgumentNullException.ThrowIfNull(toll);
        return new Derivation(toll, Counted.People, attributedTo, wordings ?? Wordings.Default, default);
    }
}

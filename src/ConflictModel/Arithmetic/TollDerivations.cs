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
        return toll.Derive(CategoryRelations.OfRecord, attributedTo, wordings);
    }

    /// <summary>
    /// The same with what a data set knows: which of its regions lie within or overlap which, and which of its actors are part or members
    /// of which.
    /// </summary>
    /// <param name="dataset">The data set. Its hierarchies are read anew each time; <see cref="DatasetFigures"/> reads them once.</param>
    /// <param name="toll">The count and its breakdowns.</param>
    /// <param name="attributedTo">The actors to whom the report's headline attributes the whole.</param>
    /// <param name="when">When people were harmed, since actors belong to others for a time; null if it is not said.</param>
    /// <param name="wordings">What words mean; <see cref="Wordings.Default"/> if null.</param>
    /// <exception cref="DerivationDepthException">Parts are nested deeper than <see cref="DerivationDepthException.MaxDepth"/>
    /// levels.</exception>
    public static Derivation Derive(
        this ConflictDataset dataset,
        Toll toll,
        ValueList<ActorId> attributedTo = default,
        ReportedDate? when = null,
        Wordings? wordings = null)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(toll);
        return toll.Derive(CategoryRelations.Of(dataset, when), attributedTo, wordings);
    }

    internal static Derivation Derive(
        this Toll toll, CategoryRelations relations, ValueList<ActorId> attributedTo = default, Wordings? wordings = null) =>
        new(toll, Counted.People, attributedTo, wordings ?? Wordings.Default, relations, default);
}

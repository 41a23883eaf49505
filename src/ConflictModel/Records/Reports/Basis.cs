namespace ConflictModel;

/// <summary>What a report's figures rest on.</summary>
/// <remarks>Equality is by content.</remarks>
public sealed partial record Basis
{
    /// <summary>The kind of evidence.</summary>
    public required BasisKind Kind { get; init; }

    /// <summary>
    /// The confidence or credible level of a statistical estimate, above 0 and below 1 (0.95); null for every other kind.
    /// </summary>
    public decimal? Level { get; init; }

    /// <summary>The method in a few words, or null.</summary>
    public string? Note { get; init; }
}

namespace ConflictModel;

/// <summary>Something a source says that is no count, with the figures that bear on it.</summary>
/// <remarks>The library shows a claim beside its figures and never judges it. Equality is by content and order.</remarks>
public sealed partial record Claim
{
    /// <summary>The claim's id.</summary>
    public required ClaimId Id { get; init; }

    /// <summary>Who says it.</summary>
    public required Citation Citation { get; init; }

    /// <summary>What is said, in the recorder's own words.</summary>
    public required string Text { get; init; }

    /// <summary>The actors it is about.</summary>
    public ValueList<ActorId> Actors { get; init; }

    /// <summary>The regions it is about.</summary>
    public ValueList<RegionId> Regions { get; init; }

    /// <summary>The time it is about; null if not said.</summary>
    public ReportedDate? Period { get; init; }

    /// <summary>The figures that bear on it.</summary>
    public ValueList<FigureReference> Figures { get; init; }

    /// <summary>What a reader must know to set the figures beside the claim; null if nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Other people's data about it.</summary>
    public ExtensionData Extensions { get; init; }
}

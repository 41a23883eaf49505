namespace ConflictModel;

/// <summary>A resolution of an international body and what it provides.</summary>
/// <remarks>Equality is by content and order.</remarks>
public sealed partial record Resolution
{
    /// <summary>The resolution's id.</summary>
    public required ResolutionId Id { get; init; }

    /// <summary>The body that adopted it.</summary>
    public required ActorId Body { get; init; }

    /// <summary>Its number or symbol, as the body writes it: "2254".</summary>
    public required string Number { get; init; }

    /// <summary>What it is about, in a few words; null if not said.</summary>
    public string? Title { get; init; }

    /// <summary>When it was adopted; null if it was not.</summary>
    public ReportedDate? Adopted { get; init; }

    /// <summary>The actors that presented it.</summary>
    public ValueList<ActorId> PresentedBy { get; init; }

    /// <summary>What it provides, in its own order.</summary>
    public ValueList<Provision> Provisions { get; init; }

    /// <summary>Where it is recorded.</summary>
    public required Citation Citation { get; init; }

    /// <summary>Other people's data about it.</summary>
    public ExtensionData Extensions { get; init; }
}

namespace ConflictModel;

/// <summary>How many fighters an actor has, as a source says.</summary>
/// <remarks>Equality is by content and order.</remarks>
public sealed partial record Strength
{
    /// <summary>The actor.</summary>
    public required ActorId Actor { get; init; }

    /// <summary>How many, as reported.</summary>
    public required Estimate Fighters { get; init; }

    /// <summary>The regions they are in, taken together; empty if not said.</summary>
    public ValueList<RegionId> Regions { get; init; }

    /// <summary>The time it holds for; null if not said.</summary>
    public ReportedDate? Date { get; init; }

    /// <summary>Who says so.</summary>
    public required Citation Citation { get; init; }

    /// <summary>Other people's data about it.</summary>
    public ExtensionData Extensions { get; init; }
}

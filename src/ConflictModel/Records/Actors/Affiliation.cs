namespace ConflictModel;

/// <summary>A dated, sourced link from one actor to another.</summary>
/// <remarks>Equality is by content.</remarks>
public sealed record Affiliation
{
    /// <summary>The actor that is linked.</summary>
    public required ActorId Actor { get; init; }

    /// <summary>How it is linked.</summary>
    public required AffiliationKind Kind { get; init; }

    /// <summary>The actor it is linked to.</summary>
    public required ActorId To { get; init; }

    /// <summary>When the link held; null if not said.</summary>
    public ReportedDate? Period { get; init; }

    /// <summary>Who says so; null if it is common knowledge.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Other people's data about it.</summary>
    public ExtensionData Extensions { get; init; }
}

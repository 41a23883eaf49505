namespace ConflictModel;

/// <summary>A dated, sourced link from one actor to another.</summary>
/// <remarks>
/// A link may be limited: a state that joins a coalition against one opponent is no member of it in its other wars. Equality is by content
/// and order.
/// </remarks>
public sealed partial record Affiliation
{
    /// <summary>The actor that is linked.</summary>
    public required ActorId Actor { get; init; }

    /// <summary>How it is linked.</summary>
    public required AffiliationKind Kind { get; init; }

    /// <summary>The actor it is linked to.</summary>
    public required ActorId To { get; init; }

    /// <summary>When the link held; null if not said.</summary>
    public ReportedDate? Period { get; init; }

    /// <summary>The regions in which it holds, each of them; empty if it is not limited to any.</summary>
    public ValueList<RegionId> Regions { get; init; }

    /// <summary>The opponents against whom it holds, each of them; empty if it is not limited to any.</summary>
    public ValueList<ActorId> Against { get; init; }

    /// <summary>Who says so; null if it is common knowledge.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Other people's data about it.</summary>
    public ExtensionData Extensions { get; init; }
}

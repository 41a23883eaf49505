namespace ConflictModel;

/// <summary>What a tally covers: a period, regions, and the actors it lays the harm to.</summary>
/// <remarks>What is left empty is not limited. Equality is by content and order.</remarks>
public sealed record Scope
{
    /// <summary>The period covered; null if not said.</summary>
    public ReportedDate? Period { get; init; }

    /// <summary>The regions covered, taken together.</summary>
    public ValueList<RegionId> Regions { get; init; }

    /// <summary>The actors that the head line lays the harm to. A loose attribution that the parts may contradict.</summary>
    public ValueList<ActorId> AttributedTo { get; init; }

    /// <summary>The victims covered, if only some are counted; null for all.</summary>
    public Victims? Victims { get; init; }
}

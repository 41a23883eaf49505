namespace ConflictModel;

/// <summary>What a tally covers: a period, regions, and the actors it lays the harm to.</summary>
/// <remarks>
/// A period or regions that are not said are unknown, not unlimited: whether an incident is in such a scope is unknown. Equality is by
/// content and order.
/// </remarks>
public sealed partial record Scope
{
    /// <summary>The period covered, its ends whole: <c>2024-01/2024-06</c> is both months in full. Null if not said.</summary>
    public ReportedDate? Period { get; init; }

    /// <summary>The regions covered, taken together; empty if not said.</summary>
    public ValueList<RegionId> Regions { get; init; }

    /// <summary>The actors that the headline lays the harm to. A loose attribution that the parts may contradict.</summary>
    public ValueList<ActorId> AttributedTo { get; init; }

    /// <summary>The victims covered, if only some are counted; null for all.</summary>
    public Victims? Victims { get; init; }
}

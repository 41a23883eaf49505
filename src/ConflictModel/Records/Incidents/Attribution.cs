namespace ConflictModel;

/// <summary>Who lays an incident to which actors, and how surely.</summary>
/// <remarks>Equality is by content.</remarks>
public sealed partial record Attribution
{
    /// <summary>The actors it is laid to, together or one of them.</summary>
    public required ValueList<ActorId> Actors { get; init; }

    /// <summary>On what ground.</summary>
    public required AttributionStatus Status { get; init; }

    /// <summary>Who says so; null if not said.</summary>
    public Citation? Citation { get; init; }
}

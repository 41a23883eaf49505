namespace ConflictModel;

/// <summary>Talks meant to end a conflict: their rounds, places and outcome.</summary>
/// <remarks>Equality is by content and order.</remarks>
public sealed partial record PeaceProcess
{
    /// <summary>The process's id.</summary>
    public required PeaceProcessId Id { get; init; }

    /// <summary>Its name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The place that it is named after or held at; null if it has none.</summary>
    public string? Place { get; init; }

    /// <summary>When it began; null if not said.</summary>
    public ReportedDate? Began { get; init; }

    /// <summary>The actors that established it, together; empty if not said.</summary>
    public ValueList<ActorId> EstablishedBy { get; init; }

    /// <summary>The actors that take part in it or convene it.</summary>
    public ValueList<ActorId> Parties { get; init; }

    /// <summary>Its meetings, in order.</summary>
    public ValueList<Round> Rounds { get; init; }

    /// <summary>What came of it so far, in the recorder's own words; null if not said.</summary>
    public string? Outcome { get; init; }

    /// <summary>Who records it.</summary>
    public required Citation Citation { get; init; }

    /// <summary>Other people's data about it.</summary>
    public ExtensionData Extensions { get; init; }
}

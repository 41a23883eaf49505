namespace ConflictModel.Interchange;

/// <summary>One field of one incident that a format can't hold as it is, and what became of it.</summary>
/// <remarks>Equality is by content.</remarks>
public sealed record Loss
{
    /// <summary>The incident.</summary>
    public required IncidentId Incident { get; init; }

    /// <summary>The field within the incident, as a JSON Pointer: <c>/reports/0/casualties/killed/count/low</c>.</summary>
    public required JsonPointer Field { get; init; }

    /// <summary>What the field says, as text.</summary>
    public required string Was { get; init; }

    /// <summary>What a reader of the file gets in its place; null if nothing.</summary>
    public string? Became { get; init; }

    /// <summary>Whether nothing of it is in the file.</summary>
    public bool IsDropped => Became is null;
}

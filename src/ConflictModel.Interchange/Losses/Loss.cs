using System.Text.Json.Serialization;

namespace ConflictModel.Interchange;

/// <summary>One field of one incident or person that a format can't hold as it is, and what became of it.</summary>
/// <remarks>Equality is by content. Exactly one of <see cref="Incident"/> and <see cref="Person"/> is set.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record Loss
{
    /// <summary>The incident, or null.</summary>
    public IncidentId? Incident { get; init; }

    /// <summary>The person, or null.</summary>
    public PersonId? Person { get; init; }

    /// <summary>The field within the record, as a JSON Pointer: <c>/reports/0/casualties/killed/count/low</c>.</summary>
    public required JsonPointer Field { get; init; }

    /// <summary>What the field says, as text.</summary>
    public required string Was { get; init; }

    /// <summary>What a reader of the file gets in its place; null if nothing.</summary>
    public string? Became { get; init; }

    /// <summary>Whether nothing of it is in the file.</summary>
    public bool IsDropped => Became is null;
}

using NodaTime;

namespace ConflictModel.Revisions;

/// <summary>A version of somebody's data set: a figure belongs to a vintage.</summary>
/// <remarks>Equality is by content.</remarks>
public sealed record Vintage
{
    /// <summary>Its name, as its publisher writes it: "23.1".</summary>
    public required string Name { get; init; }

    /// <summary>The day on which it was published or taken; null if that is unknown.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

namespace ConflictModel;

/// <summary>An actor's part in an incident.</summary>
/// <remarks>Equality is by content.</remarks>
public sealed partial record Involvement
{
    /// <summary>The actor.</summary>
    public required ActorId Actor { get; init; }

    /// <summary>What it has to do with the incident.</summary>
    public required InvolvementRole Role { get; init; }
}

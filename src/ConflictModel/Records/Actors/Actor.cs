namespace ConflictModel;

/// <summary>An organised party to a conflict or to its diplomacy, or civilians as a class.</summary>
/// <remarks>Equality is by content. Who belongs to whom is said by an <see cref="Affiliation"/>, with dates and sources.</remarks>
public sealed partial record Actor
{
    /// <summary>The actor's id.</summary>
    public required ActorId Id { get; init; }

    /// <summary>The actor's name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What kind of party it is.</summary>
    public required ActorKind Kind { get; init; }

    /// <summary>Its other names, former names and abbreviations.</summary>
    public ValueList<LocalizedText> Aliases { get; init; }

    /// <summary>What other systems call it.</summary>
    public ValueList<ExternalId> ExternalIds { get; init; }

    /// <summary>Other people's data about it.</summary>
    public ExtensionData Extensions { get; init; }

    /// <summary>The id of an actor.</summary>
    public static implicit operator ActorId(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Id;
    }
}

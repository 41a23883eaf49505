namespace ConflictModel.Interchange;

/// <summary>The actor that a data set means; null for a name that is unknown or that several bear.</summary>
/// <param name="scheme">The data set's scheme of ids: <c>ucdp</c> or <c>acled</c>.</param>
/// <param name="id">Its id for the actor; null if only the name is given.</param>
/// <param name="name">Its name for the actor.</param>
public delegate Actor? ActorQuestion(string scheme, string? id, string name);

/// <summary>The region that a data set means; null for a name that is unknown or that several bear.</summary>
/// <param name="kind">The level that the column has; <see cref="RegionKind.Natural"/> for an area that crosses governorates.</param>
/// <param name="name">The name in the column.</param>
/// <param name="within">The next larger region that the row names; null for a country.</param>
public delegate Region? RegionQuestion(RegionKind kind, string name, Region? within);

/// <summary>Whom a reader asks whom and where a data set means. What it doesn't know gets a record local to the file.</summary>
/// <remarks>An answer is taken at its word, except for a region that does not lie within the larger ones that the row names.</remarks>
public sealed record NameResolver
{
    /// <summary>Knows no one: every actor and region is local to the file.</summary>
    public static NameResolver None { get; } = new();

    /// <summary>Finds actors.</summary>
    public ActorQuestion Actor { get; init; } = static (_, _, _) => null;

    /// <summary>Finds regions.</summary>
    public RegionQuestion Region { get; init; } = static (_, _, _) => null;

    /// <summary>Finds the regions that found regions lie within.</summary>
    public Func<RegionId, Region?> RegionById { get; init; } = static _ => null;
}

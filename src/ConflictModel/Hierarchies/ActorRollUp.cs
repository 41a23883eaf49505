namespace ConflictModel.Hierarchies;

/// <summary>Counts rolled up to groups of actors, and once in the whole.</summary>
/// <remarks>
/// Groups are questions of their own: a row that belongs to two of them is in both, and once in <see cref="Whole"/>. So groups are never
/// added up.
/// Equality is by content and order.
/// </remarks>
public sealed record ActorRollUp
{
    /// <summary>Each group asked for with its count, in the order asked.</summary>
    public required ValueList<KeyValuePair<ActorId, Bounds>> Groups { get; init; }

    /// <summary>The rows of any of the groups, each once.</summary>
    public required Bounds Whole { get; init; }
}

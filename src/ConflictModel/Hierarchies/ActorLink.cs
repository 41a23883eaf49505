namespace ConflictModel.Hierarchies;

/// <summary>A link between actors that may hold at the time asked for.</summary>
/// <param name="Affiliation">The link, with its source.</param>
/// <param name="Holds">Whether it certainly holds at that time, or its dates leave that open.</param>
public readonly record struct ActorLink(Affiliation Affiliation, Truth Holds);

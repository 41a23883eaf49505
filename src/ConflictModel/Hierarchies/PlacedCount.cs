namespace ConflictModel.Hierarchies;

/// <summary>A count of people or incidents with the place it is known for: one row of what is spread over regions.</summary>
/// <remarks>Equality is by content.</remarks>
public sealed record PlacedCount
{
    /// <summary>The regions that it is in or in one of, as a <see cref="Place"/> has them; empty if nothing is known.</summary>
    public ValueList<RegionId> Regions { get; init; }

    /// <summary>What the reports allow.</summary>
    public required Bounds Count { get; init; }

    /// <summary>The point figure that a policy divides (a best figure); null if there is none, and then it has no part in point
    /// figures.</summary>
    public long? Figure { get; init; }
}

using NodaTime;

namespace ConflictModel.Hierarchies;

/// <summary>A count of people or incidents laid to actors at a time: one row of what a roll-up adds up.</summary>
/// <remarks>Several actors are several names for one row: it is counted once per question whichever of them fits. Equality is by
/// content.</remarks>
public sealed record ActorCount
{
    /// <summary>The actors that it is about.</summary>
    public required ValueList<ActorId> Actors { get; init; }

    /// <summary>The count.</summary>
    public required Bounds Count { get; init; }

    /// <summary>The first day that it may be of; null if unknown.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last day that it may be of; null if unknown.</summary>
    public LocalDate? To { get; init; }
}

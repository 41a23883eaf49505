using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using NodaTime;

namespace ConflictModel.Hierarchies;

/// <summary>Counts rolled up to groups of actors, and once in the whole.</summary>
/// <remarks>
/// Groups are questions of their own: a row that belongs to two of them is in both, and once in <see cref="Whole"/>. So groups are never
/// added up. Equality is by content and order.
/// </remarks>
[Experimental("CM0002")]
[JsonConverter(typeof(NoJsonConverter))]
public sealed record ActorRollUp
{
    /// <summary>Each group asked for with its count, in the order asked.</summary>
    public required ValueList<KeyValuePair<ActorId, Bounds>> Groups { get; init; }

    /// <summary>The rows of any of the groups, each once.</summary>
    public required Bounds Whole { get; init; }

    /// <summary>A count of people or incidents laid to actors at a time: one row of what a roll-up adds up.</summary>
    /// <remarks>
    /// Several actors are several names for one row: it is counted once per question whichever of them fits. Equality is by content.
    /// </remarks>
    [JsonConverter(typeof(NoJsonConverter))]
    public sealed record Row
    {
        /// <summary>The actors that it is about.</summary>
        public required ValueList<ActorId> Actors { get; init; }

        /// <summary>The count.</summary>
        public required Bounds Count { get; init; }

        /// <summary>The first day that it may be of; null if unknown.</summary>
        public LocalDate? From { get; init; }

        /// <summary>The last day that it may be of; null if unknown.</summary>
        public LocalDate? To { get; init; }

        /// <summary>The regions that it is in or in one of; empty if not known.</summary>
        public ValueList<RegionId> Regions { get; init; }

        /// <summary>The actors on the other side; empty if not known.</summary>
        public ValueList<ActorId> Opponents { get; init; }
    }
}

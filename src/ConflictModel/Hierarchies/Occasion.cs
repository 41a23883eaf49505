using System.Text.Json.Serialization;
using NodaTime;

namespace ConflictModel.Hierarchies;

/// <summary>When, where and against whom: what a question about belonging is asked of.</summary>
/// <remarks>
/// What is not said leaves open whatever is limited to it: asked of a day alone, a membership against one opponent is unknown. The default
/// says nothing at all. Equality is by content and order.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public readonly record struct Occasion
{
    /// <summary>A day, wherever and against whomever.</summary>
    public Occasion(LocalDate day) => (From, To) = (day, day);

    /// <summary>The first of the days on all of which it is to hold; null is no limit.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last of these days; null is no limit.</summary>
    public LocalDate? To { get; init; }

    /// <summary>The regions that it is in or in one of, as a <see cref="Place"/> has them; empty if not said.</summary>
    public ValueList<RegionId> Regions { get; init; }

    /// <summary>The actors on the other side; empty if not said.</summary>
    public ValueList<ActorId> Opponents { get; init; }

    /// <summary>A day, wherever and against whomever.</summary>
    public static implicit operator Occasion(LocalDate day) => new(day);
}

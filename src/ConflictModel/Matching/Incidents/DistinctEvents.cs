using System.Text.Json.Serialization;

namespace ConflictModel.Matching;

/// <summary>How many events some records are of, and how many were killed in them, as far as that is decided.</summary>
/// <remarks>
/// Equality is by content. Bounds are marked as outer where more than two records hang together: they hold, and may be wider than need be.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record DistinctEvents
{
    /// <summary>
    /// How many events there are: from as few as the open pairs allow to as many as there are if none of them is one event.
    /// </summary>
    public required Bounds Events { get; init; }

    /// <summary>How many were killed in those events whose dead are counted, as sums over incidents take their reports together.</summary>
    public required Bounds Killed { get; init; }

    /// <summary>How many records, of one event or not, count no dead, and are not in <see cref="Killed"/>.</summary>
    public required long WithoutKilled { get; init; }

    /// <summary>The same where a decision can only have narrowed what was open before.</summary>
    internal DistinctEvents Narrowed(DistinctEvents before) => this with
    {
        Events = Narrowed(Events, before.Events),
        Killed = Narrowed(Killed, before.Killed),
    };

    /// <summary>The two ranges: <c>140 to 146 events, 12 to 15 killed</c>.</summary>
    public override string ToString() => $"{Events} events, {Killed} killed";

    private static Bounds Narrowed(Bounds now, Bounds before) => before.Contains(now) ? now : now.Intersect(before) ?? now;
}

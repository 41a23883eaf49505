using System.Text.Json.Serialization;

namespace ConflictModel.Aggregation;

/// <summary>The people harmed in many incidents, group by group, beside the whole.</summary>
/// <remarks>
/// An incident can belong to several groups (two actors took part) or may belong to several (a desert that crosses three
/// governorates): the groups need not add up to <see cref="Whole"/>, which has each incident once. Equality is by content and order.
/// </remarks>
/// <typeparam name="TKey">What the incidents are grouped by.</typeparam>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record GroupedSums<TKey>
    where TKey : notnull
{
    /// <summary>The groups, in the order of their keys.</summary>
    public required ValueList<Group> Groups { get; init; }

    /// <summary>All incidents, each once.</summary>
    public required Sums Whole { get; init; }

    /// <summary>The incidents that certainly belong to none of the groups.</summary>
    public required Sums Elsewhere { get; init; }

    /// <summary>The people harmed in the incidents of one group: those that certainly belong to it, and those that may.</summary>
    /// <remarks>Equality is by content.</remarks>
    /// <param name="Key">The group.</param>
    /// <param name="Certain">The incidents that belong to the group for certain.</param>
    /// <param name="Possible">The incidents that may belong to it: their place, time or reports leave it open.</param>
    /// <param name="Bounds">At least those of the certain incidents, at most those of all, by what the reports allow.</param>
    [JsonConverter(typeof(NoJsonConverter))]
    public readonly record struct Group(TKey Key, Sums Certain, Sums Possible, Bounds Bounds);
}

/// <summary>The bounds of the people harmed in many incidents, and how far their width can be trusted.</summary>
/// <remarks>
/// They are the sum of each count's own bounds, and so differ from the sums of printed figures wherever a row prints a low above its high
/// or lacks a figure. They bound what was reported, not the truth. Equality is by content. The default is the sum over no incident.
/// </remarks>
/// <param name="Bounds">The bounds of the incidents that have a count. No upper end if any count has none.</param>
/// <param name="Counted">How many incidents have a count.</param>
/// <param name="ZeroWidth">How many of these print one figure as low and as high: where most do, the width of the sum says little.</param>
[JsonConverter(typeof(NoJsonConverter))]
public readonly record struct SummedBounds(Bounds Bounds, long Counted, long ZeroWidth);

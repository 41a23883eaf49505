using System.Text.Json.Serialization;

namespace ConflictModel.Reconciliation;

/// <summary>How many people are on which of several lists: <see cref="DistinctPeople.Overlap"/>.</summary>
/// <remarks>
/// All of it is what the lists hold; whoever is on none is not estimated. Where pairs are undecided the counts are ranges, each of them on
/// its own: not all of their ends go together. Equality is by content and order.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record ListOverlap
{
    /// <summary>The lists, by who keeps them, in the order in which they were named.</summary>
    public required ValueList<SourceId> Lists { get; init; }

    /// <summary>How many people are on any of them.</summary>
    public required Bounds People { get; init; }

    /// <summary>How many people are on each list, in the order of <see cref="Lists"/>, whether or not they are on others too.</summary>
    public required ValueList<Bounds> OnEach { get; init; }

    /// <summary>
    /// The table: for each group of lists, how many people are on all of these and on no other. Fewer lists come first, and lists in their
    /// order; a group that nobody can be on is left out.
    /// </summary>
    public required ValueList<Pattern> Patterns { get; init; }

    /// <summary>How many people are on a list, whether or not they are on others too.</summary>
    /// <exception cref="ArgumentException"><paramref name="list"/> is none of the lists.</exception>
    public Bounds On(SourceId list) => OnEach[PlaceOf(list)];

    /// <summary>How many people are on all of some lists and on no other.</summary>
    /// <exception cref="ArgumentException">No list is named, or one that is none of the lists.</exception>
    public Bounds OnOnly(params IEnumerable<SourceId> lists)
    {
        SourceId[] named = [.. lists.ToValueList()];
        if (named.Length == 0)
        {
            throw new ArgumentException("Nobody knows who is on no list.", nameof(lists));
        }

        ValueList<SourceId> wanted = [.. Array.ConvertAll(named, PlaceOf).Distinct().Order().Select(place => Lists[place])];
        foreach (Pattern pattern in Patterns)
        {
            if (pattern.Lists == wanted)
            {
                return pattern.People;
            }
        }

        return Bounds.Zero;
    }

    private int PlaceOf(SourceId list)
    {
        int place = Lists.AsSpan().IndexOf(list);
        return place >= 0 ? place : throw new ArgumentException($"'{list}' is none of the lists.", nameof(list));
    }

    /// <summary>How many people are on all of some lists and on no other.</summary>
    /// <remarks>Equality is by content.</remarks>
    /// <param name="Lists">The lists, in the order in which they were named.</param>
    /// <param name="People">How many people.</param>
    [JsonConverter(typeof(NoJsonConverter))]
    public readonly record struct Pattern(ValueList<SourceId> Lists, Bounds People);
}

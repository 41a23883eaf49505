using System.Text.Json.Serialization;
using ConflictModel.Aggregation;

namespace ConflictModel.Revisions;

/// <summary>A record that left a group for another between two vintages: of another dyad, country, side or year.</summary>
/// <remarks>Equality is by content and order.</remarks>
public sealed partial record RecordMove
{
    /// <summary>The record's id.</summary>
    public required string Id { get; init; }

    /// <summary>The keys whose values differ. There is at least one.</summary>
    public required ValueList<Step> Steps { get; init; }

    /// <summary>Its figures in the older vintage.</summary>
    public required Estimate Was { get; init; }

    /// <summary>Its figures in the newer vintage.</summary>
    public required Estimate Is { get; init; }

    /// <summary>From where to where.</summary>
    public override string ToString() => $"{Id}: {string.Join(", ", Steps)}";

    /// <summary>One key whose value differs.</summary>
    /// <param name="Key">The key.</param>
    /// <param name="From">The value in the older vintage, as the source writes it; several with commas between them.</param>
    /// <param name="To">The value in the newer vintage.</param>
    [JsonConverter(typeof(NoJsonConverter))]
    public sealed record Step(GroupKey Key, string From, string To)
    {
        /// <summary>The key and its values.</summary>
        public override string ToString() => $"{Key} {From} to {To}";
    }
}

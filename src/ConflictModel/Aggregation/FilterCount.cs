using System.Text.Json.Serialization;

namespace ConflictModel.Aggregation;

/// <summary>What one filter of a query dropped.</summary>
/// <remarks>Equality is by content. The default is a filter without a name that dropped nothing.</remarks>
/// <param name="Filter">What the filter is about: "period", "regions".</param>
/// <param name="Dropped">How many incidents certainly failed it, of those that no filter before it dropped.</param>
[JsonConverter(typeof(NoJsonConverter))]
public readonly record struct FilterCount(string Filter, long Dropped);

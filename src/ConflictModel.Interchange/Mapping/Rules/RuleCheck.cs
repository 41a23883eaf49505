using System.Text.Json.Serialization;

namespace ConflictModel.Interchange;

/// <summary>How often one rule was checked on published data, and how often it did not hold.</summary>
/// <remarks>Equality is by content.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record RuleCheck
{
    /// <summary>The rule.</summary>
    public required PublishedRule Rule { get; init; }

    /// <summary>How many rows it was checked on: those that have the cells which it is about.</summary>
    public required long Checked { get; init; }

    /// <summary>How many of them break it, or for a rule that only counts, how many it counts.</summary>
    public required long Found { get; init; }

    /// <summary>How many of the findings propose a repair.</summary>
    public required long Repairable { get; init; }
}

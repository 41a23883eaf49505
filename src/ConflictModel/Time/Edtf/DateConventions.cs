using System.Text.Json.Serialization;

namespace ConflictModel.Time;

/// <summary>The conventions by which an uncertain date is turned into days where the standard leaves it open.</summary>
/// <remarks>Equality is by both members.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record DateConventions
{
    /// <summary>Meteorological seasons, northern where not said, and no widening for qualifiers. Used unless others are given.</summary>
    public static DateConventions Strict { get; } = new();

    /// <summary>Which months the seasons 21 to 32 have.</summary>
    public SeasonConvention Seasons { get; init; } = SeasonConvention.MeteorologicalNorth;

    /// <summary>How far qualifiers widen a date.</summary>
    public FuzzinessConvention Fuzziness { get; init; } = FuzzinessConvention.None;
}

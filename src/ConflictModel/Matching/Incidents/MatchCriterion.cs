using System.Text.Json.Serialization;

namespace ConflictModel.Matching;

/// <summary>What of two records of events is compared.</summary>
[JsonConverter(typeof(EnumConverter<MatchCriterion>))]
public enum MatchCriterion
{
    /// <summary>The days.</summary>
    Date = 0,

    /// <summary>The place.</summary>
    Place,

    /// <summary>Who took part.</summary>
    Actors,

    /// <summary>What kind of event it was.</summary>
    Kind,

    /// <summary>How many were killed.</summary>
    Killed,

    /// <summary>A taxonomy of the caller's.</summary>
    Taxonomy,
}

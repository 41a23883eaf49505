using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>On what ground an incident is laid to an actor.</summary>
/// <remarks>There is no status with the value zero.</remarks>
[JsonConverter(typeof(EnumConverter<AttributionStatus>))]
public enum AttributionStatus
{
    /// <summary>The actor says it did it.</summary>
    Claimed = 1,

    /// <summary>Another says the actor did it.</summary>
    Attributed,

    /// <summary>Another suspects the actor.</summary>
    Suspected,

    /// <summary>The actor denies it.</summary>
    Denied,
}

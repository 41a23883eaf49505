using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>The status of a person under the law of armed conflict: the five values of the United Nations' SDG indicator 16.1.2.</summary>
[JsonConverter(typeof(EnumConverter<PersonStatus>))]
public enum PersonStatus
{
    /// <summary>Not known or not said.</summary>
    Unknown = 0,

    /// <summary>A civilian who takes no part in the fighting.</summary>
    Civilian,

    /// <summary>Somebody else whom the law protects: medical or religious personnel, wounded or captured fighters.</summary>
    OtherProtected,

    /// <summary>A member of armed forces.</summary>
    ArmedForces,

    /// <summary>A person who takes a direct part in the hostilities.</summary>
    DirectlyParticipating,
}

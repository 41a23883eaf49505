using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>How far a record of a person is verified.</summary>
[JsonConverter(typeof(EnumConverter<Verification>))]
public enum Verification
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>Not yet looked into.</summary>
    Pending,

    /// <summary>One source bears it out.</summary>
    OneSource,

    /// <summary>Several sources that are independent of each other bear it out.</summary>
    Corroborated,

    /// <summary>There are reasonable grounds to believe it: the standard of proof of United Nations fact-finding.</summary>
    ReasonableGrounds,
}

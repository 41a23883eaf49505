using System.Text.Json.Serialization;

namespace ConflictModel.Aggregation;

/// <summary>Whose dead a measure counts: everyone, or one of the groups that UCDP tells apart.</summary>
/// <remarks>
/// The four groups are one partition of everyone; a sum over a group and a sum over everyone are never added to each other.
/// </remarks>
[JsonConverter(typeof(EnumConverter<VictimGroup>))]
public enum VictimGroup
{
    /// <summary>All victims together.</summary>
    Everyone = 0,

    /// <summary>Members of the first side, or of the perpetrator where there is one.</summary>
    FirstSide,

    /// <summary>Members of the second side, or of the side that was attacked.</summary>
    SecondSide,

    /// <summary>Civilians.</summary>
    Civilians,

    /// <summary>People whose group is reported as unknown. That is a reported figure, not a missing one.</summary>
    Unknown,
}

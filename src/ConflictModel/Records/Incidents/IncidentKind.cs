using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>What kind of event an incident is.</summary>
/// <remarks>There is no kind with the value zero. The codes of data sets map onto these and are kept beside them.</remarks>
[JsonConverter(typeof(EnumConverter<IncidentKind>))]
public enum IncidentKind
{
    /// <summary>The kind is not known.</summary>
    Unknown = 1,

    /// <summary>Fighting between armed parties.</summary>
    Battle,

    /// <summary>An ambush.</summary>
    Ambush,

    /// <summary>An armed attack on people or a place that do not fight back, or of which nothing more is said.</summary>
    ArmedAttack,

    /// <summary>An explosion of a planted device or left ordnance.</summary>
    Explosion,

    /// <summary>A strike from the air, by plane or drone.</summary>
    AirStrike,

    /// <summary>Shelling, artillery or missiles.</summary>
    Shelling,

    /// <summary>A killing of one or more chosen people.</summary>
    Assassination,

    /// <summary>An execution of people held.</summary>
    Execution,

    /// <summary>An abduction.</summary>
    Abduction,

    /// <summary>A sweep or security operation.</summary>
    SecurityOperation,

    /// <summary>Violence against civilians of another or unstated kind.</summary>
    ViolenceAgainstCivilians,

    /// <summary>A protest.</summary>
    Protest,

    /// <summary>A riot.</summary>
    Riot,

    /// <summary>An event without violence that changes the course of things: an agreement, a withdrawal.</summary>
    StrategicDevelopment,

    /// <summary>State-based armed conflict in the sense of UCDP (type of violence 1).</summary>
    StateBasedConflict,

    /// <summary>Non-state conflict in the sense of UCDP (type of violence 2).</summary>
    NonStateConflict,

    /// <summary>One-sided violence in the sense of UCDP (type of violence 3).</summary>
    OneSidedViolence,
}

using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>What was done to the people that a count counts.</summary>
/// <remarks>
/// The harms are counted apart and never added to each other. There is no harm with the value zero: the default is none of them.
/// </remarks>
[JsonConverter(typeof(EnumConverter<Harm>))]
public enum Harm
{
    /// <summary>Dead.</summary>
    Killed = 1,

    /// <summary>Injured and alive.</summary>
    Wounded,

    /// <summary>Killed or wounded ("casualties"), where the source does not tell which.</summary>
    KilledOrWounded,

    /// <summary>Missing, with no word of what became of them.</summary>
    Missing,

    /// <summary>Captured, arrested or detained.</summary>
    Detained,

    /// <summary>Abducted or forcibly disappeared.</summary>
    Abducted,

    /// <summary>Driven from home. It recurs for one person, so it is held and shown but never summed.</summary>
    Displaced,
}

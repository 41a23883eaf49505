using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>Whether victims were civilians, as the source says.</summary>
[JsonConverter(typeof(EnumConverter<CivilianStatus>))]
public enum CivilianStatus
{
    /// <summary>The source does not say.</summary>
    Unknown = 0,

    /// <summary>Civilians.</summary>
    Civilian,

    /// <summary>Combatants: fighters, soldiers, militiamen.</summary>
    Combatant,

    /// <summary>Unidentified: the source says that it is not known who they were. They are counted, and so are no residual.</summary>
    Unidentified,
}

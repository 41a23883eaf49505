namespace ConflictModel;

/// <summary>Whether victims were civilians, as the source says.</summary>
public enum CivilianStatus
{
    /// <summary>The source does not say, or says it is unknown.</summary>
    Unknown = 0,

    /// <summary>Civilians.</summary>
    Civilian,

    /// <summary>Combatants: fighters, soldiers, militiamen.</summary>
    Combatant,
}

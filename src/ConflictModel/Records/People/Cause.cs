using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>By what a person was killed or harmed: the eleven classes of the United Nations' SDG indicator 16.1.2.</summary>
[JsonConverter(typeof(EnumConverter<Cause>))]
public enum Cause
{
    /// <summary>Not known or not said.</summary>
    Unknown = 0,

    /// <summary>Heavy weapons and explosive munitions: shells, rockets, bombs from the air.</summary>
    HeavyWeapons,

    /// <summary>Planted explosives and unexploded ordnance: mines, improvised devices, remnants.</summary>
    PlantedExplosives,

    /// <summary>Small arms and light weapons.</summary>
    SmallArms,

    /// <summary>Incendiary weapons.</summary>
    Incendiary,

    /// <summary>Chemical, biological, radiological and nuclear weapons.</summary>
    Cbrn,

    /// <summary>Electromagnetic weapons.</summary>
    Electromagnetic,

    /// <summary>Less-lethal weapons: batons, gas, rubber bullets.</summary>
    LessLethal,

    /// <summary>Denial of access to objects indispensable to survival, or their destruction: food, water, medicine.</summary>
    DenialOfNecessities,

    /// <summary>Accidents related to the conflict.</summary>
    Accident,

    /// <summary>Use of objects and other means: knives, beating, fire set by hand.</summary>
    OtherMeans,
}

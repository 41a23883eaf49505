using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>The question along which a breakdown divides its whole.</summary>
/// <remarks>There is no axis with the value zero: the default is none of them.</remarks>
[JsonConverter(typeof(EnumConverter<Axis>))]
public enum Axis
{
    /// <summary>Who was harmed: <see cref="Part.Victims"/>.</summary>
    Victim = 1,

    /// <summary>By whom: <see cref="Part.Perpetrators"/>.</summary>
    Perpetrator,

    /// <summary>How, or of what cause: <see cref="Part.Method"/>.</summary>
    Method,

    /// <summary>Where: <see cref="Part.Region"/>.</summary>
    Region,

    /// <summary>When: <see cref="Part.Period"/>.</summary>
    Period,

    /// <summary>Women, men, children: the age group and the sex of <see cref="Part.Victims"/>.</summary>
    Demographic,
}

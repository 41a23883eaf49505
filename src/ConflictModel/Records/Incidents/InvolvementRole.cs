using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>What an actor has to do with an incident.</summary>
/// <remarks>There is no role with the value zero.</remarks>
[JsonConverter(typeof(EnumConverter<InvolvementRole>))]
public enum InvolvementRole
{
    /// <summary>Took part; nothing says on which side or who began.</summary>
    Participant = 1,

    /// <summary>The first side of a dyad (UCDP side A): a label, no blame.</summary>
    SideA,

    /// <summary>The second side of a dyad (UCDP side B).</summary>
    SideB,

    /// <summary>Attacked, as a source says; <see cref="Attribution"/> tells how surely.</summary>
    Perpetrator,

    /// <summary>Was attacked.</summary>
    Target,

    /// <summary>Took part beside another actor.</summary>
    Associate,
}

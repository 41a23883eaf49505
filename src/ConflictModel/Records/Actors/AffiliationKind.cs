using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>How one actor is linked to another.</summary>
/// <remarks>There is no kind with the value zero.</remarks>
[JsonConverter(typeof(EnumConverter<AffiliationKind>))]
public enum AffiliationKind
{
    /// <summary>A part of it: a division, a brigade, a corps.</summary>
    PartOf = 1,

    /// <summary>Fights on its behalf.</summary>
    ProxyOf,

    /// <summary>Is armed, paid or otherwise supported by it.</summary>
    BackedBy,

    /// <summary>A member of a coalition.</summary>
    MemberOf,

    /// <summary>Came out of it under another name.</summary>
    SuccessorOf,
}

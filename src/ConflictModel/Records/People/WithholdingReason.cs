using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>Why a record of a person may not be published whole.</summary>
/// <remarks>A list and no words of one's own, so that the reason itself can be published.</remarks>
[JsonConverter(typeof(EnumConverter<WithholdingReason>))]
public enum WithholdingReason
{
    /// <summary>Not said, or nothing is withheld.</summary>
    Unknown = 0,

    /// <summary>The person or the family asks for it.</summary>
    Request,

    /// <summary>Publication would put somebody in danger.</summary>
    Safety,

    /// <summary>The family has not been told yet.</summary>
    KinNotTold,

    /// <summary>An investigation or a trial is under way.</summary>
    Proceedings,

    /// <summary>It is not verified yet.</summary>
    Unverified,
}

using System.Text.Json.Serialization;

namespace ConflictModel.Matching;

/// <summary>How one field of two records compares.</summary>
[JsonConverter(typeof(EnumConverter<Agreement>))]
public enum Agreement
{
    /// <summary>One of them does not have it, or has it so vaguely that it says nothing.</summary>
    NotKnown = 0,

    /// <summary>Both say the same.</summary>
    Same,

    /// <summary>They say what may be the same, said less well: another spelling, a day or a year off, an overlap.</summary>
    Compatible,

    /// <summary>They say what can't be the same, unless one of them is wrong.</summary>
    Differs,
}

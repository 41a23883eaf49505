using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>How sure a recorder is of something.</summary>
[JsonConverter(typeof(EnumConverter<Certainty>))]
public enum Certainty
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>It may be so.</summary>
    Possible,

    /// <summary>It is more likely so than not.</summary>
    Probable,

    /// <summary>It is certain.</summary>
    Certain,
}

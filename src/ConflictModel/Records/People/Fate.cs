using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>What became of a person who went missing, was detained or was abducted.</summary>
/// <remarks>
/// It does not change the harm that the person is counted under: the missing whose death is known are still of the missing.
/// </remarks>
[JsonConverter(typeof(EnumConverter<Fate>))]
public enum Fate
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>Nobody knows: the person is still missing.</summary>
    Unclarified,

    /// <summary>Alive and free.</summary>
    Alive,

    /// <summary>Alive and held.</summary>
    InDetention,

    /// <summary>Dead: the remains were found or the death was established otherwise.</summary>
    Dead,
}

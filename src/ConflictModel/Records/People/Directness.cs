using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>Whether a death or another harm was done by the fighting itself.</summary>
[JsonConverter(typeof(EnumConverter<Directness>))]
public enum Directness
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>By the fighting itself: by war operations or other acts of violence.</summary>
    Direct,

    /// <summary>By what the conflict brought about: hunger, sickness, want of care.</summary>
    Indirect,
}

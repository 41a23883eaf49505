using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>How much of an area a statement of control is about.</summary>
/// <remarks>There is no extent with the value zero.</remarks>
[JsonConverter(typeof(EnumConverter<ControlExtent>))]
public enum ControlExtent
{
    /// <summary>All of it.</summary>
    Whole = 1,

    /// <summary>Parts of it ("scattered areas", "large swathes"); which ones is not said.</summary>
    Parts,
}

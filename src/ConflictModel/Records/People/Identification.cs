using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>Whether it is known who a person is.</summary>
[JsonConverter(typeof(EnumConverter<Identification>))]
public enum Identification
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>It is known who the person is.</summary>
    Identified,

    /// <summary>Something is known ("a son of the shopkeeper"), and not enough to tell who it is.</summary>
    Partly,

    /// <summary>It is not known who the person is.</summary>
    Unidentified,
}

using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>A group of people by age, as casualty records break them down.</summary>
[JsonConverter(typeof(EnumConverter<AgeGroup>))]
public enum AgeGroup
{
    /// <summary>Not broken down by age.</summary>
    Any = 0,

    /// <summary>Children: under 18.</summary>
    Child,

    /// <summary>Adults: 18 and older, the elderly among them.</summary>
    Adult,

    /// <summary>Elderly people, who are adults.</summary>
    Elderly,

    /// <summary>The source says that their age is not known.</summary>
    Unknown,
}

using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>The sex of people, as casualty records break them down.</summary>
[JsonConverter(typeof(EnumConverter<Sex>))]
public enum Sex
{
    /// <summary>Not broken down by sex.</summary>
    Any = 0,

    /// <summary>Women and girls.</summary>
    Female,

    /// <summary>Men and boys.</summary>
    Male,

    /// <summary>The source says that their sex is not known.</summary>
    Unknown,
}

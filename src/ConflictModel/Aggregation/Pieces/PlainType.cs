using System.Text.Json.Serialization;

namespace ConflictModel.Aggregation;

/// <summary>What the cells of a <see cref="PlainColumn"/> are.</summary>
[JsonConverter(typeof(EnumConverter<PlainType>))]
public enum PlainType
{
    /// <summary>Text, of which few different ones recur: it is read as codes.</summary>
    Text = 0,

    /// <summary>A whole number of 64 bits.</summary>
    Integer,

    /// <summary>A day of the proleptic Gregorian calendar; as a number how many days after 1970-01-01 it is.</summary>
    Day,

    /// <summary>True or false; as a number 1 or 0.</summary>
    Flag,
}

using System.Text.Json.Serialization;

namespace ConflictModel.Matching;

/// <summary>Whether two records can be of one event.</summary>
/// <remarks>There is no verdict with the value zero.</remarks>
[JsonConverter(typeof(EnumConverter<MatchVerdict>))]
public enum MatchVerdict
{
    /// <summary>Whatever the rules ask for holds for certain. That they are one event is still for somebody to decide.</summary>
    Possible = 1,

    /// <summary>What the records leave open decides it: a vague day, a place known to the governorate, a link without a date.</summary>
    Undecided,

    /// <summary>Something that the rules ask for can't hold.</summary>
    Impossible,
}

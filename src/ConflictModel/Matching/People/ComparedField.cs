using System.Text.Json.Serialization;

namespace ConflictModel.Matching;

/// <summary>What two records of people are compared by.</summary>
[JsonConverter(typeof(EnumConverter<ComparedField>))]
public enum ComparedField
{
    /// <summary>
    /// The names, all of them: same in the same sounds, compatible with a slip, swapped, by a nickname or by a single part.
    /// </summary>
    Name = 1,

    /// <summary>The father's name.</summary>
    Father,

    /// <summary>The mother's name.</summary>
    Mother,

    /// <summary>The day of birth.</summary>
    Born,

    /// <summary>The age at the event, or the age group.</summary>
    Age,

    /// <summary>The sex.</summary>
    Sex,

    /// <summary>The day of the harm: the record's, or else that of its incident.</summary>
    Day,

    /// <summary>The place of the harm: the record's, or else that of its incident.</summary>
    Place,

    /// <summary>What was done to the person: one who was dead is not harmed later.</summary>
    Harm,

    /// <summary>What other systems call the person.</summary>
    ExternalId,

    /// <summary>What is said of the two: a tie between them, or a decision that they are two.</summary>
    Tie,
}

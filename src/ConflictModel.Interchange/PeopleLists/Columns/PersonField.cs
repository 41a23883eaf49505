using System.Text.Json.Serialization;

namespace ConflictModel.Interchange;

/// <summary>What a column of a list of people says of each of them.</summary>
/// <remarks>
/// There is no value zero. A mapping in JSON has the names in camel case. A column stands for one field and a field for one column, but
/// for names, which may have one for each kind and language, and external ids, which may have one for each scheme.
/// </remarks>
[JsonConverter(typeof(EnumConverter<PersonField>))]
public enum PersonField
{
    /// <summary>The list's own id of the person: <see cref="Person.Id"/>, behind <see cref="PersonMapping.IdPrefix"/>.</summary>
    Id = 1,

    /// <summary>A name, of the column's kind and language.</summary>
    Name,

    /// <summary>What was done to the person, a word of <see cref="ConflictModel.Harm"/>.</summary>
    Harm,

    /// <summary>The age at the event: "30", "3.0", "about 30", "20-25", "8 months".</summary>
    Age,

    /// <summary>The age group, a word of <see cref="ConflictModel.AgeGroup"/>.</summary>
    AgeGroup,

    /// <summary>The sex, a word of <see cref="ConflictModel.Sex"/>, alone or beside one of age: "F", "Adult - Male".</summary>
    Sex,

    /// <summary>The status, a word of <see cref="PersonStatus"/>.</summary>
    Status,

    /// <summary>Whether it is known who the person is, a word of <see cref="ConflictModel.Identification"/>.</summary>
    Identification,

    /// <summary>The name of the actor that the person belonged to.</summary>
    MemberOf,

    /// <summary>The rank, in the source's words.</summary>
    Rank,

    /// <summary>The occupation, in the source's words.</summary>
    Occupation,

    /// <summary>The day, month or year of birth.</summary>
    Born,

    /// <summary>The day of death, of going missing or of another harm.</summary>
    Date,

    /// <summary>The country in which the person was harmed.</summary>
    Country,

    /// <summary>The governorate, or what the country's first level is called.</summary>
    Governorate,

    /// <summary>The district, or the second level.</summary>
    District,

    /// <summary>The sub-district, or the third level.</summary>
    SubDistrict,

    /// <summary>The place in the source's words.</summary>
    Place,

    /// <summary>The degrees north; it stands beside <see cref="Longitude"/>.</summary>
    Latitude,

    /// <summary>The degrees east; it stands beside <see cref="Latitude"/>.</summary>
    Longitude,

    /// <summary>By what the person was harmed, a word of <see cref="ConflictModel.Cause"/>; the cell's words stay beside it.</summary>
    Cause,

    /// <summary>The same in the source's words, where that is a column of its own.</summary>
    CauseWording,

    /// <summary>Whether the fighting itself did it, a word of <see cref="ConflictModel.Directness"/>.</summary>
    Directness,

    /// <summary>What became of the person, a word of <see cref="ConflictModel.Fate"/>.</summary>
    Fate,

    /// <summary>Where the person or the remains are, in the source's words.</summary>
    Whereabouts,

    /// <summary>The id of the incident.</summary>
    Incident,

    /// <summary>The id of the published total that the person is listed under.</summary>
    Tally,

    /// <summary>The name of the source whom the list carries; nobody where the list itself says so.</summary>
    Source,

    /// <summary>The address where it can be read.</summary>
    Url,

    /// <summary>How far the record is verified, a word of <see cref="ConflictModel.Verification"/>.</summary>
    Verification,

    /// <summary>How many sources bear the record out.</summary>
    IndependentSources,

    /// <summary>How much may be published, a word of <see cref="ConflictModel.Publication"/>.</summary>
    Publication,

    /// <summary>Why not all may be, a word of <see cref="WithholdingReason"/>.</summary>
    WithheldBecause,

    /// <summary>What else is to be said.</summary>
    Note,

    /// <summary>What another system calls the person, of the column's scheme.</summary>
    ExternalId,
}

using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>How much of a record of a person may be published.</summary>
[JsonConverter(typeof(EnumConverter<Publication>))]
public enum Publication
{
    /// <summary>All of it. The default: whoever must not be named has to be marked.</summary>
    Public = 0,

    /// <summary>Not who it is: what was done to whom, when and where, without a name or a text that could hold one.</summary>
    NameWithheld,

    /// <summary>No more than the person's place in the counts.</summary>
    Withheld,
}

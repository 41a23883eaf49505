using System.Text.Json.Serialization;

namespace ConflictModel.Interchange;

/// <summary>What became of a row of a change feed, or of a deletion.</summary>
/// <remarks>There is no outcome with the value zero.</remarks>
[JsonConverter(typeof(EnumConverter<FeedOutcome>))]
public enum FeedOutcome
{
    /// <summary>A row whose id was not there: it stands behind the others now.</summary>
    Added = 1,

    /// <summary>A row that is newer than the one of its id, in whose place it stands now.</summary>
    Replaced,

    /// <summary>A row of an id that was deleted before it was changed: the event was given again, and stands now.</summary>
    Restored,

    /// <summary>
    /// A row of the same timestamp that says something where the one of its id said nothing: what it says was put there, and nothing else.
    /// </summary>
    Completed,

    /// <summary>A row that says what the one of its id says, at the same timestamp.</summary>
    Same,

    /// <summary>A row that is older than another of its id.</summary>
    Older,

    /// <summary>A row of an id that was deleted after it was changed, or in the same second: it is not taken.</summary>
    DeletedSince,

    /// <summary>
    /// A row beside another of its id that says something else, where nothing says which is newer. The one that was read last counts, as it
    /// was asked for.
    /// </summary>
    Conflicting,

    /// <summary>A deletion: the row of its id is gone.</summary>
    Deleted,

    /// <summary>A deletion of an id that was not there.</summary>
    NotHere,

    /// <summary>A deletion of an id that was given again since: the row stands.</summary>
    GivenAgain,
}

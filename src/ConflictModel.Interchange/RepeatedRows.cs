using System.Text.Json.Serialization;

namespace ConflictModel.Interchange;

/// <summary>What is done with rows that bear one id where the data doesn't say which of them is newer.</summary>
/// <remarks>
/// An event stands twice in an update beside what it updates, in pages that overlap and in a file put together of several. (The two rows
/// of an event in ACLED's monadic export are one: <see cref="ReadCounts.Joined"/>.) Added up, its dead would die twice. Where the rows say
/// which is newer (ACLED's <c>timestamp</c>), it takes the place of the older ones and is counted (<see cref="ReadCounts.Replaced"/>)
/// without being asked. The default stops.
/// </remarks>
[JsonConverter(typeof(EnumConverter<RepeatedRows>))]
public enum RepeatedRows
{
    /// <summary>
    /// Reading ends with a <see cref="MalformedInputException"/> that names both rows (<see cref="MalformationCode.RepeatedId"/>).
    /// </summary>
    Stop = 0,

    /// <summary>The row that was read last counts.</summary>
    Newest,

    /// <summary>Every row counts, whatever its id, also where the data says which is newer or that two rows are one event.</summary>
    Keep,
}

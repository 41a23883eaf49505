using System.Text.Json.Serialization;
using NodaTime;

namespace ConflictModel.Time;

/// <summary>The earliest and latest possible start and end of an <see cref="UncertainDate"/>, all days inclusive.</summary>
/// <param name="Start">The days on which it may start.</param>
/// <param name="End">The days on which it may end: the last day that belongs to it.</param>
/// <remarks>
/// <c>2024-06</c> is the month as a whole: it starts on the 1st and ends on the 30th. <c>2024-06-XX</c> is one day of
/// June: it may start and end on any. <c>2024-06/2024-08</c> starts on some day of June and ends on some day of August.
/// The default has unknown ends.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public readonly record struct DateBounds(DateEnd Start, DateEnd End)
{
    /// <summary>The first day that may belong to the date; null where open, unknown or outside NodaTime's range.</summary>
    public LocalDate? Earliest => Start.Earliest;

    /// <summary>The last day that may belong to the date; null where open, unknown or outside NodaTime's range.</summary>
    public LocalDate? Latest => End.Latest;
}

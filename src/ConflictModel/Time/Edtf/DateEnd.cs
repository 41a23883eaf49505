using System.Text.Json.Serialization;
using NodaTime;

namespace ConflictModel.Time;

/// <summary>The days on which something may have started, or on which it may have ended.</summary>
/// <param name="Earliest">The first possible day; null if there is no such limit or it is outside NodaTime's range.</param>
/// <param name="Latest">The last possible day; null if there is no such limit or it is outside NodaTime's range.</param>
/// <param name="Kind">Whether the end is dated, open or unknown; it tells apart the reasons for a null.</param>
/// <remarks>The default is an unknown end without limits. Equality is by the three values.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public readonly record struct DateEnd(LocalDate? Earliest, LocalDate? Latest, DateEndKind Kind);

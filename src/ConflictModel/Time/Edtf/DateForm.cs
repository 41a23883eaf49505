using System.Text.Json.Serialization;

namespace ConflictModel.Time;

/// <summary>Which kind of expression an <see cref="UncertainDate"/> is.</summary>
[JsonConverter(typeof(EnumConverter<DateForm>))]
public enum DateForm
{
    /// <summary>A period from one date to another, either of which may be open or unknown: <c>2019/..</c>.</summary>
    Interval = 0,

    /// <summary>One day, month, part of a year or year: <c>2024-07-03</c>, <c>2024-40</c>, <c>199X</c>.</summary>
    Date = 1,

    /// <summary>A day with a time of day and perhaps an offset: <c>2024-07-03T10:00:00Z</c>.</summary>
    DateTime = 2,

    /// <summary>One of several dates, not known which: <c>[2024-07-03,2024-07-05]</c>.</summary>
    OneOf = 3,

    /// <summary>All of several dates: <c>{2019,2021}</c>.</summary>
    AllOf = 4,
}

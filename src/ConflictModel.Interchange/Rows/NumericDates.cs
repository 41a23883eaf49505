using System.Text.Json.Serialization;

namespace ConflictModel.Interchange;

/// <summary>What the numbers of a date stand for in a file that writes dates neither as ISO 8601 nor with the month by name.</summary>
/// <remarks>
/// Nothing in a file says it for certain: <c>03/07/2024</c> is a day of July or of March. There is no value zero. Dates as
/// <c>2024-07-03</c> and <c>03 July 2024</c> are read whatever is stated.
/// </remarks>
[JsonConverter(typeof(EnumConverter<NumericDates>))]
public enum NumericDates
{
    /// <summary>
    /// Day, month, year: <c>03/07/2024</c> is 3 July. The separator is <c>/</c>, <c>.</c> or <c>-</c>; years have four digits.
    /// </summary>
    DayFirst = 1,

    /// <summary>Month, day, year: <c>03/07/2024</c> is 7 March. Separators and years as for <see cref="DayFirst"/>.</summary>
    MonthFirst,

    /// <summary>
    /// Days counted by a spreadsheet in Excel's 1900 system: 1 is 1900-01-01, 61 is 1900-03-01, and 60, the 29 February that 1900 did
    /// not have, is no date. A fraction is a time of day. The range is 1 to 2,958,465 (9999-12-31).
    /// </summary>
    ExcelSerial,
}

namespace ConflictModel.Time;

/// <summary>How fine a date expression is.</summary>
internal enum DatePrecision
{
    None = 0,
    Year = 1,

    /// <summary>A month, season, quarter, four-month period or half.</summary>
    Month = 2,
    Day = 3,
}

namespace ConflictModel.Aggregation;

/// <summary>What a query has to know of the days of pieces.</summary>
internal enum PieceDays
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The month that each lies in.</summary>
    Months,

    /// <summary>The first and the last day of each.</summary>
    All,
}

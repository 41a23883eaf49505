namespace ConflictModel.Aggregation;

/// <summary>A division of the calendar at whose edges incidents that last longer are split.</summary>
public enum CalendarUnit
{
    /// <summary>No division: an incident stays one row.</summary>
    None = 0,

    /// <summary>Days.</summary>
    Day,

    /// <summary>ISO weeks, from Monday.</summary>
    Week,

    /// <summary>Months.</summary>
    Month,

    /// <summary>Years.</summary>
    Year,
}

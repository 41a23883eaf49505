namespace ConflictModel.Time;

/// <summary>How the counts of an event are spread over the buckets it spans.</summary>
public enum AllocationRule
{
    /// <summary>In proportion to the days that the event may have in each bucket.</summary>
    ByDays = 0,

    /// <summary>All to the bucket of the first possible day, as is done by sorting events by their start date.</summary>
    AllToStart = 1,

    /// <summary>All to the bucket of the last possible day.</summary>
    AllToEnd = 2,
}

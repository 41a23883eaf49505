namespace ConflictModel.Time;

/// <summary>What the date code of a data set cannot say of an uncertain date, or the other way round.</summary>
[Flags]
public enum DateLosses
{
    /// <summary>Nothing: the date comes back as it was.</summary>
    None = 0,

    /// <summary>That it is uncertain or approximate.</summary>
    Qualifiers = 1 << 0,

    /// <summary>The time of day and the offset.</summary>
    TimeOfDay = 1 << 1,

    /// <summary>That it lasted: the code says one day within the span, the date said the whole of it.</summary>
    Duration = 1 << 2,

    /// <summary>That some days of the span are ruled out.</summary>
    Gaps = 1 << 3,

    /// <summary>That it names a season; the months are a convention's.</summary>
    Season = 1 << 4,

    /// <summary>Its limits: the code stands for more days than the date.</summary>
    Limits = 1 << 5,

    /// <summary>Everything: an end is open or unknown, or outside the calendar's range, and the code needs both.</summary>
    Unbounded = 1 << 6,

    /// <summary>Everything: the date is vaguer than the vaguest code.</summary>
    TooVague = 1 << 7,

    /// <summary>The code's precision, which is not the one that follows from its dates.</summary>
    Precision = 1 << 8,

    /// <summary>The wording of an approximate date, which could not be read.</summary>
    Wording = 1 << 9,
}

namespace ConflictModel.Interchange;

/// <summary>What the date code of a data set cannot say of an uncertain date, or the other way round.</summary>
[Flags]
internal enum DateLosses
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

/// <summary>The words for <see cref="DateLosses"/>.</summary>
internal static class DateLossText
{
    private static readonly string[] Phrases =
    [
        "that the date is uncertain or approximate",
        "the time of day",
        "that it lasted for the whole span",
        "that some days of the span are ruled out",
        "that it names a season",
        "its exact limits",
        "the date, since an end is open, unknown or out of range",
        "the date, since no code is as vague",
        "the precision, which does not follow from the dates",
        "the wording of the approximate date",
    ];

    /// <summary>What is lost, one phrase each, in a fixed order; empty if nothing is.</summary>
    public static ValueList<string> Describe(this DateLosses losses) =>
        losses == DateLosses.None ? [] : [.. Phrases.Where((_, bit) => ((int)losses & (1 << bit)) != 0)];
}

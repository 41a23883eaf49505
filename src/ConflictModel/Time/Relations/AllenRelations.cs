namespace ConflictModel.Time;

/// <summary>The thirteen ways in which one period can lie to another (Allen 1983), as a set of those that are possible.</summary>
/// <remarks>
/// <para>
/// Between two certain periods exactly one holds. Days are the grain: a period that ends on the day before another starts
/// meets it. The default, <see cref="None"/>, is the empty set.
/// </para>
/// </remarks>
[Flags]
public enum AllenRelations
{
    /// <summary>None of them: no two periods are so.</summary>
    None = 0,

    /// <summary>The first ends, and at least one day lies between.</summary>
    Before = 1 << 0,

    /// <summary>The first ends on the day before the second starts.</summary>
    Meets = 1 << 1,

    /// <summary>The first starts first, they share days, and the second ends last.</summary>
    Overlaps = 1 << 2,

    /// <summary>They start together and the first ends first.</summary>
    Starts = 1 << 3,

    /// <summary>The first lies within the second and touches neither end.</summary>
    During = 1 << 4,

    /// <summary>They end together and the first starts last.</summary>
    Finishes = 1 << 5,

    /// <summary>They are the same days.</summary>
    Equals = 1 << 6,

    /// <summary>They end together and the first starts first.</summary>
    FinishedBy = 1 << 7,

    /// <summary>The second lies within the first and touches neither end.</summary>
    Contains = 1 << 8,

    /// <summary>They start together and the first ends last.</summary>
    StartedBy = 1 << 9,

    /// <summary>The second starts first, they share days, and the first ends last.</summary>
    OverlappedBy = 1 << 10,

    /// <summary>The second ends on the day before the first starts.</summary>
    MetBy = 1 << 11,

    /// <summary>The second ends, and at least one day lies between.</summary>
    After = 1 << 12,

    /// <summary>All of the first are days of the second.</summary>
    Within = Starts | During | Finishes | Equals,

    /// <summary>All of the second are days of the first.</summary>
    Covers = StartedBy | Contains | FinishedBy | Equals,

    /// <summary>They share no day.</summary>
    Disjoint = Before | Meets | MetBy | After,

    /// <summary>All thirteen: nothing is known.</summary>
    All = (1 << 13) - 1,
}

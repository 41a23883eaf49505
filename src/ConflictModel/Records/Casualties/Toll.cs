using System.Diagnostics;

namespace ConflictModel;

/// <summary>One reported count of people harmed in one way: the whole, and the breakdowns that the report gives of it.</summary>
/// <remarks>Equality is by content and order.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial record Toll
{
    /// <summary>How many people in all, as reported; empty if only parts were printed.</summary>
    public Estimate Count { get; init; }

    /// <summary>In how many operations (attacks, incidents), as reported; empty if not said.</summary>
    public Estimate Operations { get; init; }

    /// <summary>The ways in which the report divides the whole: each is a view of all of it.</summary>
    public ValueList<Breakdown> Breakdowns { get; init; }

    /// <summary>Figures printed next to the whole and not counted in it ("and four civilians").</summary>
    public ValueList<Part> Beside { get; init; }
}

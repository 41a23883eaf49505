using System.Diagnostics;

namespace ConflictModel;

/// <summary>One part of a breakdown: whom, by whom, how, where or when, and how many.</summary>
/// <remarks>
/// The property that the breakdown's <see cref="Breakdown.By"/> names is the part's category; the others tell more about it.
/// A part may lack a figure ("ambushes, armed attacks, explosions"). Equality is by content.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial record Part
{
    /// <summary>Who was harmed; null if it is not what sets this part apart.</summary>
    public Victims? Victims { get; init; }

    /// <summary>The actors who did the harm, together or one of them; empty if not said.</summary>
    public ValueList<ActorId> Perpetrators { get; init; }

    /// <summary>The method or cause, in the report's terms: "air strikes", "landmine", "murder"; null if not said.</summary>
    public string? Method { get; init; }

    /// <summary>Where; null if not said apart from the whole.</summary>
    public RegionId? Region { get; init; }

    /// <summary>When; null if not said apart from the whole.</summary>
    public ReportedDate? Period { get; init; }

    /// <summary>How many people, as reported; empty if no figure was given.</summary>
    public Estimate Count { get; init; }

    /// <summary>In how many operations (attacks, incidents), as reported; empty if not said.</summary>
    public Estimate Operations { get; init; }

    /// <summary>The label that the source printed, where it says more than the fields do; null otherwise.</summary>
    public string? AsWritten { get; init; }

    /// <summary>The ways in which the report divides this part further.</summary>
    public ValueList<Breakdown> Breakdowns { get; init; }

    /// <summary>What sets this part apart on an axis; null if it says nothing there.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="axis"/> is none of the axes.</exception>
    public Category? CategoryOn(Axis axis) => Category.Of(axis, this);
}

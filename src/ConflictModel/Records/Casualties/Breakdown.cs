namespace ConflictModel;

/// <summary>One way in which a report divides a count: an axis, and parts along it.</summary>
/// <remarks>
/// Parts of one breakdown are disjoint, unless their categories are known to overlap (women and the elderly, regions that overlap, a month
/// and its year), or in an inclusion answer different questions (officers, and members of an actor). Two breakdowns of one whole are two
/// views of the same people and are never added up. Equality is by content and order.
/// </remarks>
public sealed partial record Breakdown
{
    /// <summary>The question that the parts answer. Each part must have the property that this axis names.</summary>
    public required Axis By { get; init; }

    /// <summary>Whether the parts make up the whole or only lie within it.</summary>
    public required BreakdownKind Kind { get; init; }

    /// <summary>Whether the text states <see cref="Kind"/> or a reader infers it.</summary>
    public Reading Reading { get; init; }

    /// <summary>The words that state it ("including", "of whom"); null if they were not kept.</summary>
    public string? Wording { get; init; }

    /// <summary>
    /// Whether it is stated that nobody is in two parts, whatever their categories: "4 women, and 2 elderly people who are not among them".
    /// </summary>
    /// <remarks>Without it, parts whose categories may overlap are not taken as disjoint.</remarks>
    public bool Disjoint { get; init; }

    /// <summary>Whether parts that the report printed are missing here, because the text was cut. Only an inclusion can be.</summary>
    public bool Truncated { get; init; }

    /// <summary>
    /// Whether one operation may count in several parts, so that the parts' operations may add up to more than the whole's.
    /// </summary>
    public bool OperationsOverlap { get; init; }

    /// <summary>The parts, in the report's order.</summary>
    public required ValueList<Part> Parts { get; init; }
}

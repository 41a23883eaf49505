namespace ConflictModel;

/// <summary>One meeting of a peace process.</summary>
/// <remarks>Equality is by content.</remarks>
public sealed partial record Round
{
    /// <summary>Its name or number, or null.</summary>
    public string? Name { get; init; }

    /// <summary>When it was held; null if not known.</summary>
    public ReportedDate? Date { get; init; }

    /// <summary>Where it was held; null if not known.</summary>
    public string? Place { get; init; }

    /// <summary>What came of it, in the recorder's own words; null if not said.</summary>
    public string? Outcome { get; init; }
}

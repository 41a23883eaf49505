namespace ConflictModel;

/// <summary>How well a report is supported, on a named scheme.</summary>
/// <remarks>
/// Grades of different schemes do not compare. Equality is that of both texts, ordinal. Examples: scheme "airwars", value "confirmed";
/// scheme "ucdp-event-clarity", value "1".
/// </remarks>
public sealed partial record Grade
{
    /// <summary>The grading scheme.</summary>
    public required string Scheme { get; init; }

    /// <summary>The grade in that scheme, as the scheme writes it.</summary>
    public required string Value { get; init; }
}

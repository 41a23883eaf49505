namespace ConflictModel;

/// <summary>Who says so, through whom, and when.</summary>
/// <remarks>Equality is by content.</remarks>
public sealed partial record Citation
{
    /// <summary>Who says so.</summary>
    public required SourceId Source { get; init; }

    /// <summary>Who carried it ("as carried by a newspaper"); null if the source itself was read.</summary>
    public SourceId? Via { get; init; }

    /// <summary>When it was said or published; null if that is not known.</summary>
    public ReportedDate? Published { get; init; }

    /// <summary>The title or headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Where it can be read, or null.</summary>
    public string? Url { get; init; }

    /// <summary>A citation of a source that was read itself.</summary>
    public static implicit operator Citation(SourceId source) => new() { Source = source };

    /// <summary>A citation of a source that was read itself.</summary>
    public static implicit operator Citation(Source source) => new() { Source = source };
}

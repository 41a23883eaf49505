namespace ConflictModel;

/// <summary>What somebody said on the diplomatic record.</summary>
/// <remarks>Equality is by content and order.</remarks>
public sealed partial record Statement
{
    /// <summary>The statement's id.</summary>
    public required StatementId Id { get; init; }

    /// <summary>The person who spoke, by name; null if only the office is named.</summary>
    public string? Speaker { get; init; }

    /// <summary>The office or capacity in which it was said; null if not given.</summary>
    public string? Office { get; init; }

    /// <summary>The body spoken for.</summary>
    public required ActorId Actor { get; init; }

    /// <summary>When it was said; null if not known.</summary>
    public ReportedDate? Date { get; init; }

    /// <summary>What was said, point by point, in the recorder's own words.</summary>
    public required ValueList<string> Points { get; init; }

    /// <summary>The resolutions it refers to.</summary>
    public ValueList<ResolutionId> Resolutions { get; init; }

    /// <summary>Where it is recorded.</summary>
    public required Citation Citation { get; init; }

    /// <summary>Other people's data about it.</summary>
    public ExtensionData Extensions { get; init; }
}

namespace ConflictModel;

/// <summary>Points at one figure of a data set: that of a tally or of an incident's report, by its path.</summary>
/// <remarks>Equality is by content. Exactly one of <see cref="Tally"/> and <see cref="Incident"/> is set.</remarks>
public sealed partial record FigureReference
{
    /// <summary>The tally that holds the figure, or null.</summary>
    public TallyId? Tally { get; init; }

    /// <summary>The incident whose report holds the figure, or null.</summary>
    public IncidentId? Incident { get; init; }

    /// <summary>The figure's path: the harm, then a step for each breakdown (<c>killed/victim:isis/perpetrator:russia</c>).</summary>
    public required string Path { get; init; }
}

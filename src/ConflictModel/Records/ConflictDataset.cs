namespace ConflictModel;

/// <summary>Everything that one file holds: sources, actors, regions, incidents, tallies, claims and the diplomatic record.</summary>
/// <remarks>
/// Records keep the order of the file. A data set may hold what does not add up or refers to nothing: validation says so.
/// Equality is by content and order.
/// </remarks>
public sealed record ConflictDataset
{
    /// <summary>What the data set is, in a few words; null if not said.</summary>
    public string? Title { get; init; }

    /// <summary>The sources.</summary>
    public ValueList<Source> Sources { get; init; }

    /// <summary>The actors.</summary>
    public ValueList<Actor> Actors { get; init; }

    /// <summary>The links between actors.</summary>
    public ValueList<Affiliation> Affiliations { get; init; }

    /// <summary>The regions.</summary>
    public ValueList<Region> Regions { get; init; }

    /// <summary>The incidents.</summary>
    public ValueList<Incident> Incidents { get; init; }

    /// <summary>The published totals.</summary>
    public ValueList<Tally> Tallies { get; init; }

    /// <summary>The claims that are no counts.</summary>
    public ValueList<Claim> Claims { get; init; }

    /// <summary>The reported sizes of actors.</summary>
    public ValueList<Strength> Strengths { get; init; }

    /// <summary>Who holds which area.</summary>
    public ValueList<Control> Controls { get; init; }

    /// <summary>The statements on the diplomatic record.</summary>
    public ValueList<Statement> Statements { get; init; }

    /// <summary>The resolutions.</summary>
    public ValueList<Resolution> Resolutions { get; init; }

    /// <summary>The peace processes.</summary>
    public ValueList<PeaceProcess> Processes { get; init; }

    /// <summary>Other people's data about the data set.</summary>
    public ExtensionData Extensions { get; init; }
}

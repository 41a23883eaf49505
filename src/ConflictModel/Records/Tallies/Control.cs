namespace ConflictModel;

/// <summary>Who holds an area, as a source says.</summary>
/// <remarks>Equality is by content and order.</remarks>
public sealed partial record Control
{
    /// <summary>The actors that hold it, together.</summary>
    public required ValueList<ActorId> Actors { get; init; }

    /// <summary>The areas that they hold, in whole or in part: see <see cref="Extent"/>.</summary>
    public required ValueList<RegionId> Regions { get; init; }

    /// <summary>Whether they hold all of each area or parts of it; null if not said.</summary>
    public ControlExtent? Extent { get; init; }

    /// <summary>The time it holds for; null if not said.</summary>
    public ReportedDate? Date { get; init; }

    /// <summary>
    /// The change that the source tells, in the recorder's own words ("overran", "defeated"); null for a plain state of things.
    /// </summary>
    public string? Note { get; init; }

    /// <summary>Who says so.</summary>
    public required Citation Citation { get; init; }

    /// <summary>Other people's data about it.</summary>
    public ExtensionData Extensions { get; init; }
}

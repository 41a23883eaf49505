namespace ConflictModel.Hierarchies;

/// <summary>Point figures for regions by a stated policy: with <see cref="Unassigned"/> they add up to the whole exactly.</summary>
/// <remarks>Equality is by content and order.</remarks>
public sealed record RegionFigures
{
    /// <summary>The policy that made them.</summary>
    public required SpreadPolicy Policy { get; init; }

    /// <summary>Each region with its figure, by id.</summary>
    public required ValueList<KeyValuePair<RegionId, long>> Regions { get; init; }

    /// <summary>What lies in no region of the level, or is left undivided.</summary>
    public required long Unassigned { get; init; }
}

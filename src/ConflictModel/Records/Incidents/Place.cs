namespace ConflictModel;

/// <summary>Where an incident was, as closely as the sources say.</summary>
/// <remarks>Equality is by content.</remarks>
public sealed partial record Place
{
    /// <summary>The smallest regions that are known to hold it; several if it is in all of them or one of them.</summary>
    public ValueList<RegionId> Regions { get; init; }

    /// <summary>How closely it is known.</summary>
    public PlacePrecision Precision { get; init; }

    /// <summary>The point that a source gives; null if none.</summary>
    public Coordinates? Coordinates { get; init; }

    /// <summary>The source's words for the place; null if they say no more than the regions.</summary>
    public string? Wording { get; init; }
}

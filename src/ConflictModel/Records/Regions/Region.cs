namespace ConflictModel;

/// <summary>A named area: a country, governorate, district or town, or a natural region that crosses them.</summary>
/// <remarks>
/// A region lies <see cref="Within"/> others wholly, or <see cref="Overlaps"/> them in part; what is said of one that overlaps
/// cannot be added to what is said of the other. Equality is by content.
/// </remarks>
public sealed partial record Region
{
    /// <summary>The region's id.</summary>
    public required RegionId Id { get; init; }

    /// <summary>The region's name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Its level or nature.</summary>
    public required RegionKind Kind { get; init; }

    /// <summary>Its other names and spellings.</summary>
    public ValueList<LocalizedText> Aliases { get; init; }

    /// <summary>The UN OCHA place code ("SY09"); null if it has none, as natural regions have none.</summary>
    public string? PCode { get; init; }

    /// <summary>The ISO 3166-1 or 3166-2 code ("SY", "SY-DY"); null if it has none.</summary>
    public string? IsoCode { get; init; }

    /// <summary>The regions that it lies wholly within, nearest first.</summary>
    public ValueList<RegionId> Within { get; init; }

    /// <summary>The regions that it shares some but not all of its area with.</summary>
    public ValueList<RegionId> Overlaps { get; init; }

    /// <summary>A point that stands for it on a map; null if none is given.</summary>
    public Coordinates? Coordinates { get; init; }

    /// <summary>What other systems call it.</summary>
    public ValueList<ExternalId> ExternalIds { get; init; }

    /// <summary>Other people's data about it.</summary>
    public ExtensionData Extensions { get; init; }

    /// <summary>The id of a region.</summary>
    public static implicit operator RegionId(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return region.Id;
    }
}

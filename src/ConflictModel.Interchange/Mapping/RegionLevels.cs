namespace ConflictModel.Interchange;

/// <summary>The administrative levels that a place is known to lie in, as columns ask for them.</summary>
/// <remarks>Where a place names several regions, a level that they don't share is unknown.</remarks>
internal readonly record struct RegionLevels(Region? World, Region? Country, Region? Adm1, Region? Adm2, Region? Adm3)
{
    public static RegionLevels Of(ValueList<RegionId> regions, Glossary glossary, string prefix)
    {
        if (regions.IsEmpty)
        {
            return default;
        }

        RegionLevels levels = Of(regions[0], glossary, prefix);
        foreach (RegionId other in regions)
        {
            levels = levels.Shared(Of(other, glossary, prefix));
        }

        return levels;
    }

    public static string NameOf(Region? region) => region?.Name.ToString() ?? "";

    /// <summary>The name of a place's one region if no level has a column for it, as for a town; empty otherwise.</summary>
    public static string LocationOf(Place? place, Glossary glossary, RegionLevels written) =>
        place is { Regions.Count: 1 } && glossary.Find(place.Regions[0]) is { } region
            && !((Region?[])[written.World, written.Country, written.Adm1, written.Adm2, written.Adm3]).Contains(region)
            ? NameOf(region)
            : "";

    public static string CodeOf(Region? region, string scheme)
    {
        foreach (ExternalId id in region?.ExternalIds ?? default)
        {
            if (id.Scheme == scheme)
            {
                return id.Value;
            }
        }

        return "";
    }

    private static RegionLevels Of(RegionId id, Glossary glossary, string prefix)
    {
        RegionLevels levels = default;
        if (glossary.Find(id) is not { } region)
        {
            return levels;
        }

        levels = levels.With(region, prefix);
        foreach (Region larger in glossary.Around(region))
        {
            levels = levels.With(larger, prefix);
        }

        return levels;
    }

    private RegionLevels With(Region region, string prefix) => region.Kind switch
    {
        RegionKind.Country => this with { Country = Country ?? region },
        RegionKind.Governorate => this with { Adm1 = Adm1 ?? region },
        RegionKind.District => this with { Adm2 = Adm2 ?? region },
        RegionKind.SubDistrict => this with { Adm3 = Adm3 ?? region },
        _ => region.Id.Value.StartsWith(prefix + "-region:", StringComparison.Ordinal) ? this with { World = World ?? region } : this,
    };

    private RegionLevels Shared(RegionLevels other) => new(
        World == other.World ? World : null,
        Country == other.Country ? Country : null,
        Adm1 == other.Adm1 ? Adm1 : null,
        Adm2 == other.Adm2 ? Adm2 : null,
        Adm3 == other.Adm3 ? Adm3 : null);
}

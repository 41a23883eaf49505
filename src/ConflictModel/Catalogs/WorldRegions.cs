namespace ConflictModel.Catalogs;

/// <summary>Which countries lie in which region of UN M49.</summary>
/// <remarks>
/// A country of the catalog does not name its part of the world: a data set that lists the country would have to list that too. Read
/// when it is first asked for.
/// </remarks>
internal static class WorldRegions
{
    private const int Fields = 2;

    private static readonly Lazy<Dictionary<string, Region>> ByCountry = new(Read);

    /// <summary>Whether a region of the catalog is one of M49's.</summary>
    public static bool IsOne(Region region) => region.Kind == RegionKind.Zone && region.ExternalIds.Any(id => id.Scheme == "m49");

    /// <summary>Regions with those of M49 around their countries, which are known by ISO code.</summary>
    /// <returns>What is added, the larger before the smaller, and then the regions.</returns>
    public static List<Region> Around(IReadOnlyCollection<Region> regions)
    {
        HashSet<RegionId> known = [.. regions.Select(region => region.Id)];
        var added = new List<Region>();
        var placed = new List<Region>();
        foreach (Region region in regions)
        {
            if (region is { Kind: RegionKind.Country, IsoCode: { } iso } && ByCountry.Value.TryGetValue(iso, out Region? around))
            {
                RegionId[] larger = [around.Id, .. around.Within];
                placed.Add(region with { Within = [.. larger.Except(region.Within), .. region.Within] });
                added.AddRange(larger.Where(known.Add).Select(RegionCatalog.BuiltIn.Get).Reverse());
            }
            else
            {
                placed.Add(region);
            }
        }

        return [.. added, .. placed];
    }

    private static Dictionary<string, Region> Read()
    {
        var regions = new Dictionary<string, Region>(StringComparer.Ordinal);
        using TextReader text = CatalogText.Open("parts-of-the-world.txt");
        foreach (string[] row in CatalogText.Read(text, Fields, static fields => fields).Records)
        {
            foreach (string country in row[1].Split(' '))
            {
                regions.Add(country, RegionCatalog.BuiltIn.Get(row[0]));
            }
        }

        return regions;
    }
}

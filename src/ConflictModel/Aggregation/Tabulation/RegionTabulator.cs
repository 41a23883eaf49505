using ConflictModel.Hierarchies;

namespace ConflictModel.Aggregation;

/// <summary>Defines regions in a table builder, parents before children.</summary>
internal sealed class RegionTabulator(IncidentTableBuilder builder, List<Region> regions)
{
    private readonly RegionHierarchy hierarchy = new(regions);
    private readonly Dictionary<RegionId, Region> known = regions.ToDictionary(region => region.Id);
    private readonly Dictionary<RegionId, RegionId> parents = [];
    private readonly List<Region> order = [];

    public void Define()
    {
        foreach (Region region in regions)
        {
            Define(region);
        }

        foreach (Region region in order.Where(region => LevelOf(region.Kind) is null))
        {
            DeclareOverlaps(region);
        }
    }

    private void Define(Region region)
    {
        if (parents.ContainsKey(region.Id))
        {
            return;
        }

        parents.Add(region.Id, default);
        foreach (RegionId above in region.Within)
        {
            if (known.TryGetValue(above, out Region? larger))
            {
                Define(larger);
            }
        }

        RegionId parent = region.Within.FirstOrDefault(id => known.TryGetValue(id, out Region? larger) && LevelOf(larger.Kind) is not null);
        parent = parent == default ? region.Within.FirstOrDefault(known.ContainsKey) : parent;
        parents[region.Id] = parent;
        builder.DefineRegion(region.Id, LevelOf(region.Kind), parent);
        order.Add(region);
        foreach (RegionId other in region.Within)
        {
            if (known.ContainsKey(other) && !IsAbove(other, region.Id))
            {
                builder.DeclareOverlap(region.Id, other);
            }
        }
    }

    /// <summary>Declares the largest regions that a natural one may share ground with; that reaches those within them.</summary>
    private void DeclareOverlaps(Region natural)
    {
        HashSet<RegionId> declared = [];
        foreach (Region other in order)
        {
            if (other.Id == natural.Id || IsAbove(other.Id, natural.Id) || IsAbove(natural.Id, other.Id))
            {
                continue;
            }

            if (declared.Contains(parents[other.Id]))
            {
                declared.Add(other.Id);
            }
            else if (hierarchy.Within(other.Id, natural.Id) == Truth.Unknown)
            {
                builder.DeclareOverlap(natural.Id, other.Id);
                declared.Add(other.Id);
            }
        }
    }

    private bool IsAbove(RegionId above, RegionId region)
    {
        for (; region != default; region = parents.GetValueOrDefault(region))
        {
            if (region == above)
            {
                return true;
            }
        }

        return false;
    }

    private static int? LevelOf(RegionKind kind) => kind is >= RegionKind.Country and <= RegionKind.Town ? kind - RegionKind.Country : null;
}

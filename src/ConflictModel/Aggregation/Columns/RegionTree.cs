namespace ConflictModel.Aggregation;

/// <summary>How a table's regions lie within and across one another.</summary>
internal sealed class RegionTree
{
    /// <summary>The level that regions without one have.</summary>
    public const int NoLevel = -1;

    private readonly List<int> parents = [0];
    private readonly List<int> levels = [NoLevel];
    private readonly List<(int A, int B)> overlaps = [];

    public RegionTree()
    {
    }

    public RegionTree(RegionTree other)
    {
        parents = [.. other.parents];
        levels = [.. other.levels];
        overlaps = [.. other.overlaps];
    }

    public int Size => parents.Count;

    /// <summary>Sets a region's level and parent. A parent comes before its children, so there is no circle.</summary>
    public void Define(int region, int level, int parent)
    {
        while (parents.Count <= region)
        {
            parents.Add(0);
            levels.Add(NoLevel);
        }

        (parents[region], levels[region]) = (parent, level);
    }

    public bool Is(int region, int level, int parent) => parents[region] == parent && levels[region] == level;

    public void Overlap(int a, int b) => overlaps.Add((a, b));

    /// <summary>The region of a level in which a region lies; 0 if there is none.</summary>
    public int At(int region, int level)
    {
        for (; region != 0 && region < parents.Count; region = parents[region])
        {
            if (levels[region] == level)
            {
                return region;
            }
        }

        return 0;
    }

    /// <summary>The smallest region within which all of some lie; 0 if none is known.</summary>
    public int Holding(ReadOnlySpan<int> all)
    {
        for (int region = all.IsEmpty ? 0 : all[0]; region != 0; region = region < parents.Count ? parents[region] : 0)
        {
            bool holds = true;
            foreach (int other in all)
            {
                holds &= IsWithin(other, region);
            }

            if (holds)
            {
                return region;
            }
        }

        return 0;
    }

    /// <summary>Whether a place known to lie in <paramref name="region"/> lies in <paramref name="target"/>.</summary>
    public Truth Lies(int region, int target)
    {
        if (IsWithin(region, target))
        {
            return Truth.Yes;
        }

        if (region == 0 || IsWithin(target, region))
        {
            return Truth.Unknown;
        }

        foreach ((int a, int b) in overlaps)
        {
            if ((Touches(region, a) && Touches(target, b)) || (Touches(region, b) && Touches(target, a)))
            {
                return Truth.Unknown;
            }
        }

        return Truth.No;
    }

    private bool Touches(int a, int b) => IsWithin(a, b) || IsWithin(b, a);

    private bool IsWithin(int region, int target)
    {
        for (; region != 0; region = region < parents.Count ? parents[region] : 0)
        {
            if (region == target)
            {
                return true;
            }
        }

        return false;
    }
}

using System.Collections.Concurrent;
using ConflictModel.Hierarchies;

namespace ConflictModel.Aggregation;

/// <summary>A <see cref="RegionHierarchy"/> compiled for the codes of a table: what it says of regions, as arrays.</summary>
internal sealed class RegionTree(RegionHierarchy hierarchy, CodeBook<RegionId> book, IReadOnlyDictionary<RegionId, Region> regions)
{
    private readonly ConcurrentDictionary<RegionKind, int[]> levels = [];
    private int[]? worlds;

    /// <summary>The regions that were defined, by id.</summary>
    public IReadOnlyDictionary<RegionId, Region> Defined => regions;

    /// <summary>The regions that a region lies within, however far up.</summary>
    public ValueList<RegionId> Ancestors(int code) => hierarchy.Ancestors(book[code]);

    /// <summary>The code of the region of a level that holds each region, or is it; 0 where there is none.</summary>
    public int[] At(RegionKind level) => levels.GetOrAdd(level, kind => CodesOf(region => hierarchy.AncestorAt(region, kind)));

    /// <summary>
    /// The code of the part of the world in which each region lies: an area of no administrative level that lies in no country.
    /// </summary>
    public int[] Worlds() => worlds ??= CodesOf(WorldOf);

    /// <summary>Whether a place known to lie in the region of a code lies in that of another.</summary>
    public Truth Lies(int code, int target) => code == 0 ? Truth.Unknown : hierarchy.Within(book[code], book[target]);

    private int[] CodesOf(Func<RegionId, RegionId?> above)
    {
        int[] codes = new int[book.Size];
        for (int code = 1; code < codes.Length; code++)
        {
            codes[code] = above(book[code]) is { } region ? book.Find(region, nameof(region)) : 0;
        }

        return codes;
    }

    private RegionId? WorldOf(RegionId region)
    {
        foreach (RegionId above in (IEnumerable<RegionId>)[region, .. hierarchy.Ancestors(region)])
        {
            if (regions.TryGetValue(above, out Region? area)
                && area.Kind is RegionKind.Natural or RegionKind.Zone && hierarchy.AncestorAt(above, RegionKind.Country) is null)
            {
                return above;
            }
        }

        return null;
    }
}

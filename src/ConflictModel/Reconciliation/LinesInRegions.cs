using ConflictModel.Hierarchies;

namespace ConflictModel.Reconciliation;

/// <summary>Lines of tallies by the regions that they certainly lie in, however far up.</summary>
internal sealed class LinesInRegions
{
    private readonly Dictionary<RegionId, List<(TallyLine Line, int Number)>> within = [];

    /// <param name="lines">The lines, in the order in which they are given again.</param>
    /// <param name="regions">What lies within what.</param>
    public LinesInRegions(TallyLine[] lines, RegionHierarchy regions)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].Scope.Regions is { IsEmpty: false } own)
            {
                // What lies in some regions with all of its own does so with the first of them.
                foreach (RegionId region in regions.Ancestors(own[0]).Append(own[0]))
                {
                    if (!within.TryGetValue(region, out List<(TallyLine Line, int Number)>? here))
                    {
                        within.Add(region, here = []);
                    }

                    here.Add((lines[i], i));
                }
            }
        }
    }

    /// <summary>The lines that may lie within a scope's regions with all that they count; all others don't.</summary>
    public IEnumerable<TallyLine> Within(ScopeAnswer scope) => scope.Regions
        .SelectMany(region => within.GetValueOrDefault(region, []))
        .DistinctBy(one => one.Number).OrderBy(one => one.Number).Select(one => one.Line);
}

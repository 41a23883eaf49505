namespace ConflictModel.Arithmetic;

/// <summary>Which of some nodes' categories can hold everybody of one: the regions around it, or all that are no regions.</summary>
internal sealed class WiderCandidates
{
    /// <summary>As many pairs as a thousand make.</summary>
    private const long MaxPairs = PartOverlap.MaxParts * (PartOverlap.MaxParts / 2L);

    private readonly CountTree tree;
    private readonly ILookup<RegionId, NodeNumber> regions;
    private readonly NodeNumber[] others;

    /// <param name="tree">The tree.</param>
    /// <param name="nodes">Nodes that have categories.</param>
    public WiderCandidates(CountTree tree, IReadOnlyCollection<NodeNumber> nodes)
    {
        this.tree = tree;
        regions = nodes.Where(IsRegion).ToLookup(RegionOf);
        others = [.. nodes.Where(node => !IsRegion(node))];
    }

    /// <summary>Whether there are too many to look at all pairs: of others than regions, or of regions within regions.</summary>
    public bool AreTooMany => others.Length > PartOverlap.MaxParts || AreDeep();

    /// <summary>The nodes whose categories can hold that of a node, itself among them.</summary>
    public IEnumerable<NodeNumber> Of(NodeNumber node) =>
        IsRegion(node) ? tree.Relations.Around(RegionOf(node)).SelectMany(region => regions[region]) : others;

    private bool AreDeep()
    {
        long pairs = 0;
        return regions.Any(region => (pairs += region.Count() * (long)tree.Relations.Around(region.Key).Count) > MaxPairs);
    }

    private bool IsRegion(NodeNumber node) => tree.AxisOf(node) == Axis.Region;

    private RegionId RegionOf(NodeNumber node) => tree.PartOf(node).Region!.Value;
}

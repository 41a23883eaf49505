namespace ConflictModel.Arithmetic;

/// <summary>Which of some nodes' categories can hold everybody of one: the regions around it, or all that are no regions.</summary>
internal sealed class WiderCandidates
{
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

    /// <summary>Whether there are too many to look at all pairs.</summary>
    public bool AreTooMany => others.Length > PartOverlap.MaxParts;

    /// <summary>The nodes whose categories can hold that of a node, itself among them.</summary>
    public IEnumerable<NodeNumber> Of(NodeNumber node) =>
        IsRegion(node) ? tree.Relations.Around(RegionOf(node)).SelectMany(region => regions[region]) : others;

    private bool IsRegion(NodeNumber node) => tree.AxisOf(node) == Axis.Region;

    private RegionId RegionOf(NodeNumber node) => tree.PartOf(node).Region!.Value;
}

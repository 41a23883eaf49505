namespace ConflictModel.Arithmetic;

/// <summary>One breakdown of a node: its parts are neighbours in the array of nodes.</summary>
internal struct CountGroup
{
    public Breakdown Source;
    public NodeNumber Whole;
    public NumberRange<NodeNumber> Parts;
    public CountRule Rule;

    /// <summary>Which parts may share people; null if the rule says it of all of them.</summary>
    public PartOverlap? Overlap;
}

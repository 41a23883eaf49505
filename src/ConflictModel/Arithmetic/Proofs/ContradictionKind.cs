namespace ConflictModel.Arithmetic;

/// <summary>Which identity reported figures break.</summary>
internal enum ContradictionKind
{
    /// <summary>The parts of a breakdown don't make up their whole, or exceed it.</summary>
    Parts = 1,

    /// <summary>The same, where a part's own breakdown takes the place of its figure, which it contradicts.</summary>
    PartsOfParts,

    /// <summary>A category's figure for the whole, and its figures within the parts of another breakdown.</summary>
    Cells,

    /// <summary>A figure for some people exceeds one for more of them.</summary>
    Nesting,

    /// <summary>Two figures for the same people.</summary>
    SamePeople,

    /// <summary>Several of these together.</summary>
    Combined,
}

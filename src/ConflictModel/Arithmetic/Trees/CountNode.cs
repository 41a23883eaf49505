namespace ConflictModel.Arithmetic;

/// <summary>One node of a <see cref="CountTree"/>: a whole or a part.</summary>
internal struct CountNode
{
    public Part? Part;
    public CountInterval Reported;
    public NodeNumber Parent;

    /// <summary>The breakdown that it is a part of.</summary>
    public GroupNumber Group;

    /// <summary>The breakdowns of it.</summary>
    public NumberRange<GroupNumber> Breakdowns;
    public byte Axes;
}

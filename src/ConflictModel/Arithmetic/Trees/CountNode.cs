namespace ConflictModel.Arithmetic;

/// <summary>One node of a <see cref="CountTree"/>: a whole or a part.</summary>
internal struct CountNode
{
    public Part? Part;
    public CountInterval Reported;
    public int Parent;
    public int Group;
    public int FirstGroup;
    public int GroupCount;
    public byte Axes;
}

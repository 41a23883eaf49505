namespace ConflictModel.Arithmetic;

/// <summary>A number that names one of several things of a kind: its place among them. Numbers of two kinds don't mix.</summary>
internal interface INumber<TSelf>
    where TSelf : struct, INumber<TSelf>
{
    int Value { get; }

    static abstract TSelf Of(int value);
}

/// <summary>The number of a node of a tree. Wholes have lower ones than their parts.</summary>
internal readonly record struct NodeNumber(int Value) : INumber<NodeNumber>
{
    /// <summary>The whole.</summary>
    public static NodeNumber Root => new(0);

    /// <summary>No node: what the whole is a part of.</summary>
    public static NodeNumber None => new(-1);

    public static NodeNumber Of(int value) => new(value);
}

/// <summary>The number of a breakdown, whose parts are a group of nodes of a tree.</summary>
internal readonly record struct GroupNumber(int Value) : INumber<GroupNumber>
{
    /// <summary>No breakdown: that which the whole is a part of.</summary>
    public static GroupNumber None => new(-1);

    public bool IsNone => Value < 0;

    public static GroupNumber Of(int value) => new(value);
}

/// <summary>The number of a category of a tree. The residual of a breakdown has one too.</summary>
internal readonly record struct CategoryNumber(int Value) : INumber<CategoryNumber>
{
    /// <summary>No category: that of the whole.</summary>
    public static CategoryNumber None => new(-1);

    public static CategoryNumber Of(int value) => new(value);
}

/// <summary>The number of a set of people in a system of categories.</summary>
internal readonly record struct SetNumber(int Value) : INumber<SetNumber>
{
    public static SetNumber Of(int value) => new(value);
}

namespace ConflictModel;

/// <summary>A tie between two people of a data set, said on one of them.</summary>
/// <remarks>Equality is by content.</remarks>
public sealed partial record Tie
{
    /// <summary>The other person.</summary>
    public required PersonId Person { get; init; }

    /// <summary>What the other is to this one: <see cref="TieKind.Parent"/> on a child's record names the father or the mother.</summary>
    public TieKind Kind { get; init; }

    /// <summary>How sure it is.</summary>
    public Certainty Certainty { get; init; }
}

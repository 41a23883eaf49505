namespace ConflictModel.Aggregation;

/// <summary>A condition as SQL of a piece.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Certain">Whether a piece passes for certain; null is no.</param>
/// <param name="Possible">Whether it passes for certain or perhaps; never null.</param>
internal sealed record SqlCondition(string Name, string Certain, string Possible)
{
    /// <summary>The same of one who took part, where each of them has a row; null if that is asked of the piece.</summary>
    public SqlCondition? OfMember { get; init; }

    /// <summary>
    /// The pieces of which it can't be told, because a link depends on the place or the opponents; null if there are none.
    /// </summary>
    public string? Limited { get; init; }
}

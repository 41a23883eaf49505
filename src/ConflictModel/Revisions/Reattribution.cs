using ConflictModel.Aggregation;

namespace ConflictModel.Revisions;

/// <summary>
/// Two groups of which the one lost in some years what the other gained, in best figures and to the digit: proposed as one change, that
/// somebody else is held to have done it.
/// </summary>
/// <remarks>Equality is by content and order.</remarks>
public sealed partial record Reattribution
{
    /// <summary>What makes the groups.</summary>
    public required GroupKey Key { get; init; }

    /// <summary>The group that lost, as the source writes it, and its name.</summary>
    public required (string Own, string Name) From { get; init; }

    /// <summary>The group that gained.</summary>
    public required (string Own, string Name) To { get; init; }

    /// <summary>The years, in their order; there are two at least.</summary>
    public required ValueList<Year> Years { get; init; }

    /// <summary>The best figures that went from the one to the other.</summary>
    public long Best => Years.Sum(year => year.Gained.Best);

    /// <summary>Whether the other gained to the digit what the one lost, in every year.</summary>
    public bool Conserves(RangeFigure figure) => Years.All(year => year.Lost[figure] == year.Gained[figure]);

    /// <summary>Who lost and gained how much, when, and in which figures it does not agree.</summary>
    public override string ToString() => ReattributionText.Of(this);

    /// <summary>What went from the one group to the other in a year.</summary>
    /// <param name="Number">The year.</param>
    /// <param name="Lost">By how much the sums of the one fell.</param>
    /// <param name="Gained">By how much the sums of the other rose.</param>
    public readonly partial record struct Year(int Number, FigureChange Lost, FigureChange Gained);
}

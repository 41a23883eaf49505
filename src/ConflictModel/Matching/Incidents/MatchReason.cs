using System.Text.Json.Serialization;

namespace ConflictModel.Matching;

/// <summary>How two records of events compare in one thing.</summary>
/// <remarks>Equality is by content. The default says that nothing is known of the date.</remarks>
/// <param name="Criterion">What is compared.</param>
/// <param name="Agrees">Whether they agree as the rules ask; unknown where the records leave it open.</param>
/// <param name="Words">
/// What agreed at which level, or what did not: "1 day apart", "3.2 km apart", "isis belongs to daesh", "both not said".
/// </param>
[JsonConverter(typeof(NoJsonConverter))]
public readonly record struct MatchReason(MatchCriterion Criterion, Truth Agrees, string Words)
{
    /// <summary>Whether a record says nothing of it, so that it speaks neither for the pair nor against it.</summary>
    public bool IsNotSaid { get; init; }

    /// <summary>The words.</summary>
    public override string ToString() => Words ?? "";
}

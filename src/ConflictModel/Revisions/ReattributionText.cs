using static System.FormattableString;

namespace ConflictModel.Revisions;

/// <summary>Says a proposal in a sentence.</summary>
internal static class ReattributionText
{
    public static string Of(Reattribution proposal)
    {
        string years = string.Join(", ", proposal.Years.Select(year => Invariant($"{year.Gained.Best} in {year.Number}")));
        string[] odd =
        [
            .. ((RangeFigure[])[RangeFigure.Low, RangeFigure.High]).Where(figure => !proposal.Conserves(figure))
                .Select(figure => $"{JsonName.Of(figure)} ({Differences(proposal, figure)})"),
        ];
        string others = odd.Length == 0 ? "low and high figures agree as well" : $"not so in {string.Join(" and ", odd)}";
        return Invariant($"{Name(proposal.To)} gained the {proposal.Best} that {Name(proposal.From)} lost, ")
            + $"in best figures and to the digit: {years}; {others}.";
    }

    private static string Differences(Reattribution proposal, RangeFigure figure) => string.Join(
        ", ",
        proposal.Years.Where(year => year.Lost[figure] != year.Gained[figure])
            .Select(year => Invariant($"{year.Lost[figure]} against {year.Gained[figure]} in {year.Number}")));

    private static string Name((string Own, string Name) group) => group.Name.Length == 0 ? group.Own : $"{group.Own} ({group.Name})";
}

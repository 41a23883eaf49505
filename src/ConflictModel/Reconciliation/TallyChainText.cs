using static System.FormattableString;

namespace ConflictModel.Reconciliation;

/// <summary>Says how a tally's figures came to be another's.</summary>
internal static class TallyChainText
{
    public static string? Of(TallyChain.Step step, Harm harm)
    {
        (Estimate was, Estimate became) = (TallyChain.Step.CountOf(step.Older, harm), TallyChain.Step.CountOf(step.Newer, harm));
        if (was.IsEmpty && became.IsEmpty)
        {
            return null;
        }

        TallyChain.Figure[] figures = [.. step.Figures.Where(figure => figure.Harm == harm)];
        return !Array.Exists(figures, figure => figure.Revised is not null) ? $"{Words(was)}, then {Words(became)}"
            : was.IsExact && became.IsExact ? Of(figures[0])
            : string.Join(", ", figures.Select(figure => $"{figure.Name} {Of(figure)}"));    }

    private static string Of(TallyChain.Figure figure) => figure switch
    {
        { Revised: null } => Invariant($"{Printed(figure.Old)}, then {Printed(figure.New)}"),
        { Since: > 0 } => Invariant($"{figure.Old} + {figure.Since} since = {figure.New}"),
        { Revised: 0 } => Invariant($"{figure.Old}, the same"),
        { Revised: > 0 } => Invariant($"{figure.Old} + {figure.Revised} revised = {figure.New}"),
        _ => Invariant($"{figure.Old} - {-figure.Revised} revised = {figure.New}"),
    };

    private static string Printed(long? figure) => figure is { } known ? Invariant($"{known}") : "none";

    private static string Words(Estimate count) => count.IsEmpty ? "none" : count.ToString();
}

namespace ConflictModel.Arithmetic;

/// <summary>Finds the reported figures that a derived bound follows from.</summary>
internal sealed class Explainer(Derivation derivation)
{
    private readonly CountTree tree = derivation.Tree;

    public Explanation Explain(DerivedFigure figure)
    {
        if (!derivation.IsFeasible)
        {
            Bounds reported = figure.Bounds;
            return new() { Lower = Unexplained(reported.Lower), Upper = Unexplained(reported.Upper) };
        }

        return new() { Lower = Explain(figure, isHigh: false), Upper = Explain(figure, isHigh: true) };
    }

    private static Explanation.End Unexplained(long? value) => new() { Value = value, Steps = [] };

    private Explanation.End Explain(DerivedFigure figure, bool isHigh)
    {
        Bounds bounds = figure.Bounds;
        long? value = isHigh ? bounds.Upper : bounds.Lower;
        if (value is not { } limit || (!isHigh && limit == 0))
        {
            return Unexplained(value);
        }

        // A reported figure that nothing narrows is its own reason, even where others would give the same.
        if (figure.IsOfReport && tree.Nodes[figure.Node].Reported is var own && (isHigh ? own.High : own.Low) == limit
            && !Follows([], figure, isHigh, limit))
        {
            return new() { Value = value, Steps = [Step(new(figure.Node, isHigh), isSubtracted: false)] };
        }

        List<FigureEnd> cited = LeastSet.Find(FigureEnd.All(tree), ends => Follows(ends, figure, isHigh, limit));
        return new()
        {
            Value = value,
            Steps =
            [
                .. cited.Where(end => end.IsHigh == isHigh).Select(end => Step(end, isSubtracted: false)),
                .. cited.Where(end => end.IsHigh != isHigh).Select(end => Step(end, isSubtracted: true)),
            ],
        };
    }

    // An upper end is a sum of upper ends less lower ones, a lower end the other way round.
    private Explanation.Step Step(FigureEnd end, bool isSubtracted) =>
        new(derivation.PathOf(end.Node), tree.Nodes[end.Node].Part, tree.EstimateOf(end.Node), end.Value(tree), isSubtracted);

    private bool Follows(List<FigureEnd> ends, DerivedFigure figure, bool isHigh, long limit)
    {
        CountInterval[] reported = FigureEnd.Only(tree, ends);
        CountInterval? found;
        if (figure.Kind == FigureKind.Attributed)
        {
            var solution = CountSolution.Solve(tree, reported);
            found = solution.IsFeasible ? AttributedShare.Of(tree, solution.Nodes, derivation.AttributedTo) : null;
        }
        else
        {
            found = CountSolution.SolveFor(tree, reported, figure.Node, figure.Kind == FigureKind.Residual ? figure.Group : -1);
        }

        return found is { } interval && (isHigh ? interval.High <= limit : interval.Low >= limit);
    }
}

namespace ConflictModel.Arithmetic;

/// <summary>Finds the reported figures that derived bounds follow from.</summary>
/// <remarks>
/// In a tree they are read off the sums. Where breakdowns cross, figures are left out and the others solved again, as often as the size of
/// the record allows. What needs more than that, or more figures than anybody would read, is not explained.
/// </remarks>
internal sealed class Explainer(Derivation derivation, CountSolution solution)
{
    /// <summary>The most figures that are cited for an end.</summary>
    public const int MaxSteps = 100;

    // How many nodes may be solved again for all figures of a record, and how often for one at least, if it is explained at all.
    private const long MaxWork = 400_000_000;
    private const int LeastQuestions = 16;

    private readonly CountTree tree = solution.Tree;
    private readonly Categories categories = new(solution.Tree);
    private readonly List<FigureEnd> all = FigureEnd.All(solution.Tree);
    private readonly long questions = MaxWork / ((long)solution.Tree.Nodes.Count * solution.Tree.Nodes.Count);

    public Explanation Explain(DerivedFigure figure) =>
        new() { Lower = Explain(figure, isHigh: false), Upper = Explain(figure, isHigh: true) };

    /// <summary>The arithmetic that tells most. The lower end is not looked at where that is the upper one's.</summary>
    public string? Arithmetic(DerivedFigure figure)
    {
        Explanation.End upper = Explain(figure, isHigh: true);
        return upper is { Steps.Count: > 1, Arithmetic: { } text }
            ? text
            : new Explanation { Lower = Explain(figure, isHigh: false), Upper = upper }.Arithmetic;
    }

    private Explanation.End Explain(DerivedFigure figure, bool isHigh)
    {
        if (figure.Kind == FigureKind.Attributed && solution.IsFeasible && !derivation.Share.IsContradicted)
        {
            // The whole is what the headline says, for the reasons that it has itself.
            return Explain(derivation.Whole, isHigh);
        }

        Bounds bounds = figure.Bounds;
        long? value = isHigh ? bounds.Upper : bounds.Lower;
        List<FigureEnd>? cited = value is { } limit && (isHigh || limit > 0) && solution.IsFeasible ? Cited(figure, isHigh, limit) : [];
        if (cited is null or { Count: > MaxSteps })
        {
            cited = [];
        }

        var nodes = cited.ToHashSet();
        FigureEnd[] ordered = nodes.Count > 1 ? [.. all.Where(nodes.Contains)] : [.. nodes];
        return new()
        {
            Value = value,
            Steps =
            [
                .. ordered.Where(end => end.IsHigh == isHigh).Select(end => Step(end, isSubtracted: false)),
                .. ordered.Where(end => end.IsHigh != isHigh).Select(end => Step(end, isSubtracted: true)),
            ],
        };
    }

    // An upper end is a sum of upper ends less lower ones, a lower end the other way round.
    private Explanation.Step Step(FigureEnd end, bool isSubtracted) =>
        new(derivation.PathOf(end.Node), tree.Nodes[end.Node].Part, tree.EstimateOf(end.Node), end.Value(tree), isSubtracted);

    // Null if the end is not explained.
    private List<FigureEnd>? Cited(DerivedFigure figure, bool isHigh, long limit)
    {
        if (tree.Entanglements.Length == 0 && !tree.HasOverlap && figure.Kind != FigureKind.Attributed)
        {
            return figure.Kind == FigureKind.Residual
                ? TreeProof.OfResidual(solution, figure.Group, isHigh, MaxSteps)
                : TreeProof.OfNode(solution, figure.Node, isHigh, MaxSteps);
        }

        long left = questions;
        if (left < LeastQuestions)
        {
            return null;
        }

        if (limit == 0 && Follows([]))
        {
            return [];
        }

        // A reported figure that nothing narrows is its own reason, even where others would give the same.
        if (figure.IsOfReport && tree.Nodes[figure.Node].Reported is var own && (isHigh ? own.High : own.Low) == limit)
        {
            return [new(figure.Node, isHigh)];
        }

        // Most often it is the figures of the same people elsewhere and of those they are among, and often one alone.
        List<FigureEnd> near = Near(figure);
        foreach (FigureEnd end in near)
        {
            if (end.IsHigh == isHigh && end.Value(tree) == limit && Follows([end]))
            {
                return [end];
            }
        }

        List<FigureEnd> cited = LeastSet.Find(Follows(near) ? near : all, Follows);
        return left < 0 ? null : cited;

        bool Follows(List<FigureEnd> ends) => left-- > 0 && this.Follows(ends, figure, isHigh, limit);
    }

    private List<FigureEnd> Near(DerivedFigure figure)
    {
        var near = new HashSet<NodeNumber> { NodeNumber.Root };
        for (NodeNumber node = figure.Node; node != NodeNumber.Root; node = tree.Nodes[node].Parent)
        {
            near.UnionWith(categories.Places(categories.Of(node)));
        }

        return [.. all.Where(end => near.Contains(end.Node))];
    }

    private bool Follows(List<FigureEnd> ends, DerivedFigure figure, bool isHigh, long limit)
    {
        Numbered<NodeNumber, CountInterval> reported = FigureEnd.Only(tree, ends);
        CountInterval? found;
        if (figure.Kind == FigureKind.Attributed)
        {
            var again = CountSolution.Solve(tree, reported);
            found = again.IsFeasible ? AttributedShare.Of(tree, again.Nodes, derivation.AttributedTo).Ours : null;
        }
        else
        {
            found = CountSolution.SolveFor(tree, reported, figure.Node, figure.Kind == FigureKind.Residual ? figure.Group : null);
        }

        return found is { } interval && (isHigh ? interval.High <= limit : interval.Low >= limit);
    }
}

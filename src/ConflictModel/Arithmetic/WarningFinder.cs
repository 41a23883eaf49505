using System.Globalization;

namespace ConflictModel.Arithmetic;

/// <summary>Finds what is odd in the figures of a derivation.</summary>
internal sealed class WarningFinder(Derivation derivation)
{
    private readonly CountTree tree = derivation.Tree;

    public IEnumerable<DerivationWarning> FindAll()
    {
        foreach (NodeNumber node in tree.DocumentOrder())
        {
            Estimate estimate = tree.EstimateOf(node);
            if (OutOfOrder(node, estimate) is { } disorder)
            {
                yield return disorder;
            }
            else if (derivation.IsFeasible && estimate.Best is { } best && !derivation.FigureOf(node).Bounds.Contains(best))
            {
                Bounds bounds = derivation.FigureOf(node).Bounds;
                yield return Warn(DerivationWarningKind.BestOutsideBounds, [node], Invariant($"best {best}, bounds {bounds}"));
            }

            foreach (GroupNumber g in tree.Nodes[node].Breakdowns)
            {
                if (DoesNotAddUp(node, g) is { } warning)
                {
                    yield return warning;
                }
            }
        }

        if (derivation.IsFeasible && derivation.Attributed is { Bounds: var ours }
            && derivation.Whole.Bounds is var all && ours.Upper < all.Lower)
        {
            yield return Warn(DerivationWarningKind.LooseAttribution, [NodeNumber.Root], Invariant($"at most {ours.Upper} of {all}"));
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private DerivationWarning? OutOfOrder(NodeNumber node, Estimate figure)
    {
        (long? low, long? best, long? high) = (figure.Low, figure.Best, figure.High);
        string? said =
            low > high ? Invariant($"low {low} above high {high}") :
            low > best ? Invariant($"low {low} above best {best}") :
            best > high ? Invariant($"best {best} above high {high}") : null;
        if (said is null)
        {
            return null;
        }

        // Ends the wrong way round are swapped; a best figure outside them widens them.
        (long? from, long? to) = low > high ? (high, low) : (low, high);
        return Warn(DerivationWarningKind.FiguresOutOfOrder, [node], said) with
        {
            Proposed = new Estimate(from > best ? best : from, best, to < best ? best : to, figure.Wording),
        };
    }

    private DerivationWarning? DoesNotAddUp(NodeNumber node, GroupNumber g)
    {
        CountGroup group = tree.Groups[g];
        if (!group.Rule.IsAdditive() || tree.EstimateOf(node).Best is not { } whole)
        {
            return null;
        }

        NodeNumber[] all = tree.PartsOf(g);
        NodeNumber[] parts = Array.FindAll(all, i => derivation.Bests.Of(i) is not null);
        bool allKnown = parts.Length == all.Length;
        long sum = parts.Sum(i => derivation.Bests.Of(i)!.Value);
        bool isWrong = sum > whole || (group.Rule == CountRule.Partition && allKnown && sum != whole);

        // Figures printed as the count are no best figures beside a range: where they clash it is a contradiction.
        bool isExact = tree.EstimateOf(node).IsExact && parts.All(i => tree.EstimateOf(i) is { IsExact: true } or { IsEmpty: true });
        if (!isWrong || isExact)
        {
            return null;
        }

        string terms = SumText.WithSum([.. parts.Select(i => derivation.Bests.Of(i)!.Value)]);
        string relation = group.Rule == CountRule.Partition && allKnown ? "not" : "more than";
        return Warn(
            DerivationWarningKind.BestsDoNotAddUp,
            [node, .. parts],
            Invariant($"{terms}, {relation} {whole}"));
    }

    private DerivationWarning Warn(DerivationWarningKind kind, NodeNumber[] nodes, string arithmetic) => new()
    {
        Kind = kind,
        IsOfOperations = derivation.IsOfOperations,
        Figures = [.. nodes.Select(derivation.FigureOf)],
        Arithmetic = arithmetic,
    };
}

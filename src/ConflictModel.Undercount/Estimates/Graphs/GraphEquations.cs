using System.Globalization;

namespace ConflictModel.Undercount;

/// <summary>Solves what graphs say of the unseen.</summary>
/// <remarks>
/// By a decomposable graph, a cell's expected count is the product of its cliques' counts divided by that of its separators' counts. For
/// those on no list, with x unseen, these are the numbers observed on none of a clique, or of a separator, and x: so x is where
/// the product of (c + x) over the cliques is x times the product of (s + x) over the separators. The left side is the greater at zero. Far
/// out it is the smaller one if somebody is on lists that the graph does not join, and there is one crossing, for the likelihood has one
/// greatest value. Two cliques leave a line: x = c1 c2 / (s - c1 - c2).
/// </remarks>
internal sealed class GraphEquations(CaptureCells cells)
{
    // Closer than the ninth digit of any number above one thousandth.
    private const int Shift = 44;

    public GraphEstimate Solve(DecomposableGraph graph)
    {
        long[] ofCliques = [.. graph.CliqueBits.Select(cells.OnNone)];
        long[] ofSeparators = [.. graph.Separators.Select(cells.OnNone)];
        if (ofSeparators.Sum() <= ofCliques.Sum() || graph.IsComplete)
        {
            return new(graph) { WhyNone = graph.IsComplete ? Refusal.NotIdentifiable : Refusal.NoMaximum };
        }

        return graph.CliqueBits.Count == 2 ? Line(graph, ofCliques, ofSeparators[0]) : Root(graph, ofCliques, ofSeparators);
    }

    private GraphEstimate Line(DecomposableGraph graph, long[] ofCliques, long ofSeparator)
    {
        (int first, int second) = (graph.CliqueBits[0], graph.CliqueBits[1]);
        int common = first & second;
        long both = ofSeparator - ofCliques.Sum();
        Fraction size = cells.Table.Observed + ((Fraction)ofCliques[0] * ofCliques[1] / both);
        string sides = $"on some of {Names(first & ~common)}, on some of {Names(second & ~common)}";
        return new(graph)
        {
            Exact = size,
            Low = size,
            High = size,
            Because = FormattableString.Invariant($"{cells.Table.Observed} + {ofCliques[1]} x {ofCliques[0]} / {both}"),
            HangsOn =
            [
                new($"on none of {Names(second)}", ofCliques[1]),
                new($"on none of {Names(first)}", ofCliques[0]),
                new(common == 0 ? sides : $"{sides}, and on none of {Names(common)}", both),
            ],
        };
    }

    private GraphEstimate Root(DecomposableGraph graph, long[] ofCliques, long[] ofSeparators)
    {
        Fraction observed = cells.Table.Observed;
        (Fraction low, Fraction high) = ofCliques.Contains(0) ? (0, 0) : Equation(ofCliques, ofSeparators).Enclose(Shift);
        return new(graph)
        {
            Low = observed + low,
            High = observed + high,
            Because = string.Create(
                CultureInfo.InvariantCulture,
                $"{observed} + x, where {Product(ofCliques)} = x{Product(ofSeparators)}"),
            HangsOn = [.. graph.CliqueBits.Concat(graph.Separators).Distinct().Where(group => group != 0)
                .Select(group => new GraphEstimate.Hinge($"on none of {Names(group)}", cells.OnNone(group)))],
        };
    }

    /// <summary>What is zero where x is the number of the unseen.</summary>
    internal static WholePolynomial Equation(long[] ofCliques, long[] ofSeparators) =>
        ofCliques.Skip(1).Aggregate(WholePolynomial.X + ofCliques[0], (product, count) => product * (WholePolynomial.X + count))
        - ofSeparators.Aggregate(WholePolynomial.X, (product, count) => product * (WholePolynomial.X + count));

    private static string Product(long[] counts) =>
        string.Concat(counts.Select(count => FormattableString.Invariant($"({count} + x)")));

    private string Names(int lists) => string.Join(", ", cells.NamesOf(lists));
}

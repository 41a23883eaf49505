using ConflictModel.Arithmetic;

namespace ConflictModel.Tests.Arithmetic;

public class OracleTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1, 2, 2, 5, 9_000)]
    [InlineData(2, 3, 2, 6, 9_000)]
    [InlineData(3, 2, 3, 7, 7_000)]
    [InlineData(4, 4, 2, 7, 7_000)]
    [InlineData(5, 3, 3, 6, 7_000)]
    [InlineData(6, 2, 2, 6, 6_500, 2)]
    [InlineData(7, 3, 3, 6, 4_500, 2)]
    public void Bounds_are_those_of_brute_force(int seed, int axes, int keys, int maxParts, int cases, int piecesOneIn = 15)
    {
        var tolls = new RandomTolls(seed, axes, keys, maxParts, maxFigure: 3, piecesOneIn);
        int inPieces = 0, exact = 0, outer = 0, infeasible = 0, trees = 0, tables = 0, several = 0, unlimited = 0,
        residuals = 0, missed = 0, skipped = 0;
        for (int i = 0; i < cases; i++)
        {
            if (!Turn.Takes(i))
            {
                continue;
            }

            Toll toll = tolls.At(i);
            var oracle = new BruteForce(toll, maxStates: 10_000);
            (long Low, long High)[]? truth = oracle.Solve(oracle.Reported(), out bool isTooLarge);
            if (isTooLarge)
            {
                skipped++;
                continue;
            }

            Derivation derived = toll.Derive();
            bool isExact = derived.Tree.Entanglements.All(entanglement => entanglement.IsExact);
            trees += derived.Tree.Entanglements.Length == 0 ? 1 : 0;
            tables += derived.Tree.Entanglements.Length > 0 && isExact ? 1 : 0;
            several += toll.Breakdowns.Count > 1 ? 1 : 0;
            inPieces += derived.Tree.Nodes.Numbers.Any(derived.Tree.IsInPieces) ? 1 : 0;
            if (truth is null)
            {
                infeasible++;
                (derived.IsConsistent && isExact).Should().BeFalse($"{i}: nothing can be so\n{Show(derived)}");
                missed += derived.IsConsistent ? 1 : 0;
                continue;
            }

            derived.IsConsistent.Should().BeTrue($"{i}: it can be so\n{Show(derived)}");
            derived.Contradictions.Should().BeEmpty();
            DerivedFigure[] figures =
            [
                .. derived.Figures.Where(figure => figure.Kind != FigureKind.Residual),
                .. ResidualsInOrder(derived.Whole),
            ];
            figures.Should().HaveCount(oracle.Count);
            for (int f = 0; f < figures.Length; f++)
            {
                Bounds bounds = figures[f].Bounds;
                (long low, long high) = truth[f];
                var expected = new Bounds(low, high == long.MaxValue ? null : high);
                unlimited += expected.IsUnbounded ? 1 : 0;
                residuals += figures[f].Kind == FigureKind.Residual ? 1 : 0;
                if (bounds.IsOuter)
                {
                    isExact.Should().BeFalse();
                    bounds.Contains(expected).Should().BeTrue($"{i}: {figures[f].Path} is {expected}\n{Show(derived)}");
                    outer++;
                }
                else
                {
                    bounds.Should().Be(expected, $"{i}: {figures[f].Path}\n{Show(derived)}");
                    exact++;
                }
            }
        }

        output.WriteLine(
            $"{trees} trees, {tables} tables, {several} with several breakdowns, {inPieces} with pieces, {infeasible} infeasible "
                + $"({missed} not seen), {exact} exact bounds, {outer} outer, {residuals} residuals, {unlimited} unlimited, "
                + $"{skipped} skipped");

        // Of how many sorts the cases are, only all of them can say.
        if (!Turn.IsFull)
        {
            return;
        }

        trees.Should().BeGreaterThan(cases / 20);
        tables.Should().BeGreaterThan(cases / 40);
        several.Should().BeGreaterThan(cases / 3);
        inPieces.Should().BeGreaterThan(cases / (4 * piecesOneIn));
        infeasible.Should().BeGreaterThan(cases / 20);
        residuals.Should().BeGreaterThan(cases / 2);
        unlimited.Should().BeGreaterThan(cases / 2);
        skipped.Should().BeLessThan(cases / 5);
    }

    [Theory]
    [InlineData(51, 1, 5, 4, 14_000)]
    [InlineData(52, 2, 5, 5, 14_000)]
    [InlineData(53, 3, 4, 5, 14_000)]
    [InlineData(54, 4, 4, 6, 8_000)]
    public void Bounds_of_categories_that_hold_or_overlap_others_are_those_of_brute_force(
        int seed, int axes, int keys, int maxParts, int cases)
    {
        var tolls = new RandomTolls(seed, axes, keys, maxParts, maxFigure: 2, isRelated: true);
        var relations = CategoryRelations.Of(RelatedCategories.Dataset);
        int exact = 0, outer = 0, overlapping = 0, entangled = 0, nested = 0, infeasible = 0, missed = 0, accused = 0, skipped = 0;
        for (int i = 0; i < cases; i++)
        {
            if (!Turn.Takes(i))
            {
                continue;
            }

            Toll toll = tolls.At(i);
            var oracle = new BruteForce(toll, maxStates: 4_000);
            (long Low, long High)[]? truth = oracle.Solve(oracle.Reported(), out bool isTooLarge);
            if (isTooLarge)
            {
                skipped++;
                continue;
            }

            Derivation derived = toll.Derive(relations);
            bool isExact = derived.Tree.Entanglements.All(entanglement => entanglement.IsExact);
            overlapping += derived.Tree.HasOverlap ? 1 : 0;
            entangled += derived.Tree.Entanglements.Length > 0 ? 1 : 0;
            nested += derived.Tree.Entanglements.Length > 0 && isExact ? 1 : 0;
            DerivedFigure[] nodes = [.. derived.Figures.Where(figure => figure.Kind != FigureKind.Residual)];
            if (truth is null)
            {
                infeasible++;
                (derived.IsConsistent && isExact).Should().BeFalse($"{i}: nothing can be so\n{Show(derived)}");
                missed += derived.IsConsistent ? 1 : 0;
                foreach (Contradiction contradiction in derived.Contradictions)
                {
                    (long Low, long High)[] reported = oracle.Reported();
                    HashSet<FigurePath> cited = [.. contradiction.Figures.Select(figure => figure.Path)];
                    for (int f = 0; f < nodes.Length; f++)
                    {
                        reported[f] = cited.Contains(nodes[f].Path) ? reported[f] : (0, long.MaxValue);
                    }

                    oracle.Solve(reported, out isTooLarge)
                        .Should().BeNull($"{i}: {contradiction} is proved by {string.Join(", ", contradiction.Figures)}\n{Show(derived)}");
                    accused += isTooLarge ? 0 : 1;
                }

                continue;
            }

            derived.IsConsistent.Should().BeTrue($"{i}: it can be so\n{Show(derived)}");
            derived.Contradictions.Should().BeEmpty();
            DerivedFigure[] figures = [.. nodes, .. ResidualsInOrder(derived.Whole)];
            figures.Should().HaveCount(oracle.Count);
            for (int f = 0; f < figures.Length; f++)
            {
                Bounds bounds = figures[f].Bounds;
                (long low, long high) = truth[f];
                var expected = new Bounds(low, high == long.MaxValue ? null : high);
                if (bounds.IsOuter)
                {
                    isExact.Should().BeFalse();
                    bounds.Contains(expected).Should().BeTrue($"{i}: {figures[f].Path} is {expected}\n{Show(derived)}");
                    outer++;
                }
                else
                {
                    bounds.Should().Be(expected, $"{i}: {figures[f].Path}\n{Show(derived)}");
                    exact++;
                }
            }
        }

        output.WriteLine($"{overlapping} overlapping, {entangled} entangled ({nested} exact), {infeasible} infeasible ({missed} not "
            + $"seen), {accused} accused, {exact} exact bounds, {outer} outer, {skipped} skipped");

        // Of how many sorts the cases are, only all of them can say.
        if (!Turn.IsFull)
        {
            return;
        }

        overlapping.Should().BeGreaterThan(cases / 10);
        entangled.Should().BeGreaterThan(cases / 10);
        nested.Should().BeGreaterThan(cases / 30);
        infeasible.Should().BeGreaterThan(cases / 30);
        accused.Should().BeGreaterThan(cases / 30);
        exact.Should().BeGreaterThan(cases);
        outer.Should().BeGreaterThan(cases / 20);
        skipped.Should().BeLessThan(cases / 5);
    }

    internal static IEnumerable<DerivedFigure> ResidualsInOrder(DerivedFigure whole) =>
        whole.Breakdowns.SelectMany(breakdown =>
            (breakdown.Breakdown.Kind == BreakdownKind.Inclusion ? new[] { breakdown.Residual } : [])
            .Concat(breakdown.Parts.SelectMany(ResidualsInOrder)));

    internal static string Show(Derivation derived) =>
        string.Join('\n', derived.Figures.Select(figure => $"  {figure} reported {figure.Reported} {figure.Breakdown?.Kind}"));
}

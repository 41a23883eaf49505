using ConflictModel.Arithmetic;

namespace ConflictModel.Tests.Arithmetic;

/// <summary>
/// Operations under their own rules: one can hit several groups of people, and happens in one place unless places overlap.
/// </summary>
public class OperationsOracleTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(81, 3, 3, 5, 4_000)]
    [InlineData(82, 4, 2, 7, 4_000)]
    [InlineData(83, 4, 3, 6, 4_000)]
    [InlineData(84, 2, 4, 5, 4_000, true)]
    [InlineData(85, 4, 4, 6, 4_000, true)]
    public void Bounds_of_operations_are_those_of_brute_force(
        int seed, int axes, int keys, int maxParts, int cases, bool isRelated = false)
    {
        var tolls = new RandomTolls(seed, axes, keys, maxParts, maxFigure: 2, isRelated: isRelated);
        CategoryRelations relations = isRelated ? CategoryRelations.Of(RelatedCategories.Dataset) : CategoryRelations.OfRecord;
        int exact = 0, outer = 0, infeasible = 0, missed = 0, accused = 0, skipped = 0, overlapping = 0;
        for (int i = 0; i < cases; i++)
        {
            if (!Turn.Takes(i))
            {
                continue;
            }

            Toll toll = OfOperations(tolls.At(i), RandomTolls.Scattered(-seed, i));
            if (toll.Derive(relations).Operations is not { } derived)
            {
                continue;
            }

            var oracle = new BruteForce(toll, maxStates: 3_000, ofOperations: true);
            (long Low, long High)[]? truth = oracle.Solve(oracle.Reported(), out bool isTooLarge);
            if (isTooLarge)
            {
                skipped++;
                continue;
            }

            bool isExact = derived.Tree.Entanglements.All(entanglement => entanglement.IsExact);
            overlapping += toll.Breakdowns.Any(breakdown => breakdown.OperationsOverlap) ? 1 : 0;
            DerivedFigure[] nodes = [.. derived.Figures.Where(figure => figure.Kind != FigureKind.Residual)];
            if (truth is null)
            {
                infeasible++;
                (derived.IsConsistent && isExact).Should().BeFalse($"{i}: nothing can be so\n{OracleTests.Show(derived)}");
                missed += derived.IsConsistent ? 1 : 0;
                foreach (Contradiction contradiction in derived.Contradictions)
                {
                    (long Low, long High)[] reported = oracle.Reported();
                    HashSet<FigurePath> cited = [.. contradiction.Figures.Select(figure => figure.Path)];
                    for (int f = 0; f < nodes.Length; f++)
                    {
                        reported[f] = cited.Contains(nodes[f].Path) ? reported[f] : (0, long.MaxValue);
                    }

                    oracle.Solve(reported, out isTooLarge).Should().BeNull(
                        $"{i}: {contradiction} is proved by {string.Join(", ", contradiction.Figures)}\n{OracleTests.Show(derived)}");
                    accused += isTooLarge ? 0 : 1;
                }

                continue;
            }

            derived.IsConsistent.Should().BeTrue($"{i}: it can be so\n{OracleTests.Show(derived)}");
            DerivedFigure[] figures = [.. nodes, .. OracleTests.ResidualsInOrder(derived.Whole)];
            figures.Should().HaveCount(oracle.Count);
            foreach ((DerivedFigure figure, (long low, long high)) in figures.Zip(truth))
            {
                var expected = new Bounds(low, high == long.MaxValue ? null : high);
                if (figure.Bounds.IsOuter)
                {
                    isExact.Should().BeFalse();
                    figure.Bounds.Contains(expected).Should().BeTrue($"{i}: {figure.Path} is {expected}\n{OracleTests.Show(derived)}");
                    outer++;
                }
                else
                {
                    figure.Bounds.Should().Be(expected, $"{i}: {figure.Path}\n{OracleTests.Show(derived)}");
                    exact++;
                }
            }
        }

        output.WriteLine($"{overlapping} overlapping, {infeasible} infeasible ({missed} not seen), {accused} accused, "
            + $"{exact} exact bounds, {outer} outer, {skipped} skipped");
        exact.Should().BePositive();

        // Of how many sorts the cases are, only all of them can say.
        if (!Turn.IsFull)
        {
            return;
        }

        overlapping.Should().BeGreaterThan(cases / 20);
        accused.Should().BeGreaterThan(cases / 40);
        exact.Should().BeGreaterThan(cases);
        outer.Should().BeGreaterThan(cases / 20);
        skipped.Should().BeLessThan(cases / 5);
    }

    /// <summary>The same figures, of operations.</summary>
    internal static Toll OfOperations(Toll toll, Random random)
    {
        return new() { Operations = toll.Count, Breakdowns = Of(toll.Breakdowns) };

        ValueList<Breakdown> Of(ValueList<Breakdown> breakdowns) => breakdowns.Select(breakdown => breakdown with
        {
            OperationsOverlap = random.Next(3) == 0,
            Parts = breakdown.Parts
                .Select(part => part with { Count = default, Operations = part.Count, Breakdowns = Of(part.Breakdowns) }).ToValueList(),
        }).ToValueList();
    }
}

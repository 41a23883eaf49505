using ConflictModel.Arithmetic;
using ConflictModel.Tests.Arithmetic;
using CsCheck;

namespace ConflictModel.Tests.Laws;

/// <summary>Law 3: the arithmetic is exact, or says that it isn't. The oracle fills the record with people in every way there is.</summary>
public class ArithmeticIsExactTests
{
    [Fact]
    public void Bounds_are_the_tightest_there_are_or_outer() => Compare(Generate.SmallToll, CategoryRelations.OfRecord, iterations: 400);

    [Fact]
    public void Bounds_are_so_too_where_categories_hold_or_overlap_others() =>
        Compare(Generate.RelatedToll, CategoryRelations.Of(RelatedCategories.Dataset), iterations: 400);

    private static void Compare(Gen<Toll> tolls, CategoryRelations relations, int iterations)
    {
        int exact = 0;
        tolls.Sample(
            toll =>
            {
                var oracle = new BruteForce(toll, maxStates: 2_000);
                (long Low, long High)[]? truth = oracle.Solve(oracle.Reported(), out bool isTooLarge);
                if (isTooLarge)
                {
                    return;
                }

                Derivation derived = toll.Derive(relations);
                bool isExact = derived.Tree.Entanglements.All(entanglement => entanglement.IsExact);
                if (truth is null)
                {
                    (derived.IsConsistent && isExact).Should().BeFalse("nothing can be so");
                    return;
                }

                derived.IsConsistent.Should().BeTrue("it can be so");
                DerivedFigure[] figures =
                [
                    .. derived.Figures.Where(figure => figure.Kind != FigureKind.Residual), .. OracleTests.ResidualsInOrder(derived.Whole),
                ];
                foreach ((DerivedFigure figure, (long low, long high)) in figures.Zip(truth))
                {
                    var expected = new Bounds(low, high == long.MaxValue ? null : high);
                    if (figure.Bounds.IsOuter)
                    {
                        isExact.Should().BeFalse();
                        figure.Bounds.Contains(expected).Should().BeTrue($"{figure} can be {expected}");
                    }
                    else
                    {
                        figure.Bounds.Should().Be(expected, $"{figure}");
                        Interlocked.Increment(ref exact);
                    }
                }
            },
            iter: iterations,
            print: Generate.Show);
        exact.Should().BeGreaterThan(iterations);
    }
}

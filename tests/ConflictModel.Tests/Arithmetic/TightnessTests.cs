using ConflictModel.Arithmetic;

namespace ConflictModel.Tests.Arithmetic;

/// <summary>
/// How tight bounds are where no law makes them exact. Outer bounds may be wide without being wrong, so these are floors: what is found in
/// fixed records, of which no change may find less.
/// </summary>
public class TightnessTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(71, 2, 3, 6, Of.People, 1_957, 1_997, 30)]
    [InlineData(72, 3, 3, 7, Of.People, 1_958, 1_992, 53)]
    [InlineData(73, 4, 2, 8, Of.People, 2_213, 2_277, 49)]
    [InlineData(74, 2, 5, 5, Of.RelatedPeople, 1_478, 1_698, 28)]
    [InlineData(75, 3, 4, 6, Of.RelatedPeople, 1_518, 1_822, 36)]
    [InlineData(76, 4, 4, 6, Of.RelatedPeople, 1_691, 1_865, 31)]
    [InlineData(77, 1, 5, 6, Of.RelatedPeople, 1_549, 1_872, 39)]
    [InlineData(78, 4, 2, 7, Of.Operations, 1_303, 1_781, 36)]
    [InlineData(79, 3, 4, 6, Of.Operations, 1_424, 1_615, 20)]
    public void No_fewer_bounds_than_ever_are_the_tightest_there_are(
        int seed, int axes, int keys, int maxParts, Of what, int leastExact, int leastTightest, int leastSeen)
    {
        bool isRelated = what == Of.RelatedPeople, ofOperations = what == Of.Operations;
        var tolls = new RandomTolls(seed, axes, keys, maxParts, maxFigure: 2, isRelated: isRelated);
        CategoryRelations relations = isRelated ? CategoryRelations.Of(RelatedCategories.Dataset) : CategoryRelations.OfRecord;
        int exact = 0, tightest = 0, wider = 0, seen = 0, missed = 0;
        for (int i = 0; i < 400; i++)
        {
            Toll toll = ofOperations ? OperationsOracleTests.OfOperations(tolls.At(i), RandomTolls.Scattered(-seed, i)) : tolls.At(i);
            var oracle = new BruteForce(toll, maxStates: 1_000, ofOperations);
            (long Low, long High)[]? truth = oracle.Solve(oracle.Reported(), out bool isTooLarge);
            Derivation people = toll.Derive(relations);
            if (isTooLarge || (ofOperations ? people.Operations : people) is not { } derived)
            {
                continue;
            }

            if (truth is null)
            {
                seen += derived.IsConsistent ? 0 : 1;
                missed += derived.IsConsistent ? 1 : 0;
                continue;
            }

            DerivedFigure[] figures =
            [
                .. derived.Figures.Where(figure => figure.Kind != FigureKind.Residual), .. OracleTests.ResidualsInOrder(derived.Whole),
            ];
            foreach ((DerivedFigure figure, (long low, long high)) in figures.Zip(truth))
            {
                bool isTightest = figure.Bounds.Lower == low && (figure.Bounds.Upper ?? long.MaxValue) == high;
                exact += figure.Bounds.IsOuter ? 0 : 1;
                tightest += isTightest ? 1 : 0;
                wider += isTightest ? 0 : 1;
            }
        }

        output.WriteLine($"{exact} exact; {tightest} the tightest, {wider} wider; {seen} contradictions seen, {missed} missed");
        exact.Should().BeGreaterThanOrEqualTo(leastExact);
        tightest.Should().BeGreaterThanOrEqualTo(leastTightest);
        seen.Should().BeGreaterThanOrEqualTo(leastSeen);
    }

    /// <summary>What the figures of a record are of.</summary>
    public enum Of
    {
        /// <summary>People of categories that are apart.</summary>
        People,

        /// <summary>People of categories that hold or overlap others.</summary>
        RelatedPeople,

        /// <summary>Operations.</summary>
        Operations,
    }
}

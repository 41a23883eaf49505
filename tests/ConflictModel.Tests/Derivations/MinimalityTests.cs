namespace ConflictModel.Tests.Derivations;

public class MinimalityTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(11, 2, 2, 5, 1_000)]
    [InlineData(12, 3, 2, 6, 1_000)]
    [InlineData(13, 3, 3, 6, 1_000)]
    public void A_bound_follows_from_the_figures_cited_and_from_no_fewer(int seed, int axes, int keys, int maxParts, int cases)
    {
        var tolls = new RandomTolls(seed, axes, keys, maxParts, maxFigure: 3);
        int explained = 0, several = 0, sums = 0;
        for (int i = 0; i < cases; i++)
        {
            Toll toll = tolls.Next();
            Derivation derived = toll.Derive();
            var oracle = new BruteForce(toll, maxStates: 3_000);
            if (!derived.IsConsistent || derived.Tree.Entanglements.Any(entanglement => !entanglement.IsExact))
            {
                continue;
            }

            DerivedFigure[] figures = [.. derived.Figures.Where(figure => figure.Kind != FigureKind.Residual)];
            for (int f = 0; f < figures.Length; f++)
            {
                foreach (bool isHigh in (bool[])[false, true])
                {
                    ExplainedEnd end = isHigh ? figures[f].Explain().Upper : figures[f].Explain().Lower;
                    HashSet<FigurePath> cited = [.. end.Steps.Select(step => step.Path)];
                    if (!Follows(oracle, figures, cited, f, isHigh, end.Value, out bool isTooLarge))
                    {
                        isTooLarge.Should().BeTrue($"{i}: {figures[f]} follows from {string.Join(", ", cited)}\n{OracleTests.Show(derived)}");
                        continue;
                    }

                    foreach (FigurePath path in cited)
                    {
                        HashSet<FigurePath> fewer = [.. cited.Where(other => other != path)];
                        Follows(oracle, figures, fewer, f, isHigh, end.Value, out _)
                            .Should().BeFalse($"{i}: {figures[f]} does not need {path}\n{OracleTests.Show(derived)}");
                    }

                    explained++;
                    several += cited.Count > 1 ? 1 : 0;
                    sums += cited.Count > 1 && end.Arithmetic is not null ? 1 : 0;
                }
            }
        }

        output.WriteLine($"{explained} explained, {several} from several figures, {sums} by sums");
        several.Should().BeGreaterThan(150);
        sums.Should().Be(several);
    }

    [Theory]
    [InlineData(21, 2, 2, 5, 1_500)]
    [InlineData(22, 3, 2, 7, 1_500)]
    [InlineData(23, 3, 3, 7, 1_500)]
    [InlineData(24, 4, 2, 7, 1_500)]
    public void Figures_that_contradict_each_other_do_not_without_one_of_them(int seed, int axes, int keys, int maxParts, int cases)
    {
        var tolls = new RandomTolls(seed, axes, keys, maxParts, maxFigure: 3);
        int accused = 0, mended = 0;
        var kinds = new SortedDictionary<ContradictionKind, int>();
        for (int i = 0; i < cases; i++)
        {
            Toll toll = tolls.Next();
            Derivation derived = toll.Derive();
            if (derived.IsConsistent)
            {
                derived.Contradictions.Should().BeEmpty();
                continue;
            }

            derived.Contradictions.Should().NotBeEmpty($"{i}:\n{OracleTests.Show(derived)}");
            var oracle = new BruteForce(toll, maxStates: 3_000);
            DerivedFigure[] figures = [.. derived.Figures.Where(figure => figure.Kind != FigureKind.Residual)];
            foreach (Contradiction contradiction in derived.Contradictions)
            {
                HashSet<FigurePath> cited = [.. contradiction.Figures.Select(figure => figure.Path)];
                (long, long)[]? worlds = oracle.Solve(Masked(oracle, figures, cited), out bool isTooLarge);
                if (isTooLarge)
                {
                    continue;
                }

                accused++;
                kinds[contradiction.Kind] = kinds.GetValueOrDefault(contradiction.Kind) + 1;
                worlds.Should().BeNull($"{i}: {contradiction} is proved by {string.Join(", ", contradiction.Figures)}\n{OracleTests.Show(derived)}");
                foreach (FigurePath path in cited)
                {
                    HashSet<FigurePath> fewer = [.. cited.Where(other => other != path)];
                    (oracle.Solve(Masked(oracle, figures, fewer), out bool isLarge) is not null || isLarge)
                        .Should().BeTrue($"{i}: {contradiction} does not need {path} of {string.Join(", ", contradiction.Figures)}\n{OracleTests.Show(derived)}");
                }

                if (derived.Contradictions.Count == 1)
                {
                    foreach (FigureRepair repair in contradiction.Repairs)
                    {
                        (long Low, long High)[] reported = oracle.Reported();
                        int at = Array.FindIndex(figures, figure => figure.Path == repair.Path);
                        long nearest = Math.Clamp(reported[at].Low, repair.Needed.Lower, repair.Needed.Upper ?? long.MaxValue);
                        reported[at] = (nearest, nearest);
                        (oracle.Solve(reported, out isTooLarge) is not null || isTooLarge)
                            .Should().BeTrue($"{i}: {contradiction} is mended by {repair}\n{OracleTests.Show(derived)}");
                        mended++;
                    }
                }
            }
        }

        output.WriteLine($"{accused} accused ({string.Join(", ", kinds)}), {mended} repairs");
        accused.Should().BeGreaterThan(200);
        mended.Should().BeGreaterThan(100);
    }

    private static (long Low, long High)[] Masked(BruteForce oracle, DerivedFigure[] figures, HashSet<FigurePath> kept)
    {
        (long Low, long High)[] reported = oracle.Reported();
        for (int f = 0; f < figures.Length; f++)
        {
            reported[f] = kept.Contains(figures[f].Path) ? reported[f] : (0, long.MaxValue);
        }

        return reported;
    }

    private static bool Follows(
        BruteForce oracle, DerivedFigure[] figures, HashSet<FigurePath> kept, int figure, bool isHigh, long? value, out bool isTooLarge)
    {
        (long Low, long High)[]? hull = oracle.Solve(Masked(oracle, figures, kept), out isTooLarge);
        return hull is not null && (isHigh ? hull[figure].High <= (value ?? long.MaxValue) : hull[figure].Low >= value);
    }
}

using ConflictModel.Arithmetic;

namespace ConflictModel.Tests.Arithmetic;

public class MinimalityTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(11, 2, 2, 5, 2_000)]
    [InlineData(12, 3, 2, 6, 2_000)]
    [InlineData(13, 3, 3, 6, 2_000)]
    public void A_bound_follows_from_the_figures_cited_and_from_no_fewer(int seed, int axes, int keys, int maxParts, int cases)
    {
        var tolls = new RandomTolls(seed, axes, keys, maxParts, maxFigure: 3);
        int explained = 0, several = 0, sums = 0;
        for (int i = 0; i < cases; i++)
        {
            if (!Turn.Takes(i))
            {
                continue;
            }

            Toll toll = tolls.At(i);
            Derivation derived = toll.Derive();
            var oracle = new BruteForce(toll, maxStates: 3_000);
            if (!derived.IsConsistent || derived.Tree.Entanglements.Any(entanglement => !entanglement.IsExact))
            {
                continue;
            }

            DerivedFigure[] figures =
            [
                .. derived.Figures.Where(figure => figure.Kind != FigureKind.Residual), .. OracleTests.ResidualsInOrder(derived.Whole),
            ];
            for (int f = 0; f < figures.Length; f++)
            {
                foreach (bool isHigh in (bool[])[false, true])
                {
                    Explanation.End end = isHigh ? figures[f].Explain().Upper : figures[f].Explain().Lower;
                    HashSet<FigurePath> cited = [.. end.Steps.Select(step => step.Path)];
                    if (!Follows(oracle, figures, cited, f, isHigh, end.Value, out bool isTooLarge))
                    {
                        isTooLarge.Should().BeTrue(
                            $"{i}: {figures[f]} follows from {string.Join(", ", cited)}\n{OracleTests.Show(derived)}");
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
        sums.Should().Be(several);
        several.Should().BePositive();

        // Of how many sorts the cases are, only all of them can say.
        if (Turn.IsFull)
        {
            several.Should().BeGreaterThan(cases / 10);
        }
    }

    [Theory]
    [InlineData(21, 2, 2, 5, 1_000)]
    [InlineData(22, 3, 2, 7, 1_000)]
    [InlineData(23, 3, 3, 7, 1_000)]
    [InlineData(24, 4, 2, 7, 1_000)]
    public void Figures_that_contradict_each_other_do_not_without_one_of_them(int seed, int axes, int keys, int maxParts, int cases)
    {
        var tolls = new RandomTolls(seed, axes, keys, maxParts, maxFigure: 3);
        int accused = 0, mended = 0;
        var kinds = new SortedDictionary<ContradictionKind, int>();
        for (int i = 0; i < cases; i++)
        {
            if (!Turn.Takes(i))
            {
                continue;
            }

            Toll toll = tolls.At(i);
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
                worlds.Should().BeNull(
                    $"{i}: {contradiction} is proved by {string.Join(", ", contradiction.Figures)}\n{OracleTests.Show(derived)}");
                foreach (FigurePath path in cited)
                {
                    HashSet<FigurePath> fewer = [.. cited.Where(other => other != path)];
                    (oracle.Solve(Masked(oracle, figures, fewer), out bool isLarge) is not null || isLarge)
                        .Should().BeTrue(
                            $"{i}: {contradiction} does not need {path} of {string.Join(", ", contradiction.Figures)}\n"
                            + OracleTests.Show(derived));
                }

                if (derived.Contradictions.Count == 1)
                {
                    foreach (Contradiction.Repair repair in contradiction.Repairs)
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

        // Of how many sorts the cases are, only all of them can say.
        if (!Turn.IsFull)
        {
            return;
        }

        accused.Should().BeGreaterThan(120);
        mended.Should().BeGreaterThan(60);
    }

    [Fact]
    public void In_a_tree_one_contradiction_has_as_few_figures_as_any()
    {
        var tolls = new RandomTolls(41, axes: 4, keys: 3, maxParts: 6, maxFigure: 3);
        int compared = 0;
        var sizes = new SortedDictionary<int, int>();
        for (int i = 0; i < 4_000; i++)
        {
            if (!Turn.Takes(i))
            {
                continue;
            }

            Toll toll = tolls.At(i);
            Derivation derived = toll.Derive();
            if (derived.IsConsistent || derived.Tree.Entanglements.Length > 0)
            {
                continue;
            }

            var oracle = new BruteForce(toll, maxStates: 10_000);
            DerivedFigure[] figures = [.. derived.Figures.Where(figure => figure.Kind != FigureKind.Residual)];
            int[] printed = [.. Enumerable.Range(0, figures.Length).Where(f => !figures[f].Reported.IsEmpty)];
            int found = derived.Contradictions.Min(contradiction => contradiction.Figures.Count);
            bool isUnseen = false;
            int smallest = Enumerable.Range(1, (1 << printed.Length) - 1).OrderBy(subset => int.PopCount(subset)).First(subset =>
            {
                HashSet<FigurePath> kept = [.. printed.Where((_, p) => (subset & (1 << p)) != 0).Select(f => figures[f].Path)];
                bool isImpossible = oracle.Solve(Masked(oracle, figures, kept), out bool isTooLarge) is null && !isTooLarge;
                isUnseen |= isTooLarge;
                return isImpossible || (isTooLarge && int.PopCount(subset) > found);
            });
            if (isUnseen)
            {
                found.Should().BeLessThanOrEqualTo(int.PopCount(smallest));
                continue;
            }

            found.Should().Be(int.PopCount(smallest), $"{i}: {string.Join("; ", derived.Contradictions)}\n{OracleTests.Show(derived)}");
            sizes[int.PopCount(smallest)] = sizes.GetValueOrDefault(int.PopCount(smallest)) + 1;
            compared++;
        }

        output.WriteLine($"{compared} compared, of sizes {string.Join(", ", sizes)}");

        // Of how many sorts the cases are, only all of them can say.
        if (!Turn.IsFull)
        {
            return;
        }

        compared.Should().BeGreaterThan(100);
        sizes.Keys.Max().Should().BeGreaterThan(2);
    }

    [Fact]
    public void What_no_single_identity_shows_is_found_all_the_same()
    {
        Derivation derived = new Toll
        {
            Count = 10,
            Breakdowns =
            [
                new()
                {
                    By = Axis.Region,
                    Kind = BreakdownKind.Partition,
                    Parts =
                    [
                        RandomTolls.Part(Axis.Region, 0, Estimate.Between(3, 6)) with
                        {
                            Breakdowns = [new() { By = Axis.Victim,
                                Kind = BreakdownKind.Inclusion, Parts = [RandomTolls.Part(Axis.Victim, 0, Estimate.AtLeast(5))] }],
                        },
                        RandomTolls.Part(Axis.Region, 1, Estimate.AtLeast(6)),
                    ],
                },
            ],
        }.Derive();
        Contradiction contradiction = derived.Contradictions.Should().ContainSingle().Subject;
        contradiction.Arithmetic.Should().Be("5 + 6 = 11, more than 10");
        contradiction.Figures.Select(figure => figure.Path.Value).Should().Equal("", "region:a/victim:.a", "region:b");
        contradiction.Repairs.Select(repair => repair.ToString())
            .Should().Equal("whole: 10 -> 11 or more", "region:a/victim:.a: at least 5 -> 0 to 4", "region:b: at least 6 -> 4 to 5");
    }

    [Fact]
    public void Parts_without_a_figure_take_no_part_in_what_no_single_identity_shows()
    {
        Part divided = RandomTolls.Part(Axis.Region, 0, Estimate.Between(3, 6)).Including(
            RandomTolls.Part(Axis.Victim, 0, Estimate.AtLeast(5)), RandomTolls.Part(Axis.Victim, 1, default));
        Contradiction contradiction = Toll.Of(10)
            .DividedInto(RandomTolls.Part(Axis.Region, 2, default), divided, RandomTolls.Part(Axis.Region, 1, Estimate.AtLeast(6)))
            .Derive().Contradictions.Should().ContainSingle().Subject;
        contradiction.Arithmetic.Should().Be("5 + 6 = 11, more than 10");
        contradiction.Figures.Select(figure => figure.Path.Value).Should().Equal("", "region:a/victim:.a", "region:b");
        contradiction.Readings.Select(reading => reading.Breakdown.By).Should().Equal(
            [Axis.Region, Axis.Victim], "without either reading it would not be one");
    }

    [Fact]
    public void Least_counts_that_several_greatest_ones_together_leave_no_room_for_are_told_of_the_first_of_these()
    {
        // Of a at most 9, though 15 alone would do; the methods have nothing to do with it.
        Part divided = RandomTolls.Part(Axis.Region, 0, Estimate.AtMost(15)).DividedInto(
            RandomTolls.Part(Axis.Victim, 0, Estimate.AtMost(5)), RandomTolls.Part(Axis.Victim, 1, Estimate.AtMost(4)));
        Contradiction contradiction = Toll.Of(Estimate.AtLeast(20))
            .DividedInto(divided, RandomTolls.Part(Axis.Region, 1, Estimate.AtMost(10)))
            .Including(RandomTolls.Part(Axis.Method, 0, 1)).Derive().Contradictions.Should().ContainSingle().Subject;
        contradiction.Arithmetic.Should().Be("20, more than 5 + 4 + 10 = 19");
        contradiction.Subject.Value.Should().Be("region:b");
        contradiction.Readings.Select(reading => reading.Breakdown.By).Should().Equal(Axis.Region, Axis.Victim);
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

    internal static bool Follows(
        BruteForce oracle, DerivedFigure[] figures, HashSet<FigurePath> kept, int figure, bool isHigh, long? value, out bool isTooLarge)
    {
        (long Low, long High)[]? hull = oracle.Solve(Masked(oracle, figures, kept), out isTooLarge);
        return hull is not null && (isHigh ? hull[figure].High <= (value ?? long.MaxValue) : hull[figure].Low >= value);
    }
}

using ConflictModel.Arithmetic;

namespace ConflictModel.Tests.Arithmetic;

/// <summary>Tables of 2x2 to 6x6 with unknown cells, against linear programming.</summary>
public class TableOracleTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(2, 4_000)]
    [InlineData(3, 3_000)]
    [InlineData(4, 2_000)]
    [InlineData(5, 1_200)]
    [InlineData(6, 800)]
    public void Cells_and_margins_are_those_of_linear_programming(int size, int cases)
    {
        int unknown = 0, infeasible = 0, bounds = 0, open = 0, grouped = 0;
        for (int i = 0; i < cases; i++)
        {
            if (!Turn.Takes(i))
            {
                continue;
            }

            Random random = RandomTolls.Scattered(100 + size, i);
            Toll toll = Table(random, size, isPerturbed: random.Next(4) == 0, isGrouped: random.Next(2) == 0);
            Derivation derived = toll.Derive();
            derived.Tree.Entanglements.Should().OnlyContain(entanglement => entanglement.IsExact);
            var oracle = new BruteForce(toll);
            var program = new LinearProgram(oracle.Kinds, oracle.Reported());
            derived.IsConsistent.Should().Be(program.IsFeasible, $"{i}:\n{OracleTests.Show(derived)}");
            if (!program.IsFeasible)
            {
                infeasible++;
                derived.Contradictions.Should().NotBeEmpty();
                continue;
            }

            grouped += toll.Breakdowns[0].Parts[0].Breakdowns.IsEmpty ? 0 : 1;
            DerivedFigure[] figures = [.. derived.Figures.Where(figure => figure.Kind != FigureKind.Residual)];
            unknown += figures.Count(figure => figure.Reported.IsEmpty);
            foreach (int f in Enumerable.Range(0, figures.Length).OrderBy(_ => random.Next()).Take(16))
            {
                Bounds found = figures[f].Bounds;
                (double low, double high) = (program.Extreme(f, isHigh: false), program.Extreme(f, isHigh: true));
                found.IsOuter.Should().BeFalse();
                ((double)found.Lower).Should().BeApproximately(low, 1e-6, $"{i}: {figures[f]}\n{OracleTests.Show(derived)}");
                (found.Upper ?? double.PositiveInfinity)
                    .Should().BeApproximately(high, 1e-6, $"{i}: {figures[f]}\n{OracleTests.Show(derived)}");
                bounds++;
                open += found.IsSingle ? 0 : 1;
            }
        }

        output.WriteLine(
            $"{size}x{size}: {unknown} unknown figures, {infeasible} infeasible, {grouped} grouped, {bounds} bounds, {open} of them open");

        // Of how many sorts the cases are, only all of them can say.
        if (!Turn.IsFull)
        {
            return;
        }

        unknown.Should().BeGreaterThan(cases);
        infeasible.Should().BeGreaterThan(cases / 30);
        grouped.Should().BeGreaterThan(cases / 10);
        open.Should().BeGreaterThan(cases);
    }

    // People in rows and columns at random; then some figures are forgotten or widened, and now and then one is wrong.
    private static Toll Table(Random random, int size, bool isPerturbed, bool isGrouped)
    {
        int groups = isGrouped ? 2 : 1;
        long[,,] people = new long[size, size, groups];
        foreach (int row in Enumerable.Range(0, size))
        {
            foreach (int column in Enumerable.Range(0, size))
            {
                foreach (int group in Enumerable.Range(0, groups))
                {
                    people[row, column, group] = random.Next(3) == 0 ? 0 : random.Next(12);
                }
            }
        }

        int wrong = isPerturbed ? random.Next(size * size) : -1;
        bool covers = random.Next(2) == 0;
        Breakdown rows = new()
        {
            By = Axis.Victim,
            Kind = covers ? BreakdownKind.Partition : BreakdownKind.Inclusion,
            Parts = Enumerable.Range(0, covers ? size : size - 1)
                .Select(row => RandomTolls.Part(Axis.Victim, row, Figure(random, Sum(row, -1, -1), 6)) with
            {
                Breakdowns = isGrouped
                    ? [new() { By = Axis.Method,
                        Kind = BreakdownKind.Inclusion, Parts = [RandomTolls.Part(Axis.Method, 0, Figure(random, Sum(row, -1, 0), 5))] }]
                    : [],
            }).ToValueList(),
        };
        Breakdown columns = new()
        {
            By = Axis.Region,
            Kind = BreakdownKind.Partition,
            Parts = Enumerable.Range(0, size)
                .Select(column => RandomTolls.Part(Axis.Region, column, Figure(random, Sum(-1, column, -1), 6)) with
            {
                Breakdowns =
                [
                    new()
                    {
                        By = Axis.Victim,
                        Kind = covers ? BreakdownKind.Partition : BreakdownKind.Inclusion,
                        Parts = Enumerable.Range(0, covers ? size : size - 1).Select(row => RandomTolls.Part(
                            Axis.Victim,
                            row,
                            Figure(random, Sum(row, column, -1) + (wrong == (row * size) + column ? 1 + random.Next(60) : 0), 3)) with
                        {
                            Breakdowns = isGrouped && random.Next(2) == 0
                                ? [new() { By = Axis.Method, Kind = BreakdownKind.Inclusion,
                                    Parts = [RandomTolls.Part(Axis.Method, 0, Figure(random, Sum(row, column, 0), 3))] }]
                                : [],
                        }).ToValueList(),
                    },
                ],
            }).ToValueList(),
        };
        return new Toll { Count = Figure(random, Sum(-1, -1, -1), 7), Breakdowns = [rows, columns] };

        long Sum(int row, int column, int group)
        {
            long sum = 0;
            for (int r = 0; r < size; r++)
            {
                for (int c = 0; c < size; c++)
                {
                    for (int g = 0; g < groups; g++)
                    {
                        sum += (row < 0 || r == row) && (column < 0 || c == column) && (group < 0 || g == group) ? people[r, c, g] : 0;
                    }
                }
            }

            return sum;
        }
    }

    private static Estimate Figure(Random random, long value, int usual) => random.Next(8) switch
    {
        var n when n >= usual => default,
        0 => Estimate.Between(Math.Max(0, value - random.Next(4)), value + random.Next(4)),
        _ => value,
    };
}

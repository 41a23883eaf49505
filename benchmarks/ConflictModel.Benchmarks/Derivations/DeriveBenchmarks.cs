using BenchmarkDotNet.Attributes;
using ConflictModel.Arithmetic;

namespace ConflictModel.Benchmarks.Derivations;

/// <summary>
/// A million typical breakdowns of ten figures each, by the nanosecond per figure, beside a plain loop over the same numbers.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class DeriveBenchmarks
{
    private const int Tolls = 1_000_000;
    private const int FiguresPerToll = 10;

    // Distinct enough that nothing is remembered, few enough that the records fit in memory.
    private const int Distinct = 1_000;

    private Toll[] trees = [];
    private Toll[] tables = [];
    private long[][] numbers = [];

    [GlobalSetup]
    public void SetUp()
    {
        var random = new Random(42);
        trees = [.. Enumerable.Range(0, Distinct).Select(_ => Tree(random))];
        tables = [.. Enumerable.Range(0, Distinct).Select(_ => Table(random))];
        numbers = [.. trees.Select(toll => toll.Derive().Figures.Take(FiguresPerToll).Select(figure => figure.Bounds.Lower).ToArray())];
    }

    /// <summary>What a program does that trusts the figures: the sums of the parts and what they leave.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Tolls * FiguresPerToll)]
    public long Plain_loop()
    {
        long left = 0;
        for (int i = 0; i < Tolls; i++)
        {
            long[] figures = numbers[i % Distinct];
            long victims = figures[1] + figures[2] + figures[5];
            long regions = figures[6] + figures[7] + figures[8] + figures[9];
            left += figures[0] - victims + (figures[2] - figures[3] - figures[4]) + (figures[0] - regions);
        }

        return left;
    }

    [Benchmark(OperationsPerInvoke = Tolls * FiguresPerToll)]
    public long Derive_trees() => DeriveAll(trees);

    [Benchmark(OperationsPerInvoke = Tolls * FiguresPerToll / 100)]
    public long Derive_crossing_tables() => DeriveAll(tables, Tolls / 100);

    private static long DeriveAll(Toll[] tolls, int count = Tolls)
    {
        long sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += tolls[i % Distinct].Derive().Whole.Bounds.Lower;
        }

        return sum;
    }

    // The whole; three groups of victims, one of them with two of its own; four regions.
    private static Toll Tree(Random random)
    {
        int[] n = [.. Enumerable.Range(0, 10).Select(_ => random.Next(50))];
        return new Toll
        {
            Count = n[0] + n[1] + n[2] + n[3] + n[4] + n[5],
            Breakdowns =
            [
                Of(
                    Axis.Victim,
                    BreakdownKind.Inclusion,
                    Member("isis", n[0]),
                    Member("regime-forces", n[1] + n[2] + n[3]) with { Breakdowns =
                        [Of(Axis.Victim, BreakdownKind.Inclusion, Member("militia", n[1]), Member("irgc", n[2]))] },
                    Member("civilians", n[4])),
                Of(Axis.Region, BreakdownKind.Partition, In("a", n[0] + n[1]), In("b", n[2] + n[3]), In("c", n[4]), In("d", n[5])),
            ],
        };
    }

    // Two rows, two columns, their four cells, and a group of one row: nine parts and a whole.
    private static Toll Table(Random random)
    {
        int[] n = [.. Enumerable.Range(0, 4).Select(_ => random.Next(50))];
        return new Toll
        {
            Count = n.Sum(),
            Breakdowns =
            [
                Of(Axis.Victim, BreakdownKind.Partition, Member("isis", n[0] + n[1]), Member("civilians", n[2] + n[3]) with { Breakdowns =
                    [Of(Axis.Method, BreakdownKind.Inclusion, new Part { Method = "mines" })] }),
                Of(
                    Axis.Region,
                    BreakdownKind.Partition,
                    In("a", n[0] + n[2]) with { Breakdowns =
                        [Of(Axis.Victim, BreakdownKind.Partition, Member("isis", default), Member("civilians", default))] },
                    In("b", n[1] + n[3]) with { Breakdowns =
                        [Of(Axis.Victim, BreakdownKind.Partition, Member("isis", default), Member("civilians", default))] }),
            ],
        };
    }

    private static Part Member(string actor, Estimate count) => new() { Victims = Victims.MembersOf(ActorId.From(actor)), Count = count };

    private static Part In(string region, Estimate count) => new() { Region = RegionId.From(region), Count = count };

    private static Breakdown Of(Axis by, BreakdownKind kind, params ReadOnlySpan<Part> parts) =>
        new() { By = by, Kind = kind, Parts = [.. parts] };
}

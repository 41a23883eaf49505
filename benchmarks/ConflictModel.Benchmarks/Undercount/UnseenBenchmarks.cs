using System.Numerics;
using BenchmarkDotNet.Attributes;
using ConflictModel.Matching;
using ConflictModel.Undercount;

namespace ConflictModel.Benchmarks.Undercount;

/// <summary>What five lists take: all 6,893 models, all 822 graphs, their average, and everything with each list left out.</summary>
[MemoryDiagnoser]
public class UnseenBenchmarks
{
    // About how many are on one list, on two and so on: somewhat as in published tables.
    private static readonly double[] Sizes = [600, 120, 40, 12, 5];

    private CaptureTable four = Table(4);
    private CaptureTable five = Table(5);

    [GlobalSetup]
    public void SetUp() => (four, five) = (Table(4), Table(5));

    [Benchmark(Baseline = true)]
    public int Four_lists_everything() => UnseenEstimate.Of(four).Models.Count;

    [Benchmark]
    public int Five_lists_everything() => UnseenEstimate.Of(five).Models.Count;

    [Benchmark]
    public double Five_lists_all_models() => LogLinearModel.All(five.Lists)
        .Where(model => model.WhyNoEstimate(five) is null)
        .Sum(model => model.FitTo(five).Bic);

    [Benchmark]
    public int Five_lists_all_graphs_exactly() => GraphEstimate.Of(five).Count;

    [Benchmark]
    public double Five_lists_average_over_graphs() => GraphAverage.Of(five).Mean;

    private static CaptureTable Table(int lists)
    {
        var random = new Random(5);
        string[] names = [.. "ABCDE"[..lists].Select(name => name.ToString())];
        return CaptureTable.Of(names, Enumerable.Range(1, (1 << lists) - 1).Select(pattern => new CaptureTable.Cell(
            [.. names.Where((_, place) => ((pattern >> place) & 1) != 0)],
            (long)((0.5 + random.NextDouble()) * Sizes[BitOperations.PopCount((uint)pattern) - 1]) + 1)));
    }
}

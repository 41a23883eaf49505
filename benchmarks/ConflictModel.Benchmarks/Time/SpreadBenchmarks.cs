using BenchmarkDotNet.Attributes;
using ConflictModel.Time;

namespace ConflictModel.Benchmarks.Time;

/// <summary>Spreading the counts of one event over months.</summary>
[MemoryDiagnoser]
public class SpreadBenchmarks
{
    private static readonly UncertainDate Week = UncertainDate.Parse("[2024-05-29..2024-06-04]");
    private static readonly UncertainDate Years = UncertainDate.Parse("2019/2024");
    private static readonly long[] Parts = [12, 7, 31, 5];
    private readonly Spread week = Of(Week);
    private readonly Spread years = Of(Years);
    private readonly long[] two = new long[2];

    [Benchmark(Baseline = true)]
    public Spread Buckets_of_a_week() => Of(Week);

    [Benchmark]
    public long One_count()
    {
        week.Allocate(55, two);
        return two[0];
    }

    [Benchmark]
    public (long[] Low, long[] Best, long[] High) Low_best_and_high() => week.Allocate(40, 55, 71);

    [Benchmark]
    public Spread.Shares Four_parts() => week.AllocateParts(Parts);

    [Benchmark]
    public Spread.Shares Four_parts_over_72_months() => years.AllocateParts(Parts);

    private static Spread Of(UncertainDate date) =>
        Spread.TryCreate(date, BucketScheme.Month, out Spread? spread) ? spread : throw new InvalidOperationException("Not spread.");
}

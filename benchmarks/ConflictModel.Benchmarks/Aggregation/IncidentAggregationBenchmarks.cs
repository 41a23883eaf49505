using BenchmarkDotNet.Attributes;
using ConflictModel.Aggregation;
using ConflictModel.Catalogs;
using ConflictModel.Hierarchies;
using NodaTime;

namespace ConflictModel.Benchmarks.Aggregation;

/// <summary>
/// The LINQ-style sums over a million incidents; the baseline adds up the printed figures of the same objects in a plain loop.
/// </summary>
[MemoryDiagnoser]
public class IncidentAggregationBenchmarks
{
    private readonly RegionHierarchy regions = new(KnownRegions.All);
    private Incident[] incidents = [];

    [Params(1_000_000)]
    public int Count { get; set; }

    [GlobalSetup]
    public void Setup() => incidents = GeneratedIncidents.Make(Count);

    [Benchmark(Baseline = true)]
    public long PlainLoop()
    {
        long best = 0;
        foreach (Incident incident in incidents)
        {
            best += incident.Reports[0].Casualties!.Killed!.Count.Best ?? 0;
        }

        return best;
    }

    [Benchmark]
    public Sums Sum() => incidents.Sum(Harm.Killed);

    [Benchmark]
    public GroupedSums<IncidentKind> SumByKind() => incidents.SumByKind(Harm.Killed);

    [Benchmark]
    public GroupedSums<YearMonth> SumByMonth() => incidents.SumByMonth(Harm.Killed);

    [Benchmark]
    public GroupedSums<ActorId> SumByActor() => incidents.SumByActor(Harm.Killed);

    [Benchmark]
    public GroupedSums<RegionId> SumByRegion() => incidents.SumByRegion(Harm.Killed, regions, RegionKind.Governorate);
}

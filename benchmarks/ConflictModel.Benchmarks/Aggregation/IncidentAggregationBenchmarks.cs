using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using ConflictModel.Aggregation;
using ConflictModel.Catalogs;
using ConflictModel.Hierarchies;
using NodaTime;

namespace ConflictModel.Benchmarks.Aggregation;

/// <summary>
/// The LINQ-style sums over a million incidents, each beside a plain loop over the same objects that adds the printed low, best and high
/// up in a dictionary by the same key.
/// </summary>
[MemoryDiagnoser]
[CategoriesColumn]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class IncidentAggregationBenchmarks
{
    private readonly RegionHierarchy regions = new(KnownRegions.All);
    private Incident[] incidents = [];
    private Incident[] longIncidents = [];
    private Dictionary<RegionId, RegionId[]> governorates = [];

    [Params(1_000_000)]
    public int Count { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        incidents = GeneratedIncidents.Make(Count);
        longIncidents = GeneratedIncidents.Make(Count, longestDays: 90);
        governorates = KnownRegions.All.ToDictionary(
            region => region.Id, region => regions.CandidatesAt([region.Id], RegionKind.Governorate).ToArray());
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("All")]
    public PlainSums<int> LoopInAll()
    {
        PlainSums<int> sums = new();
        foreach (Incident incident in incidents)
        {
            sums.Add(0, incident);
        }

        return sums;
    }

    [Benchmark]
    [BenchmarkCategory("All")]
    public Sums Sum() => incidents.Sum(Harm.Killed);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("Kind")]
    public PlainSums<IncidentKind> LoopByKind()
    {
        PlainSums<IncidentKind> sums = new();
        foreach (Incident incident in incidents)
        {
            sums.Add(incident.Kind, incident);
        }

        return sums;
    }

    [Benchmark]
    [BenchmarkCategory("Kind")]
    public GroupedSums<IncidentKind> SumByKind() => incidents.SumByKind(Harm.Killed);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("Month")]
    public PlainSums<YearMonth> LoopByMonth() => ByMonth(incidents);

    [Benchmark]
    [BenchmarkCategory("Month")]
    public GroupedSums<YearMonth> SumByMonth() => incidents.SumByMonth(Harm.Killed);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("Several months")]
    public PlainSums<YearMonth> LoopBySeveralMonths() => ByMonth(longIncidents);

    [Benchmark]
    [BenchmarkCategory("Several months")]
    public GroupedSums<YearMonth> SumBySeveralMonths() => longIncidents.SumByMonth(Harm.Killed);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("Actor")]
    public PlainSums<ActorId> LoopByActor()
    {
        PlainSums<ActorId> sums = new();
        foreach (Incident incident in incidents)
        {
            foreach (Involvement involvement in incident.Involvements)
            {
                sums.Add(involvement.Actor, incident);
            }
        }

        return sums;
    }

    [Benchmark]
    [BenchmarkCategory("Actor")]
    public GroupedSums<ActorId> SumByActor() => incidents.SumByActor(Harm.Killed);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("Region")]
    public PlainSums<RegionId> LoopByRegion()
    {
        PlainSums<RegionId> sums = new();
        foreach (Incident incident in incidents)
        {
            foreach (RegionId region in governorates[incident.Place!.Regions[0]])
            {
                sums.Add(region, incident);
            }
        }

        return sums;
    }

    [Benchmark]
    [BenchmarkCategory("Region")]
    public GroupedSums<RegionId> SumByRegion() => incidents.SumByRegion(Harm.Killed, regions, RegionKind.Governorate);

    private static PlainSums<YearMonth> ByMonth(Incident[] incidents)
    {
        PlainSums<YearMonth> sums = new();
        foreach (Incident incident in incidents)
        {
            var last = incident.Date.Date.Latest!.Value.ToYearMonth();
            for (var month = incident.Date.Date.Earliest!.Value.ToYearMonth(); month.CompareTo(last) <= 0; month = month.PlusMonths(1))
            {
                sums.Add(month, incident);
            }
        }

        return sums;
    }
}

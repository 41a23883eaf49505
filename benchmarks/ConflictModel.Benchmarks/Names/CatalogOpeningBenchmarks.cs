using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using ConflictModel.Catalogs;

namespace ConflictModel.Benchmarks.Names;

/// <summary>What a program pays when it asks for a built-in catalog for the first time: a new process for each figure.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.ColdStart, launchCount: 5, warmupCount: 0, iterationCount: 1, invocationCount: 1)]
public class CatalogOpeningBenchmarks
{
    [Benchmark]
    public int OpenRegions() => RegionCatalog.BuiltIn.Count;

    [Benchmark]
    public int OpenRegionsAndResolveOneName() => RegionCatalog.BuiltIn.Resolve("Deir ez-Zor").Matches.Count;

    [Benchmark]
    public int OpenActors() => ActorCatalog.BuiltIn.Count;

    [Benchmark]
    public int OpenNothing() => KnownSources.Sohr.Aliases.Count;
}

using System.Collections.Frozen;
using BenchmarkDotNet.Attributes;
using ConflictModel.Catalogs;

namespace ConflictModel.Benchmarks.Names;

/// <summary>What it costs to resolve a place name, beside a look-up of the same names in a FrozenDictionary.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class NameResolutionBenchmarks
{
    private const int Names = 1000;

    private readonly RegionCatalog regions = RegionCatalog.BuiltIn;
    private FrozenDictionary<string, Region> dictionary = FrozenDictionary<string, Region>.Empty;
    private string[] written = [];
    private string[] upperCase = [];
    private string[] levelWords = [];
    private string[] slips = [];

    [GlobalSetup]
    public void Prepare()
    {
        string[] all = [.. regions.SelectMany(region =>
            region.Aliases.Prepend(region.Name)).SelectMany(name => name.Texts.ToArray()).Select(text => text.Value).Distinct()];
        dictionary = all.ToDictionary(name => name, name => regions.Resolve(name).Matches[0].Item)
            .ToFrozenDictionary(StringComparer.Ordinal);
        var random = new Random(42);
        string[] latin = [.. all.Where(name => name.Length > 5 && name.All(char.IsAscii))];
        written = [.. Enumerable.Range(0, Names).Select(_ => all[random.Next(all.Length)])];
        upperCase = [.. Enumerable.Range(0, Names).Select(_ => latin[random.Next(latin.Length)].ToUpperInvariant())];
        string[] districts = [.. regions.Where(region => region.Kind == RegionKind.District).Select(region => region.Name.ToString())];
        levelWords = [.. Enumerable.Range(0, Names).Select(_ => districts[random.Next(districts.Length)] + " district")];
        slips = [.. Enumerable.Range(0, Names).Select(_ =>
            latin[random.Next(latin.Length)]).Select(name => name.Insert(random.Next(1, name.Length), "x"))];
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Names)]
    public int FrozenDictionary()
    {
        int found = 0;
        foreach (string name in written)
        {
            found += dictionary.TryGetValue(name, out _) ? 1 : 0;
        }

        return found;
    }

    [Benchmark(OperationsPerInvoke = Names)]
    public int ExactNameOrAlias() => Resolve(written);

    [Benchmark(OperationsPerInvoke = Names)]
    public int OtherSpelling() => Resolve(upperCase);

    [Benchmark(OperationsPerInvoke = Names)]
    public int LevelWord() => Resolve(levelWords);

    [Benchmark(OperationsPerInvoke = Names)]
    public int Fuzzy() => Resolve(slips);

    private int Resolve(string[] texts)
    {
        int found = 0;
        foreach (string text in texts)
        {
            found += regions.Resolve(text).Matches.Count;
        }

        return found;
    }
}

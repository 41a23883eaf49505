using System.Runtime.InteropServices;

namespace ConflictModel.Benchmarks.Aggregation;

/// <summary>
/// What anyone would write: the killed added up in a dictionary, one report an incident, nothing asked of what is missing.
/// </summary>
public sealed class PlainSums<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, (long Low, long Best, long High)> groups = [];

    public int Groups => groups.Count;

    public void Add(TKey key, Incident incident)
    {
        Estimate killed = incident.Reports[0].Casualties!.Killed!.Count;
        ref (long Low, long Best, long High) group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, key, out _);
        group.Low += killed.Low ?? 0;
        group.Best += killed.Best ?? 0;
        group.High += killed.High ?? 0;
    }
}

using System.Runtime.InteropServices;
using ConflictModel.Hierarchies;

namespace ConflictModel.Aggregation;

/// <summary>The regions of a level that incidents are in, each place asked about once.</summary>
internal sealed class RegionCandidates(RegionHierarchy regions, RegionKind level)
{
    private readonly Dictionary<RegionId, (RegionId Region, Truth Belongs)[]> single = [];
    private readonly Dictionary<ValueList<RegionId>, (RegionId Region, Truth Belongs)[]> several = [];

    /// <summary>The regions in which an incident in some places is, or may be.</summary>
    public ReadOnlySpan<(RegionId Region, Truth Belongs)> Of(ValueList<RegionId> places)
    {
        ref (RegionId, Truth)[]? candidates = ref places.Count == 1
            ? ref CollectionsMarshal.GetValueRefOrAddDefault(single, places[0], out _)
            : ref CollectionsMarshal.GetValueRefOrAddDefault(several, places, out _);
        return candidates ??= Find(places);
    }

    // Named with several places, an incident is in each of them or in one: only what holds them all holds it for certain.
    private (RegionId Region, Truth Belongs)[] Find(ValueList<RegionId> places) =>
    [
        .. regions.CandidatesAt(places, level)
            .Select(region => (region, regions.AreAllWithin(places, region) ? Truth.Yes : Truth.Unknown)),
    ];
}

namespace ConflictModel;

/// <summary>How a set of regions lie to one another: which is within which, for certain, certainly not, or as far as anyone says.</summary>
/// <remarks>
/// Immutable and thread-safe. Regions that the set does not hold lie within themselves and nothing else is known of them.
/// </remarks>
public sealed class RegionGraph
{
    private readonly Dictionary<RegionId, Region> regions = [];
    private readonly Dictionary<RegionId, HashSet<RegionId>> wider = [];

    /// <summary>The graph of some regions. Where an id stands twice the first is taken; a region within itself adds nothing.</summary>
    public RegionGraph(IEnumerable<Region> regions)
    {
        ArgumentNullException.ThrowIfNull(regions);
        foreach (Region region in regions)
        {
            this.regions.TryAdd(region.Id, region);
        }

        foreach (RegionId id in this.regions.Keys)
        {
            wider[id] = Closure(id);
        }
    }

    /// <summary>Whether all of <paramref name="inner"/> lies within <paramref name="outer"/>.</summary>
    /// <remarks>
    /// Two countries, governorates, districts or towns of one kind don't share ground. Of a natural region nothing is denied
    /// that nobody says: only what it lies within or overlaps is known.
    /// </remarks>
    public Truth IsWithin(RegionId inner, RegionId outer) =>
        inner == outer || (wider.TryGetValue(inner, out HashSet<RegionId>? all) && all.Contains(outer)) ? Truth.Yes :
        Shares(inner, outer) == Truth.No || IsStrictlyWithin(outer, inner) || SaysOverlap(inner, outer) ? Truth.No : Truth.Unknown;

    /// <summary>Whether something known to be somewhere in <paramref name="place"/> is in <paramref name="region"/>.</summary>
    /// <remarks>Yes if the place lies within the region, no if they share no ground, otherwise unknown.</remarks>
    public Truth Holds(RegionId region, RegionId place) =>
        IsWithin(place, region) == Truth.Yes ? Truth.Yes : Shares(place, region) == Truth.No ? Truth.No : Truth.Unknown;

    /// <summary>Whether two regions have ground in common.</summary>
    public Truth Shares(RegionId one, RegionId other)
    {
        if (one == other || IsStrictlyWithin(one, other) || IsStrictlyWithin(other, one) || SaysOverlap(one, other))
        {
            return Truth.Yes;
        }

        // What lies within two places that share no ground shares none itself.
        foreach (RegionId a in Self(one))
        {
            foreach (RegionId b in Self(other))
            {
                if (a != b && AreSeparate(a, b))
                {
                    return Truth.No;
                }
            }
        }

        return Truth.Unknown;
    }

    /// <summary>The regions of one kind that something known to be in <paramref name="place"/> is in, for certain or perhaps.</summary>
    /// <returns>One region with yes, or those that may be it with unknown, in the order of the set.</returns>
    public IEnumerable<KeyValuePair<RegionId, Truth>> At(RegionKind kind, RegionId place)
    {
        foreach (Region region in regions.Values)
        {
            if (region.Kind == kind && Holds(region.Id, place) is var answer && answer != Truth.No)
            {
                yield return new(region.Id, answer);
            }
        }
    }

    private static bool IsDrawn(RegionKind kind) => kind is not (RegionKind.Natural or RegionKind.Zone);

    private IEnumerable<RegionId> Self(RegionId id) => wider.TryGetValue(id, out HashSet<RegionId>? all) ? all.Prepend(id) : [id];

    private bool AreSeparate(RegionId one, RegionId other) =>
        regions.TryGetValue(one, out Region? a) && regions.TryGetValue(other, out Region? b) && a.Kind == b.Kind && IsDrawn(a.Kind);

    private bool IsStrictlyWithin(RegionId inner, RegionId outer) =>
        inner != outer && wider.TryGetValue(inner, out HashSet<RegionId>? all) && all.Contains(outer);

    private bool SaysOverlap(RegionId one, RegionId other) =>
        (regions.TryGetValue(one, out Region? a) && a.Overlaps.Contains(other))
        || (regions.TryGetValue(other, out Region? b) && b.Overlaps.Contains(one));

    private HashSet<RegionId> Closure(RegionId start)
    {
        var seen = new HashSet<RegionId>();
        var next = new Stack<RegionId>([start]);
        while (next.TryPop(out RegionId id))
        {
            if (regions.TryGetValue(id, out Region? region))
            {
                foreach (RegionId other in region.Within)
                {
                    if (seen.Add(other))
                    {
                        next.Push(other);
                    }
                }
            }
        }

        seen.Remove(start);
        return seen;
    }
}

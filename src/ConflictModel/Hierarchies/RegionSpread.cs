namespace ConflictModel.Hierarchies;

/// <summary>Counts spread over the regions of one level: bounds for each, the whole once, and point figures by a policy.</summary>
/// <remarks>
/// The bounds of the regions are not to be added up: an incident known only as "the Badia" may be in any governorate that the Badia
/// touches, and is in one.
/// <see cref="Whole"/> has it once. Immutable.
/// </remarks>
public sealed class RegionSpread
{
    private readonly List<Pool> pools;
    private readonly long outside;

    private RegionSpread(ValueList<RegionShare> regions, Bounds whole, Bounds elsewhere, List<Pool> pools, long outside)
    {
        Regions = regions;
        Whole = whole;
        Elsewhere = elsewhere;
        this.pools = pools;
        this.outside = outside;
    }

    /// <summary>Each region of the level that holds or may hold something, by id.</summary>
    public ValueList<RegionShare> Regions { get; }

    /// <summary>All counts, each once.</summary>
    public Bounds Whole { get; }

    /// <summary>Those that lie in no region of the level, as far as is known: another country, or no place at all.</summary>
    public Bounds Elsewhere { get; }

    /// <summary>Point figures that add up to the sum of all figures. Rows that may lie in the same regions are divided together, so that
    /// many small ones do not all go to the same.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="policy"/> is none.</exception>
    public RegionFigures Figures(SpreadPolicy policy)
    {
        if (!Enum.IsDefined(policy))
        {
            throw new ArgumentOutOfRangeException(nameof(policy), policy, "There is no such policy.");
        }

        var certain = Regions.ToDictionary(share => share.Region, share => share.Figure);
        var figures = new SortedDictionary<RegionId, long>(certain);
        long unassigned = outside;
        foreach (Pool pool in pools)
        {
            if (policy == SpreadPolicy.Unassigned)
            {
                unassigned += pool.Figure;
                continue;
            }

            long[] weights = [.. pool.Candidates.Select(region => policy == SpreadPolicy.Equal ? 1 : certain[region])];
            if (!weights.AsSpan().ContainsAnyExcept(0))
            {
                // Where nobody was counted for certain, no region has more weight than another.
                Array.Fill(weights, 1);
            }

            long[] parts = new long[weights.Length];
            Apportionment.Divide(pool.Figure, weights, parts);
            for (int i = 0; i < parts.Length; i++)
            {
                figures[pool.Candidates[i]] += parts[i];
            }
        }

        return new() { Policy = policy, Regions = figures.ToValueList(), Unassigned = unassigned };
    }

    internal static RegionSpread Of(RegionHierarchy hierarchy, IEnumerable<PlacedCount> counts, RegionKind level)
    {
        var shares = new SortedDictionary<RegionId, RegionShare>();
        var pools = new Dictionary<ValueList<RegionId>, Pool>();
        Bounds whole = Bounds.Zero;
        Bounds elsewhere = Bounds.Zero;
        long outside = 0;
        foreach (PlacedCount row in counts)
        {
            if (row.Figure < 0)
            {
                throw new ArgumentException($"A figure is zero or more, not {row.Figure}.", nameof(counts));
            }

            whole += row.Count;
            ValueList<RegionId> candidates = hierarchy.CandidatesAt(row.Regions, level);
            if (candidates.IsEmpty)
            {
                elsewhere += row.Count;
                outside += row.Figure ?? 0;
            }

            bool certain = candidates.Count == 1;
            foreach (RegionId region in candidates)
            {
                RegionShare share = shares.GetValueOrDefault(region, new(region, Bounds.Zero, 0));
                shares[region] = certain
                    ? share with { Bounds = share.Bounds + row.Count, Figure = share.Figure + (row.Figure ?? 0) }
                    : share with { Bounds = share.Bounds + row.Count.Hull(Bounds.Zero) };
            }

            if (candidates.Count > 1)
            {
                Pool pool = pools.GetValueOrDefault(candidates, new(candidates, 0));
                pools[candidates] = pool with { Figure = pool.Figure + (row.Figure ?? 0) };
            }
        }

        return new(shares.Values.ToValueList(), whole, elsewhere, [.. pools.Values], outside);
    }

    private sealed record Pool(ValueList<RegionId> Candidates, long Figure);
}

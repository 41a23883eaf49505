using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace ConflictModel.Hierarchies;

/// <summary>Counts spread over the regions of one level: bounds for each, the whole once, and point figures by a policy.</summary>
/// <remarks>
/// The bounds of the regions are not to be added up: an incident known only as "the Badia" may be in any governorate that the Badia
/// touches, and is in one.
/// <see cref="Whole"/> has it once. Immutable.
/// </remarks>
[Experimental("CM0001")]
[JsonConverter(typeof(NoJsonConverter))]
public sealed class RegionSpread
{
    private readonly SortedDictionary<RegionId, long> certain;
    private readonly List<Pool> pools;
    private readonly long outside;

    private RegionSpread(
        SortedDictionary<RegionId, Bounds> regions, Bounds whole, Bounds elsewhere,
        SortedDictionary<RegionId, long> certain, List<Pool> pools, long outside)
    {
        Regions = regions.ToValueList();
        Whole = whole;
        Elsewhere = elsewhere;
        this.certain = certain;
        this.pools = pools;
        this.outside = outside;
    }

    /// <summary>
    /// Each region of the level that holds or may hold something, by id: from what certainly lies there to what may. Counts of a vaguer
    /// place add from 0 to all of theirs.
    /// </summary>
    public ValueList<KeyValuePair<RegionId, Bounds>> Regions { get; }

    /// <summary>All counts, each once.</summary>
    public Bounds Whole { get; }

    /// <summary>
    /// Those that lie in no region of the level, as far as is known: another country, or no place at all. What may lie in a region of the
    /// level is not among them, though it may lie in none.
    /// </summary>
    public Bounds Elsewhere { get; }

    /// <summary>
    /// Point figures that add up to the sum of all figures. Rows that may lie in the same regions are divided together, so that many small
    /// ones do not all go to the same.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="policy"/> is not one of the policies.</exception>
    public Division Figures(SpreadPolicy policy)
    {
        if (!Enum.IsDefined(policy))
        {
            throw new ArgumentOutOfRangeException(nameof(policy), policy, "This is not one of the policies.");
        }

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

    internal static RegionSpread Of(RegionHierarchy hierarchy, IEnumerable<Row> rows, RegionKind level)
    {
        var regions = new SortedDictionary<RegionId, Bounds>();
        var certain = new SortedDictionary<RegionId, long>();
        var pools = new Dictionary<ValueList<RegionId>, Pool>();
        Bounds whole = Bounds.Zero;
        Bounds elsewhere = Bounds.Zero;
        long outside = 0;
        foreach (Row row in rows)
        {
            long figure = row.Figure ?? 0;
            if (figure < 0)
            {
                throw new ArgumentException($"The figure {figure} is negative; a figure is zero or more.", nameof(rows));
            }

            whole += row.Count;
            ValueList<RegionId> candidates = hierarchy.CandidatesAt(row.Regions, level);
            if (candidates.IsEmpty)
            {
                elsewhere += row.Count;
                outside += figure;
            }

            // What may lie in one region of the level alone need not: there are others that nobody lists, and other countries.
            bool isCertain = candidates.Count == 1 && hierarchy.AreAllWithin(row.Regions, candidates[0]);
            foreach (RegionId region in candidates)
            {
                regions[region] = regions.GetValueOrDefault(region, Bounds.Zero) + (isCertain ? row.Count : row.Count.Hull(Bounds.Zero));
                certain[region] = certain.GetValueOrDefault(region) + (isCertain ? figure : 0);
            }

            if (!candidates.IsEmpty && !isCertain)
            {
                Pool pool = pools.GetValueOrDefault(candidates, new(candidates, 0));
                pools[candidates] = pool with { Figure = pool.Figure + figure };
            }
        }

        return new(regions, whole, elsewhere, certain, [.. pools.Values], outside);
    }

    private sealed record Pool(ValueList<RegionId> Candidates, long Figure);

    /// <summary>A count of people or incidents with the place it is known for: one row of what is spread over regions.</summary>
    /// <remarks>Equality is by content.</remarks>
    [JsonConverter(typeof(NoJsonConverter))]
    public sealed record Row
    {
        /// <summary>The regions that it is in or in one of, as a <see cref="Place"/> has them; empty if nothing is known.</summary>
        public ValueList<RegionId> Regions { get; init; }

        /// <summary>What the reports allow.</summary>
        public required Bounds Count { get; init; }

        /// <summary>
        /// The point figure that a policy divides (a best figure); null if there is none: it then has no part in point figures.
        /// </summary>
        public long? Figure { get; init; }
    }

    /// <summary>Point figures for regions by a stated policy: with <see cref="Unassigned"/> they add up to the whole exactly.</summary>
    /// <remarks>Equality is by content and order.</remarks>
    [JsonConverter(typeof(NoJsonConverter))]
    public sealed record Division
    {
        /// <summary>The policy that made them.</summary>
        public required SpreadPolicy Policy { get; init; }

        /// <summary>Each region with its figure, by id.</summary>
        public required ValueList<KeyValuePair<RegionId, long>> Regions { get; init; }

        /// <summary>What lies in no region of the level, or is left undivided.</summary>
        public required long Unassigned { get; init; }
    }
}

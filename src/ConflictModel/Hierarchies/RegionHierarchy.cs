using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace ConflictModel.Hierarchies;

/// <summary>Which region lies within which, and what may lie where: three-valued, since natural regions overlap the administrative
/// ones.</summary>
/// <remarks>
/// Administrative regions of one country part it: two of them, neither within the other, share nothing. A natural region is taken to name
/// every
/// governorate (or smaller region) that it touches, in <see cref="Region.Overlaps"/> or by lying within it; one that names none may be
/// anywhere in its country. Areas that hold countries and lie in none, the parts of the world, are taken to name all that they hold: two
/// of them without a country in common share nothing.
/// Parents that are not among the regions are kept as bare ids. Immutable.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class RegionHierarchy
{
    private readonly Dictionary<RegionId, Region> regions;
    private readonly ConcurrentDictionary<RegionId, HashSet<RegionId>> ancestors = [];
    private readonly Dictionary<RegionId, HashSet<RegionId>> overlaps = [];
    private readonly Lazy<Dictionary<RegionKind, RegionId[]>> byKind;
    private readonly Lazy<Dictionary<RegionId, HashSet<RegionId>>> countries;

    /// <summary>The hierarchy that the regions make.</summary>
    /// <exception cref="HierarchyCycleException">A region lies within itself.</exception>
    /// <exception cref="ArgumentException">Two regions bear one id.</exception>
    public RegionHierarchy(IEnumerable<Region> regions)
        : this(ById(regions))
    {
        if (this.regions.Count == 0)
        {
            return;
        }

        IEnumerable<RegionId> within = this.regions.Values.Where(region => !region.Within.IsEmpty).Select(region => region.Id);
        if (CircleSearch.Find(within.Order(), id => Parents(id)) is { } path)
        {
            throw new HierarchyCycleException(path.Select(id => id.Value).ToValueList());
        }
    }

    private RegionHierarchy(Dictionary<RegionId, Region> regions)
    {
        this.regions = regions;
        foreach (Region region in regions.Values)
        {
            foreach (RegionId other in region.Overlaps)
            {
                Overlap(region.Id, other);
                Overlap(other, region.Id);
            }
        }

        byKind = new(() => regions.Values
            .GroupBy(region => region.Kind)
            .ToDictionary(group => group.Key, group => group.Select(region => region.Id).Order().ToArray()));
        countries = new(() => byKind.Value.GetValueOrDefault(RegionKind.Country, [])
            .SelectMany(country => AncestorsOf(country), (country, around) => (country, around))
            .GroupBy(pair => pair.around, pair => pair.country)
            .ToDictionary(group => group.Key, group => group.ToHashSet()));
    }

    /// <summary>The hierarchy that regions make as far as they make one.</summary>
    /// <remarks>
    /// For data that nobody has checked yet: where an id stands twice the first region is taken, and a region on a circle lies within
    /// nothing.
    /// </remarks>
    public static RegionHierarchy FromUnchecked(IEnumerable<Region> regions)
    {
        ArgumentNullException.ThrowIfNull(regions);
        var known = new Dictionary<RegionId, Region>();
        foreach (Region region in regions)
        {
            known.TryAdd(region.Id, region);
        }

        // Most regions of a long list of towns lie within nothing that is said, and so on no circle.
        HashSet<RegionId> circles = CircleSearch.OnCircles(
            known.Values.Where(region => !region.Within.IsEmpty).Select(region => region.Id),
            id => known.GetValueOrDefault(id)?.Within ?? default);
        foreach (RegionId id in circles)
        {
            known[id] = known[id] with { Within = default };
        }

        return new(known) { OnCircles = circles };
    }

    /// <summary>The unchecked regions that were said to lie within themselves, by way of others or not.</summary>
    internal IReadOnlySet<RegionId> OnCircles { get; private init; } = new HashSet<RegionId>();

    private static Dictionary<RegionId, Region> ById(IEnumerable<Region> regions)
    {
        ArgumentNullException.ThrowIfNull(regions);
        var known = new Dictionary<RegionId, Region>();
        foreach (Region region in regions)
        {
            if (!known.TryAdd(region.Id, region))
            {
                throw new ArgumentException($"The region '{region.Id}' is listed twice.", nameof(regions));
            }
        }

        return known;
    }

    /// <summary>
    /// Whether what is known to be in <paramref name="place"/> is in <paramref name="area"/>: yes if the place lies within it, no if they
    /// share nothing, unknown where they overlap, where the area lies within the place, or for a region not listed.
    /// </summary>
    public Truth Within(RegionId place, RegionId area)
    {
        if (place == area || AncestorsOf(place).Contains(area))
        {
            return Truth.Yes;
        }

        return AncestorsOf(area).Contains(place) || MayTouch(place, area) ? Truth.Unknown : Truth.No;
    }

    /// <summary>Whether what is known to be in <paramref name="places"/> (in all of them or in one) is certainly in an area.</summary>
    internal bool AreAllWithin(ValueList<RegionId> places, RegionId area) => places.All(place => Within(place, area) == Truth.Yes);

    /// <summary>Whether the regions themselves say that two, neither within the other, may share some ground.</summary>
    internal bool AreSaidToOverlap(RegionId one, RegionId other) =>
        MayTouch(one, other)
        && AncestorsOf(one).Append(one)
        .Any(a => overlaps.TryGetValue(a, out HashSet<RegionId>? all) && (all.Contains(other) || all.Overlaps(AncestorsOf(other))));

    /// <summary>The regions that a region lies within, however far up, nearest first as far as the regions say.</summary>
    public ValueList<RegionId> Ancestors(RegionId region)
    {
        var found = new List<RegionId>();
        var seen = new HashSet<RegionId>();
        var open = new Queue<RegionId>(Parents(region));
        while (open.TryDequeue(out RegionId next))
        {
            if (seen.Add(next))
            {
                found.Add(next);
                foreach (RegionId parent in Parents(next))
                {
                    open.Enqueue(parent);
                }
            }
        }

        return found.ToValueList();
    }

    /// <summary>The region of a level that holds <paramref name="region"/>, or is it; null if there is none or it crosses
    /// several.</summary>
    public RegionId? AncestorAt(RegionId region, RegionKind level)
    {
        if (KindOf(region) == level)
        {
            return region;
        }

        foreach (RegionId above in Ancestors(region))
        {
            if (KindOf(above) == level)
            {
                return above;
            }
        }

        return null;
    }

    /// <summary>
    /// The regions of a level in which something known to be in <paramref name="places"/> (in all of them or in one) may lie, by id. It
    /// certainly lies in one only if all the places do (<see cref="Within"/>); none if it lies in none of the level, or nothing is known.
    /// </summary>
    public ValueList<RegionId> CandidatesAt(ValueList<RegionId> places, RegionKind level)
    {
        var candidates = new SortedSet<RegionId>();
        foreach (RegionId place in places)
        {
            if (AncestorAt(place, level) is { } certain)
            {
                candidates.Add(certain);
                continue;
            }

            foreach (RegionId candidate in byKind.Value.GetValueOrDefault(level, []))
            {
                if (regions.ContainsKey(place) && Within(place, candidate) != Truth.No)
                {
                    candidates.Add(candidate);
                }
            }
        }

        return candidates.ToValueList();
    }

    /// <summary>Spreads counts over the regions of a level: bounds for each, the whole once, point figures by a policy.</summary>
    /// <exception cref="ArgumentException">A figure is negative.</exception>
    /// <exception cref="OverflowException">A sum is above what 64 bits hold.</exception>
    [Experimental("CM0001")]
    public RegionSpread Spread(IEnumerable<RegionSpread.Row> rows, RegionKind level)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return RegionSpread.Of(this, rows, level);
    }

    /// <summary>
    /// Whether a region shares ground with those within it and around it alone, among those that are so: it is listed, part of the
    /// administration, and said to overlap nothing.
    /// </summary>
    internal bool IsPlain(RegionId region) => IsAdministrative(KindOf(region)) && !overlaps.ContainsKey(region);

    /// <summary>Whether regions of a kind part their country: two of them, neither within the other, share nothing.</summary>
    internal static bool IsAdministrative(RegionKind? kind) =>
        kind is RegionKind.Country or RegionKind.Governorate or RegionKind.District or RegionKind.SubDistrict or RegionKind.Town;

    /// <summary>The regions that a region lies within, in no order.</summary>
    internal HashSet<RegionId> AncestorsOf(RegionId region) =>
        ancestors.GetOrAdd(region, static (id, self) => [.. self.Ancestors(id)], this);

    private RegionId[] Parents(RegionId id) => regions.TryGetValue(id, out Region? region) ? [.. region.Within] : [];

    private RegionKind? KindOf(RegionId id) => regions.GetValueOrDefault(id)?.Kind;

    private void Overlap(RegionId one, RegionId other)
    {
        if (!overlaps.TryGetValue(one, out HashSet<RegionId>? all))
        {
            overlaps.Add(one, all = []);
        }

        all.Add(other);
    }

    /// <summary>Whether two regions, neither within the other, may share some ground.</summary>
    private bool MayTouch(RegionId one, RegionId other)
    {
        if (!regions.ContainsKey(one) || !regions.ContainsKey(other))
        {
            return true;
        }

        RegionId[] ones = [one, .. AncestorsOf(one)];
        RegionId[] others = [other, .. AncestorsOf(other)];
        return !ones.Any(a => others.Any(b => Apart(a, b)));
    }

    /// <summary>Whether two regions certainly share nothing, by what is said of these two alone.</summary>
    private bool Apart(RegionId one, RegionId other)
    {
        if (one == other || AncestorsOf(one).Contains(other) || AncestorsOf(other).Contains(one) || Overlapping(one, other))
        {
            return false;
        }

        (bool administrative, bool otherAdministrative) = (IsAdministrative(KindOf(one)), IsAdministrative(KindOf(other)));
        if (administrative && otherAdministrative)
        {
            return true;
        }

        // A natural region names all that it touches: what it does not name is apart from it, at the level that it names.
        if (administrative || otherAdministrative)
        {
            return administrative ? IsUntouched(other, one) : IsUntouched(one, other);
        }

        if (countries.Value.TryGetValue(one, out HashSet<RegionId>? held)
            && countries.Value.TryGetValue(other, out HashSet<RegionId>? otherHeld))
        {
            return !held.Overlaps(otherHeld);
        }

        RegionId[] touched = Governorates(one);
        RegionId[] otherTouched = Governorates(other);
        return touched.Length > 0 && otherTouched.Length > 0 && !touched.Intersect(otherTouched).Any();
    }

    private bool Overlapping(RegionId one, RegionId other) => overlaps.TryGetValue(one, out HashSet<RegionId>? all) && all.Contains(other);

    private bool IsUntouched(RegionId natural, RegionId administrative)
    {
        RegionKind? kind = KindOf(administrative);
        return overlaps.TryGetValue(natural, out HashSet<RegionId>? touched) && touched.Any(id => KindOf(id) == kind);
    }

    private RegionId[] Governorates(RegionId natural) =>
        [.. overlaps.GetValueOrDefault(natural, []).Concat(AncestorsOf(natural)).Where(id => KindOf(id) == RegionKind.Governorate)];
}

using ConflictModel.Hierarchies;

namespace ConflictModel.Reconciliation;

/// <summary>Lists of regions that may share ground with others, found without holding each against all.</summary>
/// <remarks>
/// Two regions of the administration that are not said to overlap anything share nothing unless one lies within the other. Natural regions,
/// regions that are not listed, and lists of several are held against all; each pair is worked out once.
/// </remarks>
internal sealed class ApartRegions(RegionHierarchy regions)
{
    private readonly Dictionary<(ValueList<RegionId>, ValueList<RegionId>), bool> known = [];

    /// <summary>The one region of a list that shares ground only with those within it and around it; null if it is none such.</summary>
    public RegionId? Plain(ValueList<RegionId> some) => some.Count == 1 && regions.IsPlain(some[0]) ? some[0] : null;

    /// <summary>The regions that a region lies within.</summary>
    public IReadOnlySet<RegionId> Around(RegionId region) => regions.AncestorsOf(region);

    /// <summary>Whether no region of one list shares ground with one of another; no if one says nothing.</summary>
    public bool Are(ValueList<RegionId> some, ValueList<RegionId> others)
    {
        if (!known.TryGetValue((some, others), out bool areApart))
        {
            areApart = !some.IsEmpty && !others.IsEmpty && some.All(one => others.All(other => AreApart(one, other)));
            known.Add((some, others), areApart);
        }

        return areApart;
    }

    private bool AreApart(RegionId one, RegionId other) => regions.Within(one, other) == Truth.No && regions.Within(other, one) == Truth.No;
}

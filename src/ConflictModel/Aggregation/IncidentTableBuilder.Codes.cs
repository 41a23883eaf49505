using NodaTime;

namespace ConflictModel.Aggregation;

/// <content>The ids that rows refer to, and how they hang together.</content>
public sealed partial class IncidentTableBuilder
{
    private readonly CodeBook<ActorId> actorBook = new();
    private readonly CodeBook<RegionId> regionBook = new();
    private readonly CodeBook<KindId> kindBook = new();
    private readonly CodeBook<SourceId> sourceBook = new();
    private readonly CodeBook<DyadId> dyadBook = new();
    private readonly CodeBook<LabelId> labelBook = new();
    private readonly RegionTree regionTree = new();
    private readonly ActorLinks actorLinks = new();

    /// <summary>The code of an actor, a new one if it has none; the default id has the default code.</summary>
    public TableCode<ActorId> CodeOf(ActorId actor) => actorBook.Add(actor);

    /// <summary>The code of a region, a new one if it has none; the default id has the default code.</summary>
    public TableCode<RegionId> CodeOf(RegionId region) => regionBook.Add(region);

    /// <summary>The code of a kind of incident, a new one if it has none; the default id has the default code.</summary>
    public TableCode<KindId> CodeOf(KindId kind) => kindBook.Add(kind);

    /// <summary>The code of a source, a new one if it has none; the default id has the default code.</summary>
    public TableCode<SourceId> CodeOf(SourceId source) => sourceBook.Add(source);

    /// <summary>The code of a dyad, a new one if it has none; the default id has the default code.</summary>
    public TableCode<DyadId> CodeOf(DyadId dyad) => dyadBook.Add(dyad);

    /// <summary>The code of a label, a new one if it has none; the default id has the default code.</summary>
    public TableCode<LabelId> CodeOf(LabelId label) => labelBook.Add(label);

    /// <summary>Says where a region stands: on which level, and within which other. Saying the same again changes nothing.</summary>
    /// <param name="region">The region.</param>
    /// <param name="level">Its level: 0 for countries, 1 for their first division, and so on; null for a natural region that has none.</param>
    /// <param name="parent">The region within which it lies, defined before it; the default if none.</param>
    /// <returns>Its code.</returns>
    /// <exception cref="ArgumentException"><paramref name="region"/> is the default, was defined otherwise before, or <paramref name="parent"/> was not.</exception>
    public TableCode<RegionId> DefineRegion(RegionId region, int? level, RegionId parent = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level ?? 0, nameof(level));
        TableCode<RegionId> above = parent == default ? default : new(regionBook.Find(parent, nameof(parent)));
        if (above.IsStated && !definedRegions.Contains(above.Ordinal))
        {
            throw new ArgumentException($"The parent region '{parent.Value}' has not been defined.", nameof(parent));
        }

        TableCode<RegionId> code = regionBook.Add(region);
        if (!code.IsStated)
        {
            throw new ArgumentException("The region has no id.", nameof(region));
        }

        if (!definedRegions.Add(code.Ordinal))
        {
            return regionTree.Is(code.Ordinal, level ?? RegionTree.NoLevel, above.Ordinal)
                ? code
                : throw new ArgumentException($"The region '{region.Value}' was defined otherwise before.", nameof(region));
        }

        regionTree.Define(code.Ordinal, level ?? RegionTree.NoLevel, above.Ordinal);
        return code;
    }

    /// <summary>The code of the smallest region that is known to hold all of some; the default if none is.</summary>
    internal TableCode<RegionId> CodeHolding(ValueList<RegionId> regions)
    {
        if (regions.Count == 1)
        {
            return CodeOf(regions[0]);
        }

        int[] ordinals = [.. regions.Select(region => CodeOf(region).Ordinal)];
        return new(regionTree.Holding(ordinals));
    }

    /// <summary>Says that two regions share some area though neither lies within the other.</summary>
    /// <exception cref="ArgumentException">A region is not in the builder.</exception>
    public void DeclareOverlap(RegionId one, RegionId other) =>
        regionTree.Overlap(regionBook.Find(one, nameof(one)), regionBook.Find(other, nameof(other)));

    /// <summary>Says that one actor was part of another, for a time.</summary>
    /// <param name="member">The part.</param>
    /// <param name="group">The whole.</param>
    /// <param name="from">The first day; null for always before.</param>
    /// <param name="to">The last day; null for ever after.</param>
    /// <exception cref="ArgumentException">An actor is not in the builder, or the time ends before it begins.</exception>
    public void DeclareAffiliation(ActorId member, ActorId group, LocalDate? from = null, LocalDate? to = null)
    {
        int first = from is { } start ? DayOf(start, nameof(from)) : 0;
        int last = to is { } end ? DayOf(end, nameof(to)) : int.MaxValue;
        if (last < first)
        {
            throw new ArgumentException("The affiliation ends before it begins.", nameof(to));
        }

        actorLinks.Add(actorBook.Find(member, nameof(member)), actorBook.Find(group, nameof(group)), first, last, isCertain: true);
    }

    /// <summary>Says that one actor was perhaps part of another, for a time.</summary>
    internal void DeclareDoubtfulAffiliation(ActorId member, ActorId group, LocalDate? from, LocalDate? to) => actorLinks.Add(
        actorBook.Find(member, nameof(member)), actorBook.Find(group, nameof(group)),
        from is { } first ? Calendar.DayOf(first) : 0, to is { } last ? Calendar.DayOf(last) : int.MaxValue, isCertain: false);

    private readonly HashSet<int> definedRegions = [];
}

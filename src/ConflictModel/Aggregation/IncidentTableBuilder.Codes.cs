using ConflictModel.Hierarchies;
using NodaTime;

namespace ConflictModel.Aggregation;

/// <content>The ids that rows refer to, what they are called, and how they hang together.</content>
public sealed partial class IncidentTableBuilder
{
    private readonly CodeBook<ActorId> actorBook = new();
    private readonly CodeBook<RegionId> regionBook = new();
    private readonly CodedColumnBuilder<SourceId> sources = new();
    private readonly CodedColumnBuilder<DyadId> dyads = new();
    private readonly CodedColumnBuilder<ConflictId> conflicts = new();
    private readonly CodedColumnBuilder<EventTypeId> eventTypes = new();
    private readonly Dictionary<RegionId, Region> regionsDefined = [];
    private readonly List<Affiliation> affiliations = [];
    private readonly Dictionary<int, int[]> coalitions = [];
    private readonly Dictionary<string, TableCode<ActorId>> coalitionNames = [];
    private RegionHierarchy? hierarchy;

    /// <summary>The code of an actor, a new one if it has none; the default id has the default code.</summary>
    public TableCode<ActorId> CodeOf(ActorId actor) => actorBook.Add(actor);

    /// <summary>
    /// The code of actors who stood together: that of the one actor, or of a coalition called <c>a+b</c>; the default if there is none.
    /// </summary>
    /// <remarks>
    /// As a side the coalition is a group of its own; <see cref="GroupKey.Actor"/> and the filters by side find each of its members there.
    /// </remarks>
    public TableCode<ActorId> CodeOf(params IEnumerable<ActorId> actors)
    {
        var together = actors.ToValueList();
        if (together.Count <= 1)
        {
            return together.IsEmpty ? default : actorBook.Add(together[0]);
        }

        SortedSet<ActorId> members = [];
        foreach (ActorId actor in together)
        {
            if (actor != default)
            {
                members.Add(actor);
            }
        }

        if (members.Count <= 1)
        {
            return actorBook.Add(members.Min);
        }

        string name = string.Join('+', members);
        if (!coalitionNames.TryGetValue(name, out TableCode<ActorId> code))
        {
            code = actorBook.Add(ActorId.TryParse(name, null, out ActorId id)
                ? id
                : ActorId.From(FormattableString.Invariant($"{members.Min}+{members.Count - 1}~{coalitionNames.Count}")));
            coalitionNames.Add(name, code);
            DeclareMembers(code, [.. members]);
        }

        return code;
    }

    /// <summary>Says which actors a code stands for: a coalition that a source names by an id, or by a name, of its own.</summary>
    /// <remarks>
    /// It may be said at any time before the table is made, so that a stream of rows can wait for names that come later. A member that is
    /// a coalition itself stands for its own members, at any depth; one that is named among its members is an actor there.
    /// </remarks>
    /// <exception cref="ArgumentException">The code is the default or another builder's, or there are no members.</exception>
    public void DeclareMembers(TableCode<ActorId> coalition, params IEnumerable<ActorId> members)
    {
        var all = members.ToValueList();
        if (actorBook.Check(coalition, nameof(coalition)) == 0 || all.IsEmpty || all.Contains(default))
        {
            throw new ArgumentException("A coalition is an actor with members.", nameof(members));
        }

        SortedSet<int> codes = [];
        foreach (ActorId member in all)
        {
            codes.Add(actorBook.Add(member).Ordinal);
        }

        coalitions[coalition.Ordinal] = [.. codes];
    }

    /// <summary>The actors that each coalition stands for, of whom none is another coalition.</summary>
    private Dictionary<int, int[]> ActorsOfCoalitions()
    {
        return coalitions.Keys.ToDictionary(coalition => coalition, int[] (coalition) =>
        {
            SortedSet<int> actors = [];
            Add(coalition, [], actors);
            return actors.Count > 0 ? [.. actors] : [coalition];
        });

        void Add(int coalition, HashSet<int> within, SortedSet<int> actors)
        {
            within.Add(coalition);
            foreach (int member in coalitions[coalition])
            {
                if (member == coalition || !coalitions.ContainsKey(member))
                {
                    actors.Add(member);
                }
                else if (!within.Contains(member))
                {
                    Add(member, within, actors);
                }
            }
        }
    }

    /// <summary>The code of a region, a new one if it has none; the default id has the default code.</summary>
    public TableCode<RegionId> CodeOf(RegionId region) => regionBook.Add(region);

    /// <summary>The code of a source, a new one if it has none; the default id has the default code.</summary>
    public TableCode<SourceId> CodeOf(SourceId source) => sources.Book.Add(source);

    /// <summary>The code of a dyad, a new one if it has none; the default id has the default code.</summary>
    public TableCode<DyadId> CodeOf(DyadId dyad) => dyads.Book.Add(dyad);

    /// <summary>The code of a conflict, a new one if it has none; the default id has the default code.</summary>
    public TableCode<ConflictId> CodeOf(ConflictId conflict) => conflicts.Book.Add(conflict);

    /// <summary>The code of a type of event, a new one if it has none; the default id has the default code.</summary>
    public TableCode<EventTypeId> CodeOf(EventTypeId type) => eventTypes.Book.Add(type);

    /// <summary>Says what the source itself writes for an actor, and what it calls it. What is said first stands.</summary>
    /// <param name="code">The code.</param>
    /// <param name="own">What the source writes where it means this one: UCDP's <c>234</c>, <c>Syria</c>.</param>
    /// <param name="name">The name beside it; empty if there is none.</param>
    public void Call(TableCode<ActorId> code, string own, string name = "") => actorBook.Call(code, own, name, nameof(code));

    /// <summary>Says what an actor is called in each language, of which the first is the name beside what the source writes.</summary>
    internal void Call(TableCode<ActorId> code, string own, LocalizedText name)
    {
        Call(code, own, name.ToString());
        Translate(code, name);
    }

    /// <inheritdoc cref="Call(TableCode{ActorId}, string, LocalizedText)"/>
    internal void Call(TableCode<SourceId> code, string own, LocalizedText name)
    {
        Call(code, own, name.ToString());
        Translate(code, name);
    }

    /// <summary>Says what an actor is called in each language, and nothing of what the source writes.</summary>
    internal void Translate(TableCode<ActorId> code, LocalizedText name) => actorBook.Call(code, name, nameof(code));

    /// <inheritdoc cref="Translate(TableCode{ActorId}, LocalizedText)"/>
    internal void Translate(TableCode<SourceId> code, LocalizedText name) => sources.Book.Call(code, name, nameof(code));

    /// <inheritdoc cref="Call(TableCode{ActorId}, string, string)"/>
    public void Call(TableCode<RegionId> code, string own, string name = "") => regionBook.Call(code, own, name, nameof(code));

    /// <inheritdoc cref="Call(TableCode{ActorId}, string, string)"/>
    public void Call(TableCode<SourceId> code, string own, string name = "") => sources.Book.Call(code, own, name, nameof(code));

    /// <inheritdoc cref="Call(TableCode{ActorId}, string, string)"/>
    public void Call(TableCode<DyadId> code, string own, string name = "") => dyads.Book.Call(code, own, name, nameof(code));

    /// <inheritdoc cref="Call(TableCode{ActorId}, string, string)"/>
    public void Call(TableCode<ConflictId> code, string own, string name = "") => conflicts.Book.Call(code, own, name, nameof(code));

    /// <inheritdoc cref="Call(TableCode{ActorId}, string, string)"/>
    public void Call(TableCode<EventTypeId> code, string own, string name = "") => eventTypes.Book.Call(code, own, name, nameof(code));

    /// <summary>
    /// Says where a region stands: of what level or nature it is, and within which other. Saying the same again changes nothing.
    /// </summary>
    /// <returns>Its code.</returns>
    /// <exception cref="ArgumentException"><paramref name="region"/> is the default, or was defined otherwise before.</exception>
    public TableCode<RegionId> DefineRegion(RegionId region, RegionKind kind, RegionId parent = default)
    {
        if (region == default)
        {
            throw new ArgumentException("The region has no id.", nameof(region));
        }

        Region defined = new() { Id = region, Name = region.Value, Kind = kind, Within = parent == default ? [] : [parent] };
        return regionsDefined.TryGetValue(region, out Region? before) && before.Kind == kind && before.Within == defined.Within
            ? regionBook.Add(region)
            : Define(defined);
    }

    /// <summary>Defines regions with all that they say of where they lie.</summary>
    /// <remarks>One may be defined again with further aliases, ids and overlaps.</remarks>
    /// <exception cref="HierarchyCycleException">A region lies within itself.</exception>
    /// <exception cref="ArgumentException">Two regions bear one id.</exception>
    public void DefineRegions(IEnumerable<Region> regions)
    {
        ArgumentNullException.ThrowIfNull(regions);
        foreach (Region region in regions)
        {
            Define(region);
        }

        _ = Hierarchy;
    }

    /// <summary>Says that two regions share some area though neither lies within the other.</summary>
    /// <exception cref="ArgumentException">The first region has not been defined.</exception>
    public void DeclareOverlap(RegionId one, RegionId other)
    {
        if (!regionsDefined.TryGetValue(one, out Region? region))
        {
            throw new ArgumentException($"The region '{one}' has not been defined.", nameof(one));
        }

        regionsDefined[one] = region with { Overlaps = region.Overlaps.Add(other) };
        hierarchy = null;
    }

    /// <summary>Says that one actor was part of another, for a time.</summary>
    /// <param name="member">The part.</param>
    /// <param name="group">The whole.</param>
    /// <param name="from">The first day; null for always before.</param>
    /// <param name="to">The last day; null for ever after.</param>
    /// <exception cref="ArgumentException">The time ends before it begins.</exception>
    public void DeclareAffiliation(ActorId member, ActorId group, LocalDate? from = null, LocalDate? to = null) => DeclareAffiliations(
    [
        new()
        {
            Actor = member,
            Kind = AffiliationKind.PartOf,
            To = group,
            Period = to < from
                ? throw new ArgumentException("The affiliation ends before it begins.", nameof(to))
                : UncertainDate.Parse(FormattableString.Invariant($"{Limit(from)}/{Limit(to)}")),
        },
    ]);

    /// <summary>Declares who belonged to whom, for the filters by actor, by the rules of <see cref="ActorHierarchy"/>.</summary>
    /// <remarks>Actors that the builder has not get a code. A circle of links is told when the table is made.</remarks>
    /// <param name="affiliations">The affiliations.</param>
    /// <param name="including">The kinds of link that count as well as being part of and a member of.</param>
    public void DeclareAffiliations(IEnumerable<Affiliation> affiliations, params IEnumerable<AffiliationKind> including)
    {
        ArgumentNullException.ThrowIfNull(affiliations);
        var counted = including.ToValueList();
        foreach (Affiliation affiliation in affiliations)
        {
            actorBook.Add(affiliation.Actor);
            actorBook.Add(affiliation.To);
            foreach (ActorId opponent in affiliation.Against)
            {
                actorBook.Add(opponent);
            }

            this.affiliations.Add(counted.Contains(affiliation.Kind) ? affiliation with { Kind = AffiliationKind.PartOf } : affiliation);
        }
    }

    /// <summary>The code of the smallest region that is known to hold all of some; the default if none is.</summary>
    internal TableCode<RegionId> CodeHolding(ValueList<RegionId> regions)
    {
        if (regions.Count <= 1)
        {
            return regions.IsEmpty ? default : regionBook.Add(regions[0]);
        }

        foreach (RegionId region in regions)
        {
            regionBook.Add(region);
        }

        foreach (RegionId region in (IEnumerable<RegionId>)[regions[0], .. Hierarchy.Ancestors(regions[0])])
        {
            if (regions.All(other => Hierarchy.Within(other, region) == Truth.Yes))
            {
                return regionBook.Add(region);
            }
        }

        return default;
    }

    private RegionHierarchy Hierarchy => hierarchy ??= new(regionsDefined.Values);

    private static string Limit(LocalDate? day) => day is { } limit ? UncertainDate.From(limit).ToString() : "..";

    private TableCode<RegionId> Define(Region region)
    {
        if (!regionsDefined.TryGetValue(region.Id, out Region? before) || SaysMore(region, before))
        {
            regionsDefined[region.Id] = region;
            hierarchy = null;
        }
        else if (region != before)
        {
            throw new ArgumentException($"The region '{region.Id}' was defined otherwise before.", nameof(region));
        }

        return regionBook.Add(region.Id);
    }

    /// <summary>Whether a region is said to be what was said before, and to have further aliases, ids and overlaps.</summary>
    private static bool SaysMore(Region region, Region before) => region != before
        && before == region with { Aliases = before.Aliases, ExternalIds = before.ExternalIds, Overlaps = before.Overlaps }
        && before.Aliases.All(region.Aliases.Contains)
        && before.ExternalIds.All(region.ExternalIds.Contains)
        && before.Overlaps.All(region.Overlaps.Contains);

    private void CheckCodes(in IncidentRow row)
    {
        actorBook.Check(row.FirstSide, nameof(row));
        actorBook.Check(row.SecondSide, nameof(row));
        actorBook.Check(row.Others, nameof(row));
        regionBook.Check(row.Region, nameof(row));
        sources.Book.Check(row.Source, nameof(row));
        dyads.Book.Check(row.Dyad, nameof(row));
        conflicts.Book.Check(row.Conflict, nameof(row));
        eventTypes.Book.Check(row.EventType, nameof(row));
    }

    private void AppendCodes(in IncidentRow row)
    {
        sources.Append(row.Source);
        dyads.Append(row.Dyad);
        conflicts.Append(row.Conflict);
        eventTypes.Append(row.EventType);
    }

    /// <summary>What is said of an incident as a whole stands in each of its pieces.</summary>
    private void AppendTexts(in IncidentRow row)
    {
        if (row.Id != default)
        {
            ids.Append(Rows, row.Id.Value);
        }

        if (row.When != default)
        {
            dates.Append(Rows, row.When.ToString());
        }
    }
}

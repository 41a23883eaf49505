using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using NodaTime;

namespace ConflictModel.Hierarchies;

/// <summary>Who was part of or a member of whom, as of a date.</summary>
/// <remarks>
/// <para>Being backed by somebody, or somebody's proxy, is not belonging to them: such links are followed only where a question asks for
/// them. Successions are a hierarchy of their own, since a group does not command the one that it came out of.</para>
/// <para>A link whose dates are uncertain, or not given at all, may hold: answers are three-valued. A link that is limited to regions or
/// opponents holds on occasions that are within them: a state's coalition does not inherit the state's other wars. Links form no circle
/// that stands on any one day. Immutable.</para>
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed partial class ActorHierarchy
{
    private readonly Dictionary<ActorId, List<Link>> up = [];
    private readonly Dictionary<ActorId, List<Link>> down = [];
    private readonly Lazy<RegionHierarchy?> regions;

    /// <summary>The hierarchy that the links make.</summary>
    /// <param name="affiliations">The links.</param>
    /// <param name="regions">Which region lies within which, for links that are limited to regions; null if that is not known: a region is
    /// then certainly within itself alone.</param>
    /// <exception cref="HierarchyCycleException">Links that hold on one day, or bear no date, make an actor a part of itself; or they may,
    /// and to find out, more links than are looked at would have to be.</exception>
    public ActorHierarchy(IEnumerable<Affiliation> affiliations, RegionHierarchy? regions = null)
        : this(affiliations, new Lazy<RegionHierarchy?>(regions))
    {
    }

    /// <summary>The same with regions that are looked at when a limited link first asks for them.</summary>
    internal ActorHierarchy(IEnumerable<Affiliation> affiliations, Lazy<RegionHierarchy?> regions)
    {
        ArgumentNullException.ThrowIfNull(affiliations);
        this.regions = regions;
        foreach (Affiliation affiliation in affiliations)
        {
            Add(affiliation);
        }

        if (FindCircle(up, CircleDays.Among) is { IsEmpty: false } path)
        {
            throw new HierarchyCycleException(path);
        }
    }

    private ActorHierarchy(RegionHierarchy regions) => this.regions = new Lazy<RegionHierarchy?>(regions);

    /// <summary>The hierarchy that links make, circles included: for data that nobody has checked yet.</summary>
    /// <param name="affiliations">The links.</param>
    /// <param name="regions">Which region lies within which, for links that are limited to regions.</param>
    public static ActorHierarchy FromUnchecked(IEnumerable<Affiliation> affiliations, RegionHierarchy regions)
    {
        ArgumentNullException.ThrowIfNull(affiliations);
        ArgumentNullException.ThrowIfNull(regions);
        var hierarchy = new ActorHierarchy(regions);
        foreach (Affiliation affiliation in affiliations)
        {
            hierarchy.Add(affiliation);
        }

        return hierarchy;
    }

    /// <summary>
    /// The links of every kind from <paramref name="actor"/> upward that hold or may hold on an occasion, with whether that is certain; in
    /// the order given.
    /// </summary>
    public ValueList<KeyValuePair<Affiliation, Truth>> LinksOf(ActorId actor, Occasion on) =>
        up.GetValueOrDefault(actor, [])
            .Select(link => KeyValuePair.Create(link.Affiliation, Holds(link, on, GroupsOfOpponents(on))))
            .Where(link => link.Value != Truth.No)
            .ToValueList();

    /// <summary>Whether <paramref name="actor"/> is <paramref name="group"/> or belongs to it, directly or through others.</summary>
    /// <remarks>Of several days: on all of them; unknown if on some only. Of several places and opponents likewise.</remarks>
    /// <param name="actor">The actor.</param>
    /// <param name="group">The group or parent.</param>
    /// <param name="on">A day, or an occasion with its place and opponents.</param>
    /// <param name="including">The kinds of link that count as well as being part of and a member of.</param>
    public Truth Belongs(ActorId actor, ActorId group, Occasion on, params IEnumerable<AffiliationKind> including) =>
        actor == group
            ? Truth.Yes
            : Reach(up, actor, on, including.ToValueList(), static affiliation => affiliation.To).GetValueOrDefault(group, Truth.No);

    /// <summary>
    /// Everybody who belongs to <paramref name="group"/> on an occasion, itself included, each once however many ways lead to it, with
    /// whether that is certain; by id.
    /// </summary>
    public ValueList<KeyValuePair<ActorId, Truth>> MembersOf(ActorId group, Occasion on, params IEnumerable<AffiliationKind> including) =>
        Sorted(Reach(down, group, on, including.ToValueList(), static affiliation => affiliation.Actor), group);

    /// <summary>
    /// Everybody that <paramref name="actor"/> belongs to on an occasion, itself included, each once, with whether that is certain; by id.
    /// </summary>
    public ValueList<KeyValuePair<ActorId, Truth>> GroupsOf(ActorId actor, Occasion on, params IEnumerable<AffiliationKind> including) =>
        Sorted(Reach(up, actor, on, including.ToValueList(), static affiliation => affiliation.To), actor);

    /// <summary>
    /// What the actor was on a date by its successions: ISIS in 2010 is the Islamic State of Iraq. Itself if it has no former name or the
    /// date is
    /// within its own time; null where the dates leave open which of them it was.
    /// </summary>
    public ActorId? FormOn(ActorId actor, LocalDate date)
    {
        while (true)
        {
            Link? former = up.GetValueOrDefault(actor, []).Find(link => link.Affiliation.Kind == AffiliationKind.SuccessorOf);
            if (former is null)
            {
                return actor;
            }

            if (former.Period.Start.Latest is { } latest && date >= latest)
            {
                return actor;
            }

            if (former.Period.Start.Earliest is not { } earliest || date >= earliest)
            {
                return null;
            }

            actor = former.Affiliation.To;
        }
    }

    /// <summary>
    /// Adds rows up to each group as of the row's own date. A row is counted once for a group, whichever and however many of its actors
    /// belong
    /// to it by however many ways; where that is uncertain it counts from 0 to its most.
    /// </summary>
    /// <param name="rows">The rows.</param>
    /// <param name="groups">The groups asked for.</param>
    /// <param name="including">The kinds of link that count as well as being part of and a member of.</param>
    /// <exception cref="OverflowException">A sum is above what 64 bits hold.</exception>
    [Experimental("CM0002")]
    public ActorRollUp RollUp(IEnumerable<ActorRollUp.Row> rows, ValueList<ActorId> groups, params IEnumerable<AffiliationKind> including)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var counted = including.ToValueList();
        var sums = new Bounds[groups.Count];
        Array.Fill(sums, Bounds.Zero);
        Bounds whole = Bounds.Zero;
        foreach (ActorRollUp.Row row in rows)
        {
            var on = new Occasion { From = row.From, To = row.To, Regions = row.Regions, Opponents = row.Opponents };
            Truth any = Truth.No;
            for (int i = 0; i < groups.Count; i++)
            {
                Truth belongs = Truth.No;
                foreach (ActorId actor in row.Actors)
                {
                    belongs = belongs.Or(Belongs(actor, groups[i], on, counted));
                }

                sums[i] += Share(row.Count, belongs);
                any = any.Or(belongs);
            }

            whole += Share(row.Count, any);
        }

        return new()
        {
            Groups = groups.Select((group, i) => KeyValuePair.Create(group, sums[i])).ToValueList(),
            Whole = whole,
        };
    }

    private static Bounds Share(Bounds count, Truth belongs) => belongs switch
    {
        Truth.Yes => count,
        Truth.No => Bounds.Zero,
        _ => count.Hull(Bounds.Zero),
    };

    private void Add(Affiliation affiliation)
    {
        var link = new Link(affiliation, LinkPeriod.Of(affiliation.Period));
        Add(up, affiliation.Actor, link);
        Add(down, affiliation.To, link);
    }

    private static void Add(Dictionary<ActorId, List<Link>> links, ActorId from, Link link)
    {
        if (!links.TryGetValue(from, out List<Link>? list))
        {
            links.Add(from, list = []);
        }

        list.Add(link);
    }

    private static ValueList<KeyValuePair<ActorId, Truth>> Sorted(Dictionary<ActorId, Truth> reached, ActorId self)
    {
        reached[self] = Truth.Yes;
        return reached.OrderBy(pair => pair.Key).ToValueList();
    }

    private static bool Follows(AffiliationKind kind, ValueList<AffiliationKind> including) =>
        kind is AffiliationKind.PartOf or AffiliationKind.MemberOf || including.Contains(kind);

    /// <summary>Whether all of some places are within a limit, none of them, or that is open, as it is where no place is said.</summary>
    private static Truth All(ValueList<RegionId> places, Func<RegionId, Truth> within)
    {
        Truth[] answers = [.. places.Select(within).Distinct()];
        return answers.Length == 1 ? answers[0] : Truth.Unknown;
    }

    /// <summary>
    /// Everybody that links lead to, yes if some way is certain all along. A second visit can only raise unknown to yes, so it ends.
    /// </summary>
    private Dictionary<ActorId, Truth> Reach(
        Dictionary<ActorId, List<Link>> links,
        ActorId from,
        Occasion on,
        ValueList<AffiliationKind> including,
        Func<Affiliation, ActorId> target)
    {
        var reached = new Dictionary<ActorId, Truth>();
        Lazy<Dictionary<ActorId, Truth>> opponents = GroupsOfOpponents(on);
        var open = new Stack<(ActorId Actor, Truth Holds)>([(from, Truth.Yes)]);
        while (open.TryPop(out (ActorId Actor, Truth Holds) step))
        {
            foreach (Link link in links.GetValueOrDefault(step.Actor, []))
            {
                if (!Follows(link.Affiliation.Kind, including))
                {
                    continue;
                }

                Truth holds = step.Holds.And(Holds(link, on, opponents));
                ActorId next = target(link.Affiliation);
                if (holds != Truth.No && (!reached.TryGetValue(next, out Truth known) || (known == Truth.Unknown && holds == Truth.Yes)))
                {
                    reached[next] = holds;
                    open.Push((next, holds));
                }
            }
        }

        return reached;
    }

    private Truth Holds(Link link, Occasion on, Lazy<Dictionary<ActorId, Truth>> opponents)
    {
        Truth holds = link.Period.Holds(on.From, on.To);
        Affiliation affiliation = link.Affiliation;
        if (holds != Truth.No && !affiliation.Regions.IsEmpty)
        {
            holds = holds.And(All(on.Regions, place =>
                affiliation.Regions.Aggregate(Truth.No, (any, region) => any.Or(Within(place, region)))));
        }

        if (holds != Truth.No && !affiliation.Against.IsEmpty)
        {
            holds = holds.And(on.Opponents.IsEmpty
                ? Truth.Unknown
                : affiliation.Against.Aggregate(Truth.No, (any, against) => any.Or(opponents.Value.GetValueOrDefault(against, Truth.No))));
        }

        return holds;
    }

    private Truth Within(RegionId place, RegionId region) =>
        place == region ? Truth.Yes : regions.Value?.Within(place, region) ?? Truth.Unknown;

    /// <summary>
    /// Those that the opponents are or belong to. What they are members of against others is left open: no circle can come of it.
    /// </summary>
    private Lazy<Dictionary<ActorId, Truth>> GroupsOfOpponents(Occasion on) => new(() =>
    {
        var groups = new Dictionary<ActorId, Truth>();
        foreach (ActorId opponent in on.Opponents)
        {
            foreach ((ActorId group, Truth belongs) in GroupsOf(opponent, on with { Opponents = [] }))
            {
                groups[group] = groups.GetValueOrDefault(group, Truth.No).Or(belongs);
            }
        }

        return groups;
    });

    private sealed record Link(Affiliation Affiliation, LinkPeriod Period);
}

using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace ConflictModel.Hierarchies;

/// <summary>Who was part of, proxy of, member of or backed by whom, as of a date.</summary>
/// <remarks>
/// A link whose dates are uncertain, or not given at all, may hold: answers are three-valued. Links form no circle that stands on any one
/// day;
/// successions are a hierarchy of their own, since a group does not command the one that it came out of. Immutable.
/// </remarks>
public sealed partial class ActorHierarchy
{
    private readonly Dictionary<ActorId, List<Link>> up = [];
    private readonly Dictionary<ActorId, List<Link>> down = [];

    /// <summary>The hierarchy that the links make.</summary>
    /// <exception cref="HierarchyCycleException">Links that hold on one day, or bear no date, make an actor a part of itself.</exception>
    public ActorHierarchy(IEnumerable<Affiliation> affiliations)
    {
        ArgumentNullException.ThrowIfNull(affiliations);
        foreach (Affiliation affiliation in affiliations)
        {
            var link = new Link(affiliation, LinkPeriod.Of(affiliation.Period));
            Add(up, affiliation.Actor, link);
            Add(down, affiliation.To, link);
        }

        if (FindCircle(up) is { IsEmpty: false } path)
        {
            throw new HierarchyCycleException(path);
        }
    }

    /// <summary>
    /// The links from <paramref name="actor"/> upward that hold or may hold on <paramref name="date"/>, with whether that is certain; in the order
    /// given.
    /// </summary>
    public ValueList<KeyValuePair<Affiliation, Truth>> LinksOf(ActorId actor, LocalDate date) =>
        up.GetValueOrDefault(actor, [])
            .Select(link => KeyValuePair.Create(link.Affiliation, link.Period.Holds(date, date)))
            .Where(link => link.Value != Truth.No)
            .ToValueList();

    /// <summary>Whether <paramref name="actor"/> is <paramref name="group"/> or belongs to it, directly or through others, on a
    /// date.</summary>
    /// <param name="actor">The actor.</param>
    /// <param name="group">The group or parent.</param>
    /// <param name="date">The day.</param>
    /// <param name="kinds">The kinds of link to follow; none for all but succession.</param>
    public Truth Belongs(ActorId actor, ActorId group, LocalDate date, params ReadOnlySpan<AffiliationKind> kinds) =>
        Belongs(actor, group, date, date, kinds);

    /// <summary>
    /// Whether <paramref name="actor"/> belongs to <paramref name="group"/> on all days from <paramref name="from"/> to
    /// <paramref name="to"/>:
    /// unknown if on some only, or if the dates leave it open. Null is no limit.
    /// </summary>
    public Truth Belongs(ActorId actor, ActorId group, LocalDate? from, LocalDate? to, params ReadOnlySpan<AffiliationKind> kinds)
    {
        if (actor == group)
        {
            return Truth.Yes;
        }

        return Reach(up, actor, from, to, kinds, static affiliation => affiliation.To).GetValueOrDefault(group, Truth.No);
    }

    /// <summary>
    /// Everybody who belongs to <paramref name="group"/> on a date, itself included, each once however many ways lead to it,
    /// with whether that is certain; by id.
    /// </summary>
    public ValueList<KeyValuePair<ActorId, Truth>> MembersOf(ActorId group, LocalDate date, params ReadOnlySpan<AffiliationKind> kinds) =>
        Sorted(Reach(down, group, date, date, kinds, static affiliation => affiliation.Actor), group);

    /// <summary>Everybody that <paramref name="actor"/> belongs to on a date, itself included, each once, with whether that is certain; by
    /// id.</summary>
    public ValueList<KeyValuePair<ActorId, Truth>> GroupsOf(ActorId actor, LocalDate date, params ReadOnlySpan<AffiliationKind> kinds) =>
        Sorted(Reach(up, actor, date, date, kinds, static affiliation => affiliation.To), actor);

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
    /// <param name="kinds">The kinds of link to follow; none for all but succession.</param>
    /// <exception cref="OverflowException">A sum is above what 64 bits hold.</exception>
    [Experimental("CM0002")]
    public ActorRollUp RollUp(IEnumerable<ActorRollUp.Row> rows, ValueList<ActorId> groups, params ReadOnlySpan<AffiliationKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var sums = new Bounds[groups.Count];
        Array.Fill(sums, Bounds.Zero);
        Bounds whole = Bounds.Zero;
        foreach (ActorRollUp.Row row in rows)
        {
            Truth any = Truth.No;
            for (int i = 0; i < groups.Count; i++)
            {
                Truth belongs = Truth.No;
                foreach (ActorId actor in row.Actors)
                {
                    belongs = belongs.Or(Belongs(actor, groups[i], row.From, row.To, kinds));
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

    private static bool Follows(AffiliationKind kind, ReadOnlySpan<AffiliationKind> kinds) =>
        kinds.IsEmpty ? kind != AffiliationKind.SuccessorOf : kinds.Contains(kind);

    /// <summary>Everybody that links lead to, yes if some way is certain all along. A second visit can only raise unknown to yes, so it
    /// ends.</summary>
    private static Dictionary<ActorId, Truth> Reach(
        Dictionary<ActorId, List<Link>> links,
        ActorId from,
        LocalDate? first,
        LocalDate? last,
        ReadOnlySpan<AffiliationKind> kinds,
        Func<Affiliation, ActorId> target)
    {
        var reached = new Dictionary<ActorId, Truth>();
        var open = new Stack<(ActorId Actor, Truth Holds)>([(from, Truth.Yes)]);
        while (open.TryPop(out (ActorId Actor, Truth Holds) step))
        {
            foreach (Link link in links.GetValueOrDefault(step.Actor, []))
            {
                if (!Follows(link.Affiliation.Kind, kinds))
                {
                    continue;
                }

                Truth holds = step.Holds.And(link.Period.Holds(first, last));
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

    private sealed record Link(Affiliation Affiliation, LinkPeriod Period);
}

using NodaTime;

namespace ConflictModel;

public sealed partial class ActorHierarchy
{
    private static readonly AffiliationKind[] Belonging = [AffiliationKind.PartOf, AffiliationKind.ProxyOf, AffiliationKind.BackedBy, AffiliationKind.MemberOf];

    private static readonly AffiliationKind[] Succession = [AffiliationKind.SuccessorOf];

    /// <summary>The circle that links make, as ids from an actor back to itself; empty if there is none.</summary>
    /// <remarks>The constructor's own check, for whoever reports a circle instead of refusing it.</remarks>
    public static ValueList<string> FindCircle(IEnumerable<Affiliation> affiliations)
    {
        ArgumentNullException.ThrowIfNull(affiliations);
        var up = new Dictionary<ActorId, List<Link>>();
        foreach (Affiliation affiliation in affiliations)
        {
            Add(up, affiliation.Actor, new Link(affiliation, LinkPeriod.Of(affiliation.Period)));
        }

        return FindCircle(up);
    }

    /// <summary>
    /// A circle that stands on one day. It is enough to try the days from which some link certainly holds: on the last of its own
    /// all of a circle's links do. Links without dates stand on all days.
    /// </summary>
    private static ValueList<string> FindCircle(Dictionary<ActorId, List<Link>> up)
    {
        ActorId[] actors = [.. up.Keys.Order()];
        foreach (AffiliationKind[] kinds in (ReadOnlySpan<AffiliationKind[]>)[Belonging, Succession])
        {
            // Links that make no circle even if all hold at once make none on any day: most hierarchies end here.
            if (FindCircle(up, actors, kinds, null).IsEmpty)
            {
                continue;
            }

            IEnumerable<LocalDate> days = up.Values.SelectMany(links => links)
                .Select(link => link.Period.LastStart)
                .OfType<LocalDate>()
                .Append(LocalDate.MinIsoValue)
                .Distinct()
                .Order();
            foreach (LocalDate day in days)
            {
                if (FindCircle(up, actors, kinds, day) is { IsEmpty: false } path)
                {
                    return path;
                }
            }
        }

        return [];
    }

    private static ValueList<string> FindCircle(Dictionary<ActorId, List<Link>> up, ActorId[] actors, AffiliationKind[] kinds, LocalDate? day)
    {
        List<ActorId>? path = CircleSearch.Find(actors, actor =>
        [
            .. up.GetValueOrDefault(actor, []).Where(link => kinds.Contains(link.Affiliation.Kind) && Stands(link, day)).Select(link => link.Affiliation.To),
        ]);
        return path is null ? [] : path.Select(id => id.Value).ToValueList();
    }

    private static bool Stands(Link link, LocalDate? day) =>
        day is null || link.Affiliation.Period is null || link.Period.Holds(day, day) == Truth.Yes;
}

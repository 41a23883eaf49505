using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Hierarchies;

public sealed partial class ActorHierarchy
{
    private static readonly AffiliationKind[] Belonging =
        [AffiliationKind.PartOf, AffiliationKind.ProxyOf, AffiliationKind.BackedBy, AffiliationKind.MemberOf];

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
        // A table of incidents by dyad knows no links: for it the search is not even compiled.
        if (up.Count == 0)
        {
            return [];
        }

        foreach (AffiliationKind[] kinds in (ReadOnlySpan<AffiliationKind[]>)[Belonging, Succession])
        {
            // Links that make no circle even if all hold at once make none on any day: most hierarchies end here.
            List<Link> core = Core([.. up.Values.SelectMany(links => links).Where(link => kinds.Contains(link.Affiliation.Kind))]);
            LocalDate[] days =
            [
                .. core.Select(link => link.Period.Start.Latest).OfType<LocalDate>().Append(LocalDate.MinIsoValue).Distinct().Order(),
            ];
            if (FirstWithCircle(days, core) is { } day)
            {
                ILookup<ActorId, ActorId> standing = core.Where(link => Stands(link, day, day))
                    .ToLookup(link => link.Affiliation.Actor, link => link.Affiliation.To);
                return CircleSearch.Find(standing.Select(links => links.Key).Order(), actor => [.. standing[actor]])!
                    .Select(id => id.Value).ToValueList();
            }
        }

        return [];
    }

    /// <summary>
    /// The first of some days on which links make a circle. The days are halved again and again, and of each half only those links are
    /// looked at that make a circle if all that stand on any of its days are taken together: most links stand on few days.
    /// </summary>
    private static LocalDate? FirstWithCircle(ReadOnlySpan<LocalDate> days, List<Link> links)
    {
        List<Link> core = [];
        if (links.Count > 0)
        {
            (LocalDate first, LocalDate last) = (days[0], days[^1]);
            core = Core([.. links.Where(link => Stands(link, first, last))]);
        }

        return core.Count == 0 ? null
            : days.Length == 1 ? days[0]
            : FirstWithCircle(days[..(days.Length / 2)], core) ?? FirstWithCircle(days[(days.Length / 2)..], core);
    }

    /// <summary>The links that may be in a circle: without those, again and again, that lead to where no link goes on, or come from where
    /// none arrives.</summary>
    private static List<Link> Core(List<Link> links)
    {
        for (int side = 0; side < 2; side++)
        {
            bool upward = side == 0;
            ILookup<ActorId, Link> arriving = links.ToLookup(link => upward ? link.Affiliation.To : link.Affiliation.Actor);
            var leaving = links.CountBy(link => upward ? link.Affiliation.Actor : link.Affiliation.To).ToDictionary();
            var ends = new Queue<ActorId>(arriving.Select(group => group.Key).Where(actor => !leaving.ContainsKey(actor)));
            while (ends.TryDequeue(out ActorId end))
            {
                foreach (Link link in arriving[end])
                {
                    ActorId from = upward ? link.Affiliation.Actor : link.Affiliation.To;
                    if (--leaving[from] == 0)
                    {
                        leaving.Remove(from);
                        ends.Enqueue(from);
                    }
                }
            }

            links = [.. links.Where(link => leaving.ContainsKey(link.Affiliation.Actor) && leaving.ContainsKey(link.Affiliation.To))];
        }

        return links;
    }

    /// <summary>Whether a link certainly holds on some day from the first to the last, or bears no date.</summary>
    private static bool Stands(Link link, LocalDate first, LocalDate last)
    {
        if (link.Affiliation.Period is null)
        {
            return true;
        }

        (DateEnd start, DateEnd end) = link.Period;
        LocalDate? from = start.Kind == DateEndKind.Open ? LocalDate.MinIsoValue : start.Latest;
        LocalDate? to = end.Kind == DateEndKind.Open ? LocalDate.MaxIsoValue : end.Earliest;
        return from <= to && from <= last && to >= first;
    }
}

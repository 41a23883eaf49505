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
    /// <exception cref="HierarchyCycleException">There may be one: to find out, more links than are looked at would have to be.</exception>
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
            var numbers = new Dictionary<ActorId, int>();
            int NumberOf(ActorId actor)
            {
                numbers.TryAdd(actor, numbers.Count);
                return numbers[actor];
            }

            List<(Affiliation Affiliation, CircleDays.Edge Edge)> links = [];
            foreach (Link link in up.Values.SelectMany(all => all).Where(link => kinds.Contains(link.Affiliation.Kind)))
            {
                if (Standing(link) is var (first, last))
                {
                    links.Add((link.Affiliation, new(NumberOf(link.Affiliation.Actor), NumberOf(link.Affiliation.To), first, last)));
                }
            }

            // Links that make no circle even if all hold at once make none on any day: most hierarchies end here.
            CircleDays.Edge[] core = CircleDays.Core([.. links.Select(link => link.Edge)]);
            var search = CircleDays.Among(core.Length);
            LocalDate? day = search.First([.. core.Select(link => link.First).Distinct().Order()], core);
            if (search.IsSpent)
            {
                throw new HierarchyCycleException(Circle(links.Select(link => link.Affiliation)), search.Most);
            }

            if (day is { } found)
            {
                return Circle(links.Where(link => link.Edge.Covers(found, found)).Select(link => link.Affiliation));
            }
        }

        return [];
    }

    /// <summary>The first circle of links that make one if they all hold.</summary>
    private static ValueList<string> Circle(IEnumerable<Affiliation> links)
    {
        ILookup<ActorId, ActorId> standing = links.ToLookup(link => link.Actor, link => link.To);
        return CircleSearch.Find(standing.Select(links => links.Key).Order(), actor => [.. standing[actor]])!
            .Select(id => id.Value).ToValueList();
    }

    /// <summary>The days on which a link certainly stands: all of them if it bears no date; null if it may stand on none.</summary>
    private static (LocalDate First, LocalDate Last)? Standing(Link link)
    {
        if (link.Affiliation.Period is null)
        {
            return (LocalDate.MinIsoValue, LocalDate.MaxIsoValue);
        }

        (DateEnd start, DateEnd end) = link.Period;
        LocalDate? from = start.Kind == DateEndKind.Open ? LocalDate.MinIsoValue : start.Latest;
        LocalDate? to = end.Kind == DateEndKind.Open ? LocalDate.MaxIsoValue : end.Earliest;
        return from <= to ? (from.Value, to!.Value) : null;
    }
}

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
    public static ValueList<string> FindCircle(IEnumerable<Affiliation> affiliations) => FindCircle(affiliations, CircleDays.Among);

    /// <summary>The same with a search of its own for so many links.</summary>
    internal static ValueList<string> FindCircle(IEnumerable<Affiliation> affiliations, Func<int, CircleDays> searchAmong)
    {
        ArgumentNullException.ThrowIfNull(affiliations);
        var up = new Dictionary<ActorId, List<Link>>();
        foreach (Affiliation affiliation in affiliations)
        {
            Add(up, affiliation.Actor, new Link(affiliation, LinkPeriod.Of(affiliation.Period)));
        }

        return FindCircle(up, searchAmong);
    }

    /// <summary>
    /// A circle that stands on one day. It is enough to try the days from which some link certainly holds: on the last of its own
    /// all of a circle's links do. Links without dates stand on all days.
    /// </summary>
    private static ValueList<string> FindCircle(Dictionary<ActorId, List<Link>> up, Func<int, CircleDays> searchAmong)
    {
        // A table of incidents by dyad knows no links: for it the search is not even compiled.
        if (up.Count == 0)
        {
            return [];
        }

        HierarchyCycleException? undecided = null;
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
            CircleDays search = searchAmong(core.Length);
            if (search.First(core) is { } found)
            {
                return Circle(links.Where(link => link.Edge.Covers(found, found)).Select(link => link.Affiliation));
            }

            // What was not found here may be found among links of the other kinds.
            if (search.Undecided is { } lot)
            {
                HashSet<CircleDays.Edge> among = [.. lot];
                undecided ??= new(Circle(links.Where(link => among.Contains(link.Edge)).Select(link => link.Affiliation)), search.Most);
            }
        }

        return undecided is null ? [] : throw undecided;
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

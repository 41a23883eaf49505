using ConflictModel.Hierarchies;
using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Aggregation;

/// <summary>An <see cref="ActorHierarchy"/> and the members of coalitions, compiled for the codes of a table.</summary>
internal sealed class ActorLinks(
    IReadOnlyCollection<Affiliation> affiliations, RegionHierarchy regions,
    CodeBook<ActorId> book, IReadOnlyDictionary<int, int[]> coalitions)
{
    private readonly ActorHierarchy hierarchy = new(affiliations, regions);

    /// <summary>Who belonged to whom.</summary>
    public IReadOnlyCollection<Affiliation> Affiliations => affiliations;

    /// <summary>The coalitions by their codes.</summary>
    public IReadOnlyDictionary<int, int[]> Coalitions => coalitions;

    /// <summary>Everybody that an actor was or belonged to on a day, wherever and against whomever.</summary>
    public ValueList<KeyValuePair<ActorId, Truth>> GroupsOf(ActorId actor, LocalDate day) => hierarchy.GroupsOf(actor, day);

    /// <summary>The same links of those that one keeps, as one makes them.</summary>
    public ActorLinks With(Func<Affiliation, Affiliation?> link) =>
        new([.. affiliations.Select(link).OfType<Affiliation>()], regions, book, coalitions);

    /// <summary>Whether any link holds in some regions or against some opponents only, so that a day alone leaves it open.</summary>
    public bool HasLimits { get; } = affiliations.Any(affiliation => !affiliation.Regions.IsEmpty || !affiliation.Against.IsEmpty);

    /// <summary>Whether any code stands for several actors.</summary>
    public bool HasCoalitions => coalitions.Count > 0;

    /// <summary>The actors that a code stands for: the members of a coalition, or the one actor; none for 0.</summary>
    public int[] MembersOf(int code) => code == 0 ? [] : coalitions.TryGetValue(code, out int[]? members) ? members : [code];

    /// <summary>The days, in order, on which some link begins to hold, perhaps or certainly, or ceases to.</summary>
    public IEnumerable<long> Changes()
    {
        if (affiliations.Count == 0)
        {
            return [];
        }

        SortedSet<long> days = [];
        foreach (Affiliation affiliation in affiliations)
        {
            var period = LinkPeriod.Of(affiliation.Period);
            foreach (LocalDate? first in (ReadOnlySpan<LocalDate?>)[period.Start.Earliest,
                period.Start.Latest, DayAfter(period.End.Earliest), DayAfter(period.End.Latest)])
            {
                if (first is { } day)
                {
                    days.Add(Days.Of(day));
                }
            }
        }

        return days;

        // Nothing changes after the last day that the calendar has.
        static LocalDate? DayAfter(LocalDate? day) => day < LocalDate.MaxIsoValue ? day?.PlusDays(1) : null;
    }

    /// <summary>
    /// For each code whether it is one of <paramref name="groups"/> or belonged to one on a day; a coalition as far as a member did.
    /// </summary>
    public Truth[] BelongOn(LocalDate day, ReadOnlySpan<int> groups)
    {
        var belongs = new Truth[book.Size];
        Array.Fill(belongs, Truth.No);
        foreach (int group in groups)
        {
            foreach ((ActorId member, Truth holds) in hierarchy.MembersOf(book[group], day))
            {
                if (book.TryFind(member, out int code))
                {
                    belongs[code] = belongs[code].Or(holds);
                }
            }
        }

        AddCoalitions(belongs);
        return belongs;
    }

    /// <summary>Whether an actor is one of <paramref name="groups"/> or belonged to one on a day, in a place and against others.</summary>
    public Truth Belongs(int actor, ReadOnlySpan<int> groups, LocalDate day, ValueList<RegionId> place, int opponent)
    {
        var on = new Occasion(day) { Regions = place, Opponents = MembersOf(opponent).Select(member => book[member]).ToValueList() };
        Truth belongs = Truth.No;
        foreach (int member in MembersOf(actor))
        {
            foreach (int group in groups)
            {
                belongs = belongs.Or(hierarchy.Belongs(book[member], book[group], on));
            }
        }

        return belongs;
    }

    /// <summary>For each code whether it is one of some actors, or a coalition with one of them.</summary>
    public bool[] Are(ReadOnlySpan<int> actors)
    {
        var are = new Truth[book.Size];
        Array.Fill(are, Truth.No);
        foreach (int actor in actors)
        {
            are[actor] = Truth.Yes;
        }

        AddCoalitions(are);
        return Array.ConvertAll(are, one => one == Truth.Yes);
    }

    private void AddCoalitions(Truth[] answers)
    {
        foreach ((int coalition, int[] members) in coalitions)
        {
            foreach (int member in members)
            {
                answers[coalition] = answers[coalition].Or(answers[member]);
            }
        }
    }
}

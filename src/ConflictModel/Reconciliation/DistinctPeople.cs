using System.Text.Json.Serialization;

namespace ConflictModel.Reconciliation;

/// <summary>How many people records of people are of: what is decided counts once, and what nobody has decided makes a range.</summary>
/// <remarks>
/// All records of a data set go in, for two may be one person by way of a third. Records of one id are one person. Immutable.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class DistinctPeople
{
    /// <summary>The most lists that <see cref="Overlap"/> takes: 16, which make 65,535 groups of lists.</summary>
    public const int MaxLists = 16;

    private readonly IdSets<PersonId> same = new();
    private readonly IdSets<PersonId> perhaps = new();
    private readonly List<(PersonId One, PersonId Other)> undecided = [];

    /// <summary>Takes the records of a data set together, by what they say of each other.</summary>
    public DistinctPeople(IEnumerable<Person> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        foreach (Person person in people)
        {
            foreach (PersonId other in person.SameAs)
            {
                same.Join(person.Id, other);
                perhaps.Join(person.Id, other);
            }

            foreach (PersonId other in person.MayBeSameAs)
            {
                perhaps.Join(person.Id, other);
                undecided.Add((person.Id, other));
            }
        }

        same.Settle();
        perhaps.Settle();
    }

    /// <summary>How many people some of the records are of.</summary>
    /// <returns>
    /// At most as many as there are once records that are said to be of one person are taken together; at least as many as there are if
    /// all undecided pairs are of one person too.
    /// </returns>
    public Bounds Count(IEnumerable<Person> some)
    {
        ArgumentNullException.ThrowIfNull(some);
        var most = new HashSet<PersonId>();
        var least = new HashSet<PersonId>();
        foreach (Person person in some)
        {
            if (most.Add(same.Find(person.Id)))
            {
                least.Add(perhaps.Find(person.Id));
            }
        }

        return new(least.Count, most.Count);
    }

    /// <summary>How many people are on each of several lists, on which of them together, and on which alone.</summary>
    /// <param name="some">The records. What is listed under two harms is one person where the records say so.</param>
    /// <param name="lists">Whose lists: a record is on the list of each source that it cites.</param>
    /// <returns>
    /// The table of the overlap, as it was decided: undecided pairs make ranges. Of three lists and more together, an upper end may be
    /// wider than need be, and says so.
    /// </returns>
    /// <exception cref="ArgumentException">No list is named, one is named twice, or there are more than
    /// <see cref="MaxLists"/>.</exception>
    public ListOverlap Overlap(IEnumerable<Person> some, params IEnumerable<SourceId> lists)
    {
        ArgumentNullException.ThrowIfNull(some);
        SourceId[] named = lists.ToArray();
        if (named.Length is 0 or > MaxLists || named.Distinct().Count() < named.Length)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Name 1 to {MaxLists} lists, each once."), nameof(lists));
        }

        (Person Person, int Lists)[] listed =
        [
            .. some.Select(person => (person, person.Citations.Aggregate(0, (all, citation) => all | BitOf(citation.Source))))
                .Where(one => one.Item2 != 0),
        ];
        return new()
        {
            Lists = [.. named],
            People = Count(listed.Select(one => one.Person)),
            OnEach = named.Select(list => Count(listed.Where(one => Has(one.Lists, list)).Select(one => one.Person))).ToValueList(),
            Patterns = new OverlapCounter(this, listed).Patterns
                .Select(one => new ListOverlap.Pattern(named.Where(list => Has(one.Lists, list)).ToValueList(), one.People))
                .ToValueList(),
        };

        bool Has(int some, SourceId list) => (some & BitOf(list)) != 0;

        int BitOf(SourceId list) => Array.IndexOf(named, list) is >= 0 and var place ? 1 << place : 0;
    }

    /// <summary>The pairs of people who may be one, as the records name them.</summary>
    internal IEnumerable<(PersonId One, PersonId Other)> Undecided =>
        undecided.Select(pair => (same.Find(pair.One), same.Find(pair.Other)));

    /// <summary>The id that stands for all records that are or may be of one person.</summary>
    internal PersonId SetOf(PersonId id) => perhaps.Find(id);

    /// <summary>The id that stands for a person in all the records that are said to be of one.</summary>
    internal PersonId IdOf(PersonId id) => same.Find(id);
}

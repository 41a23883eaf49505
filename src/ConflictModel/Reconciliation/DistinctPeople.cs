namespace ConflictModel.Reconciliation;

/// <summary>How many people records of people are of: what is decided counts once, and what nobody has decided makes a range.</summary>
/// <remarks>
/// All records of a data set go in, for two may be one person by way of a third. Records of one id are one person. Immutable.
/// </remarks>
public sealed class DistinctPeople
{
    private readonly IdSets<PersonId> same = new();
    private readonly IdSets<PersonId> perhaps = new();

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
            }
        }
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

    /// <summary>The id that stands for a person in all the records that are said to be of one.</summary>
    internal PersonId IdOf(PersonId id) => same.Find(id);
}

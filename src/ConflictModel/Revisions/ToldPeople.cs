namespace ConflictModel.Revisions;

/// <summary>
/// The people of two vintages as far as they may be told: whoever is withheld in one of them is withheld in both, for what the one tells
/// the other would tell too.
/// </summary>
internal sealed class ToldPeople
{
    private readonly HashSet<PersonId> withheld = [];

    public ToldPeople(ConflictDataset older, ConflictDataset newer)
    {
        HasRepeatedIds = HasRepeated(older) || HasRepeated(newer);
        int known;
        do
        {
            // Withholding one record withholds those that may be of the same person, and these may stand in the other vintage alone.
            known = withheld.Count;
            (Older, Newer) = (EditionOf(older), EditionOf(newer));
        }
        while (withheld.Count > known);
    }

    /// <summary>Whether two people of one vintage bear one id.</summary>
    public bool HasRepeatedIds { get; }

    /// <summary>The people of the older vintage, in their places.</summary>
    public ValueList<Person> Older { get; }

    /// <summary>The people of the newer vintage, in their places.</summary>
    public ValueList<Person> Newer { get; }

    /// <summary>Whether a person may be told.</summary>
    public bool IsTold(PersonId id) => !withheld.Contains(id);

    private static bool HasRepeated(ConflictDataset dataset) =>
        dataset.People.Select(person => person.Id).Distinct().Count() < dataset.People.Count;

    private ValueList<Person> EditionOf(ConflictDataset dataset)
    {
        ValueList<Person> people = (dataset with
        {
            People = dataset.People.Select(person =>
                withheld.Contains(person.Id) ? person with { Publication = Publication.Withheld } : person).ToValueList(),
        }).ForPublication().People;
        withheld.UnionWith(dataset.People.Where((person, place) => people[place].Id != person.Id).Select(person => person.Id));
        return people;
    }
}

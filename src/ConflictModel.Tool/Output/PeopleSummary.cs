using ConflictModel.Reconciliation;

namespace ConflictModel.Tool.Output;

/// <summary>How many people are listed under one harm, by age group and sex. It names nobody.</summary>
/// <param name="Harm">The harm.</param>
/// <param name="People">The records, in the order of the file.</param>
/// <param name="Distinct">How many people they are of.</param>
/// <param name="ByAgeAndSex">The same for each age group and sex that stands there; records of one person may differ in it.</param>
internal sealed record PeopleSummary(
    Harm Harm, IReadOnlyList<Person> People, Bounds Distinct, IReadOnlyList<(Victims AgeAndSex, Bounds People)> ByAgeAndSex)
{
    /// <summary>How many records are published by their place in the counts alone.</summary>
    public int Withheld => People.Count(person => person.Publication == Publication.Withheld);

    /// <summary>How many records are published without a name.</summary>
    public int NameWithheld => People.Count(person => person.Publication == Publication.NameWithheld);

    /// <summary>The people of a data set, harm by harm.</summary>
    public static IReadOnlyList<PeopleSummary> Of(ConflictDataset dataset)
    {
        var distinct = new DistinctPeople(dataset.People);
        ILookup<Harm, Person> byHarm = dataset.People.ToLookup(person => person.Harm);
        return Enum.GetValues<Harm>()
            .Where(byHarm.Contains)
            .Select(harm => new PeopleSummary(
                harm, byHarm[harm].ToList(), distinct.Count(byHarm[harm]), ByAge(byHarm[harm], distinct).ToList()))
            .ToList();
    }

    private static IEnumerable<(Victims AgeAndSex, Bounds People)> ByAge(IEnumerable<Person> people, DistinctPeople distinct)
    {
        ILookup<(AgeGroup Age, Sex Sex), Person> groups = people.ToLookup(person => (person.ToVictims().Age, person.Sex));
        return from age in Enum.GetValues<AgeGroup>()
               from sex in Enum.GetValues<Sex>()
               where groups.Contains((age, sex))
               select (new Victims { Age = age, Sex = sex }, distinct.Count(groups[(age, sex)]));
    }
}

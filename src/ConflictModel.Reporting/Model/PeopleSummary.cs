using ConflictModel.Reconciliation;

namespace ConflictModel.Reporting;

/// <summary>How many people are listed under one harm, by age group and sex. It names nobody.</summary>
/// <param name="Harm">The harm.</param>
/// <param name="People">The records, in the order of the file.</param>
/// <param name="Listed">The people that they are of, by age and sex.</param>
internal sealed record PeopleSummary(Harm Harm, IReadOnlyList<Person> People, ListedToll Listed)
{
    /// <summary>How many people the records are of.</summary>
    public Bounds Distinct => Wordings.Default.Read(Listed.Toll.Count);

    /// <summary>Women, men, girls, boys, and of whom less is known; of adults, who is elderly stands in a breakdown of its own.</summary>
    public IEnumerable<Part> ByAgeAndSex => Listed.Toll.Breakdowns.SelectMany(breakdown => breakdown.Parts);

    /// <summary>How many records are published by their place in the counts alone.</summary>
    public int Withheld => People.Count(person => person.Publication == Publication.Withheld);

    /// <summary>How many records are published without a name.</summary>
    public int NameWithheld => People.Count(person => person.Publication == Publication.NameWithheld);

    /// <summary>The people of a data set, harm by harm.</summary>
    public static IReadOnlyList<PeopleSummary> Of(ConflictDataset dataset)
    {
        ILookup<Harm, Person> byHarm = dataset.People.ToLookup(person => person.Harm);
        return Enum.GetValues<Harm>()
            .Where(byHarm.Contains)
            .Select(harm => new PeopleSummary(
                harm, byHarm[harm].ToList(), byHarm[harm].ToToll(dataset, harm, [PersonKey.AgeAndSex])))
            .ToList();
    }
}

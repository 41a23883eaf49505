namespace ConflictModel.Matching;

/// <summary>Looks through records of people for those that may be of one person, and for ids that may stand for two.</summary>
public static class PeopleMatching
{
    // In halvings beyond what chance brings together: 1 in 16, 1 in 512.
    private const int Hardly = 4;
    private const int Never = 9;

    /// <summary>Proposes pairs of records that may be of one person, and ids that may stand for two. Nothing is decided.</summary>
    /// <param name="people">The records: those of a data set, or those of several lists one behind the other.</param>
    /// <param name="within">
    /// The data set that has their incidents and regions, for the day and place of those who have none of their own, and all who may say
    /// of them who is whom; null for none.
    /// </param>
    /// <param name="apart">Pairs that somebody decided to be two people, which are not proposed again; null for none.</param>
    /// <returns>
    /// The proposals, the same for the same list in every run. What is decided (<see cref="Person.SameAs"/>, also by way of a third record)
    /// and what is tied to each other is not proposed; of records that are decided to be one, only the strongest pair with another is.
    /// </returns>
    /// <remarks>
    /// Names are compared by the folding of the catalogs: letters, sounds across Arabic, Latin and Cyrillic script, slips. An agreement
    /// weighs by how rare what agrees is in the list. Nobody is proposed by day and place alone, and nobody who is unidentified by a name.
    /// The time grows with the number of records, not with its square.
    /// </remarks>
    public static PersonProposals ProposeSame(
        this IEnumerable<Person> people, ConflictDataset? within = null, IEnumerable<(PersonId One, PersonId Other)>? apart = null)
    {
        ArgumentNullException.ThrowIfNull(people);
        var list = new PersonList([.. people], within);
        var two = new HashSet<(PersonId, PersonId)>();
        foreach ((PersonId one, PersonId other) in (apart ?? []).Concat(list.All.SelectMany(Ties)))
        {
            two.Add(Sorted(list.IdOf(one), list.IdOf(other)));
        }

        var noted = list.All
            .SelectMany(one => one.Person.MayBeSameAs.Select(other => Sorted(one.Person.Id, other)))
            .ToHashSet();
        var candidates = CandidatePairs.Of(list.All);
        var found = new List<(PersonProposals.SamePerson Pair, int Weight, (PersonId, PersonId) Decided)>();
        foreach ((int one, int other) in candidates.Pairs().Concat(Noted(list, noted)))
        {
            (PersonProfile mine, PersonProfile theirs) = (list.All[one], list.All[other]);
            if (mine.Decided != theirs.Decided && !AreTwo(mine, theirs) && Judge(mine, theirs, list) is var (pair, weight))
            {
                bool isNoted = noted.Contains(Sorted(mine.Person.Id, theirs.Person.Id));
                found.Add((isNoted ? pair with { IsNoted = true } : pair, weight, Sorted(mine.Decided, theirs.Decided)));
            }
        }

        return new()
        {
            Same = found
                .OrderByDescending(proposal => proposal.Pair.Strength.Rank())
                .ThenByDescending(proposal => proposal.Weight)
                .ThenBy(proposal => proposal.Pair.One.Id)
                .ThenBy(proposal => proposal.Pair.Other.Id)
                .DistinctBy(proposal => proposal.Decided)
                .Select(proposal => proposal.Pair)
                .ToValueList(),
            SharedIds = new SharedIdFinder(list, AreTwo).Find().ToValueList(),
            Crowded = candidates.Crowded,
        };

        bool AreTwo(PersonProfile one, PersonProfile other) => two.Contains(Sorted(one.Decided, other.Decided));
    }

    private static (PersonProposals.SamePerson Pair, int Weight)? Judge(PersonProfile one, PersonProfile other, PersonList list)
    {
        NameResult name = NameComparer.Compare(one, other, list.Rarity);
        if (name.Agreement == Agreement.Differs)
        {
            return null;
        }

        var compared = PersonComparison.Of(one, other, list, name, areTwo: false);
        if (StrengthOf(compared, list.Rarity.Chance) is not { } strength)
        {
            return null;
        }

        PersonProposals.SamePerson pair = new()
        {
            One = one.Person,
            Other = other.Person,
            Strength = strength,
            Reasons = compared.Reasons,
            AreWithheld = list.AreWithheld(one.Person, other.Person),
        };
        return (pair, compared.Weight);
    }

    private static ProposalStrength? StrengthOf(PersonComparison compared, int chance)
    {
        int beyond = compared.Weight - chance;
        bool isNamed = compared[ComparedField.Name] != Agreement.NotKnown || compared[ComparedField.ExternalId] == Agreement.Same;
        if (!isNamed || compared.Excludes || beyond < 0 || compared.Differences > 2)
        {
            return null;
        }

        return beyond >= Never && compared.Differences == 0 && compared.TellsNamesakesApart ? ProposalStrength.Strong
            : beyond >= Hardly && compared.Differences < 2 ? ProposalStrength.Fair
            : ProposalStrength.Faint;
    }

    // Whoever notes a pair wants it ranked, whether or not the two have a key in common.
    private static IEnumerable<(int One, int Other)> Noted(PersonList list, HashSet<(PersonId, PersonId)> noted)
    {
        if (noted.Count == 0)
        {
            return [];
        }

        ILookup<PersonId, int> numbers = list.All.ToLookup(one => one.Person.Id, one => one.Number);
        return noted.SelectMany(pair => numbers[pair.Item1].SelectMany(one => numbers[pair.Item2].Select(other =>
            one < other ? (one, other) : (other, one))));
    }

    private static IEnumerable<(PersonId One, PersonId Other)> Ties(PersonProfile one) =>
        one.Person.Ties.Select(tie => (one.Person.Id, tie.Person));

    private static (PersonId, PersonId) Sorted(PersonId one, PersonId other) => one.CompareTo(other) <= 0 ? (one, other) : (other, one);
}

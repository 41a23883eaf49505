namespace ConflictModel.Tests.Reconciliation;

/// <summary>All ways to decide the undecided pairs of a few records, tried one by one.</summary>
internal static class PeopleWorlds
{
    /// <summary>For each way, the groups of records that are of one person, each as people who were apart before it was decided.</summary>
    public static IEnumerable<Person[][][]> Of(IReadOnlyList<Person> people, Func<Person, bool> isCounted)
    {
        (PersonId, PersonId)[] pairs = [.. people.SelectMany(one => one.MayBeSameAs.Select(other => (one.Id, other)))];
        Dictionary<PersonId, int> decided = Joined(people, people.SelectMany(one => one.SameAs.Select(other => (one.Id, other))));
        for (int choice = 0; choice < 1 << pairs.Length; choice++)
        {
            Dictionary<PersonId, int> all = Joined(
                people,
                people.SelectMany(one => one.SameAs.Select(other => (one.Id, other)))
                    .Concat(pairs.Where((_, i) => (choice & (1 << i)) != 0)));
            yield return
            [
                .. people.Where(isCounted).GroupBy(person => all[person.Id])
                    .Select(group => group.GroupBy(person => decided[person.Id]).Select(person => person.ToArray()).ToArray()),
            ];
        }
    }

    /// <summary>The same records once the pairs are decided, in each way.</summary>
    public static IEnumerable<ConflictDataset> Decided(ConflictDataset dataset)
    {
        (PersonId One, PersonId Other)[] pairs =
            [.. dataset.People.SelectMany(one => one.MayBeSameAs.Select(other => (one.Id, other)))];
        for (int choice = 0; choice < 1 << pairs.Length; choice++)
        {
            ILookup<PersonId, PersonId> same = pairs.Where((_, i) => (choice & (1 << i)) != 0)
                .ToLookup(pair => pair.One, pair => pair.Other);
            yield return dataset with
            {
                People = dataset.People
                    .Select(one => one with { SameAs = [.. one.SameAs, .. same[one.Id]], MayBeSameAs = default })
                    .ToValueList(),
            };
        }
    }

    /// <summary>What the records of one group leave open: what all have in common, or else all that any of them has.</summary>
    public static string[] Open(Person[][] group, Func<Person, string[]> say)
    {
        Person[] records = [.. group.SelectMany(person => person)];
        string[] common = Common(records, say);
        return common.Length > 0 ? common : [.. records.SelectMany(say).Distinct()];
    }

    private static string[] Common(IEnumerable<Person> records, Func<Person, string[]> say)
    {
        string[][] said = [.. records.Select(say).Where(one => one.Length > 0)];
        return said.Length == 0 ? ["?"] : [.. said.Aggregate((all, one) => [.. all.Intersect(one)])];
    }

    private static Dictionary<PersonId, int> Joined(IReadOnlyList<Person> people, IEnumerable<(PersonId, PersonId)> pairs)
    {
        var sets = people.Select((person, i) => (person.Id, i)).ToDictionary(one => one.Id, one => one.i);
        foreach ((PersonId one, PersonId other) in pairs)
        {
            (int from, int to) = (sets[one], sets[other]);
            foreach (PersonId id in sets.Keys.Where(id => sets[id] == from).ToArray())
            {
                sets[id] = to;
            }
        }

        return sets;
    }
}

namespace ConflictModel.Reconciliation;

/// <summary>Records of people by person, and people by who may be whom, so that they can be counted by what the records say.</summary>
/// <remarks>
/// What is counted lies between the least and the most of all ways to decide the undecided pairs and to settle what is left open. Both are
/// found without trying them: apart from each other people fill the most groups, all together the fewest.
/// </remarks>
internal sealed class PersonGroups
{
    public PersonGroups(DistinctPeople distinct, IEnumerable<Person> counted)
    {
        Sets = counted.GroupBy(person => distinct.SetOf(person.Id))
            .Select(set => set.GroupBy(person => distinct.IdOf(person.Id)).Select(person => person.ToArray()).ToArray())
            .ToList();
        People = new(Sets.Count, Sets.Sum(set => (long)set.Length));
    }

    /// <summary>The records: for each set of people who may all be one, those of each person.</summary>
    public IReadOnlyList<Person[][]> Sets { get; }

    /// <summary>How many people there are.</summary>
    public Bounds People { get; }

    /// <summary>
    /// How many people have which answer to a question, in the order of the answers, with those who have none last. What nobody can have is
    /// left out. An upper end is wider than need be only where several people may be one, and the records of some of them narrow each other
    /// down.
    /// </summary>
    public SortedDictionary<int, Bounds> CountBy(Func<Person, int[]> question)
    {
        var counts = new SortedDictionary<int, Bounds>(Comparer<int>.Create(static (one, other) => PlaceOf(one).CompareTo(PlaceOf(other))));
        foreach (((int answer, int _), Bounds people) in CountBy(question, static _ => OpenAnswers.Silence))
        {
            counts.Add(answer, people);
        }

        return counts;
    }

    /// <summary>
    /// How many people have which answers to two questions. An upper end is wider than need be only where three or more people may be one.
    /// </summary>
    public SortedDictionary<(int First, int Second), Bounds> CountBy(Func<Person, int[]> first, Func<Person, int[]> second)
    {
        var least = new Dictionary<(int, int), long>();
        var most = new Dictionary<(int, int), long>();
        foreach (Person[][] set in Sets)
        {
            var people = new (OpenAnswers First, OpenAnswers Second)[set.Length];
            (OpenAnswers First, OpenAnswers Second) all = default;
            for (int i = 0; i < set.Length; i++)
            {
                foreach (Person record in set[i])
                {
                    (int[] one, int[] other) = (first(record), second(record));
                    people[i].First.Add(one);
                    people[i].Second.Add(other);
                    all.First.Add(one);
                    all.Second.Add(other);
                }
            }

            AddMost(people, all, most);
            if (Certain(people, all) is { } certain)
            {
                Add(least, certain, 1);
            }
        }

        return new(
            most.ToDictionary(count => count.Key, count => new Bounds(least.GetValueOrDefault(count.Key), count.Value)),
            Comparer<(int First, int Second)>.Create(static (one, other) =>
                (PlaceOf(one.First), PlaceOf(one.Second)).CompareTo((PlaceOf(other.First), PlaceOf(other.Second)))));
    }

    private static int PlaceOf(int answer) => answer == OpenAnswers.NotKnown ? int.MaxValue : answer;

    private static void Add<TKey>(Dictionary<TKey, long> counts, TKey key, long more)
        where TKey : notnull => counts[key] = counts.GetValueOrDefault(key) + more;

    // Apart from each other people fill the most groups. Of two who may be one, each may bring one of two answers; silence both must share.
    // Where one with others may have records that disagree, that opens what the own records had settled.
    private static void AddMost(
        (OpenAnswers First, OpenAnswers Second)[] people,
        (OpenAnswers First, OpenAnswers Second) all,
        Dictionary<(int, int), long> most)
    {
        var firsts = new Dictionary<int, long>();
        var seconds = new Dictionary<int, long>();
        foreach ((OpenAnswers first, OpenAnswers second) in people)
        {
            int[] ones = OpenTo(first, all.First), others = OpenTo(second, all.Second);
            foreach (int one in ones)
            {
                foreach (int other in others)
                {
                    if (people.Length == 1 || one == OpenAnswers.NotKnown || other == OpenAnswers.NotKnown)
                    {
                        Add(most, (one, other), 1);
                    }
                }

                Add(firsts, one, 1);
            }

            foreach (int other in others)
            {
                Add(seconds, other, 1);
            }
        }

        if (people.Length > 1)
        {
            firsts.Remove(OpenAnswers.NotKnown);
            seconds.Remove(OpenAnswers.NotKnown);
            foreach ((int one, long count) in firsts)
            {
                foreach ((int other, long ofOther) in seconds)
                {
                    Add(most, (one, other), Math.Min(count, ofOther));
                }
            }
        }

        int[] OpenTo(OpenAnswers person, OpenAnswers set) =>
            people.Length > 1 && set.IsDisputed ? person.OpenOnceDisputed : person.Open;
    }

    // The answers that somebody of the set has, however it is decided who is whom: no record of the set disagrees with them, and one of the
    // people has them alone.
    private static (int, int)? Certain(
        (OpenAnswers First, OpenAnswers Second)[] people, (OpenAnswers First, OpenAnswers Second) all)
    {
        if (!all.First.IsAgreed(out int first) || !all.Second.IsAgreed(out int second))
        {
            return null;
        }

        foreach ((OpenAnswers one, OpenAnswers other) in people)
        {
            if (one.Open is [var its] && its == first && other.Open is [var also] && also == second)
            {
                return (first, second);
            }
        }

        return null;
    }
}

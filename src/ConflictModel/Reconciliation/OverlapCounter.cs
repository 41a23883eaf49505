using System.Numerics;
using ConflictModel.Arithmetic;

namespace ConflictModel.Reconciliation;

/// <summary>Counts people by the lists that they are on. Lists are bits of a number.</summary>
/// <remarks>
/// Of people who may be one another, each way to decide it makes groups that hang together by undecided pairs, and a group is on all lists
/// of its people. The fewest groups on some lists alone are one or none. The most are those who are on them already, and for two lists as
/// many as there are paths that share nobody, each from somebody on the one to somebody on the other; for more, no more than any two of
/// them allow.
/// </remarks>
internal sealed class OverlapCounter
{
    private readonly Dictionary<int, Bounds> counts = [];
    private readonly Dictionary<PersonId, int> listsOf = [];
    private readonly ILookup<PersonId, (PersonId One, PersonId Other)> undecided;

    /// <param name="distinct">Who is whom.</param>
    /// <param name="listed">The records, each with the lists that it is on.</param>
    public OverlapCounter(DistinctPeople distinct, IEnumerable<(Person Person, int Lists)> listed)
    {
        foreach ((Person person, int lists) in listed)
        {
            PersonId id = distinct.IdOf(person.Id);
            listsOf[id] = listsOf.GetValueOrDefault(id) | lists;
        }

        undecided = distinct.Undecided.ToLookup(pair => distinct.SetOf(pair.One));
        foreach (IGrouping<PersonId, PersonId> set in listsOf.Keys.GroupBy(distinct.SetOf))
        {
            PersonId[] people = [.. set];
            if (people.Length == 1)
            {
                Add(listsOf[people[0]], Bounds.Exactly(1));
            }
            else
            {
                Count(people, [.. undecided[set.Key]]);
            }
        }
    }

    /// <summary>The lists that somebody can be on alone, with how many are.</summary>
    public IEnumerable<(int Lists, Bounds People)> Patterns =>
        counts.Select(one => (one.Key, one.Value)).OrderBy(one => BitOperations.PopCount((uint)one.Key))
            .ThenBy(one => one.Key, Comparer<int>.Create(InOrder));

    // Of two groups of as many lists, that with the earlier list comes first.
    private static int InOrder(int left, int right)
    {
        int different = left ^ right;
        return different == 0 ? 0 : (left & different & -different) != 0 ? -1 : 1;
    }

    private void Count(PersonId[] people, (PersonId One, PersonId Other)[] pairs)
    {
        int all = people.Aggregate(0, (lists, person) => lists | listsOf[person]);
        var patterns = new HashSet<int> { 0 };
        foreach (int lists in people.Select(person => listsOf[person]).Distinct())
        {
            patterns.UnionWith(patterns.Select(pattern => pattern | lists).ToArray());
        }

        foreach (int pattern in patterns.Where(pattern => pattern != 0))
        {
            // Whoever is on just these lists and can be nobody who is on others is one of them however it is decided.
            int already = people.Count(person => listsOf[person] == pattern);
            Bounds most = Most(pattern, already, people, pairs);
            if (most.Upper > 0)
            {
                Add(pattern, new(pattern == all && already > 0 ? 1 : 0, most.Upper, most.IsOuter));
            }
        }
    }

    private Bounds Most(int pattern, int already, PersonId[] people, (PersonId One, PersonId Other)[] pairs)
    {
        if (BitOperations.PopCount((uint)pattern) == 1)
        {
            return Bounds.AtMost(already);
        }

        // Only those who are on none but these lists can be in such a group.
        bool IsWithin(PersonId person) => (listsOf.GetValueOrDefault(person) & ~pattern) == 0;
        (PersonId, PersonId)[] within = [.. pairs.Where(pair => IsWithin(pair.One) && IsWithin(pair.Other))];
        long most = people.Length;
        foreach (int one in ListsIn(pattern))
        {
            foreach (int other in ListsIn(pattern).Where(other => other > one))
            {
                most = Math.Min(most, Paths(one | other, [.. people.Where(IsWithin)], within));
            }
        }

        return new(0, most, isOuter: BitOperations.PopCount((uint)pattern) > 2 && most > already);
    }

    // How many groups that share nobody have somebody of both lists.
    private long Paths(int both, PersonId[] people, (PersonId One, PersonId Other)[] pairs)
    {
        int already = people.Count(person => (listsOf[person] & both) == both);

        // Whoever is on both is a group, and no path need lead through that.
        var numbers = new Dictionary<PersonId, int>();
        foreach (PersonId person in people.Concat(pairs.SelectMany(pair => (PersonId[])[pair.One, pair.Other])))
        {
            if ((listsOf.GetValueOrDefault(person) & both) != both)
            {
                numbers.TryAdd(person, numbers.Count);
            }
        }

        // Everybody is an edge that bears one path, from an entrance to an exit.
        (int source, int sink) = (2 * numbers.Count, (2 * numbers.Count) + 1);
        int first = both & -both;
        var edges = new List<(int From, int To)>();
        foreach ((PersonId person, int number) in numbers)
        {
            edges.Add((2 * number, (2 * number) + 1));
            if ((listsOf.GetValueOrDefault(person) & both) is var lists and not 0)
            {
                edges.Add(lists == first ? (source, 2 * number) : ((2 * number) + 1, sink));
            }
        }

        foreach ((PersonId one, PersonId other) in pairs)
        {
            if (numbers.TryGetValue(one, out int from) && numbers.TryGetValue(other, out int to) && from != to)
            {
                edges.Add(((2 * from) + 1, 2 * to));
                edges.Add(((2 * to) + 1, 2 * from));
            }
        }

        var ends = new CountInterval[edges.Count];
        Array.Fill(ends, new(0, 1));
        Circulation.Flow flow = new Circulation(sink + 1, edges).Find(ends)!;
        return already + flow.Push(source, sink, numbers.Count);
    }

    private static IEnumerable<int> ListsIn(int pattern)
    {
        for (; pattern != 0; pattern &= pattern - 1)
        {
            yield return pattern & -pattern;
        }
    }

    private void Add(int pattern, Bounds people) => counts[pattern] = counts.GetValueOrDefault(pattern, Bounds.Zero) + people;
}

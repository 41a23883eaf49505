using System.Globalization;
using ConflictModel.Reconciliation;

namespace ConflictModel.Tests.Reconciliation;

public class DistinctPeopleTests
{
    [Fact]
    public void Several_threads_may_ask_at_once()
    {
        // One long chain of records, each the same as the next but for every hundredth, of which nobody has decided.
        Person[] people = [.. Enumerable.Range(0, 5_000).Select(number => new Person
        {
            Id = IdOf(number),
            Harm = Harm.Killed,
            SameAs = number % 100 == 0 ? [] : [IdOf(number - 1)],
            MayBeSameAs = number % 100 == 0 && number > 0 ? [IdOf(number - 1)] : [],
        })];
        var distinct = new DistinctPeople(people);
        Bounds[] counts = [.. Enumerable.Range(0, 64).AsParallel().Select(_ => distinct.Count(people))];
        counts.Should().OnlyContain(count => count == new Bounds(1, 50));
    }

    private static PersonId IdOf(int number) => PersonId.From(string.Create(CultureInfo.InvariantCulture, $"p{number}"));
}

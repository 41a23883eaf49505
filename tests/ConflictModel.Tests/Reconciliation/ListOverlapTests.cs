using ConflictModel.Reconciliation;
using CsCheck;

namespace ConflictModel.Tests.Reconciliation;

public class ListOverlapTests
{
    private static readonly SourceId A = SourceId.From("a"), B = SourceId.From("b"), C = SourceId.From("c");

    [Fact]
    public void Who_is_on_both_lists_counts_once_in_all()
    {
        ListOverlap overlap = Overlap([A, B], On(1, A), On(2, A), On(3, B) with { SameAs = [IdOf(1)] }, On(4, B), On(5, A, B), On(6, C));
        overlap.People.Should().Be(Bounds.Exactly(4), "whoever is on neither list is not counted");
        (overlap.On(A), overlap.On(B)).Should().Be((Bounds.Exactly(3), Bounds.Exactly(3)));
        (overlap.OnOnly(A), overlap.OnOnly(B), overlap.OnOnly(A, B)).Should().Be((Bounds.Exactly(1), Bounds.Exactly(1), Bounds.Exactly(2)));
    }

    [Fact]
    public void An_undecided_pair_is_perhaps_on_both_and_perhaps_two_people()
    {
        ListOverlap overlap = Overlap([A, B], On(1, A), On(2, B) with { MayBeSameAs = [IdOf(1)] });
        overlap.People.Should().Be(new Bounds(1, 2));
        (overlap.On(A), overlap.On(B)).Should().Be((Bounds.Exactly(1), Bounds.Exactly(1)));
        (overlap.OnOnly(A), overlap.OnOnly(B), overlap.OnOnly(A, B)).Should().Be((new Bounds(0, 1), new Bounds(0, 1), new Bounds(0, 1)));
    }

    [Fact]
    public void One_on_a_list_who_may_be_either_of_two_on_the_other_is_on_both_once_at_most() =>
        Overlap([A, B], On(1, A) with { MayBeSameAs = [IdOf(2), IdOf(3)] }, On(2, B), On(3, B)).OnOnly(A, B).Should().Be(new Bounds(0, 1));

    [Fact]
    public void As_many_are_perhaps_on_both_as_can_be_paired() =>
        Overlap(
            [A, B],
            On(1, A) with { MayBeSameAs = [IdOf(3)] }, On(2, A) with { MayBeSameAs = [IdOf(3), IdOf(4)] }, On(3, B), On(4, B))
            .OnOnly(A, B).Should().Be(new Bounds(0, 2));

    [Fact]
    public void A_record_on_neither_list_may_tell_that_two_are_one()
    {
        Overlap([A, B], On(1, A), On(2, C) with { SameAs = [IdOf(1), IdOf(3)] }, On(3, B)).OnOnly(A, B).Should().Be(Bounds.Exactly(1));
        Overlap([A, B], On(1, A), On(2, C) with { MayBeSameAs = [IdOf(1), IdOf(3)] }, On(3, B)).OnOnly(A, B).Should().Be(new Bounds(0, 1));
        ListOverlap three = Overlap([A, B, C], On(1, A), On(2, C) with { MayBeSameAs = [IdOf(1), IdOf(3)] }, On(3, B));
        three.OnOnly(A, B).Should().Be(Bounds.Zero, "whoever is one of the two by way of the third is on three lists");
        three.Patterns.Should().NotContain(row => row.People.Upper == 0, "a group that nobody can be on is left out");
    }

    [Fact]
    public void On_three_lists_are_no_more_than_any_two_of_them_allow_which_may_be_too_many()
    {
        Person[] chain = [On(1, A), .. Enumerable.Range(2, 4).Select(i => On(i, i % 2 == 0 ? B : C) with { MayBeSameAs = [IdOf(i - 1)] })];
        Overlap([A, B, C], chain).OnOnly(A, B, C).Should().Be(new Bounds(0, 1, isOuter: true));
        Overlap([A, B, C], On(1, A, B, C), On(2, A) with { MayBeSameAs = [IdOf(1)] }).OnOnly(A, B, C)
            .Should().Be(Bounds.Exactly(1), "whoever is on all three is all that there are");
    }

    [Fact]
    public void The_table_of_three_lists_has_a_row_for_each_group_of_lists()
    {
        ListOverlap overlap = Overlap([A, B, C], On(1, C), On(2, A, B, C), On(3, B, C), On(4, A), On(5, A, C), On(6, A, B));
        overlap.Patterns.Select(row => string.Concat(row.Lists.Select(list => list.Value)))
            .Should().Equal("a", "c", "ab", "ac", "bc", "abc");
        overlap.Patterns.Should().OnlyContain(row => row.People == Bounds.Exactly(1));
        overlap.OnOnly(B).Should().Be(Bounds.Zero);
        overlap.OnOnly(C, A).Should().Be(Bounds.Exactly(1), "the order does not matter");
    }

    [Fact]
    public void What_is_no_list_is_refused()
    {
        ListOverlap overlap = Overlap([A, B], On(1, A));
        FluentActions.Invoking(() => overlap.On(C)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => overlap.OnOnly(C)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => overlap.OnOnly()).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Overlap([])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Overlap([A, A])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Overlap([.. Enumerable.Range(0, 17).Select(i => SourceId.From($"s{i}"))]))
            .Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Counts_are_those_of_all_ways_to_decide() => Gen.Select(
        Gen.Int[0, 7].Array[1, 6],
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5]).Array[0, 1],
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5]).Array[0, 6]).Sample((masks, same, perhaps) =>
    {
        SourceId[] lists = [A, B, C];
        Person[] people =
        [
            .. masks.Select((mask, i) => On(i, [.. lists.Where((_, list) => (mask & (1 << list)) != 0)]) with
            {
                SameAs = [.. same.Where(pair => pair.Item1 == i && pair.Item2 < masks.Length).Select(pair => IdOf(pair.Item2))],
                MayBeSameAs = [.. perhaps.Where(pair => pair.Item1 == i && pair.Item2 < masks.Length).Select(pair => IdOf(pair.Item2))],
            }),
        ];
        ListOverlap overlap = new DistinctPeople(people).Overlap(people, A, B, C);
        int[][] worlds =
        [
            .. PeopleWorlds.Of(people, _ => true).Select(world => world.Select(group => group.SelectMany(records => records)
                .Aggregate(0, (all, record) => all | masks[Array.IndexOf(people, record)])).ToArray()),
        ];
        Hull(pattern => pattern != 0).Should().Be(overlap.People);
        for (int list = 0; list < 3; list++)
        {
            overlap.On(lists[list]).Should().Be(Hull(pattern => (pattern & (1 << list)) != 0));
        }

        for (int wanted = 1; wanted < 8; wanted++)
        {
            Bounds found = overlap.OnOnly([.. lists.Where((_, list) => (wanted & (1 << list)) != 0)]);
            Bounds right = Hull(pattern => pattern == wanted);
            (found.IsOuter ? found.Contains(right) : found == right).Should().BeTrue($"{found} is to be {right}");
            (found.Lower, found.IsOuter && wanted != 7).Should().Be((right.Lower, false));
        }

        Bounds Hull(Func<int, bool> isMeant) => new(worlds.Min(world => world.Count(isMeant)), worlds.Max(world => world.Count(isMeant)));
    }, iter: 1000);

    [Fact]
    public void A_hundred_thousand_people_who_may_all_be_one_another_are_counted_in_a_minute()
    {
        Person[] people =
        [
            .. Enumerable.Range(0, 100_000).Select(i => On(i, i % 2 == 0 ? A : B) with { MayBeSameAs = i == 0 ? [] : [IdOf(i - 1)] }),
        ];
        TimeSpan start = ProcessorTime.Now;
        new DistinctPeople(people).Overlap(people, A, B).OnOnly(A, B).Should().Be(new Bounds(0, 50_000));
        (ProcessorTime.Now - start).Should().BeLessThan(TimeSpan.FromMinutes(1));
    }

    private static ListOverlap Overlap(SourceId[] lists, params Person[] people) => new DistinctPeople(people).Overlap(people, lists);

    private static Person On(int number, params SourceId[] lists) => new()
    {
        Id = IdOf(number), Harm = Harm.Killed, Citations = [.. lists.Select(list => new Citation { Source = list })],
    };

    private static PersonId IdOf(int number) => PersonId.From($"p{number}");
}

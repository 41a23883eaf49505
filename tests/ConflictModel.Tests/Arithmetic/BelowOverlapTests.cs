using ConflictModel.Arithmetic;

namespace ConflictModel.Tests.Arithmetic;

/// <summary>One category below several parts that may share people, or operations: what is counted there can be the same.</summary>
public class BelowOverlapTests(ITestOutputHelper output)
{
    [Fact]
    public void All_are_where_the_women_are_if_all_are_women_and_all_are_elderly()
    {
        Toll toll = Toll.Of(4).Including(
            Part.Of(Victims.Women, 4).DividedInto(In("homs", 4)),
            Part.Of(Victims.Elderly, 4).Including(In("homs", default), In("raqqa", default)));
        Derivation derived = toll.Derive();
        derived["demographic:elderly/region:homs"].Bounds.Should().Be(new Bounds(4, 4));
        derived["demographic:elderly/region:raqqa"].Bounds.Should().Be(Bounds.Zero);
        derived["demographic:elderly/region:?"].Bounds.Should().Be(Bounds.Zero);
        Toll elsewhere = Toll.Of(4).Including(
            Part.Of(Victims.Women, 4).DividedInto(In("homs", 4)),
            Part.Of(Victims.Elderly, 4).DividedInto(In("raqqa", 4), In("homs", default)));
        elsewhere.Derive().IsConsistent.Should().BeFalse();
    }

    [Fact]
    public void Attacks_that_hit_two_groups_are_where_either_was_hit()
    {
        // Eight of the ten at least hit both.
        Toll toll = Toll.Of(default).Including(
            Hit("a", 9).DividedInto(Attacks("homs", 9)), Hit("b", 9).DividedInto(Attacks("homs", null), Attacks("raqqa", null)));
        Bounds raqqa = (toll with { Operations = 10 }).Derive().Operations!["victim:b/region:raqqa"].Bounds;
        raqqa.IsOuter.Should().BeTrue("it can be no more than one");
        raqqa.Contains(new Bounds(0, 1)).Should().BeTrue();
    }

    [Fact]
    public void What_is_within_a_part_that_may_be_smaller_than_found_may_be_so_too()
    {
        // Of the ten at least eight hit both: in raqqa is one at most, and so is whatever is told of it.
        Part shelled = new() { Method = "shelling" };
        Part month = Part.During(UncertainDate.Parse("2024-01")).Including(shelled);
        foreach (Part raqqa in (ReadOnlySpan<Part>)[
            Attacks("raqqa", null).Including(shelled), Attacks("raqqa", null).Including(month).Including(shelled)])
        {
            Toll toll = new Toll { Operations = 10 }.Including(
                Hit("a", 9).DividedInto(Attacks("homs", 9)), Hit("b", 9).DividedInto(Attacks("homs", null), raqqa));
            DerivedFigure[] within = [.. toll.Derive().Operations!.Figures.Where(figure => figure.Path.Value.Contains("raqqa/"))];
            within.Should().HaveCount(raqqa.Breakdowns.Count == 1 ? 2 : 6);
            within.Should().OnlyContain(figure => figure.Bounds.IsOuter && figure.Bounds.Contains(new Bounds(0, 1)));
        }
    }

    [Fact]
    public void What_parts_that_may_overlap_leave_has_no_place_for_those_of_the_largest_where_three_axes_cross_too()
    {
        Part women = Part.Of(Victims.Women), mined = new Part { Method = "mines" }.Including(women);
        Derivation derived = Toll.Of(10).Including(Part.Of(Victims.Women, 4), Part.Of(Victims.Elderly, 6))
            .Including(In("homs", default).Including(women).Including(mined)).Including(mined).Derive();
        derived.Tree.Entanglements.Should().ContainSingle().Which.IsExact.Should().BeFalse();
        (derived["demographic:?"].Bounds.Lower, derived["demographic:?"].Bounds.Upper).Should().Be((0, 4));
    }

    [Fact]
    public void An_attack_that_hits_officers_of_the_army_hits_the_army()
    {
        var army = ActorId.From("army");
        Toll Told(long? officers) => new Toll { Operations = 3 }.DividedInto(
            Part.Of(Victims.MembersOf(army).As("officers"), default) with { Operations = Read(officers) },
            Part.Of(Victims.MembersOf(army), default) with { Operations = 1 });
        Bounds bounds = Told(null).Derive().Operations!["victim:army.officers"].Bounds;
        (bounds.Lower, bounds.Upper).Should().Be((0, 1));
        Contradiction contradiction = Told(2).Derive().Contradictions.Should().ContainSingle().Subject;
        contradiction.Arithmetic.Should().Be("2, more than 1");
        contradiction.Figures.Select(figure => figure.Path.Value).Should().Equal("victim:army.officers", "victim:army");
    }

    [Theory]
    [InlineData(91, false)]
    [InlineData(92, true)]
    public void Bounds_below_parts_that_overlap_are_those_of_brute_force(int seed, bool ofOperations)
    {
        int exact = 0, outer = 0, infeasible = 0, skipped = 0;
        for (int i = 0; i < 600; i++)
        {
            if (!Turn.Takes(i))
            {
                continue;
            }

            Toll toll = TwoOrThreeGroups(RandomTolls.Scattered(seed, i));
            toll = ofOperations ? OperationsOracleTests.OfOperations(toll, RandomTolls.Scattered(-seed, i)) : toll;
            var oracle = new BruteForce(toll, maxStates: 10_000, ofOperations);
            (long Low, long High)[]? truth = oracle.Solve(oracle.Reported(), out bool isTooLarge);
            if (isTooLarge || (ofOperations ? toll.Derive().Operations : toll.Derive()) is not { } derived)
            {
                skipped++;
                continue;
            }

            bool isExact = derived.Tree.Entanglements.All(entanglement => entanglement.IsExact);
            if (truth is null)
            {
                (derived.IsConsistent && isExact).Should().BeFalse($"{i}: nothing can be so\n{OracleTests.Show(derived)}");
                infeasible++;
                continue;
            }

            derived.IsConsistent.Should().BeTrue($"{i}: it can be so\n{OracleTests.Show(derived)}");
            DerivedFigure[] figures =
            [
                .. derived.Figures.Where(figure => figure.Kind != FigureKind.Residual), .. OracleTests.ResidualsInOrder(derived.Whole),
            ];
            figures.Should().HaveCount(oracle.Count);
            foreach ((DerivedFigure figure, (long low, long high)) in figures.Zip(truth))
            {
                var expected = new Bounds(low, high == long.MaxValue ? null : high);
                if (figure.Bounds.IsOuter)
                {
                    figure.Bounds.Contains(expected).Should().BeTrue($"{i}: {figure.Path} is {expected}\n{OracleTests.Show(derived)}");
                    outer++;
                }
                else
                {
                    figure.Bounds.Should().Be(expected, $"{i}: {figure.Path}\n{OracleTests.Show(derived)}");
                    exact++;
                }
            }
        }

        output.WriteLine($"{infeasible} infeasible, {exact} exact, {outer} outer, {skipped} skipped");
        exact.Should().BePositive();
        if (Turn.IsFull)
        {
            infeasible.Should().BeGreaterThan(10);
            exact.Should().BeGreaterThan(600);
            (ofOperations ? outer : exact).Should().BeGreaterThan(600);
        }
    }

    // Women and the elderly, and children now and then, each by method: figures at random that often clash.
    private static Toll TwoOrThreeGroups(Random random)
    {
        Estimate Figure() => random.Next(2) == 0 ? default : random.Next(3) == 0 ? Estimate.AtMost(2) : random.Next(1, 4);
        Part Group(Victims who)
        {
            Part[] methods = [.. Enumerable.Range(0, random.Next(1, 3)).Select(key => RandomTolls.Part(Axis.Method, key, Figure()))];
            var part = Part.Of(who, Figure());
            return random.Next(2) == 0 ? part.DividedInto(methods) : part.Including(methods);
        }

        Part[] groups = [Group(Victims.Women), Group(Victims.Elderly)];
        if (random.Next(3) == 0)
        {
            groups = [.. groups, Part.Of(Victims.Children, Figure())];
        }

        var whole = Toll.Of(Figure());
        return random.Next(2) == 0 ? whole.DividedInto(groups) : whole.Including(groups);
    }

    private static Part In(string region, Estimate count) => Part.In(RegionId.From(region), count);

    private static Part Hit(string actor, long? operations) =>
        Part.Of(Victims.MembersOf(ActorId.From(actor)), default) with { Operations = Read(operations) };

    private static Part Attacks(string region, long? operations) => In(region, default) with { Operations = Read(operations) };

    private static Estimate Read(long? figure) => figure is { } known ? known : default(Estimate);
}

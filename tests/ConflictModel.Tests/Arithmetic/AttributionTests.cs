using ConflictModel.Arithmetic;

namespace ConflictModel.Tests.Arithmetic;

public class AttributionTests(ITestOutputHelper output)
{
    private static readonly ActorId Us = ActorId.From("us");
    private static readonly ActorId Them = ActorId.From("them");

    [Fact]
    public void What_can_be_theirs_is_that_of_brute_force()
    {
        var tolls = new RandomTolls(31, axes: 3, keys: 2, maxParts: 5, maxFigure: 3);
        int exact = 0, narrowed = 0, outer = 0, contradicted = 0;
        for (int i = 0; i < 3_000; i++)
        {
            if (!Turn.Takes(i))
            {
                continue;
            }

            // Some parts say by whom. To the oracle that is one more breakdown of the whole, in ours and theirs, which those parts repeat.
            Toll toll = tolls.At(i);
            toll = toll with { Breakdowns = Label(toll.Breakdowns, RandomTolls.Scattered(7, i)) };
            Derivation derived = toll.Derive(attributedTo: [Us]);
            if (!derived.IsConsistent)
            {
                continue;
            }

            var oracle =
                new BruteForce(toll with { Breakdowns = [Split(both: true, ours: true), .. Spell(toll.Breakdowns)] }, maxStates: 10_000);
            if (oracle.Count > 16)
            {
                continue;
            }

            (long Low, long High)[]? truth = oracle.Solve(oracle.Reported(), out bool isTooLarge);
            if (truth is null)
            {
                // Too much to look at, or what is said of perpetrators contradicts itself.
                continue;
            }

            // Where no part can hold people of others, the whole is what the headline says.
            bool isContradicted = derived.Figures
                .Any(figure => figure.Part is { Perpetrators: [var by] } && by == Them && figure.Bounds.Upper != 0);
            (long low, long high) = truth[isContradicted ? 1 : 0];
            var expected = new Bounds(low, high == long.MaxValue ? null : high);
            Bounds found = derived.Attributed!.Bounds;
            contradicted += isContradicted ? 1 : 0;
            narrowed += (found.Lower, found.Upper) != (0, derived.Whole.Bounds.Upper) ? 1 : 0;
            if (!found.IsOuter)
            {
                found.Should().Be(expected, $"{i}:\n{OracleTests.Show(derived)}");
                exact++;
            }
            else
            {
                found.Contains(expected).Should().BeTrue($"{i}: {expected}, not {found}\n{OracleTests.Show(derived)}");
                outer++;
            }
        }

        output.WriteLine($"{exact} exact, {outer} outer, {narrowed} narrowed");

        // Of how many sorts the cases are, only all of them can say.
        if (!Turn.IsFull)
        {
            return;
        }

        exact.Should().BeGreaterThan(2_000);
        outer.Should().BeGreaterThan(150);
        narrowed.Should().BeGreaterThan(500);
        contradicted.Should().BeGreaterThan(500);
    }

    [Fact]
    public void A_headline_that_no_part_contradicts_is_what_it_says()
    {
        Bounds[] said =
        [
            Attributed(Toll.Of(10)),
            Attributed(Toll.Of(Estimate.Between(8, 12))),
            Attributed(Toll.Of(10).Including(Part.Of(Victims.Civilians, 4))),
            Attributed(Toll.Of(10).Including(By(4, Us))),
            Attributed(Toll.Of(10).Including(By(4, Us, Them))),
            Attributed(Toll.Of(10).Including(By(0, Them))),
        ];
        said.Should().Equal(new(10, 10), new(8, 12), new(10, 10), new(10, 10), new(10, 10), new(10, 10));
    }

    [Fact]
    public void Where_parts_lay_people_to_others_only_what_parts_lay_to_the_actors_is_certain()
    {
        Bounds[] said =
        [
            Attributed(Toll.Of(449).Including(By(29, Them), By(376, Us))),
            Attributed(Toll.Of(10).Including(By(1, Them))),
            Attributed(Toll.Of(10).Including(By(Estimate.Between(0, 3), Them), By(2, Us))),
            Attributed(Toll.Of(10).Including(By(default, Them))),
            Attributed(Toll.Of(10).DividedInto(By(4, Them), By(6, Us))),
        ];
        said.Should().Equal(new(376, 420), new(0, 9), new(2, 10), new(0, 10), new(6, 6));
    }

    [Fact]
    public void Parts_that_may_overlap_say_each_by_itself_what_of_the_whole_is_whose()
    {
        Bounds[] said =
        [
            Attributed(WomenAndElderly(10, Them, Them)),
            Attributed(WomenAndElderly(10, Us, Them)),
            Attributed(WomenAndElderly(7, Us, Them)),
            Attributed(WomenAndElderly(6, Us, Them)),
            Attributed(WomenAndElderly(6, Them, Us)),
        ];
        said.Should().Equal(
            [new(0, 6, isOuter: true), new(4, 7, isOuter: true), new(4, 4), new(0, 6, isOuter: true), new(0, 6, isOuter: true)],
            "four and three who are different people are more than six, so that nothing follows");

        static Toll WomenAndElderly(long all, ActorId women, ActorId elderly) => Toll.Of(all) with
        {
            Breakdowns =
            [
                new()
                {
                    By = Axis.Demographic,
                    Kind = BreakdownKind.Inclusion,
                    Parts =
                    [
                        Part.Of(Victims.Women, 4) with { Perpetrators = [women] },
                        Part.Of(Victims.Elderly, 3) with { Perpetrators = [elderly] },
                    ],
                },
            ],
        };
    }

    [Fact]
    public void What_two_did_together_may_be_the_others_work_whole() =>
        Attributed(Toll.Of(10) with
        {
            Breakdowns = [Groups(Part.Of(Victims.Women, 4) with { Perpetrators = [Us, Them] },
                Part.Of(Victims.Men, 1) with { Perpetrators = [Them] })],
        }).Should().Be(new Bounds(0, 9));

    [Fact]
    public void Nothing_follows_where_all_are_laid_to_one_and_some_to_another_in_parts_that_may_overlap()
    {
        Bounds[] said =
        [
            Attributed(new Toll().DividedInto(By(default, Us, Them), By(1, Us)).DividedInto(By(default, Them))),
            Attributed(new Toll().DividedInto(By(default, Us, Them), By(1, Them)).DividedInto(By(default, Us))),
        ];
        said.Should().OnlyContain(bounds => bounds == Bounds.Unknown.AsOuter());
        Part ours = Part.Of(Victims.Civilians) with { Perpetrators = [Us] };
        Attributed(new Toll().DividedInto(ours).Including(By(2, Them))).Should().Be(Bounds.Unknown, "nor where none can overlap");
    }

    [Fact]
    public void What_an_inclusion_leaves_may_be_the_work_of_anybody() =>
        Attributed(Toll.Of(3).Including(Part.In(RegionId.From("homs")) with { Perpetrators = [Them] }).Including(Part.Through("mines", 0)))
            .Should().Be(new Bounds(0, 3));

    [Fact]
    public void What_can_be_theirs_is_outer_where_a_part_that_is_somebodys_work_recurs() =>
        Attributed((Toll.Of(10) with { Breakdowns = [Groups(Part.Of(Victims.Women, 2) with { Perpetrators = [Them] })] })
            .Including(Part.In(RegionId.From("homs")).Including(Part.Of(Victims.Women)))).Should().Be(new Bounds(0, 8, isOuter: true));

    [Fact]
    public void Nothing_follows_from_the_work_of_some_within_that_of_others() =>
        Attributed(Toll.Of(10).Including(By(4, Them).Including(By(2, Us)))).Should().Be(new Bounds(0, 10));

    [Fact]
    public void What_can_be_theirs_is_outer_where_counts_are_and_not_where_a_table_has_nothing_to_do_with_it()
    {
        Part women = Part.Of(Victims.Women, 2), mined = Part.Through("mines").Including(women);
        Toll table = Toll.Of(10).Including(By(3, Them)).Including(women).Including(Part.In(RegionId.From("homs")).Including(women));
        Attributed(table).Should().Be(new Bounds(0, 7));
        Attributed(table.Including(Part.In(RegionId.From("homs")).Including(women).Including(mined)).Including(mined))
            .Should().Be(new Bounds(0, 7, isOuter: true));
    }

    [Fact]
    public void What_the_whole_follows_from_explains_a_headline_that_holds()
    {
        Derivation derived = new Toll().DividedInto(Part.In(RegionId.From("a"), 4), Part.In(RegionId.From("b"), 6)).Derive([Us]);
        derived.Attributed!.Because.Should().Be("4 + 6");
        derived.Attributed.Explain().Should().Be(derived.Whole.Explain());
    }

    private static Breakdown Groups(params ReadOnlySpan<Part> parts) =>
        new() { By = Axis.Demographic, Kind = BreakdownKind.Inclusion, Parts = [.. parts] };

    private static Bounds Attributed(Toll toll) => toll.Derive([Us]).Attributed!.Bounds;

    private static Part By(Estimate count, params ValueList<ActorId> perpetrators) => Part.By(perpetrators, count);

    private static ValueList<Breakdown> Label(ValueList<Breakdown> breakdowns, Random random) =>
        breakdowns.Select(breakdown => breakdown with
        {
            Parts = breakdown.Parts.Select(part => part with
            {
                Perpetrators = random.Next(4) switch { 0 => [Us], 1 => [Them], 2 when random.Next(4) == 0 => [Us, Them], _ => [] },
                Breakdowns = Label(part.Breakdowns, random),
            }).ToValueList(),
        }).ToValueList();

    private static ValueList<Breakdown> Spell(ValueList<Breakdown> breakdowns) =>
        breakdowns.Select(breakdown => breakdown with
        {
            Parts = breakdown.Parts.Select(part => part with
            {
                Breakdowns = part.Perpetrators.Count == 1
                    ? [Split(both: false, ours: part.Perpetrators[0] == Us), .. Spell(part.Breakdowns)]
                    : Spell(part.Breakdowns),
            }).ToValueList(),
        }).ToValueList();

    private static Breakdown Split(bool both, bool ours) => new()
    {
        By = Axis.Perpetrator,
        Kind = BreakdownKind.Partition,
        Parts = both
            ? [RandomTolls.Part(Axis.Perpetrator, 0, default), RandomTolls.Part(Axis.Perpetrator, 1, default)]
            : [RandomTolls.Part(Axis.Perpetrator, ours ? 0 : 1, default)],
    };
}

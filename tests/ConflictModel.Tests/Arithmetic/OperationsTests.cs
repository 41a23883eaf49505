using ConflictModel.Arithmetic;

namespace ConflictModel.Tests.Arithmetic;

public class OperationsTests
{
    [Fact]
    public void Operations_of_different_regions_add_up()
    {
        Derivation derived = Regions(92, false, 34, 42, 10, 6, 1).Derive();
        derived.IsConsistent.Should().BeFalse();
        Contradiction contradiction = derived.Contradictions.Should().ContainSingle().Subject;
        contradiction.IsOfOperations.Should().BeTrue();
        contradiction.Arithmetic.Should().Be("34 + 42 + 10 + 6 + 1 = 93, not 92");
        contradiction.ToSentence().Should().StartWith("These figures of operations can't all be true: 34 in ")
            .And.Contain(" = 93, not the 92 in all.");
        contradiction.Terms.Should().Equal(34, 42, 10, 6, 1);
        (contradiction.Sum, contradiction.Against).Should().Be((93, 92));
    }

    [Fact]
    public void Where_they_overlap_only_less_than_the_whole_is_wrong()
    {
        Regions(27, true, 12, 6, 1, 3, 4, 3, 2, 3).Derive().IsConsistent.Should().BeTrue();
        Regions(27, true, 12, 6, 1).Derive().Contradictions
            .Should().ContainSingle().Which.Arithmetic.Should().Be("12 + 6 + 1 = 19, less than 27");
        Regions(27, true, 12, 30).Derive().Contradictions.Should().ContainSingle().Which.Arithmetic.Should().Be("30, more than 27");
    }

    [Fact]
    public void One_operation_can_hit_several_groups()
    {
        var toll = new Toll
        {
            Operations = 10,
            Breakdowns =
            [
                new()
                {
                    By = Axis.Victim,
                    Kind = BreakdownKind.Partition,
                    Parts = [RandomTolls.Part(Axis.Victim, 0, default) with { Operations = 9 },
                        RandomTolls.Part(Axis.Victim, 1, default) with { Operations = 8 }, RandomTolls.Part(Axis.Victim, 2, default)],
                },
            ],
        };
        Derivation derived = toll.Derive();
        derived.IsConsistent.Should().BeTrue();
        derived.Operations!["victim:.c"].Bounds.Should().Be(new Bounds(0, 10));
        (toll with { Operations = 8 }).Derive().Contradictions.Should().ContainSingle().Which.Arithmetic.Should().Be("9, more than 8");
    }

    [Fact]
    public void What_several_groups_share_follows_from_the_greatest_of_them_alone()
    {
        Toll toll = Toll.Of(default).DividedInto(
            RandomTolls.Part(Axis.Victim, 0, default) with { Operations = 8 },
            RandomTolls.Part(Axis.Victim, 1, default) with { Operations = 9 });
        DerivedFigure whole = toll.Derive().Operations!.Whole;
        whole.Bounds.Should().Be(new Bounds(9, null));
        whole.Because.Should().Be("9");
        whole.Explain().Lower.Steps.Select(step => step.Path.Value).Should().Equal("victim:.b");
    }

    [Fact]
    public void What_several_groups_leave_of_the_operations_is_no_figure_and_has_no_best_one()
    {
        Part hit = RandomTolls.Part(Axis.Victim, 0, default) with { Operations = 4 };
        Derivation operations = Toll.Of(default, inOperations: 10).Including(hit).Derive().Operations!;
        operations.Whole.Breakdowns[0].Residual.Best.Should().BeNull("an operation of the four may have hit others too");
        operations.Figures.Select(figure => figure.Path.Value).Should().Equal("", "victim:.a");
    }

    [Fact]
    public void A_missing_region_has_what_the_others_leave()
    {
        Derivation derived = Regions(23, false, 8, 11, 2, 2, null).Derive();
        derived.Operations!["region:e"].Bounds.Should().Be(Bounds.Zero);
        derived.Operations["region:e"].Because.Should().Be("23 - 8 - 11 - 2 - 2");
        derived.Whole.Bounds.Should().Be(Bounds.Unknown);
    }

    [Fact]
    public void What_is_odd_of_operations_and_of_figures_beside_the_whole_is_told_too()
    {
        Toll toll = new()
        {
            Count = 10,
            Operations = new Estimate(9, null, 4),
            Beside = [Part.Of(Victims.Civilians, new Estimate(3, null, 1))],
        };
        toll.Derive().Warnings.Select(warning => (warning.Arithmetic, warning.IsOfOperations))
            .Should().Equal(("low 3 above high 1", false), ("low 9 above high 4", true));
    }

    [Fact]
    public void No_operations_no_derivation()
    {
        new Toll { Count = 1 }.Derive().Operations.Should().BeNull();
        Toll.Of(3).Including(RandomTolls.Part(Axis.Region, 0, 2)).Derive().Operations.Should().BeNull();
    }

    [Fact]
    public void Figures_beside_the_whole_are_outside_it()
    {
        Derivation derived = new Toll
        {
            Count = 77,
            Breakdowns = [new() { By = Axis.Victim, Kind = BreakdownKind.Partition, Parts = [RandomTolls.Part(Axis.Victim, 0, 77)] }],
            Beside =
            [
                new()
                {
                    Victims = Victims.Civilians,
                    Count = 2,
                    Breakdowns = [new() { By = Axis.Demographic,
                        Kind = BreakdownKind.Inclusion, Parts = [new() { Victims = Victims.Women, Count = 3 }] }],
                },
            ],
        }.Derive();
        derived.Whole.Bounds.Should().Be(new Bounds(77, 77));
        derived.Beside.Should().ContainSingle().Which.Whole.Path.Value.Should().Be("beside:.civilians");
        derived["beside:.civilians/demographic:women"].Reported.Should().Be((Estimate)3);
        derived.IsConsistent.Should().BeFalse();
        derived.Contradictions.Should().ContainSingle().Which.ToString().Should().Be("beside:.civilians: 3, more than 2");
    }

    private static Toll Regions(long whole, bool overlap, params ReadOnlySpan<long?> operations)
    {
        var parts = new List<Part>();
        foreach (long? count in operations)
        {
            parts.Add(RandomTolls.Part(Axis.Region, parts.Count, default) with { Operations = count is { } known
                ? known
                : default(Estimate) });
        }

        return new Toll
        {
            Operations = whole,
            Breakdowns =
                [new() { By = Axis.Region, Kind = BreakdownKind.Partition, OperationsOverlap = overlap, Parts = parts.ToValueList() }],
        };
    }
}

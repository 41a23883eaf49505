using ConflictModel.Arithmetic;

namespace ConflictModel.Tests.Arithmetic;

/// <summary>What figures are called where a sentence tells of them.</summary>
public class FigureWordsTests
{
    private static readonly (ActorId A, ActorId B) Actors = (ActorId.From("a"), ActorId.From("b"));

    public static TheoryData<string, Axis, Part> Parts => new()
    {
        { "civilians", Axis.Victim, Part.Of(Victims.Civilians) },
        { "combatants", Axis.Victim, Part.Of(new Victims { Status = CivilianStatus.Combatant }) },
        { "unidentified people", Axis.Victim, Part.Of(new Victims { Status = CivilianStatus.Unidentified }) },
        { "civilian women", Axis.Victim, Part.Of(Victims.Women with { Status = CivilianStatus.Civilian }) },
        { "unidentified women", Axis.Victim, Part.Of(Victims.Women with { Status = CivilianStatus.Unidentified }) },
        { "women", Axis.Demographic, Part.Of(Victims.Women) },
        { "officers", Axis.Victim, Part.Of(Victims.Called("officers")) },
        { "civilians (medics)", Axis.Victim, Part.Of(Victims.Civilians.As("medics")) },
        { "of A and B", Axis.Victim, Part.Of(Victims.MembersOf(Actors.A, Actors.B)) },
        { "officers of A", Axis.Victim, Part.Of(Victims.MembersOf(Actors.A).As("officers")) },
        { "people", Axis.Victim, new Part() },
        { "people", Axis.Region, new Part() },
        { "in THERE", Axis.Region, Part.In(RegionId.From("there")) },
        { "by A and B", Axis.Perpetrator, Part.By([Actors.A, Actors.B]) },
        { "by mines", Axis.Method, new Part { Method = "mines" } },
        { "in 2024-01", Axis.Period, Part.During(UncertainDate.Parse("2024-01")) },
        { "the fallen", Axis.Victim, Part.Of(Victims.Civilians) with { AsWritten = "the fallen" } },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_part_is_called_by_what_its_axis_says_of_it_or_as_it_was_printed(string words, Axis axis, Part part)
    {
        Derivation derived = Divided(10, axis, part with { Count = 3 }).Derive();
        derived.Whole.Breakdowns[0].Residual.Explain().ToSentence(Capitals).Should().Be($"7: 10 dead, less 3 {words}");
    }

    [Fact]
    public void Ids_and_in_all_stand_where_no_names_are_given()
    {
        DerivedFigure residual = Divided(10, Axis.Victim, Part.Of(Victims.MembersOf(Actors.A), 3)).Derive()["victim:?"];
        residual.Explain().ToString().Should().Be("7: 10 in all, less 3 of a");
    }

    [Fact]
    public void A_figure_whose_ends_follow_from_different_figures_is_told_from_both()
    {
        Toll toll = Toll.Of(Estimate.AtMost(20)).Including(Part.In(RegionId.From("r"), 3), Part.In(RegionId.From("s"), 4));
        DerivedFigure whole = toll.Derive().Whole;
        whole.Because.Should().Be("3 + 4", "a sum tells more than a figure by itself");
        whole.Explain().Arithmetic.Should().Be("3 + 4");
        whole.Explain().ToSentence().Should().Be("at least 7: 3 in r and 4 in s; at most 20: 20 in all");
        toll.Derive()["region:?"].Explain().ToSentence().Should().Be("at most 13: 20 in all, less 3 in r and 4 in s");
        (toll with { Count = default }).Derive().Whole.Explain().ToSentence().Should().Be("at least 7: 3 in r and 4 in s");
    }

    [Fact]
    public void A_path_that_leads_nowhere_is_answered_with_those_most_like_it()
    {
        Derivation derived = Toll.Of(10).Including(
            Part.In(RegionId.From("homs")), Part.In(RegionId.From("hama")), Part.In(RegionId.From("idlib"))).Derive();
        FluentActions.Invoking(() => derived["region:Homz"]).Should().Throw<KeyNotFoundException>()
            .WithMessage("There is no figure at 'region:Homz'. Paths like it: 'region:homs', 'region:hama', *");
        FluentActions.Invoking(() => derived["x:dlib"]).Should().Throw<KeyNotFoundException>().WithMessage("*like it: 'region:idlib', *");
    }

    [Fact]
    public void A_clash_of_the_whole_says_so_and_is_told_with_what_it_rests_on()
    {
        Toll toll = Toll.Of(10).Including(Reading.Inferred, Part.In(RegionId.From("r"), 6), Part.In(RegionId.From("s"), 5));
        Contradiction clash = toll.Derive().Contradictions.Should().ContainSingle().Subject;
        clash.ToString().Should().Be("whole: 6 + 5 = 11, more than 10");
        clash.ToSentence(Capitals).Should().Be(
            "These figures of people can't all be true: 6 in R + 5 in S = 11, more than the 10 dead. They add up only if nobody is counted "
            + "in two parts by region, which is not stated. It is inferred that the parts by region lie within the whole; that may be what "
            + "is wrong.");
        clash.RepairsToSentence(Capitals)
            .Should().Be("11 or more dead instead of 10; or 0 to 5 in R instead of 6; or 0 to 4 in S instead of 5");
    }

    [Fact]
    public void The_same_people_are_told_as_such()
    {
        Toll toll = Toll.Of(71).Including(Part.Of(Victims.Women, 6)).Including(Part.Of(Victims.Women, 3));
        toll.Derive().Contradictions.Should().ContainSingle().Which.ToSentence()
            .Should().StartWith("These figures of people can't all be true: 6 women, not the 3 women who are the same.");
    }

    [Fact]
    public void Of_a_sum_of_more_than_ten_only_the_digits_are_told()
    {
        Part[] regions = [.. Enumerable.Range(0, 11).Select(i => Part.In(RegionId.From($"r{i}"), 1))];
        Contradiction clash = Toll.Of(10).Including(regions).Derive().Contradictions.Should().ContainSingle().Subject;
        clash.ToSentence().Should().Contain("true: 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 = 11, more than 10.");
        clash.RepairsToSentence(FigureNames.Ids).Should().EndWith("; or 0 in r8 instead of 1; or another of the figures");
        Toll.Of(9).Including(regions[..10]).Derive().Contradictions.Should().ContainSingle().Which.ToSentence()
            .Should().Contain("1 in r9 = 10, more than the 9 in all.");
    }

    [Fact]
    public void Neither_are_a_sums_of_which_a_longer_one_is_missed()
    {
        Part[] regions = [.. Enumerable.Range(0, 11).Select(i => Part.In(RegionId.From($"r{i}"), 1))];
        Part[] groups = [Part.Of(Victims.Women, 5), Part.Of(Victims.Men, 4)];
        new Toll().DividedInto(regions).DividedInto(groups).Derive().Contradictions.Should().ContainSingle().Which.ToSentence()
            .Should().Contain("true: 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 = 11, not 5 + 4 = 9.");
        new Toll().DividedInto(groups).DividedInto(regions).Derive().Contradictions.Should().ContainSingle().Which.ToSentence()
            .Should().Contain("true: 5 + 4 = 9, not 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 = 11.");
    }

    [Fact]
    public void Ten_figures_are_told_each_with_what_it_counts_on_either_side()
    {
        Part[] regions = [.. Enumerable.Range(0, 10).Select(i => Part.In(RegionId.From($"r{i}"), 1))];
        new Toll().DividedInto(Part.Of(Victims.Women, 5), Part.Of(Victims.Men, 4)).DividedInto(regions)
            .Derive().Contradictions.Should().ContainSingle().Which.ToSentence()
            .Should().Contain("true: 5 women + 4 men = 9, not 1 in r0 + ").And.Contain(" + 1 in r9 = 10.");
    }

    [Fact]
    public void The_only_part_of_a_part_is_not_called_more_than_it_where_it_is_less() =>
        new Toll().Including(Part.Of(Victims.MembersOf(Actors.A), 5).DividedInto(Part.In(RegionId.From("r"), 4)))
            .Derive().Contradictions.Should().ContainSingle().Which.ToSentence().Should().Contain("true: 4 in r, not the 5 of a.");

    [Fact]
    public void Nothing_is_said_of_repairs_that_were_not_searched_for()
    {
        Part[] others = [.. Enumerable.Range(0, 1_000).Select(method => Part.Through($"m{method}"))];
        Toll.Of(5).Including([Part.Through("m", 6), .. others]).Derive().Contradictions.Should().ContainSingle().Which.ToSentence()
            .Should().NotContain("No change to a single figure");
    }

    [Fact]
    public void Of_a_sum_of_more_than_a_hundred_some_terms_are_printed()
    {
        SumText.WithSum([.. Enumerable.Repeat(2L, 100)]).Should().Be($"{string.Join(" + ", Enumerable.Repeat(2, 100))} = 200");
        SumText.WithSum([.. Enumerable.Repeat(2L, 101)]).Should().Be("2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + 2 + ... + 2 (101 terms) = 202");
    }

    [Fact]
    public void Ten_changes_that_would_mend_a_clash_are_told_as_all_there_are()
    {
        Part[] regions = [.. Enumerable.Range(0, 9).Select(i => Part.In(RegionId.From($"r{i}"), 1))];
        Toll.Of(8).Including(regions).Derive().Contradictions.Should().ContainSingle().Which.RepairsToSentence(FigureNames.Ids)
            .Should().StartWith("9 or more in all instead of 8; or 0 in r0").And.EndWith("; or 0 in r8 instead of 1");
    }

    [Fact]
    public void What_is_stated_to_be_disjoint_does_not_add_up_only_if_it_is()
    {
        Toll toll = Toll.Of(5).Including(Part.In(RegionId.From("r"), 3), Part.In(RegionId.From("s"), 4));
        toll.Derive().Contradictions[0].ToSentence().Should().Contain("They add up only if nobody is counted in two parts by region");
        (toll with { Breakdowns = [toll.Breakdowns[0] with { Disjoint = true }] }).Derive().Contradictions[0].ToSentence()
            .Should().NotContain("only if");
        Toll attacks = Toll.Of(default, inOperations: 5).Including(
            Part.In(RegionId.From("r")) with { Operations = 3 }, Part.In(RegionId.From("s")) with { Operations = 4 });
        attacks.Derive().Contradictions[0].ToSentence().Should().Contain("only if no operation is counted in two parts by region");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_count_of_which_one_end_takes_several_figures_and_the_other_one_is_told_from_the_several(bool isLower)
    {
        Estimate Said(long count) => isLower ? Estimate.AtMost(count) : Estimate.AtLeast(count);
        Toll toll = Toll.Of(9).DividedInto(Part.In(RegionId.From("r"), Said(5)), Part.In(RegionId.From("s"), Said(4)));
        toll.Derive()["region:r"].Explain().ToSentence().Should().Be("5: 9 in all, less 4 in s");
    }

    [Fact]
    public void And_where_each_end_takes_one_from_that_of_the_upper_end() =>
        Toll.Of(Estimate.AtMost(5)).Including(Part.In(RegionId.From("r"), Estimate.AtLeast(5)))
            .Derive()["region:r"].Explain().ToSentence().Should().Be("5: 5 in all");

    private static FigureNames Capitals { get; } = new()
    {
        Actor = actor => actor.Value.ToUpperInvariant(),
        Region = region => region.Value.ToUpperInvariant(),
        Whole = "dead",
    };

    private static Toll Divided(Estimate count, Axis axis, params ReadOnlySpan<Part> parts) =>
        new() { Count = count, Breakdowns = [new() { By = axis, Kind = BreakdownKind.Inclusion, Parts = [.. parts] }] };
}

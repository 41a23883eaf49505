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

    private static FigureNames Capitals { get; } = new()
    {
        Actor = actor => actor.Value.ToUpperInvariant(),
        Region = region => region.Value.ToUpperInvariant(),
        Whole = "dead",
    };

    private static Toll Divided(Estimate count, Axis axis, params ReadOnlySpan<Part> parts) =>
        new() { Count = count, Breakdowns = [new() { By = axis, Kind = BreakdownKind.Inclusion, Parts = [.. parts] }] };
}

using ConflictModel.Arithmetic;
using ConflictModel.Validation;

namespace ConflictModel.Tests.Arithmetic;

/// <summary>Of many contradictions not all are told, which is said; where all are, it is not.</summary>
public class FurtherContradictionsTests
{
    [Theory]
    [InlineData(3, 3, false)]
    [InlineData(1_000, 1_000, false)]
    [InlineData(1_050, 1_050, false)]
    [InlineData(1_051, 1_050, true)]
    [InlineData(1_500, 1_050, true)]
    public void It_is_said_that_some_are_not_told_where_some_are_not_and_only_there(int clashes, int told, bool hasFurther)
    {
        Derivation derived = Divided(Wrong(clashes)).Derive();
        derived.Contradictions.Should().HaveCount(told);
        derived.HasFurtherContradictions.Should().Be(hasFurther);
    }

    [Fact]
    public void Sums_of_which_some_terms_are_not_needed_are_no_others_when_they_are_told_among_what_is_left()
    {
        Derivation derived = Divided([.. Enumerable.Range(0, 1_040).Select(i => Method(i, 6).Including(
            Part.Of(Victims.Called("a"), 5), Part.Of(Victims.Called("b"), 4), Part.Of(Victims.Called("c"), 4)))]).Derive();
        derived.Contradictions.Should().HaveCount(1_040);
        derived.HasFurtherContradictions.Should().BeFalse();
    }

    [Fact]
    public void One_that_shares_a_figure_with_one_that_is_told_is_another_all_the_same()
    {
        // Those of the whole come first; they take in the figures of all parts.
        Toll toll = Divided(Wrong(1_010)) with { Count = 1 };
        Derivation derived = toll.Derive();
        derived.Contradictions.Should().HaveCount(1_000);
        derived.HasFurtherContradictions.Should().BeTrue();
    }

    [Theory]
    [InlineData(999)]
    [InlineData(1_000)]
    public void What_would_not_be_without_one_that_is_told_is_no_other(int others)
    {
        // That 3 + 6 women are not 10 would not be with 4 for 3, and is found last, in another view.
        Part both = Method(5_000, default).DividedInto(
            By("p").Including(Part.Of(Victims.Women, 3).Including(Part.In(RegionId.From("x"), 4))),
            By("q").Including(Part.Of(Victims.Women, 6)))
            .Including(Part.Of(Victims.Women, 10));
        Derivation alone = Divided([both]).Derive();
        ClashFinder.FindAll(alone.Tree, alone.Tree.ReportedIntervals()).Should().HaveCount(2);
        alone.Contradictions.Select(one => one.Arithmetic).Should().Equal("4, more than 3");

        Derivation derived = Divided([.. Wrong(others), both]).Derive();
        derived.Contradictions.Should().HaveCount(others + 1);
        derived.HasFurtherContradictions.Should().BeFalse();
    }

    [Fact]
    public void It_is_said_of_operations_and_of_what_stands_beside_the_whole_too()
    {
        Toll.Of(1).Derive().HasFurtherContradictions.Should().BeFalse();
        Part beside = Part.Of(Victims.Called("soldiers"), default) with { Breakdowns = Divided(Wrong(1_051)).Breakdowns };
        (Toll.Of(1) with { Beside = [beside] }).Derive().HasFurtherContradictions.Should().BeTrue();
        Derivation operations = Divided(
            [.. Enumerable.Range(0, 1_051).Select(i => Method(i, default, 3).Including(Part.Of(Victims.Women, default, 4)))]).Derive();
        operations.HasFurtherContradictions.Should().BeTrue();
        operations.Operations!.HasFurtherContradictions.Should().BeTrue();
        operations.Contradictions.Should().HaveCount(1_050);
    }

    [Fact]
    public void Validation_says_so_at_the_count_once_behind_those_that_are_told()
    {
        ValueList<Finding> findings = WithTally(Divided(Wrong(1_051))).Validate();
        findings.Should().HaveCount(1_051);
        findings.Take(1_050).Should().OnlyContain(finding => finding.Code == FindingCodes.Contradiction);
        Finding further = findings[^1];
        (further.Code, further.Severity, further.Pointer.ToString())
            .Should().Be((FindingCodes.FurtherContradictions, Severity.Information, "/tallies/0/report/casualties/killed"));
        further.Message.Should().Be("Not all contradictions of these figures are told: there are more than these 1,050.");
        further.Numbers.Should().Equal(1_050);
        File.ReadAllText(Path.Combine(Repository.Root, "src", "ConflictModel", "docs", "findings.md"))
            .Should().Contain($"| `{further.Code}` | {JsonName.Of(further.Severity)} | {further.Message} |");

        WithTally(Divided(Wrong(1_050))).Validate().Should().OnlyContain(finding => finding.Code == FindingCodes.Contradiction);
    }

    // Each method has more women than people.
    private static Part[] Wrong(int methods) =>
        [.. Enumerable.Range(0, methods).Select(i => Method(i, 3).Including(Part.Of(Victims.Women, 4)))];

    private static Toll Divided(Part[] methods) => Toll.Of(default).Including(methods);

    private static Part Method(int number, Estimate count, Estimate inOperations = default) =>
        Part.Through($"m{number}", count, inOperations);

    private static Part By(string actor) => Part.By(ActorId.From(actor));

    private static ConflictDataset WithTally(Toll toll) => Generate.Minimal with
    {
        Tallies =
        [
            new()
            {
                Id = TallyId.From("t"),
                Scope = new(),
                Report = new() { Citation = SourceId.From("s"), Casualties = new() { Killed = toll } },
            },
        ],
    };
}

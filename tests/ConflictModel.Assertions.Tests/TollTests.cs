using ConflictModel.Arithmetic;
using ConflictModel.Catalogs;
using static ConflictModel.Assertions.Tests.Samples;

namespace ConflictModel.Assertions.Tests;

public class TollTests
{
    [Fact]
    public void A_toll_whose_figures_can_all_be_true_adds_up() => Ten.Should().AddUp().And.BeSameAs(Ten);

    [Fact]
    public void A_toll_that_does_not_add_up_is_told_with_the_path_the_arithmetic_and_the_reason()
    {
        Toll killed = Toll.Of(20).Including(
            Part.Of(Victims.Civilians, 12).Including(Part.In(KnownRegions.Homs, 7), Part.In(KnownRegions.Raqqa, 6)));
        Fail.MessageOf(() => killed.Should().AddUp("the {0} is out", "report")).Should().Be(
            "Expected killed to add up because the report is out, but it does not:\n- victim:.civilians: "
            + "These figures of people can't all be true: 7 in homs + 6 in raqqa = 13, more than the 12 civilians. "
            + "The text states that the parts by region lie within the whole. "
            + "They add up only if nobody is counted in two parts by region, which is not stated.");
    }

    [Fact]
    public void Operations_that_do_not_add_up_fail_too()
    {
        Toll killed = Toll.Of(10, inOperations: 3).DividedInto(
            Part.In(KnownRegions.Homs, 4, inOperations: 2), Part.In(KnownRegions.Raqqa, 6, inOperations: 2));
        Fail.MessageOf(() => killed.Should().AddUp()).Should().Contain("figures of operations").And.Contain("2 in homs + 2 in raqqa = 4");
    }

    [Fact]
    public void Of_many_clashes_the_first_ten_are_told_and_how_many_more_there_are()
    {
        Toll killed = Toll.Of(1000).Including(
            [.. Enumerable.Range(1, 12).Select(i => Part.Through($"cause-{i}", i) with
            {
                Breakdowns = [Breakdown.Of(BreakdownKind.Inclusion, Reading.Stated, Part.Of(Victims.Women, i + 1))],
            })]);
        string message = Fail.MessageOf(() => killed.Should().AddUp());
        message.Should().Contain("- method:cause-10:").And.NotContain("- method:cause-11:").And.EndWith("\n- and 2 more");
    }

    [Fact]
    public void A_toll_that_does_not_add_up_can_be_expected_and_its_contradiction_looked_at() =>
        Wrong.Should().NotAddUp().Which.Arithmetic.Should().Be("4 + 8 = 12, more than 10");

    [Fact]
    public void A_toll_that_adds_up_fails_where_an_error_is_expected() =>
        Fail.MessageOf(() => Ten.Should().NotAddUp("it was wrong in print"))
            .Should().Be("Expected Ten not to add up because it was wrong in print, but all of it can be true.");

    [Fact]
    public void The_whole_is_what_follows_from_the_parts()
    {
        Toll parts = Toll.Of(default).DividedInto(Part.In(KnownRegions.Homs, 4), Part.In(KnownRegions.Raqqa, 3));
        parts.Should().Total(7);
        Fail.MessageOf(() => parts.Should().Total(8))
            .Should().Be("Expected parts to total 8, but it is 7 = 4 + 3 (7: 4 in homs and 3 in raqqa).");
    }

    [Fact]
    public void A_range_is_no_number_and_a_number_no_range()
    {
        var range = Toll.Of(Estimate.Between(3, 5));
        range.Should().Total(new Bounds(3, 5));
        foreach (long count in (long[])[3, 4, 5])
        {
            Fail.MessageOf(() => range.Should().Total(count)).Should().Be($"Expected range to total {count}, but it is 3 to 5.");
        }

        Fail.MessageOf(() => Ten.Should().Total(Bounds.AtLeast(10))).Should().Be("Expected Ten to total 10 or more, but it is 10.");
    }

    [Fact]
    public void What_is_printed_above_an_error_is_still_what_is_printed() => Wrong.Should().Total(10);

    [Fact]
    public void What_the_parts_leave_is_unstated()
    {
        Ten.Should().Leave(3).Unstated().And.AddUp();
        Fail.MessageOf(() => Ten.Should().Leave(2).Unstated("{0} are counted", 10)).Should().Be(
            "Expected Ten to leave 2 unstated because 10 are counted, "
            + "but it leaves 3 = 10 - 4 - 3 (3: 10 in all, less 4 in homs and 3 in raqqa) at region:?.");
    }

    [Fact]
    public void What_is_divided_in_full_leaves_nobody() =>
        Toll.Of(7).DividedInto(Part.In(KnownRegions.Homs, 4), Part.In(KnownRegions.Raqqa, 3)).Should().Leave(0).Unstated();

    [Fact]
    public void A_part_without_a_figure_leaves_a_range()
    {
        Toll killed = Toll.Of(10).Including(Part.In(KnownRegions.Homs, 4), Part.In(KnownRegions.Raqqa));
        killed.Should().Leave(new Bounds(0, 6)).Unstated();
        Fail.MessageOf(() => killed.Should().Leave(6).Unstated())
            .Should().StartWith("Expected killed to leave 6 unstated, but it leaves 0 to 6");
    }

    [Fact]
    public void What_has_no_parts_leaves_nothing_that_could_be_asserted() =>
        Fail.MessageOf(() => Toll.Of(10).Should().Leave(10).Unstated()).Should().EndWith("to leave 10 unstated, but it has no parts.");

    [Fact]
    public void What_does_not_add_up_leaves_nothing_that_could_be_asserted() =>
        Fail.MessageOf(() => Wrong.Should().Leave(0).Unstated()).Should().StartWith(
            "Expected Wrong to leave 0 unstated, but it does not add up:\n"
            + "- in all: These figures of people can't all be true: 4 in homs + 8");

    [Fact]
    public void A_whole_that_is_divided_in_several_ways_is_asked_for_by_path()
    {
        Toll killed = Ten.Including(Part.Of(Victims.Women, 2), Part.Of(Victims.Children, 1));
        Fail.MessageOf(() => killed.Should().Leave(3).Unstated()).Should().Be(
            """
            Expected killed to leave 3 unstated, but it is divided in several ways:
            - region:? is 3 = 10 - 4 - 3
            - demographic:? is 7 = 10 - 2 - 1
            """);
        killed.Should().HaveFigure("demographic:?").Which.Should().Be(7);
    }

    [Fact]
    public void A_figure_that_is_not_there_fails_with_those_that_are() =>
        Fail.MessageOf(() => Ten.Should().HaveFigure("region:hama")).Should().Be(
            """
            Expected Ten to have the figure region:hama, but its figures are:
            - in all is 10
            - region:homs is 4
            - region:raqqa is 3
            - region:? is 3 = 10 - 4 - 3
            """);

    [Fact]
    public void What_a_report_does_not_mention_is_not_zero()
    {
        Toll? wounded = Samples.HalfYear.Report.Casualties!.Wounded;
        wounded.Should().BeNull();
        foreach (Action assertion in (Action[])
        [
            () => wounded.Should().AddUp(), () => wounded.Should().NotAddUp(), () => wounded.Should().Total(0),
            () => wounded.Should().Leave(0).Unstated(), () => wounded.Should().HaveFigure("victim:?"),
        ])
        {
            Fail.MessageOf(assertion).Should().StartWith("Expected wounded ").And.EndWith("but the report does not mention it.");
        }
    }

    [Fact]
    public void A_derivation_brings_what_a_data_set_knows()
    {
        // Of the record alone, two regions are apart. The data set says that one lies within the other.
        Region district = RegionCatalog.BuiltIn.Get("SY0405");
        ConflictDataset dataset = new() { Regions = [KnownRegions.Homs, district] };
        Toll toll = Toll.Of(10).Including(Part.In(KnownRegions.Homs, 6), Part.In(district.Id, 6));
        toll.Should().NotAddUp();
        dataset.Derive(toll).Should().AddUp();
    }

    [Fact]
    public void What_nests_too_deep_is_told_when_it_is_asked_and_can_be_compared()
    {
        var part = Part.Of(Victims.Civilians, 1);
        for (int i = 0; i <= DerivationDepthException.MaxDepth; i++)
        {
            part = Part.Of(Victims.Civilians, 1) with { Breakdowns = [Breakdown.Of(BreakdownKind.Inclusion, Reading.Stated, part)] };
        }

        Toll deep = Toll.Of(1).Including(part);
        deep.Should().NotBeNull().And.Be(deep);
        deep.Invoking(toll => toll.Should().AddUp()).Should().Throw<DerivationDepthException>();
    }

    [Fact]
    public void Braces_in_the_words_of_a_report_stay_as_they_are()
    {
        Toll killed = Toll.Of(1).Including(Part.Of(Victims.Called("{0} {words}"), 2));
        Fail.MessageOf(() => killed.Should().AddUp("of {0}", "{1}")).Should().Contain("because of {1}, but").And.Contain("2 {0} {words}");
        Toll odd = Toll.Of(1).Including(Part.Of(Victims.Called("{reason} {context} {{x}} {context:y} }{ {1}"), 2));
        Fail.MessageOf(() => odd.Should().AddUp("it is {0}", "so")).Should().StartWith("Expected odd to add up because it is so, but")
            .And.Contain("2 {reason} {context} {{x}} {context:y} }{ {1}");
        Fail.MessageOf(() => odd.Should().HaveFigure(FigurePath.Parse("victim:{reason}", null)))
            .Should().Contain("the figure victim:{reason},");
    }
}

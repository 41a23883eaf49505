using CsCheck;

namespace ConflictModel.Undercount.Tests.Estimates.Overlaps;

public class OverlapTests
{
    [Theory]
    [InlineData("EXH", "ABA", "7,241.886", "7,231.473")]
    [InlineData("EXH", "OSCE", "7,136.527", "7,128.347")]
    [InlineData("EXH", "HRW", "6,779.016", "6,756.454")]
    [InlineData("ABA", "OSCE", "5,971.571", "5,964.771")]
    [InlineData("ABA", "HRW", "9,691.481", "9,621.881")]
    [InlineData("OSCE", "HRW", "5,461.652", "5,447.364")]
    public void A_pair_has_the_estimates_that_were_published(string one, string other, string lincolnPetersen, string chapman)
    {
        PairEstimate pair = PairEstimate.Of(Published.Kosovo).Single(it => it.Lists == (ValueList<string>)[one, other]);
        pair.LincolnPetersen!.Value.ToDouble().ShouldBe(lincolnPetersen);
        pair.Chapman.ToDouble().ShouldBe(chapman);
    }

    /// <summary>Three lists: the lower bound is from those on one list and on two, as two thirds of Chao's square by twice.</summary>
    [Fact]
    public void With_three_lists_the_lower_bound_is_two_thirds_of_the_unseen_of_1987() => Made.Full(3).Sample(table =>
    {
        var chao = ChaoEstimates.Of(table);
        double ofSlope = table.OnJust(1) * table.OnJust(1) / (3.0 * table.OnJust(2));
        if (Math.Log(table.OnJust(3)) - (2 * Math.Log(table.OnJust(2) / 3.0)) + Math.Log(table.OnJust(1) / 3.0) >= 0)
        {
            chao.LowerBound!.Value.ShouldBeAbout(table.Observed + ofSlope);
        }
        else
        {
            chao.LowerBound!.Value.Should().BeGreaterThan(table.Observed);
        }
    });

    [Fact]
    public void A_lower_bound_without_an_estimate_is_none_and_a_bend_that_nobody_holds_up_is_left_out()
    {
        // On a, b, ab, c, ac, bc, abc.
        ChaoEstimates.Of(Made.Table(3, [5, 4, 0, 3, 0, 0, 2])).LowerBound.Should().BeNull("nobody is on just two");
        ChaoEstimates.Of(Made.Table(3, [5, 4, 2, 0, 0, 0, 0])).LowerBoundByList.Should().BeNull("nobody is on the third list");
        var holed = ChaoEstimates.Of(Made.Table(4, [9, 8, 3, 7, 2, 2, 0, 6, 1, 2, 0, 3, 0, 0, 1]));
        holed.LowerBound.Should().BeGreaterThan(44);
        holed.LowerBoundByList.Should().BeGreaterThan(44);
    }

    [Fact]
    public void Chaos_estimates_are_those_that_were_published()
    {
        var chao = ChaoEstimates.Of(Published.Kosovo);
        chao.Chao1987!.Value.ToDouble().ShouldBe("10,270.48");
        chao.BiasCorrected.ToDouble().ShouldBe("10,262.01");
        chao.LowerBound!.Value.ShouldBe("8,787.2428");
        chao.LowerBoundInterval!.Value.Low.ShouldBe("8,367.856");
        chao.LowerBoundInterval!.Value.High!.Value.ShouldBe("9,241.553");
        chao.LowerBoundByList!.Value.ShouldBe("8,591.2");
    }

}

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

namespace ConflictModel.Tests.Values;

public class WordingsTests
{
    [Theory]
    [InlineData("nearly 4,100", 3690, 4100)]
    [InlineData("nearly 4 100", 3690, 4100)]
    [InlineData("Nearly 4100 people", 3690, 4100)]
    [InlineData("almost 10", 9, 10)]
    [InlineData("about 40", 30, 50)]
    [InlineData("some 40 fighters", 30, 50)]
    [InlineData("around 1.5 million", 1_125_000, 1_875_000)]
    [InlineData("more than 100", 101, null)]
    [InlineData("more than a hundred", 101, null)]
    [InlineData("over 38", 39, null)]
    [InlineData("at least 8", 8, null)]
    [InlineData("no fewer than 8", 8, null)]
    [InlineData("at least eight", 8, null)]
    [InlineData("8 or more", 8, null)]
    [InlineData("200+", 200, null)]
    [InlineData("at most 12", 0, 12)]
    [InlineData("no more than 12", 0, 12)]
    [InlineData("up to 2,500", 0, 2500)]
    [InlineData("fewer than 10", 0, 9)]
    [InlineData("3,000-5,000", 3000, 5000)]
    [InlineData("between 3,000 and 5,000", 3000, 5000)]
    [InlineData("about 3,000 to 5,000", 2250, 6250)]
    [InlineData("dozens", 20, 199)]
    [InlineData("dozens of fighters", 20, 199)]
    [InlineData("at least dozens", 20, null)]
    [InlineData("up to several hundred", 0, 1999)]
    [InlineData("hundreds", 200, 1999)]
    [InlineData("hundreds of thousands", 200_000, 1_999_999)]
    [InlineData("tens of thousands", 20_000, 199_999)]
    [InlineData("tens", 20, 199)]
    [InlineData("several", 2, 24)]
    [InlineData("a few", 2, 20)]
    [InlineData("a number of", 2, null)]
    [InlineData("many officers", 2, null)]
    [InlineData("au moins 12 morts", 12, null)]
    [InlineData("plus de 4 100", 4101, null)]
    [InlineData("des dizaines", 20, 199)]
    [InlineData("une vingtaine", 15, 25)]
    [InlineData("عشرات القتلى", 20, 199)]
    [InlineData("أكثر من ٤٬١٠٠", 4101, null)]
    [InlineData("ما لا يقل عن ٨", 8, null)]
    [InlineData("نحو 40", 30, 50)]
    public void Words_allow(string wording, int lower, int? upper) =>
        Wordings.Default.Read(Estimate.InWords(wording)).Should().Be(new Bounds(lower, upper));

    [Theory]
    [InlineData("over the past week, 12 people", 12)]
    [InlineData("several attacks killed 12", 12)]
    [InlineData("at least 3 women among the 12", 12)]
    [InlineData("12 dead", 12)]
    [InlineData("someone said 12", 12)]
    public void Words_that_speak_of_something_else_bound_nothing(string wording, int best) =>
        Wordings.Default.Read(Estimate.Hedged(best, wording)).Should().Be(Bounds.Unknown);

    [Fact]
    public void A_hedged_figure_is_bounded_by_its_hedge()
    {
        Wordings.Default.Read(Estimate.Hedged(4100, "nearly 4,100")).Should().Be(new Bounds(3690, 4100));
        Wordings.Default.Read(Estimate.Hedged(4100, "nearly")).Should().Be(new Bounds(3690, 4100));
        Wordings.Default.Read(Estimate.Hedged(4100, "over")).Should().Be(new Bounds(4101, null));
    }

    [Fact]
    public void A_best_figure_alone_bounds_nothing() =>
        Wordings.Default.Read(new Estimate(null, 12, null)).Should().Be(Bounds.Unknown);

    [Fact]
    public void Printed_figures_bound_by_their_hull()
    {
        Wordings.Default.Read(449).Should().Be(new Bounds(449, 449));
        Wordings.Default.Read(Estimate.AtLeast(8)).Should().Be(new Bounds(8, null));
        Wordings.Default.Read(Estimate.AtMost(8)).Should().Be(new Bounds(0, 8));
        Wordings.Default.Read(new Estimate(9, 7, 12)).Should().Be(new Bounds(7, 12));
        Wordings.Default.Read(new Estimate(9, null, 4)).Should().Be(new Bounds(4, 9));
        Wordings.Default.Read(new Estimate(3, 20, 12)).Should().Be(new Bounds(3, 20));
        Wordings.Default.Read(new Estimate(8, 15, 7)).Should().Be(new Bounds(7, 15));
        Wordings.Default.Read(new Estimate(2, 2, 1)).Should().Be(new Bounds(1, 2));
        Wordings.Default.Read(default).Should().Be(Bounds.Unknown);
    }

    [Fact]
    public void A_rule_of_ones_own_outranks_the_table()
    {
        Wordings strict = Wordings.Default.With(WordingRule.Word("dozens", new Bounds(24, 99)), WordingRule.Hedge("nearly", 98, 100));
        strict.Read(Estimate.InWords("dozens")).Should().Be(new Bounds(24, 99));
        strict.Read(Estimate.InWords("nearly 4,100")).Should().Be(new Bounds(4018, 4100));
        strict.Read(Estimate.InWords("about 40")).Should().Be(new Bounds(30, 50));
        Wordings.None.Read(Estimate.InWords("dozens")).Should().Be(Bounds.Unknown);
    }
}

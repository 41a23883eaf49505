namespace ConflictModel.Tests.Values;

public class EstimateTests
{
    [Fact]
    public void A_number_is_an_exact_estimate()
    {
        Estimate estimate = 449;
        estimate.IsExact.Should().BeTrue();
        estimate.Should().Be(new Estimate(449, 449, 449));
    }

    [Fact]
    public void A_low_above_its_high_is_held_as_published()
    {
        var row = new Estimate(177, 142, 177);
        row.Low.Should().Be(177);
        row.Best.Should().Be(142);
    }

    [Fact]
    public void The_default_reports_nothing_and_is_not_zero()
    {
        default(Estimate).IsEmpty.Should().BeTrue();
        default(Estimate).Should().NotBe((Estimate)0);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000_000_000_001)]
    public void A_figure_below_zero_or_beyond_reason_is_refused(long figure)
    {
        Func<Estimate> make = () => figure;
        make.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void An_estimate_reads_as_it_was_worded()
    {
        Estimate.Hedged(4100, "nearly 4,100").ToString().Should().Be("nearly 4,100");
        Estimate.Between(3000, 5000).ToString().Should().Be("3000 to 5000");
        Estimate.AtLeast(8).ToString().Should().Be("at least 8");
        new Estimate(4, 6, 9).ToString().Should().Be("4 to 9 (best 6)");
        default(Estimate).ToString().Should().Be("no figure");
    }

    [Fact]
    public void Estimates_are_equal_by_each_figure_and_by_their_words()
    {
        Estimate[] different =
            [new(1, 2, 3), new(0, 2, 3), new(1, null, 3), new(1, 2, 4), new(1, 2, 3, "about 2"), new(1, 2, 3, "About 2")];
        different[1..].Should().NotContain(other => other == different[0] || different[0] == other);
        (new Estimate(1, 2, 3) == different[0], new Estimate(1, 2, 3) != different[0]).Should().Be((true, false));
        new Estimate(1, 2, 3, "").Should().Be(different[0], "no words are no words");
    }

    [Fact]
    public void Only_one_figure_in_all_three_places_is_exact()
    {
        Estimate[] others = [default, new(3, 3, null), new(3, null, 3), new(null, 3, 3), new(3, 2, 3), new(3, 3, 4)];
        others.Should().NotContain(estimate => estimate.IsExact);
    }

    [Fact]
    public void Any_figure_or_word_is_a_report()
    {
        Estimate[] some = [Estimate.AtLeast(0), Estimate.AtMost(0), new(null, 0, null), Estimate.InWords("dozens")];
        some.Should().NotContain(estimate => estimate.IsEmpty);
    }

    [Fact]
    public void Figures_read_as_what_they_bound()
    {
        Estimate.AtMost(8).ToString().Should().Be("at most 8");
        new Estimate(null, 6, null).ToString().Should().Be("best 6");
        new Estimate(4, 6, null).ToString().Should().Be("at least 4 (best 6)");
        ((Estimate)449).ToString().Should().Be("449");
    }

    [Fact]
    public void An_estimate_in_words_has_words()
    {
        FluentActions.Invoking(() => Estimate.Hedged(3, "")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Estimate.InWords("")).Should().Throw<ArgumentException>();
    }
}

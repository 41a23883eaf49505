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
}

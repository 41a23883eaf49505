using ConflictModel.Aggregation;

namespace ConflictModel.Interchange.Tests.Aggregates;

/// <summary>The sums of the library over the incidents of published files.</summary>
public class IncidentSumTests
{
    [Fact]
    public void The_published_sums_and_the_sum_of_hulls_differ_and_both_are_known()
    {
        CasualtySum syria = SumOf(PublishedFiles.PathOf(PublishedFiles.Syria));
        syria.Incidents.Should().Be(16_566);
        syria.Low.Should().Be(new FigureSum(104_929, 0));
        syria.Best.Should().Be(new FigureSum(112_337, 0));
        syria.High.Should().Be(new FigureSum(119_020, 0));
        (syria.Bounds.Lower, syria.Bounds.Upper).Should().Be((104_742L, 119_193L));
    }

    [Fact]
    public void The_share_of_ranges_without_width_tells_how_far_widths_can_be_trusted()
    {
        Share(PublishedFiles.PathOf(PublishedFiles.Syria)).Should().Be(87.9m);
        Share(PublishedFiles.PathOf(PublishedFiles.Myanmar)).Should().Be(60.8m);
        Share(PublishedFiles.PathOf(PublishedFiles.Sample)).Should().Be(80.3m);
    }

    private static decimal Share(string path)
    {
        CasualtySum sum = SumOf(path);
        return Math.Round(100m * sum.ZeroWidth / sum.Counted, 1, MidpointRounding.AwayFromZero);
    }

    private static CasualtySum SumOf(string path)
    {
        using IncidentReader reader = IncidentReader.Open(path);
        return reader.Read().Sum(Harm.Killed);
    }
}

using ConflictModel.Aggregation;

namespace ConflictModel.Interchange.Tests.Aggregates;

/// <summary>The sums of the library over the incidents of published files.</summary>
public class IncidentSumTests
{
    [Fact]
    public void The_published_sums_and_the_sum_of_hulls_differ_and_both_are_known()
    {
        List<Incident> syria = IncidentsOf(PublishedFiles.PathOf(PublishedFiles.Syria));
        syria.Sum(Harm.Killed).Should().Be(new Sums(16_566, 104_929, 112_337, 119_020, 0, 0, 0));
        Bounds bounds = syria.BoundsOf(Harm.Killed).Bounds;
        (bounds.Lower, bounds.Upper).Should().Be((104_742L, 119_193L));
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
        SummedBounds sum = IncidentsOf(path).BoundsOf(Harm.Killed);
        return Math.Round(100m * sum.ZeroWidth / sum.Counted, 1, MidpointRounding.AwayFromZero);
    }

    private static List<Incident> IncidentsOf(string path)
    {
        using var reader = IncidentReader.Open(path);
        return [.. reader.Read()];
    }
}

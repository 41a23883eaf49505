using ConflictModel.Catalogs;
using static ConflictModel.Catalogs.KnownRegions;

namespace ConflictModel.Tests.Regions;

public class RegionGraphTests
{
    private static readonly RegionGraph Graph = new(KnownRegions.All);

    [Fact]
    public void A_governorate_lies_within_its_country_and_not_the_other_way_round()
    {
        Graph.IsWithin(Homs, Syria).Should().Be(Truth.Yes);
        Graph.IsWithin(Syria, Homs).Should().Be(Truth.No);
        Graph.IsWithin(Homs, Homs).Should().Be(Truth.Yes);
    }

    [Fact]
    public void Two_governorates_share_no_ground() => Graph.Shares(Homs, Raqqa).Should().Be(Truth.No);

    [Fact]
    public void What_lies_within_another_country_shares_no_ground() => Graph.Shares(Iraq, Homs).Should().Be(Truth.No);

    [Fact]
    public void The_desert_overlaps_a_governorate_and_is_not_within_it()
    {
        Graph.Shares(Badia, Homs).Should().Be(Truth.Yes);
        Graph.IsWithin(Badia, Homs).Should().Be(Truth.No);
    }

    [Fact]
    public void Something_in_the_desert_may_be_in_a_governorate_that_it_crosses() => Graph.Holds(Homs, Badia).Should().Be(Truth.Unknown);

    [Fact]
    public void Something_somewhere_in_the_country_may_be_in_the_governorate() => Graph.Holds(Homs, Syria).Should().Be(Truth.Unknown);

    [Fact]
    public void Something_in_the_governorate_is_in_the_country() => Graph.Holds(Syria, Homs).Should().Be(Truth.Yes);

    [Fact]
    public void Of_natural_regions_nothing_is_denied_that_nobody_denies() => Graph.Shares(NorthernSyria, WestEuphrates).Should().Be(Truth.Unknown);

    [Fact]
    public void The_desert_may_be_any_of_the_governorates_that_it_crosses() =>
        Graph.At(RegionKind.Governorate, Badia).Should().BeEquivalentTo(
            new[] { DeirEzzor, Raqqa, Homs }.Select(r => KeyValuePair.Create(r.Id, Truth.Unknown)));

    [Fact]
    public void A_region_that_lies_within_itself_does_no_harm()
    {
        RegionId a = RegionId.From("a");
        RegionId b = RegionId.From("b");
        var graph = new RegionGraph(
        [
            new() { Id = a, Name = "a", Kind = RegionKind.Natural, Within = [b] },
            new() { Id = b, Name = "b", Kind = RegionKind.Natural, Within = [a] },
        ]);
        graph.IsWithin(a, b).Should().Be(Truth.Yes);
    }
}

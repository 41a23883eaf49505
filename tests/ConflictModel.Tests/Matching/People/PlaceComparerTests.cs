using ConflictModel.Matching;

namespace ConflictModel.Tests.Matching.People;

public class PlaceComparerTests
{
    private static readonly PlaceComparer Places = new(
    [
        Region("c", RegionKind.Country), Region("g", RegionKind.Governorate, "c"), Region("d", RegionKind.District, "g"),
        Region("d2", RegionKind.District, "g"), Region("s", RegionKind.SubDistrict, "d"), Region("t", RegionKind.Town, "s"),
        Region("n", RegionKind.Natural, "c"), Region("z", RegionKind.Zone, "c"), Region("c", RegionKind.Town),
        Region("a", RegionKind.District, "b"), Region("b", RegionKind.District, "a"),
    ]);

    [Theory]
    [InlineData("t", "t", Agreement.Same)]
    [InlineData("s", "s", Agreement.Same)]
    [InlineData("d", "d", Agreement.Same)]
    [InlineData("g", "g", Agreement.Compatible)]
    [InlineData("c", "c", Agreement.Compatible)]
    [InlineData("n", "n", Agreement.Compatible)]
    [InlineData("nowhere", "nowhere", Agreement.Same)]
    [InlineData("t", "d", Agreement.Compatible)]
    [InlineData("t", "c", Agreement.Compatible)]
    [InlineData("d", "d2", Agreement.Differs)]
    [InlineData("t", "d2", Agreement.Differs)]
    [InlineData("a", "d", Agreement.Differs)]
    [InlineData("d", "n", Agreement.NotKnown)]
    [InlineData("d", "z", Agreement.NotKnown)]
    [InlineData("d", "nowhere", Agreement.NotKnown)]
    [InlineData("t s", "d", Agreement.Compatible)]
    [InlineData("t d2", "d", Agreement.Compatible)]
    [InlineData("d2 t", "d", Agreement.Compatible)]
    [InlineData("d2 n", "d", Agreement.Differs)]
    [InlineData("n d2", "d", Agreement.Differs)]
    [InlineData("d2 d", "d", Agreement.Same)]
    [InlineData("", "d", Agreement.NotKnown)]
    public void Regions_are_the_same_one_within_the_other_apart_or_not_known_to_be(string one, string other, Agreement agreement)
    {
        Places.Compare(In(one), In(other)).Should().Be(agreement);
        Places.Compare(In(other), In(one)).Should().Be(agreement);
    }

    [Theory]
    [InlineData(PlacePrecision.Exact, 0.044, Agreement.Same)]
    [InlineData(PlacePrecision.Near, 0.046, Agreement.Compatible)]
    [InlineData(PlacePrecision.Near, 0.44, Agreement.Compatible)]
    [InlineData(PlacePrecision.Exact, 0.46, Agreement.Differs)]
    [InlineData(PlacePrecision.District, 0, Agreement.Differs)]
    [InlineData(PlacePrecision.Unknown, 0, Agreement.Differs)]
    public void Points_that_stand_for_themselves_go_before_regions(PlacePrecision precision, double north, Agreement agreement)
    {
        Place one = In("d") with { Coordinates = new(34, 38), Precision = PlacePrecision.Exact };
        Place other = In("d2") with { Coordinates = new(34 + north, 38), Precision = precision };
        Places.Compare(one, other).Should().Be(agreement);
        Places.Compare(other, one).Should().Be(agreement);
        Places.Compare(one, In("d")).Should().Be(Agreement.Same, "the other has no point");
    }

    [Fact]
    public void Nothing_is_known_of_no_place()
    {
        Places.Compare(null, In("d")).Should().Be(Agreement.NotKnown);
        Places.Compare(In("d"), null).Should().Be(Agreement.NotKnown);
    }

    [Theory]
    [InlineData(0, 0, 0, 90, 10007.56)]
    [InlineData(90, 0, -90, 77, 20015.11)]
    [InlineData(0, 179.5, 0, -179.5, 111.2)]
    [InlineData(60, 10, 60, 11, 55.6)]
    [InlineData(33.51, 36.28, 36.2, 37.13, 309.1)]
    [InlineData(34, 38, 34, 38, 0)]
    public void Points_are_as_far_apart_as_on_the_sphere(double lat, double lon, double otherLat, double otherLon, double kilometres) =>
        EarthDistance.Between(new(lat, lon), new(otherLat, otherLon)).Should().BeApproximately(kilometres, 0.1);

    private static Region Region(string id, RegionKind kind, params string[] within) =>
        new() { Id = RegionId.From(id), Name = id, Kind = kind, Within = [.. within.Select(RegionId.From)] };

    private static Place In(string regions) =>
        new() { Regions = [.. regions.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(RegionId.From)] };
}

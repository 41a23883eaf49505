using ConflictModel.Catalogs;
using ConflictModel.Hierarchies;
using CsCheck;

namespace ConflictModel.Tests.Hierarchies;

public class RegionHierarchyTests
{
    private static readonly RegionHierarchy Syria = RegionCatalog.BuiltIn.Hierarchy;

    [Theory]
    [InlineData("SY090100", "deir-ezzor", Truth.Yes)]
    [InlineData("deir-ezzor", "syria", Truth.Yes)]
    [InlineData("homs", "homs", Truth.Yes)]
    [InlineData("homs", "hama", Truth.No)]
    [InlineData("homs", "iraq", Truth.No)]
    [InlineData("SY0401", "SY0901", Truth.No)]
    [InlineData("syria", "homs", Truth.Unknown)]
    [InlineData("badia", "homs", Truth.Unknown)]
    [InlineData("homs", "badia", Truth.Unknown)]
    [InlineData("SY0405", "badia", Truth.Unknown)]
    [InlineData("palmyra-town", "badia", Truth.Unknown)]
    [InlineData("badia", "latakia", Truth.No)]
    [InlineData("SY0600", "badia", Truth.No)]
    [InlineData("badia", "syria", Truth.Yes)]
    [InlineData("badia", "iraq", Truth.No)]
    [InlineData("homs-desert", "homs", Truth.Yes)]
    [InlineData("homs-desert", "badia", Truth.Yes)]
    [InlineData("homs-desert", "raqqa", Truth.No)]
    [InlineData("homs-desert", "raqqa-desert", Truth.No)]
    [InlineData("badia", "west-euphrates", Truth.Unknown)]
    [InlineData("badia", "syrian-coast", Truth.No)]
    [InlineData("nowhere", "homs", Truth.Unknown)]
    [InlineData("badia", "western-asia", Truth.Yes)]
    [InlineData("badia", "northern-africa", Truth.No)]
    [InlineData("northern-africa", "sudan", Truth.Unknown)]
    [InlineData("northern-africa", "homs", Truth.No)]
    [InlineData("western-asia", "northern-africa", Truth.No)]
    [InlineData("taiwan", "eastern-asia", Truth.Unknown)]
    public void What_is_in_a_place_is_in_an_area_or_not_or_perhaps(string place, string area, Truth expected) =>
        Syria.Within(RegionId.From(place), RegionId.From(area)).Should().Be(expected);

    [Fact]
    public void A_region_rolls_up_to_any_level_above_it()
    {
        var town = RegionId.From("palmyra-town");
        Syria.AncestorAt(town, RegionKind.District)!.Value.Value.Should().Be("SY0405");
        Syria.AncestorAt(town, RegionKind.Governorate)!.Value.Value.Should().Be("homs");
        Syria.AncestorAt(town, RegionKind.Country)!.Value.Value.Should().Be("syria");
        Syria.AncestorAt(KnownRegions.Badia.Id, RegionKind.Governorate).Should().BeNull();
        Syria.Ancestors(RegionId.From("SY090100")).Select(id => id.Value)
            .Should().Equal("SY0901", "deir-ezzor", "syria", "western-asia", "asia", "world");
    }

    [Fact]
    public void Parts_of_the_world_share_nothing_unless_a_country_lies_in_both()
    {
        RegionHierarchy regions = new(
        [
            Area("africa"), Area("arab-states"), Area("levant"), Area("empty"),
            Country("sudan", "africa", "arab-states"), Country("chad", "africa"), Country("lebanon", "levant"), Country("malta"),
        ]);
        regions.Within(RegionId.From("chad"), RegionId.From("levant")).Should().Be(Truth.No);
        regions.Within(RegionId.From("africa"), RegionId.From("levant")).Should().Be(Truth.No);
        regions.Within(RegionId.From("africa"), RegionId.From("arab-states")).Should().Be(Truth.Unknown);
        regions.Within(RegionId.From("chad"), RegionId.From("arab-states")).Should().Be(Truth.Unknown);
        regions.Within(RegionId.From("malta"), RegionId.From("levant")).Should().Be(Truth.Unknown, "nobody says where it lies");
        regions.Within(RegionId.From("chad"), RegionId.From("empty")).Should().Be(Truth.Unknown, "nobody says what it holds");
    }

    [Fact]
    public void Natural_regions_that_touch_no_governorate_in_common_share_nothing_and_one_that_names_none_may_be_anywhere()
    {
        Region east = Area("east") with { Overlaps = [RegionId.From("homs")] };
        Region west = Area("west") with { Overlaps = [RegionId.From("hama")] };
        Region homs = new() { Id = RegionId.From("homs"), Name = "Homs", Kind = RegionKind.Governorate };
        RegionHierarchy regions = new([east, west, Area("steppe"), homs, homs with { Id = RegionId.From("hama") }]);
        regions.Within(east.Id, west.Id).Should().Be(Truth.No);
        regions.Within(east.Id, RegionId.From("steppe")).Should().Be(Truth.Unknown);
        regions.Within(RegionId.From("steppe"), west.Id).Should().Be(Truth.Unknown);
        regions.Within(homs.Id, RegionId.From("steppe")).Should().Be(Truth.Unknown);
        regions.Within(homs.Id, west.Id).Should().Be(Truth.No);
    }

    private static Region Area(string id) => new() { Id = RegionId.From(id), Name = id, Kind = RegionKind.Natural };

    private static Region Country(string id, params string[] within) =>
        new() { Id = RegionId.From(id), Name = id, Kind = RegionKind.Country, Within = [.. within.Select(RegionId.From)] };

    [Fact]
    public void The_badia_gives_each_governorate_bounds_and_stands_once_in_the_whole()
    {
        RegionSpread spread = Syria.Spread(
            [Count(449, "badia"), Count(8, "homs"), Count(2, "SY0901"), Count(5, "iraq"), Count(1)], RegionKind.Governorate);
        spread.Whole.Should().Be(Bounds.Exactly(465));
        spread.Elsewhere.Should().Be(Bounds.Exactly(6));
        spread.Regions.Select(share => share.Key.Value)
            .Should().Equal("aleppo", "deir-ezzor", "hama", "homs", "raqqa", "rural-damascus", "suwayda");
        spread.Regions.Single(share => share.Key.Value == "raqqa").Value.Should().Be(new Bounds(0, 449));
        spread.Regions.Single(share => share.Key.Value == "homs").Value.Should().Be(new Bounds(8, 457));
        spread.Regions.Single(share => share.Key.Value == "deir-ezzor").Value.Should().Be(new Bounds(2, 451));
    }

    [Fact]
    public void Each_policy_adds_up()
    {
        RegionSpread spread =
            Syria.Spread([Count(449, "badia"), Count(8, "homs"), Count(2, "SY0901"), Count(5, "iraq")], RegionKind.Governorate);

        RegionSpread.Division left = spread.Figures(SpreadPolicy.Unassigned);
        (left.Unassigned, left.Regions.Sum(region => region.Value)).Should().Be((454, 10));

        RegionSpread.Division equal = spread.Figures(SpreadPolicy.Equal);
        equal.Regions.Select(region => (region.Key.Value, region.Value)).Should().Equal(
            ("aleppo", 65), ("deir-ezzor", 66), ("hama", 64), ("homs", 72), ("raqqa", 64), ("rural-damascus", 64), ("suwayda", 64));
        equal.Unassigned.Should().Be(5);

        RegionSpread.Division proportional = spread.Figures(SpreadPolicy.Proportional);
        proportional.Regions.Where(region => region.Value > 0)
            .Select(region => (region.Key.Value, region.Value)).Should().Equal(("deir-ezzor", 92), ("homs", 367));
        proportional.Unassigned.Should().Be(5);
    }

    [Fact]
    public void Many_small_counts_of_one_vague_place_do_not_all_go_to_the_same_region()
    {
        RegionSpread spread = Syria.Spread(Enumerable.Repeat(Count(1, "badia"), 70), RegionKind.Governorate);
        spread.Figures(SpreadPolicy.Equal).Regions.Should().OnlyContain(region => region.Value == 10);
    }

    [Fact]
    public void What_may_lie_in_the_one_region_of_a_level_that_is_listed_is_not_certain_there()
    {
        RegionHierarchy regions = new(
        [
            Country("x"), Country("y"),
            new() { Id = RegionId.From("g"), Name = "G", Kind = RegionKind.Governorate, Within = [RegionId.From("x")] },
        ]);
        foreach (string[] places in (string[][])[["x"], ["g", "y"]])
        {
            RegionSpread spread = regions.Spread([Count(9, places), Count(1, "g")], RegionKind.Governorate);
            spread.Regions.Single().Value.Should().Be(new Bounds(1, 10));
            spread.Figures(SpreadPolicy.Unassigned).Unassigned.Should().Be(9);
            spread.Figures(SpreadPolicy.Equal).Regions.Single().Value.Should().Be(10);
        }
    }

    [Fact]
    public void Whatever_is_spread_the_whole_and_every_sum_of_figures_is_kept()
    {
        string[] places = ["badia", "homs", "syria", "iraq", "SY0901", "hauran", "west-euphrates", "palmyra-town", "nowhere"];
        Gen.Select(Gen.Int[0, places.Length - 1], Gen.Long[0, 1000]).Array[0, 30].Sample(rows =>
        {
            RegionSpread spread = Syria.Spread(rows.Select(row => Count(row.Item2, places[row.Item1])), RegionKind.Governorate);
            long total = rows.Sum(row => row.Item2);
            spread.Whole.Should().Be(Bounds.Exactly(total));
            foreach (SpreadPolicy policy in Enum.GetValues<SpreadPolicy>())
            {
                RegionSpread.Division figures = spread.Figures(policy);
                (figures.Regions.Sum(region => region.Value) + figures.Unassigned).Should().Be(total);
                foreach (KeyValuePair<RegionId, long> figure in (IEnumerable<KeyValuePair<RegionId, long>>)figures.Regions)
                {
                    spread.Regions.Single(share => share.Key == figure.Key).Value.Contains(figure.Value).Should().BeTrue();
                }
            }
        });
    }

    [Fact]
    public void A_region_within_itself_is_refused_with_the_path()
    {
        Region Make(string id, string within) =>
            new() { Id = RegionId.From(id), Name = id, Kind = RegionKind.Zone, Within = [RegionId.From(within)] };
        Action build = () => _ = new RegionHierarchy([Make("a", "b"), Make("b", "c"), Make("c", "a")]);
        build.Should().Throw<HierarchyCycleException>().Which.Path.Should().Equal("a", "b", "c", "a");
    }

    [Fact]
    public void Of_unchecked_regions_those_on_a_circle_lie_within_nothing_and_of_two_with_one_id_the_first_counts()
    {
        static Region Make(string id, params string[] within) =>
            new() { Id = RegionId.From(id), Name = id, Kind = RegionKind.Zone, Within = [.. within.Select(RegionId.From)] };
        var regions = RegionHierarchy.FromUnchecked(
            [Make("town", "a"), Make("a", "b"), Make("b", "a"), Make("itself", "itself"), Make("twice", "a"), Make("twice", "b")]);
        string[] Around(string id) => [.. regions.Ancestors(RegionId.From(id)).Select(around => around.Value)];
        Around("town").Should().Equal("a");
        Around("a").Should().BeEmpty();
        Around("b").Should().BeEmpty();
        Around("itself").Should().BeEmpty();
        Around("twice").Should().Equal("a");
    }

    [Fact]
    public void A_place_may_lie_in_the_regions_of_a_level_that_it_crosses_and_one_that_nobody_lists_in_none()
    {
        string[] At(params string[] places) =>
            [.. Syria.CandidatesAt([.. places.Select(RegionId.From)], RegionKind.Governorate).Select(region => region.Value)];
        At("homs").Should().Equal("homs");
        At("palmyra-town").Should().Equal("homs");
        At("palmyra-town", "SY0901").Should().Equal("deir-ezzor", "homs");
        At("syrian-coast").Should().Equal("latakia", "tartus");
        At("iraq").Should().BeEmpty();
        At("nowhere").Should().BeEmpty();
        At().Should().BeEmpty();
    }

    [Fact]
    public void What_has_no_figure_has_bounds_and_no_part_in_figures()
    {
        RegionSpread spread = Syria.Spread([Count(3, "homs") with { Figure = null }, Count(4, "homs")], RegionKind.Governorate);
        spread.Regions.Select(share => (share.Key.Value, share.Value)).Should().Equal(("homs", Bounds.Exactly(7)));
        spread.Figures(SpreadPolicy.Equal).Regions.Select(share => (share.Key.Value, share.Value)).Should().Equal(("homs", 4));
        spread.Figures(SpreadPolicy.Equal).Policy.Should().Be(SpreadPolicy.Equal);
    }

    [Fact]
    public void An_unknown_policy_is_refused()
    {
        Action ask = () => Syria.Spread([], RegionKind.Governorate).Figures((SpreadPolicy)9);
        ask.Should().Throw<ArgumentOutOfRangeException>();
    }

    private static RegionSpread.Row Count(long count, params string[] places) => new()
    {
        Regions = [.. places.Select(RegionId.From)], Count = Bounds.Exactly(count), Figure = count,
    };
}

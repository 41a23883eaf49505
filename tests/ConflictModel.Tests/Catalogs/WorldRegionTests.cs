using ConflictModel.Aggregation;
using ConflictModel.Catalogs;
using ConflictModel.Validation;

namespace ConflictModel.Tests.Catalogs;

public class WorldRegionTests
{
    private static readonly RegionCatalog Regions = RegionCatalog.BuiltIn;
    private static readonly Region[] Countries = [.. Regions.Where(region => region.Kind == RegionKind.Country)];
    private static readonly Region[] Parts =
        [.. Regions.Where(region => region.Kind == RegionKind.Zone && region.ExternalIds.Any(id => id.Scheme == "m49"))];

    [Fact]
    public void The_sample_of_the_guide_does_what_it_says()
    {
        Regions.Hierarchy.Ancestors(RegionId.From("sudan"))
            .Should().Equal(RegionId.From("northern-africa"), RegionId.From("africa"), RegionId.From("world"));

        ConflictDataset dataset = Dataset("syria", "iraq", "sudan", "ukraine", "kosovo");
        ConflictDataset placed = dataset with { Regions = RegionCatalog.PlaceInWorld(dataset.Regions) };
        IncidentQuery killed = placed.ToTable().Query().Sum(Measure.Killed);
        killed.InRegions(RegionId.From("western-asia")).Run().Total.Of(Measure.Killed).Best.Should().Be(2);
        killed.GroupBy(GroupKey.World).Run()
            .Select(row => (row.Of(GroupKey.World).Value, row.Of(Measure.Killed).Best))
            .Should().BeEquivalentTo([("western-asia", 2L), ("northern-africa", 1L), ("eastern-europe", 1L)]);
    }

    [Fact]
    public void Every_country_that_m49_lists_lies_in_one_of_its_smallest_regions()
    {
        HashSet<RegionId> larger = [.. Parts.SelectMany(part => part.Within)];
        foreach (Region country in Countries)
        {
            RegionId[] around = [.. Regions.Hierarchy.Ancestors(country)];
            RegionId[] smallest = [.. around.Where(id => !larger.Contains(id))];
            if (country.Id.Value is "kosovo" or "taiwan")
            {
                around.Should().BeEmpty(country.Id.Value);
            }
            else
            {
                smallest.Length.Should().Be(country.Id.Value == "antarctica" ? 0 : 1, country.Id.Value);
                around[^1].Value.Should().Be("world");
                Parts.Count(part => Regions.Hierarchy.Within(country, part) == Truth.Yes).Should().Be(around.Length);
                Parts.Any(part => Regions.Hierarchy.Within(country, part) == Truth.Unknown)
                    .Should().Be(country.Id.Value == "antarctica", country.Id.Value);
            }
        }
    }

    [Theory]
    [InlineData("145", "western-asia", 18)]
    [InlineData("015", "northern-africa", 7)]
    [InlineData("202", "sub-saharan-africa", 53)]
    [InlineData("002", "africa", 60)]
    [InlineData("419", "latin-america-and-the-caribbean", 52)]
    [InlineData("142", "asia", 50)]
    [InlineData("150", "europe", 51)]
    [InlineData("009", "oceania", 29)]
    [InlineData("001", "world", 248)]
    public void A_region_of_m49_is_found_by_its_number_and_holds_as_many_countries_as_m49_says(string number, string id, int count)
    {
        Region part = Regions.FindByExternalId("m49", number).Should().ContainSingle().Subject;
        part.Id.Value.Should().Be(id);
        Countries.Count(country => Regions.Hierarchy.Within(country, part) == Truth.Yes).Should().Be(count);
    }

    [Fact]
    public void A_copied_country_names_no_region_beyond_itself_and_a_placed_one_none_beyond_the_data_set()
    {
        Countries.Should().OnlyContain(country => country.Within.IsEmpty);
        ConflictDataset dataset = Dataset("syria", "sudan", "taiwan");
        dataset.Validate().Should().BeEmpty();
        ConflictDataset placed = dataset with { Regions = RegionCatalog.PlaceInWorld(dataset.Regions) };
        placed.Validate().Should().BeEmpty();
        placed.Regions.Select(region => region.Id.Value)
            .Should().Equal("world", "asia", "western-asia", "africa", "northern-africa", "syria", "sudan", "taiwan");
        RegionCatalog.PlaceInWorld(placed.Regions).Should().Equal(placed.Regions);
    }

    [Fact]
    public void A_country_of_ones_own_is_known_by_its_code_and_keeps_what_it_lies_in()
    {
        var area = new Region { Id = RegionId.From("my-area"), Name = "My area", Kind = RegionKind.Natural };
        var country = new Region
        {
            Id = RegionId.From("SYR"), Name = "Syria", Kind = RegionKind.Country, IsoCode = "SY", Within = [area],
        };
        RegionCatalog.PlaceInWorld([area, country])[^1].Within.Select(id => id.Value)
            .Should().Equal("western-asia", "asia", "world", "my-area");
        RegionCatalog.PlaceInWorld([country with { Kind = RegionKind.Town }]).Should().ContainSingle();
    }

    [Fact]
    public void An_id_of_m49_that_another_region_bears_is_refused()
    {
        var town = new Region { Id = RegionId.From("africa"), Name = "Africa", Kind = RegionKind.Town };
        Action place = () => RegionCatalog.PlaceInWorld([town]);
        place.Should().Throw<ArgumentException>().WithMessage("*'africa'*");
    }

    [Fact]
    public void An_event_of_a_country_in_another_part_of_the_world_is_not_uncertain()
    {
        ConflictDataset dataset = Dataset("sudan", "ukraine", "taiwan", "syria");
        ConflictDataset placed = dataset with { Regions = RegionCatalog.PlaceInWorld(dataset.Regions) };
        Aggregate asia = placed.ToTable().Query().Sum(Measure.Killed).InRegions(RegionId.From("asia")).Run();
        (asia.Total.Of(Measure.Killed).Best, asia.Perhaps).Should().Be((1, 1), "M49 does not list Taiwan");
    }

    [Theory]
    [InlineData("Western Asia", "western-asia")]
    [InlineData("western asia", "western-asia")]
    [InlineData("غربي آسيا", "western-asia")]
    [InlineData("Sub-Saharan Africa", "sub-saharan-africa")]
    [InlineData("Africa", "africa")]
    [InlineData("m49:145", "western-asia")]
    [InlineData("Southern Africa", "southern-africa")]
    [InlineData("South Africa", "south-africa")]
    [InlineData("Micronesia", "micronesia")]
    [InlineData("m49:057", "micronesian-islands")]
    [InlineData("Caribbean Netherlands", "caribbean-netherlands")]
    [InlineData("Caribbean", "caribbean")]
    [InlineData("Central African Republic", "central-african-republic")]
    [InlineData("Türkiye", "turkey")]
    [InlineData("Syrian Arab Republic", "syria")]
    [InlineData("Bolivia (Plurinational State of)", "bolivia")]
    [InlineData("Republic of Korea", "south-korea")]
    [InlineData("Democratic People's Republic of Korea", "north-korea")]
    [InlineData("Democratic Republic of the Congo", "dr-congo")]
    [InlineData("Congo", "congo")]
    [InlineData("Netherlands (Kingdom of the)", "netherlands")]
    [InlineData("Iran (Islamic Republic of)", "iran")]
    [InlineData("الاتحاد الروسي", "russia")]
    [InlineData("دولة فلسطين", "palestine")]
    public void Names_of_m49_are_found(string text, string id) => RegionCatalog.World.Resolve(text).Value!.Id.Value.Should().Be(id);

    [Theory]
    [InlineData("West Africa")]
    [InlineData("East Asia")]
    [InlineData("Northern Syria governorate")]
    [InlineData("southern Syria")]
    [InlineData("North Asia")]
    [InlineData("South-western Asia")]
    [InlineData("Asian")]
    [InlineData("Eastern")]
    [InlineData("Eastern Ghouta Africa")]
    [InlineData("East Africa Command")]
    public void What_m49_does_not_call_so_is_no_region_of_it(string text) =>
        RegionCatalog.World.Resolve(text).Matches.Select(match => match.Item).Intersect(Parts).Should().BeEmpty();

    [Fact]
    public void The_regions_of_m49_make_a_tree_under_the_world()
    {
        Parts.Should().HaveCount(30);
        foreach (Region part in Parts.Where(part => part.Id.Value != "world"))
        {
            part.Within[^1].Value.Should().Be("world");
            Parts.Where(other => other != part
                    && Regions.Hierarchy.Within(part, other) is Truth.Yes).Should().HaveCount(part.Within.Count, part.Id.Value);
            Parts.Where(other => Regions.Hierarchy.Within(part, other) is Truth.Unknown)
                .Should().BeEquivalentTo(Parts.Where(other => other.Within.Contains(part.Id)), part.Id.Value);
        }
    }

    private static ConflictDataset Dataset(params string[] countries) => new()
    {
        Sources = [KnownSources.Sohr],
        Regions = [.. countries.Select(Regions.Get)],
        Incidents =
        [
            .. countries.Select(country => new Incident
            {
                Id = IncidentId.From("in-" + country),
                Date = UncertainDate.Parse("2024-05-01"),
                Kind = IncidentKind.Explosion,
                Place = new() { Regions = [RegionId.From(country)], Precision = PlacePrecision.Country },
                Reports = [new() { Citation = KnownSources.Sohr, Casualties = new() { Killed = Toll.Of(1) } }],
            }),
        ],
    };
}

using ConflictModel.Catalogs;

namespace ConflictModel.Tests.Catalogs;

public class WorldTests
{
    private static readonly RegionCatalog World = RegionCatalog.World;

    [Fact]
    public void Every_country_of_iso_3166_has_its_codes_and_names()
    {
        List<Region> countries = [.. RegionCatalog.BuiltIn.Where(region => region.Kind == RegionKind.Country)];
        countries.Should().HaveCount(250);
        countries.Where(country => country.IsoCode is null).Select(country => country.Id.Value).Should().Equal("kosovo");
        foreach (string scheme in new[] { "iso3", "m49" })
        {
            countries.SelectMany(country => country.ExternalIds).Where(id => id.Scheme == scheme)
                .Select(id => id.Value).Should().HaveCount(249).And.OnlyHaveUniqueItems();
        }

        RegionCatalog.BuiltIn.FindByExternalId("iso3", "SDN").Should().ContainSingle().Which.Name.In("ar").Should().Be("السودان");
        RegionCatalog.BuiltIn.FindByExternalId("m49", "887").Should().ContainSingle().Which.Id.Value.Should().Be("yemen");
    }

    [Fact]
    public void Every_country_of_ucdp_is_found_by_its_id_and_by_its_name()
    {
        var countries = PublishedData.Csv("ucdp-published-totals/organizedviolencecy_v25_1.csv")
            .Select(row => (Id: row["country_id_cy"], Name: row["country_cy"]))
            .Where(country =>
                country.Id is not ("265" or "315" or "680")) // East Germany, Czechoslovakia and South Yemen are no countries today
            .ToHashSet();
        countries.Should().HaveCountGreaterThan(190);
        foreach ((string id, string name) in countries)
        {
            RegionCatalog.BuiltIn.FindByExternalId("ucdp", id).Should().ContainSingle(name).Which
                .Should().Be(RegionCatalog.BuiltIn.Resolve(name).Value, name);
        }
    }

    [Fact]
    public void Divisions_lie_in_the_country_of_their_code()
    {
        List<Region> divisions = [.. World.Where(region => World.LayerOf(region.Id) == "world")];
        divisions.Should().HaveCount(2272);
        foreach (Region division in divisions)
        {
            World.Get(division.Within[^1]).IsoCode.Should().Be(division.IsoCode![..2]);
        }

        RegionCatalog.BuiltIn.TryGet(RegionId.From("SD-DC"), out _).Should().BeFalse();
    }

    [Theory]
    [InlineData("North Darfur", "sudan", "SD-DN")]
    [InlineData("Khartoum state", "sudan", "SD-KH")]
    [InlineData("Basra", "iraq", "IQ-BA")]
    [InlineData("Rakhine state", "myanmar", "MM-16")]
    [InlineData("Донецкая область", "ukraine", "UA-14")]
    [InlineData("Донецька область", "ukraine", "UA-14")]
    [InlineData("Donetsk oblast", "ukraine", "UA-14")]
    [InlineData("Kharkiv", "ukraine", "UA-63")]
    [InlineData("Kyiv oblast", "ukraine", "UA-32")]
    [InlineData("Kyiv", "ukraine", "UA-30")]
    [InlineData("Ta'izz governorate", "yemen", "YE-TA")]
    [InlineData("Hudaydah governorate", "yemen", "YE-HU")]
    [InlineData("Şa‘dah governorate", "yemen", "YE-SD")]
    [InlineData("Şan‘ā’ governorate", "yemen", "YE-SN")]
    [InlineData("Sana'a city", "yemen", "YE-SA")]
    [InlineData("South Kordofan state", "sudan", "SD-KS")]
    [InlineData("Northern Darfur state", "sudan", "SD-DN")]
    public void A_place_of_another_country_is_found(string text, string country, string id)
    {
        World.Resolve(text, null, RegionId.From(country)).Value!.Id.Value.Should().Be(id);
        World.Resolve(text).Matches.Select(match => match.Item.Id.Value).Should().Contain(id);
    }

    [Fact]
    public void Gaza_is_that_of_Mozambique_only_there()
    {
        World.Resolve("Gaza").IsUnknown.Should().BeTrue();
        World.Resolve("Gaza", null, RegionId.From("mozambique")).Value!.Id.Value.Should().Be("MZ-G");
    }

    [Fact]
    public void Names_of_two_countries_are_ambiguous_and_a_country_goes_before_a_division()
    {
        World.Resolve("Amazonas").IsAmbiguous.Should().BeTrue();
        World.Resolve("Georgia").Value!.Kind.Should().Be(RegionKind.Country);
    }

    [Theory]
    [InlineData("ucdp-ged-myanmar-24.1/ged_myanmar.csv", 15, 24)]
    [InlineData("ucdp-ged-sample-23.1/ged231_sample1000.csv", 226, 295)]
    public void First_level_names_of_published_files_are_found_and_none_in_another_country(string file, int found, int all)
    {
        var names = PublishedData.Csv(file)
            .Select(row => (Country: row["country"], Name: row["adm_1"])).Where(name => name.Name.Length > 0).ToHashSet();
        var right = new List<string>();
        var elsewhere = new List<string>();
        foreach ((string country, string name) in names)
        {
            Region at = World.Resolve(country).Value!;
            if (World.Resolve(name, RegionKind.Governorate, at.Id).Value is { } region)
            {
                region.Within.Contains(at.Id).Should().BeTrue();
                right.Add(name);
            }

            // Countries have parted since: Sudan's south, and Yugoslavia.
            if (World.Resolve(name).Value is { } alone
                && alone.Kind != RegionKind.Country && !alone.Within.Contains(at.Id) && country is not ("Sudan" or "Serbia (Yugoslavia)"))
            {
                elsewhere.Add($"{name} of {country} is {alone.Id}");
            }
        }

        elsewhere.Should().BeEmpty();
        (right.Count, names.Count).Should().Be((found, all));
    }
}

using ConflictModel.Catalogs;

namespace ConflictModel.Tests.Catalogs;

public class CatalogTextTests
{
    [Theory]
    [InlineData("x\tTown\t\t\t\t\t\t\t", "Line 1: the name is missing.")]
    [InlineData("x\tTown\t\t\t\t\t\t\tX", "Line 1: 'X' is not a pair: write two texts separated by a colon.")]
    [InlineData("x\tTown\t\t\t\t\t\t\t:X", "Line 1: ':X' is not a pair: write two texts separated by a colon.")]
    [InlineData("x\tTown\t\t\t\t\t\t\ten:", "Line 1: 'en:' is not a pair: write two texts separated by a colon.")]
    [InlineData("#\n\nx\tTown\t\t\tnorth\t\t\t\ten:X", "Line 3: 'north' is not a point: write latitude and longitude in degrees, *")]
    [InlineData("x\tTown\t\t\t1 2 3\t\t\t\ten:X", "Line 1: '1 2 3' is not a point*")]
    [InlineData("x\tTown\t\t\t1 b\t\t\t\ten:X", "Line 1: '1 b' is not a point*")]
    [InlineData("x\tHamlet\t\t\t\t\t\t\ten:X", "Line 1: 'Hamlet' is not a kind; the kinds are Country, Governorate, *")]
    [InlineData("x\tTown\t\t\t\t\t\t\ten:X\t\t\t\t", "Line 1: a record has at most 11 fields, not 13.")]
    [InlineData("!version\t1\t2", "Line 1: !version must be followed by one field.")]
    public void What_is_wrong_with_a_line_is_said_with_its_number(string text, string message) =>
        FluentActions.Invoking(() => RegionCatalog.Empty.With("file", new StringReader(text)))
            .Should().Throw<CatalogFormatException>().WithMessage(message);

    [Fact]
    public void A_region_has_all_that_its_line_says()
    {
        RegionCatalog regions = RegionCatalog.Empty.With("file", new StringReader(
            "!version\t7\na\tCountry\t\tAA\t\t\t\t\ten:Aland\n"
            + "g\tGovernorate\tAA01\tAA-G\t1.5 2\ta\t\twikidata:Q1|geonames:2\ten:Gee|ar,fa:جي\ten:Old Gee\n"
            + "t\tTown\t\t\t\tg\tz z2\t\ten:Tee\t\ten:Loose Tee\n"));
        regions.Get("g").Should().Be(new Region
        {
            Id = RegionId.From("g"), Kind = RegionKind.Governorate, PCode = "AA01", IsoCode = "AA-G", Coordinates = new(1.5, 2),
            Within = [RegionId.From("a")],
            ExternalIds = [new() { Scheme = "wikidata", Value = "Q1" }, new() { Scheme = "geonames", Value = "2" }],
            Name = new LocalizedText([new("en", "Gee"), new("ar", "جي"), new("fa", "جي")]), Aliases = ["Old Gee"],
        });
        Region town = regions.Get("t");
        town.Within.Select(id => id.Value).Should().Equal("g", "a");
        town.Overlaps.Select(id => id.Value).Should().Equal("z", "z2");
        (town.PCode, town.IsoCode, town.Coordinates).Should().Be((null, null, null));
        regions.Get("a").PCode.Should().BeNull();
        regions.Resolve("Loose Tee").Matches.Select(match => match.Rule).Should().Equal(NameRule.LooseUse);
        regions.With("more", [town with { Name = "Other" }]).Resolve("Loose Tee").IsUnknown.Should().BeTrue("its place is taken");
        regions.With("more", [regions.Get("g")]).Resolve("Loose Tee").IsUnknown.Should().BeFalse();
        regions.FindByExternalId("pcode", "AA01").Should().Equal(regions.Get("g"));
        regions.FindByExternalId("iso", "AA-G").Should().Equal(regions.Get("g"));
        regions.FindByExternalId("geonames", "2").Should().Equal(regions.Get("g"));
    }

    [Fact]
    public void An_id_to_which_none_is_near_is_refused_without_similar_ones() =>
        FluentActions.Invoking(() => RegionCatalog.Empty.Get("x")).Should().Throw<UnknownEntryException>()
            .WithMessage("The catalog empty has no region 'x'.").Which.NearIds.IsEmpty.Should().BeTrue();
}

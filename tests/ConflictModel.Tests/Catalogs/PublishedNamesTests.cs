using System.Text.Json;
using ConflictModel.Catalogs;

namespace ConflictModel.Tests.Catalogs;

public class PublishedNamesTests
{
    private static readonly Dictionary<string, string> PCodes = new()
    {
        ["sydi"] = "SY01", ["syhl"] = "SY02", ["syrd"] = "SY03", ["syhi"] = "SY04", ["syhm"] = "SY05", ["syla"] = "SY06", ["syid"] = "SY07",
        ["syha"] = "SY08", ["sydy"] = "SY09", ["syta"] = "SY10", ["syra"] = "SY11", ["sydr"] = "SY12", ["sysu"] = "SY13", ["syqu"] = "SY14",
    };

    // Sub-districts that bear the name of a place in another country.
    private static readonly string[] Homonyms =
    [
        "Banan", "Dana", "Karama", "Madaya", "Mansura", "Nawa", "Sharan", "Sur", "Suran", "الكرامة", "المنصورة", "سنجار", "صور",
    ];

    // CLDR 41 has Quneitra's Bulgarian name on Rural Damascus.
    private const string Misplaced = "Кунейтра²";

    // The city from which each governorate has its name, in GeoNames.
    private static readonly Dictionary<string, string> Cities = new()
    {
        ["170654"] = "SY01", ["170063"] = "SY02", ["169577"] = "SY04", ["170017"] = "SY05",
        ["173576"] = "SY06", ["169389"] = "SY07", ["173811"] = "SY08",
        ["170794"] = "SY09", ["163345"] = "SY10", ["172955"] = "SY11", ["170905"] = "SY12", ["172408"] = "SY13", ["173334"] = "SY14",
    };

    [Fact]
    public void Every_spelling_of_a_governorate_is_its_place_code_or_ambiguous_where_it_names_two()
    {
        List<KeyValuePair<string, string>> spellings = Names("places-names/cldr41_subdivisions_SY.json", PCodes);
        Wrong(spellings, out List<string>? ambiguous).Should().BeEmpty();
        spellings.Should().HaveCountGreaterThan(600);
        ambiguous.Should().Equal("Damascus", "Damaszek", "Дамаск");
    }

    [Fact]
    public void A_name_that_cldr_puts_on_the_wrong_governorate_is_not_taken_over() =>
        RegionCatalog.BuiltIn.Resolve(Misplaced).Matches.Should().NotContain(match => match.Item.PCode == "SY03");

    [Fact]
    public void Every_spelling_of_a_governorates_city_is_the_governorate_too()
    {
        List<KeyValuePair<string, string>> spellings = Names("places-names/geonames_ids162000-175000_alternates.json", Cities);
        Wrong(spellings, out List<string>? ambiguous).Should().BeEmpty();
        ambiguous.Should().Equal("Damascus", "Damaszek", "Дамаск", "دمشق");
    }

    [Fact]
    public void Spellings_survive_other_case_hyphens_and_lost_marks()
    {
        var spellings = Names("places-names/cldr41_subdivisions_SY.json", PCodes)
            .SelectMany(pair => new[] { pair.Key.ToUpperInvariant(),
                pair.Key.Replace('-', ' '), pair.Key.Replace("’", "", StringComparison.Ordinal), $"  {pair.Key} " }
                .Select(text => KeyValuePair.Create(text, pair.Value)))
            .ToList();
        Wrong(spellings, out _).Should().BeEmpty();
    }

    [Theory]
    [InlineData(1, "Governorate", 14)]
    [InlineData(2, "District", 62)]
    [InlineData(3, "SubDistrict", 272)]
    public void Every_administrative_name_is_its_own_region_or_a_higher_one_with_it_beside(int level, string kind, int count)
    {
        var wrong = new List<string>();
        var homonyms = new SortedSet<string>(StringComparer.Ordinal);
        int rows = 0;
        foreach (Dictionary<string, string> row in PublishedData.Csv($"cod-ab-syria/syr_admin{level}.csv"))
        {
            rows++;
            string pcode = row[$"adm{level}_pcode"];
            Region region = RegionCatalog.BuiltIn.FindByExternalId("pcode", pcode).Should().ContainSingle().Subject;
            region.Kind.ToString().Should().Be(kind);
            region.Coordinates!.Value.Latitude
                .Should().BeApproximately(double.Parse(row["center_lat"], System.Globalization.CultureInfo.InvariantCulture), 0.00001);
            foreach (string name in new[] { row[$"adm{level}_name"], row[$"adm{level}_name1"], row[$"adm{level}_ref_n"] })
            {
                NameAnswer<Region> answer = RegionCatalog.BuiltIn.Resolve(name);
                if (answer.NearMisses.Any(near => near.Item == region && near.Rule == NameRule.Homonym))
                {
                    homonyms.Add(name);
                    answer = RegionCatalog.BuiltIn.Resolve(name, null, RegionId.From("syria"));
                }

                if (!answer.Matches.Concat(answer.AlsoNamed).Any(match => match.Item == region))
                {
                    wrong.Add($"{name} ({pcode}) is {string.Join(", ", answer.Matches)}");
                }
            }
        }

        wrong.Should().BeEmpty();
        rows.Should().Be(count);
        homonyms.Should().Equal(level < 3 ? [] : Homonyms);
    }

    private static List<KeyValuePair<string, string>> Names(string file, Dictionary<string, string> places)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(PublishedData.Path(file)));
        return [.. places.SelectMany(place => json.RootElement.GetProperty(place.Key).EnumerateObject()
            .Select(name => KeyValuePair.Create(name.Value.GetString()!, place.Value))
            .Where(name => name.Key != Misplaced))];
    }

    private static List<string> Wrong(List<KeyValuePair<string, string>> spellings, out List<string> ambiguous)
    {
        var wrong = new List<string>();
        var several = new SortedSet<string>(StringComparer.Ordinal);
        foreach ((string text, string pcode) in spellings)
        {
            NameAnswer<Region> answer = RegionCatalog.BuiltIn.Resolve(text);
            if (answer.IsAmbiguous)
            {
                several.Add(text);
            }

            if (!answer.Matches.Any(match => match.Item.PCode == pcode))
            {
                wrong.Add($"{text} ({pcode}) is {string.Join(", ", answer.Matches.Select(match => match.Item.Id))}");
            }
        }

        ambiguous = [.. several];
        return wrong;
    }
}

using System.Globalization;
using System.Text.Json;
using ConflictModel.Catalogs;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace ConflictModel.Tests.Catalogs;

public class PublishedEventsTests
{
    private static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    private const string Events = "ucdp-ged-syria-19.1/ged_syria.csv";

    [Fact]
    public void Every_side_with_ten_or_more_events_is_an_actor_or_a_coalition_of_actors()
    {
        var sides = Sides().Where(side => side.Value.Count >= 10).ToList();
        sides.Should().HaveCount(40);
        sides.SelectMany(side => ActorCatalog.BuiltIn.ResolveMembers(side.Key), (side, member) => (side.Key, member.Value))
            .Where(pair => pair.Value is null)
            .Should().BeEmpty();
    }

    [Fact]
    public void Rarer_sides_resolve_too_but_for_the_name_that_a_group_of_sudan_bears_too()
    {
        Sides().SelectMany(side => ActorCatalog.BuiltIn.ResolveMembers(side.Key), (side, member) => (side.Key, member.Value))
            .Where(pair => pair.Value is null)
            .Select(pair => pair.Key)
            .Should().BeEquivalentTo("SRF", "Islamic Front, Mujahideen Army, SRF");
    }

    [Fact]
    public void A_side_that_is_one_actor_has_the_files_own_id()
    {
        foreach ((string name, (int _, string id)) in Sides())
        {
            if (!name.Contains(", ", StringComparison.Ordinal))
            {
                ((IEnumerable<Actor?>)ActorCatalog.BuiltIn.FindByExternalId("ucdp", id)).Should().Contain(Named(name), name);
            }
        }
    }

    [Fact]
    public void Ucdp_ids_are_those_of_the_actor_data_set_or_of_the_event_file()
    {
        ILookup<string, string> known = PublishedData.Csv("ucdp-actors-22.1/ucdp-actor-221.csv")
            .Select(row => (Id: row["ActorId"], Name: row["NameData"].Trim()))
            .Concat(Sides().Select(side => (side.Value.Id, Name: side.Key)))
            .ToLookup(actor => actor.Id, actor => actor.Name);
        foreach (Actor actor in ActorCatalog.BuiltIn)
        {
            foreach (ExternalId external in actor.ExternalIds)
            {
                if (external.Scheme == "ucdp")
                {
                    known[external.Value].Any(name =>
                        Named(name) is { } named && ActorCatalog.BuiltIn.FindByExternalId("ucdp", external.Value).Contains(named))
                        .Should().BeTrue($"{actor.Id} is ucdp {external.Value}: {string.Join("; ", known[external.Value])}");
                }
            }
        }
    }

    [Fact]
    public void Every_first_level_name_agrees_with_the_polygon_that_holds_the_point_as_far_as_the_data_do()
    {
        List<(string PCode, Geometry Geometry)> polygons = Polygons();
        var cache = new Dictionary<(string, string), string?>();
        var agree = new Dictionary<string, (int Agree, int All)>();
        foreach (Dictionary<string, string> row in PublishedData.Csv(Events))
        {
            if (row["adm_1"].Length == 0)
            {
                continue;
            }

            NameAnswer<Region> answer = RegionCatalog.BuiltIn.Resolve(row["adm_1"]);
            answer.Value.Should().NotBeNull("{0} is a governorate", row["adm_1"]);
            (string, string) point = (row["latitude"], row["longitude"]);
            if (!cache.TryGetValue(point, out string? pcode))
            {
                var place = new Point(
                    double.Parse(point.Item2, CultureInfo.InvariantCulture), double.Parse(point.Item1, CultureInfo.InvariantCulture));
                pcode = polygons.FirstOrDefault(polygon => polygon.Geometry.Contains(place)).PCode;
                cache.Add(point, pcode);
            }

            (int right, int all) = agree.GetValueOrDefault(row["adm_1"]);
            agree[row["adm_1"]] = (right + (answer.Value!.PCode == pcode ? 1 : 0), all + 1);
        }

        agree.Should().HaveCount(14);
        agree["Aleppo Governorate"].Should().Be((3300, 3308));
        agree["Damascus Governorate"].Should().Be((472, 472));
        agree["Deir ez Zor Governorate"].Should().Be((2105, 2115));
        agree.Values.Should().OnlyContain(count => count.Agree >= 0.9 * count.All || count.All < 10);
    }

    [Fact]
    public void Every_second_level_name_is_a_region_of_the_governorate_that_stands_beside_it()
    {
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        foreach (Dictionary<string, string> row in PublishedData.Csv(Events))
        {
            if (row["adm_2"].Length > 0)
            {
                NameAnswer<Region> answer = RegionCatalog.BuiltIn.Resolve(row["adm_2"]);
                if (answer.Value is not { } region || !region.Within.Contains(RegionCatalog.BuiltIn.Resolve(row["adm_1"]).Value!.Id))
                {
                    wrong.Add($"{row["adm_2"]} in {row["adm_1"]}");
                }
            }
        }

        wrong.Should().BeEmpty();
    }

    private static Actor? Named(string name) =>
        name == "SRF" ? ActorCatalog.BuiltIn.Resolve(name).NearMisses[0].Item : ActorCatalog.BuiltIn.Resolve(name).Value;

    private static Dictionary<string, (int Count, string Id)> Sides()
    {
        var sides = new Dictionary<string, (int Count, string Id)>();
        foreach (Dictionary<string, string> row in PublishedData.Csv(Events))
        {
            foreach (string side in new[] { "side_a", "side_b" })
            {
                (int count, string _) = sides.GetValueOrDefault(row[side]);
                sides[row[side]] = (count + 1, row[side + "_new_id"]);
            }
        }

        return sides;
    }

    private static List<(string PCode, Geometry Geometry)> Polygons()
    {
        FeatureCollection features = JsonSerializer
            .Deserialize<FeatureCollection>(File.ReadAllText(PublishedData.Path("cod-ab-syria/syr_admin1.geojson")), GeoJson)!;
        return [.. features.Select(feature => ((string)feature.Attributes["adm1_pcode"], feature.Geometry))];
    }
}

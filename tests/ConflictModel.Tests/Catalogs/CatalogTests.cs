using ConflictModel.Catalogs;
using NodaTime;

namespace ConflictModel.Tests.Catalogs;

public class CatalogTests
{
    [Fact]
    public void The_built_in_regions_are_syria_to_the_sub_district_with_towns_natural_regions_and_neighbours()
    {
        RegionCatalog.BuiltIn.CountBy(region => region.Kind).ToDictionary().Should().Contain(new Dictionary<RegionKind, int>
        {
            [RegionKind.Governorate] = 14, [RegionKind.District] = 62, [RegionKind.SubDistrict] = 272,
        });
        foreach (string id in new[] { "syria", "iraq", "turkey", "lebanon", "jordan", "israel", "iran", "badia",
            "jazira", "west-euphrates", "east-euphrates", "hauran", "syrian-coast" })
        {
            RegionCatalog.BuiltIn.Get(id).Id.Value.Should().Be(id);
        }
    }

    [Fact]
    public void Every_region_that_another_names_is_in_the_catalog_and_bears_an_english_and_arabic_name_down_to_the_sub_district()
    {
        foreach (Region region in RegionCatalog.BuiltIn)
        {
            region.Within.Concat(region.Overlaps).Where(id => !RegionCatalog.BuiltIn.Contains(id)).Should().BeEmpty(region.Id.Value);
            region.Name.Texts[0].Key.Should().Be("en");
            if (region.Kind != RegionKind.Town)
            {
                region.Name.In("ar").Should().MatchRegex(@"\p{IsArabic}", region.Id.Value);
            }
        }
    }

    [Fact]
    public void Natural_regions_have_no_place_code()
    {
        RegionCatalog.BuiltIn.Where(region => region.Kind == RegionKind.Natural).Should().OnlyContain(region => region.PCode == null);
    }

    [Fact]
    public void What_is_known_by_name_is_the_catalogs_own_entry()
    {
        Constants<Actor>(typeof(KnownActors)).Should().AllSatisfy(known => ActorCatalog.BuiltIn.Get(known.Id).Should().BeSameAs(known));
        Constants<Region>(typeof(KnownRegions)).Should().AllSatisfy(known => RegionCatalog.BuiltIn.Get(known.Id).Should().BeSameAs(known));
        KnownActors.All.Should().Equal(Constants<Actor>(typeof(KnownActors)));
        KnownRegions.All.Should().Equal(Constants<Region>(typeof(KnownRegions)));
        KnownSources.All.Should().Equal(Constants<Source>(typeof(KnownSources)));
        KnownActors.All.Should().OnlyHaveUniqueItems();
        KnownRegions.All.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void The_known_regions_name_none_beyond_themselves() =>
        KnownRegions.All.SelectMany(region => region.Within.Concat(region.Overlaps))
            .Except(KnownRegions.All.Select(region => region.Id)).Should().BeEmpty();

    [Fact]
    public void The_name_of_a_constant_is_that_of_its_entry()
    {
        Named<Actor>(typeof(KnownActors))
            .Should().AllSatisfy(known => Bears(known.Name, known.Value.Id.Value, known.Value.Name, known.Value.Aliases));
        Named<Region>(typeof(KnownRegions))
            .Should().AllSatisfy(known => Bears(known.Name, known.Value.Id.Value, known.Value.Name, known.Value.Aliases));
    }

    [Fact]
    public void Every_actor_resolves_by_each_of_its_names_and_no_two_share_one_but_homonyms_are_near()
    {
        var homonyms = new List<string>();
        foreach (Actor actor in ActorCatalog.BuiltIn)
        {
            foreach (LocalizedText name in actor.Aliases.Prepend(actor.Name))
            {
                foreach (KeyValuePair<string, string> text in name.Texts.ToArray())
                {
                    NameAnswer<Actor> answer = ActorCatalog.BuiltIn.Resolve(text.Value);
                    FirstOf(answer).Should().Be(actor, text.Value);
                    if (answer.Value is null)
                    {
                        homonyms.Add(text.Value);
                    }
                }
            }
        }

        homonyms.Should().Equal(
            "NDF", "Fourth Division", "4th Division", "the Coalition", "National Liberation Front", "Army of Islam", "Jaish al-Islam",
            "SRF", "Supporters of Islam", "Supporters of God", "RSF", "SAF");
    }

    private static Actor? FirstOf(NameAnswer<Actor> answer) =>
        answer.Value ?? answer.NearMisses.Where(near => near.Rule == NameRule.Homonym).Select(near => near.Item).SingleOrDefault();

    [Fact]
    public void External_ids_name_one_entry_each()
    {
        // UCDP keeps an id where an actor goes on under another name or another government.
        ActorCatalog.BuiltIn.SelectMany(actor => actor.ExternalIds)
            .GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key.Value)
            .Should().BeEquivalentTo("118", "1170");
        foreach ((string scheme, string value, string id) in new[] { ("pcode", "SY09", "deir-ezzor"),
            ("iso", "SY-DY", "deir-ezzor"), ("geonames", "163808", "palmyra-town"), ("wikidata", "Q858", "syria") })
        {
            RegionCatalog.BuiltIn.FindByExternalId(scheme, value).Should().ContainSingle().Which.Id.Value.Should().Be(id);
        }

        ActorCatalog.BuiltIn.FindByExternalId("acled", "QDW: National Defense Forces").Should().ContainSingle().Which.Id
            .Should().Be(KnownActors.Ndf.Id);
        ActorCatalog.BuiltIn.FindByExternalId("ucdp", "no such id").IsEmpty.Should().BeTrue();
    }

    [Fact]
    public void Every_link_is_between_actors_of_the_catalog_dated_and_of_a_known_source()
    {
        foreach (Affiliation link in ActorCatalog.BuiltIn.Affiliations)
        {
            ActorCatalog.BuiltIn.Contains(link.Actor).Should().BeTrue(link.Actor.Value);
            ActorCatalog.BuiltIn.Contains(link.To).Should().BeTrue(link.To.Value);
            link.Regions.All(RegionCatalog.BuiltIn.Contains).Should().BeTrue(link.Actor.Value);
            link.Against.All(ActorCatalog.BuiltIn.Contains).Should().BeTrue(link.Actor.Value);
            link.Period.Should().NotBeNull();
            KnownSources.All.Should().Contain(source => source.Id == link.Citation!.Source, $"{link.Actor} {link.Kind} {link.To}");
        }
    }

    [Fact]
    public void A_link_that_a_document_states_cites_it_with_its_address()
    {
        Citation declaration = ActorCatalog.BuiltIn.Affiliations.Single(link => link is { Actor.Value: "ypj", To.Value: "sdf" }).Citation!;
        declaration.Source.Should().Be(KnownSources.SyrianDemocraticForces.Id);
        declaration.Title.Should().Be("Declaration of establishment by Syrian Democratic Forces");
        declaration.Published.Should().Be((ReportedDate)UncertainDate.Parse("2015-10-15"));
        Citation[] documents =
            [.. ActorCatalog.BuiltIn.Affiliations.Select(link => link.Citation!).Where(citation => citation.Url is not null)];
        documents.Should().HaveCount(20).And.OnlyContain(citation => Uri.IsWellFormedUriString(citation.Url, UriKind.Absolute));
        documents.Distinct().Should().HaveCount(11);
    }

    [Theory]
    [InlineData("isis", "al-qaida", "2014-02-01", Truth.Yes)]
    [InlineData("isis", "al-qaida", "2014-03-01", Truth.No)]
    [InlineData("asaib-ahl-al-haq", "mahdi-army", "2010-01-01", Truth.No)]
    [InlineData("ahrar-al-sham", "national-front-for-liberation", "2019-06-01", Truth.Yes)]
    [InlineData("nour-al-din-al-zenki", "national-front-for-liberation", "2018-10-01", Truth.Yes)]
    [InlineData("ypg", "pyd", "2019-06-01", Truth.Yes)]
    [InlineData("pyd", "sdf", "2019-06-01", Truth.No)]
    [InlineData("jaysh-al-islam", "sna", "2020-06-01", Truth.Yes)]
    [InlineData("khalid-ibn-al-walid-army", "isis", "2017-06-01", Truth.Yes)]
    [InlineData("wagner-group", "russian-forces", "2015-06-01", Truth.No)]
    [InlineData("syrian-government-forces", "syria-state", "2024-12-01", Truth.Yes)]
    [InlineData("syrian-government-forces", "syria-state", "2025-01-01", Truth.No)]
    [InlineData("syrian-transitional-forces", "syria-state", "2025-01-01", Truth.Yes)]
    public void Who_belonged_to_whom_is_what_the_sources_say(string actor, string to, string day, Truth belongs) =>
        ActorCatalog.BuiltIn.Hierarchy.Belongs(ActorId.From(actor), ActorId.From(to), NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value)
            .Should().Be(belongs);

    [Theory]
    [InlineData("2013-06-01", Truth.No)]
    [InlineData("2014-06-01", Truth.Unknown)]
    [InlineData("2015-06-01", Truth.Yes)]
    public void Wagner_was_a_proxy_of_the_Russian_forces_from_2014(string day, Truth belongs) =>
        ActorCatalog.BuiltIn.Hierarchy.Belongs(
            ActorId.From("wagner-group"),
            ActorId.From("russian-forces"), NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value, AffiliationKind.ProxyOf)
            .Should().Be(belongs);

    [Fact]
    public void What_ended_or_was_one_group_under_two_records_is_mended()
    {
        ActorCatalog actors = ActorCatalog.BuiltIn;
        actors.Hierarchy.FormOn(ActorId.From("hts"), new(2024, 6, 1))!.Value.Value.Should().Be("hts");
        actors.Affiliations.Single(link => link is { Actor.Value: "hts", Kind: AffiliationKind.SuccessorOf }).Period!.Value.ToString()
            .Should().Contain("2025-01-29");
        actors.FindByExternalId("ucdp", "7355").Should().ContainSingle().Which.Id.Value.Should().Be("levant-front");
        actors.Resolve("Iranian militias").Value!.Id.Value.Should().Be("iranian-backed-militias");
        actors.FindByExternalId("ucdp", "1170")
            .Select(actor => actor.Id.Value).Should().BeEquivalentTo("jabhat-al-nusra", "jabhat-fateh-al-sham");
        foreach ((string text, string id) in new[]
        {
            ("White Helmets", "white-helmets"),
            ("ЧВК «Вагнер»", "wagner-group"), ("Група Вагнера", "wagner-group"), ("Збройні сили Росії", "russian-forces"),
            ("Ansar Allah", "houthis"),
            ("قوات الدعم السريع", "rapid-support-forces"), ("Shabiha", "shabiha"), ("Jaysh al-Fatah", "jaysh-al-fatah"),
        })
        {
            actors.Resolve(text).Value!.Id.Value.Should().Be(id, text);
        }

        foreach ((string text, string id) in new[]
        {
            ("Baghuz", "baghuz-fawqani-town"), ("al-Tanf", "at-tanf-town"), ("Rukban", "rukban"), ("Yarmouk camp", "yarmouk-camp"),
            ("Jabal al-Zawiya", "jabal-al-zawiya"), ("T4", "tiyas-airbase"), ("Resafa", "resafa-town"),
        })
        {
            RegionCatalog.BuiltIn.Resolve(text).Value!.Id.Value.Should().Be(id, text);
        }
    }

    [Fact]
    public void An_unknown_id_is_refused_with_the_nearest_ones()
    {
        Action get = () => RegionCatalog.BuiltIn.Get("deir-ezor");
        UnknownEntryException refusal = get.Should().Throw<UnknownEntryException>().Which;
        refusal.NearIds[0].Should().Be("deir-ezzor");
        refusal.Message.Should().Contain("The catalog syria-2 has no region 'deir-ezor'. Similar ids: deir-ezzor");
        RegionCatalog.BuiltIn.TryGet(RegionId.From("deir-ezor"), out Region? none).Should().BeFalse();
        none.Should().BeNull();
        get = () => RegionCatalog.BuiltIn.Get("no id at all");
        get.Should().Throw<UnknownEntryException>();
    }

    [Fact]
    public void A_layer_adds_and_replaces_and_is_remembered()
    {
        Region homs = RegionCatalog.BuiltIn.Get("homs") with { Name = "Homs of mine" };
        var camp = new Region
        {
            Id = RegionId.From("al-hol-camp"), Name = "Al-Hol camp", Kind = RegionKind.Town, Within = [RegionId.From("SY080006")],
        };
        RegionCatalog layered = RegionCatalog.BuiltIn.With("mine", [homs, camp]);

        (layered.Count, layered.Version).Should().Be((RegionCatalog.BuiltIn.Count + 1, "syria-2+mine"));
        layered.Layers.Should().Equal("built-in", "mine");
        layered.Get("homs").Should().Be(homs);
        (layered.LayerOf(homs.Id), layered.LayerOf(camp.Id), layered.LayerOf(RegionId.From("hama")))
            .Should().Be(("mine", "mine", "built-in"));
        layered.Resolve("al hol camp").Value.Should().Be(camp);
        layered.Hierarchy.Within(camp.Id, RegionId.From("hasakah")).Should().Be(Truth.Yes);
        RegionCatalog.BuiltIn.Contains(camp.Id).Should().BeFalse();
        RegionCatalog.BuiltIn.Get("homs").Should().NotBe(homs);
        layered.Select(region => region.Id).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_layer_of_actors_brings_its_links()
    {
        var brigade = new Actor { Id = ActorId.From("brigade"), Name = "Some brigade", Kind = ActorKind.Militia };
        var link = new Affiliation
        {
            Actor = brigade.Id, Kind = AffiliationKind.PartOf, To = KnownActors.Ndf.Id, Period = UncertainDate.Parse("2020/2022"),
        };
        ActorCatalog layered = ActorCatalog.BuiltIn.With("mine", [brigade], link);
        layered.LayerOf(link).Should().Be("mine");
        layered.LayerOf(layered.Affiliations[0]).Should().Be("built-in");
        ActorCatalog.BuiltIn.LayerOf(link).Should().BeNull();
        layered.Hierarchy.Belongs(brigade.Id, ActorId.From("syrian-government-proxies"), new LocalDate(2021, 5, 1)).Should().Be(Truth.Yes);
    }

    [Fact]
    public void A_layer_comes_from_a_text()
    {
        RegionCatalog mine = RegionCatalog.BuiltIn.With("file",
            new StringReader("# my places\n\nrukban\tTown\t\t\t33.31 38.7\thoms\t\tgeonames:1\ten:Rukban|ar:الركبان\ten:Rukban camp\n"));
        Region rukban = mine.Resolve("rukban camp").Value!;
        rukban.Within.Select(id => id.Value).Should().Equal("homs");
        rukban.Coordinates.Should().Be(new Coordinates(33.31, 38.7));
        mine.LayerOf(rukban.Id).Should().Be("file");
        ActorCatalog.Empty.With("file", new StringReader("x\tMilitia\t\ten:X\n")).Get("x").Name.ToString().Should().Be("X");
    }

    [Theory]
    [InlineData("x\tTown\t\t\t\t\t\t\ten:X\na", 2)]
    [InlineData("x\tNowhere\t\t\t\t\t\t\ten:X", 1)]
    [InlineData("x\t5\t\t\t\t\t\t\ten:X", 1)]
    [InlineData("x\tTown\t\t\tnorth\t\t\t\ten:X", 1)]
    [InlineData("x\tTown\t\t\t91 0\t\t\t\ten:X", 1)]
    [InlineData("x\tTown\t\t\t\t\t\t\tX", 1)]
    [InlineData("x\tTown\t\t\t\t\t\t\t", 1)]
    [InlineData("x y\tTown\t\t\t\t\t\t\ten:X", 1)]
    [InlineData("x\tTown\t\t\t\t\t\t\ten:X\t\t\t\t", 1)]
    [InlineData("\tTown\t\t\t\t\t\t\ten:X", 1)]
    [InlineData("x\tTown\t\t\t\t\t\t\ten:X\ny\tTown\t\t\t\t\t\t\ten:Y\nx\tTown\t\t\t\t\t\t\ten:Z", 3)]
    public void A_broken_text_is_refused_with_its_line(string text, int line)
    {
        Action read = () => RegionCatalog.Empty.With("file", new StringReader(text));
        read.Should().Throw<CatalogFormatException>().Which.Line.Should().Be(line);
    }

    [Fact]
    public void An_id_twice_in_a_layer_is_refused()
    {
        Action twice = () => RegionCatalog.Empty.With("mine", [KnownRegions.Homs, KnownRegions.Homs]);
        twice.Should().Throw<ArgumentException>().WithMessage("*'homs' twice*");
        Action written = () => ActorCatalog.Empty.With("mine", new StringReader("x\tMilitia\t\ten:X\nx\tMilitia\t\ten:Y\n"));
        written.Should().Throw<CatalogFormatException>().WithMessage("Line 2: the id 'x' stands twice.");
    }

    [Fact]
    public void Members_of_a_coalition_resolve_one_by_one_and_a_comma_within_a_name_divides_nothing()
    {
        var odd = new Actor { Id = ActorId.From("odd"), Name = "Front of Reform, Union and Return", Kind = ActorKind.RebelGroup };
        ActorCatalog actors = ActorCatalog.BuiltIn.With("mine", [odd]);
        actors.ResolveMembers("HTS, Front of Reform, Union and Return, nobody at all")
            .Select(answer => answer.Value?.Id.Value).Should().Equal("hts", "odd", null);
        actors.ResolveMembers("front of reform, union and return").Select(answer => answer.Value?.Id.Value).Should().Equal("odd");
        actors.ResolveMembers("").Should().ContainSingle().Which.IsUnknown.Should().BeTrue();
    }

    private static T[] Constants<T>(Type known) => [.. Named<T>(known).Select(named => named.Value)];

    private static (string Name, T Value)[] Named<T>(Type known) =>
        [.. known.GetProperties()
            .Where(property => property.PropertyType == typeof(T))
            .Select(property => (property.Name, (T)property.GetValue(null)!))];

    private static void Bears(string constant, string id, LocalizedText name, ValueList<LocalizedText> aliases) =>
        aliases.Prepend(name).SelectMany(each => each.Texts).Select(text => text.Value).Append(id)
            .Select(Letters).Should().Contain(Letters(constant));

    // Compared by letters alone: "syrian-government-proxies" are SyrianGovernmentProxies.
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter)).ToUpperInvariant();
}

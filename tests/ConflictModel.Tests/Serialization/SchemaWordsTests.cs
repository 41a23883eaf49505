using System.Text.Json;
using ConflictModel.Arithmetic;
using ConflictModel.Revisions;
using ConflictModel.Serialization;
using ConflictModel.Validation;

namespace ConflictModel.Tests.Serialization;

/// <summary>The schema is all that many who use the format read: it explains itself, and its examples are right.</summary>
public class SchemaWordsTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(DatasetJson.Schema).RootElement;

    private static readonly SchemaCheck Check = new(Schema);

    /// <summary>Whose ids they are, and the list of the file in which their records stand.</summary>
    internal static Dictionary<string, (Type Type, string List)> Ids { get; } = new()
    {
        ["sourceId"] = (typeof(SourceId), "sources"), ["actorId"] = (typeof(ActorId), "actors"),
        ["regionId"] = (typeof(RegionId), "regions"),
        ["incidentId"] = (typeof(IncidentId), "incidents"), ["tallyId"] = (typeof(TallyId), "tallies"),
        ["claimId"] = (typeof(ClaimId), "claims"), ["statementId"] = (typeof(StatementId), "statements"),
        ["resolutionId"] = (typeof(ResolutionId), "resolutions"), ["peaceProcessId"] = (typeof(PeaceProcessId), "processes"),
        ["personId"] = (typeof(PersonId), "people"),
    };

    [Theory]
    [MemberData(nameof(SchemaTests.Entities), MemberType = typeof(SchemaTests))]
    public void An_id_is_said_to_be_whose_it_is(string definition, Type type)
    {
        JsonElement members = Schema.GetProperty("$defs").GetProperty(definition).GetProperty("properties");
        foreach (RecordMember property in Shapes.MembersOf(type).Where(member => member.Converter is not null))
        {
            Type held = property.Converter!.Type!;
            Type value = held.IsGenericType ? held.GenericTypeArguments[0] : held;
            string said = Target(members.GetProperty(property.Name));
            Ids.GetValueOrDefault(said).Type.Should().Be(value.GetInterface("IId`1") is null ? null : value, property.Name);
            if (Ids.ContainsKey(said))
            {
                // "The id of the actor", "The ids of the regions"; its own: "The tally's own id".
                Description(members.GetProperty(property.Name))
                    .Should().MatchRegex(property.Name == "id" ? "^The .*'s own id" : "^The ids? of ");
            }
        }
    }

    [Fact]
    public void Ids_of_all_records_are_of_one_form_and_say_in_which_list_those_are()
    {
        string[] forms = [.. Ids.Select(id => Form(Schema.GetProperty("$defs").GetProperty(id.Key))).Distinct()];
        forms.Should().ContainSingle();
        foreach ((string definition, (_, string list)) in Ids)
        {
            Description(Schema.GetProperty("$defs").GetProperty(definition)).Should().Contain($"one entry of `{list}` of this file");
            Schema.GetProperty("properties").TryGetProperty(list, out _).Should().BeTrue();
        }

        static string Form(JsonElement id) =>
            $"{id.GetProperty("type")} {id.GetProperty("minLength")} {id.GetProperty("maxLength")} {id.GetProperty("pattern")}";
    }

    [Fact]
    public void Any_character_may_stand_in_an_id_or_not_as_the_schema_says()
    {
        string pattern = Schema.GetProperty("$defs").GetProperty("actorId").GetProperty("pattern").GetString()!;
        for (int c = 0; c <= char.MaxValue; c++)
        {
            string text = $"a{(char)c}";
            SchemaCheck.Matches(pattern, text).Should().Be(ActorId.TryParse(text, null, out _), $"U+{c:X4}");
        }
    }

    [Fact]
    public void Every_definition_and_every_member_and_every_name_is_explained()
    {
        Unexplained(Schema, "#").Should().BeEmpty();
        Unexplained(JsonDocument.Parse(RevisionLogJson.Schema).RootElement, "#").Should().BeEmpty();
    }

    [Fact]
    public void Titles_tell_definitions_apart() =>
        Schema.GetProperty("$defs").EnumerateObject().Select(definition => definition.Value.GetProperty("title").GetString())
            .Should().OnlyHaveUniqueItems();

    [Fact]
    public void Every_example_is_of_the_form_that_it_stands_at()
    {
        int examples = 0;
        foreach (JsonProperty definition in Schema.GetProperty("$defs").EnumerateObject())
        {
            foreach (JsonElement example in Examples(definition.Value))
            {
                Check.FirstErrorOf(definition.Name, example).Should().BeNull($"{definition.Name} {example}");
                examples++;
            }
        }

        examples.Should().BeGreaterThan(40);
    }

    [Fact]
    public void Every_example_of_a_path_is_one()
    {
        JsonElement reference = Schema.GetProperty("$defs").GetProperty("figureReference");
        foreach (JsonElement path in Examples(reference.GetProperty("properties").GetProperty("path")))
        {
            string[] harmAndRest = path.GetString()!.Split('/', 2);
            Enum.GetValues<Harm>().Select(JsonName.Of).Should().Contain(harmAndRest[0]);
            (harmAndRest.Length == 1 || FigurePath.TryParse(harmAndRest[1], null, out _)).Should().BeTrue(path.GetString());
        }
    }

    [Fact]
    public void The_example_of_a_file_is_read_and_nothing_is_wrong_with_it()
    {
        JsonElement example = Examples(Schema).Single();
        Check.FirstError(example).Should().BeNull();
        ConflictDataset dataset = DatasetJson.Read(example.GetRawText());
        dataset.Validate().Where(finding => finding.Severity != Severity.Information).Should().BeEmpty();
        dataset.Validate().Select(finding => finding.Code).Should().Equal(FindingCodes.ClaimBesideFigures);
        dataset.Tallies[0].Report.Casualties!.Killed!.Derive()["victim:?"].Bounds.Should().Be(Bounds.Exactly(90));
    }

    [Fact]
    public void A_file_that_was_written_from_the_schema_alone_is_read_and_has_no_error()
    {
        byte[] file = File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "schema", "by-hand.json"));
        Check.FirstError(JsonDocument.Parse(file).RootElement).Should().BeNull();
        ConflictDataset dataset = DatasetJson.Read(file);
        dataset.Validate().Where(finding => finding.Severity == Severity.Error).Should().BeEmpty();
        (dataset.Tallies.Count, dataset.Incidents.Count, dataset.Resolutions.Count).Should().Be((1, 2, 1));
        dataset.Tallies[0].Report.Casualties!.Killed!.Derive()["perpetrator:?"].Bounds.Upper.Should().BeLessThan(18);
    }

    private static JsonElement.ArrayEnumerator Examples(JsonElement rule) =>
        rule.TryGetProperty("examples", out JsonElement examples) ? examples.EnumerateArray() : default;

    private static string Description(JsonElement rule) => rule.GetProperty("description").GetString()!;

    // The definition that a member, or each item of it, is of; empty for a plain one.
    private static string Target(JsonElement member) =>
        member.TryGetProperty("allOf", out JsonElement all) ? Target(all[0])
            : member.TryGetProperty("items", out JsonElement items) ? Target(items)
            : member.TryGetProperty("$ref", out JsonElement reference) ? reference.GetString()!["#/$defs/".Length..]
            : "";

    // Where a definition, a member or a name stands without a sentence of its own.
    private static IEnumerable<string> Unexplained(JsonElement rule, string at)
    {
        foreach (JsonProperty keyword in rule.EnumerateObject())
        {
            IEnumerable<(string Name, JsonElement Rule)> inner = keyword.Name switch
            {
                "properties" or "$defs" => keyword.Value.EnumerateObject().Select(one => (one.Name, one.Value)),
                "oneOf" => keyword.Value.EnumerateArray().Select(one => (one.GetProperty("const").GetString()!, one)),
                "anyOf" => keyword.Value.EnumerateArray().Where(one => one.TryGetProperty("properties", out _)).Select(one => ("", one)),
                _ => [],
            };
            foreach ((string name, JsonElement one) in inner)
            {
                string here = $"{at}/{keyword.Name}/{name}";
                if (!one.TryGetProperty("description", out JsonElement text) || text.GetString() is not { Length: > 3 } words
                    || !words.EndsWith('.'))
                {
                    yield return here;
                }

                foreach (string deeper in Unexplained(one, here))
                {
                    yield return deeper;
                }
            }
        }
    }
}

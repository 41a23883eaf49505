using System.Text.Json;
using ConflictModel.Serialization;
using ConflictModel.Validation;
using CsCheck;

namespace ConflictModel.Tests.Serialization;

public class SchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(DatasetJson.Schema).RootElement;

    private static readonly SchemaCheck Check = new(Schema);

    public static TheoryData<string, Type> Entities => new()
    {
        { "source", typeof(Source) }, { "actor", typeof(Actor) }, { "affiliation", typeof(Affiliation) }, { "region", typeof(Region) },
        { "incident", typeof(Incident) }, { "tally", typeof(Tally) }, { "claim", typeof(Claim) }, { "strength", typeof(Strength) },
        { "control", typeof(Control) },
        { "statement", typeof(Statement) }, { "resolution", typeof(Resolution) }, { "peaceProcess", typeof(PeaceProcess) },
        { "report", typeof(Report) }, { "citation", typeof(Citation) }, { "grade", typeof(Grade) }, { "basis", typeof(Basis) },
        { "casualties", typeof(ConflictModel.Casualties) },
        { "toll", typeof(Toll) }, { "breakdown", typeof(Breakdown) }, { "part", typeof(Part) },
        { "victims", typeof(Victims) },
        { "involvement", typeof(Involvement) }, { "attribution", typeof(Attribution) }, { "matchDecision", typeof(MatchDecision) },
        { "place", typeof(Place) },
        { "scope", typeof(Scope) },
        { "figureReference", typeof(FigureReference) }, { "provision", typeof(Provision) }, { "round", typeof(Round) },
        { "externalId", typeof(ExternalId) }, { "original", typeof(Original) }, { "person", typeof(Person) },
        { "personName", typeof(PersonName) }, { "tie", typeof(Tie) }, { "header", typeof(LineHeader) },
    };

    public static TheoryData<string, Type> Enumerations => new()
    {
        { "sourceKind", typeof(SourceKind) }, { "actorKind", typeof(ActorKind) }, { "affiliationKind", typeof(AffiliationKind) },
        { "regionKind", typeof(RegionKind) },
        { "basisKind", typeof(BasisKind) }, { "axis", typeof(Axis) }, { "breakdownKind", typeof(BreakdownKind) },
        { "reading", typeof(Reading) },
        { "civilianStatus", typeof(CivilianStatus) }, { "ageGroup", typeof(AgeGroup) }, { "sex", typeof(Sex) },
        { "involvementRole", typeof(InvolvementRole) }, { "attributionStatus", typeof(AttributionStatus) },
        { "placePrecision", typeof(PlacePrecision) }, { "controlExtent", typeof(ControlExtent) }, { "incidentKind", typeof(IncidentKind) },
        { "harm", typeof(Harm) }, { "nameKind", typeof(NameKind) }, { "identification", typeof(Identification) },
        { "personStatus", typeof(PersonStatus) }, { "cause", typeof(Cause) }, { "directness", typeof(Directness) },
        { "fate", typeof(Fate) }, { "tieKind", typeof(TieKind) }, { "certainty", typeof(Certainty) },
        { "verification", typeof(Verification) }, { "publication", typeof(Publication) },
        { "withholdingReason", typeof(WithholdingReason) },
    };

    [Theory]
    [MemberData(nameof(Entities))]
    public void The_schema_names_the_members_that_the_library_reads(string definition, Type type)
    {
        RecordMember[] members = Shapes.MembersOf(type);
        Members(Schema.GetProperty("$defs").GetProperty(definition)).Should().Equal(members.Select(member => member.Name));
        Required(Schema.GetProperty("$defs").GetProperty(definition))
            .Should().Equal(members.Where(member => member.IsRequired).Select(member => member.Name));
    }

    [Fact]
    public void The_schema_names_the_members_of_the_file_itself()
    {
        Members(Schema).Should().Equal(Shapes.MembersOf(typeof(ConflictDataset)).Select(member => member.Name));
        Required(Schema).Should().Equal("schemaVersion");
    }

    [Fact]
    public void A_line_is_any_of_the_records_that_stand_on_lines_under_the_name_of_its_definition()
    {
        JsonElement line = Schema.GetProperty("$defs").GetProperty("line");
        Members(line).Should().Equal(LineKinds.Names);
        line.GetProperty("properties").EnumerateObject()
            .Select(member => member.Value.GetProperty("allOf")[0].GetProperty("$ref").GetString())
            .Should().Equal(LineKinds.Names.Select(name => $"#/$defs/{name}"));
    }

    [Theory]
    [MemberData(nameof(Enumerations))]
    public void The_schema_names_the_values_that_the_library_reads(string definition, Type type) =>
        Names(Schema.GetProperty("$defs").GetProperty(definition))
            .Should().Equal(Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName));

    [Fact]
    public void Every_definition_is_tested_for_drift_or_known_to_be_plain()
    {
        string[] plain =
        [
            "localizedText", "figure", "estimate", "uncertainDate", "reportedDate", "coordinates", "extensionData", "age", "years",
            "vintage", "schemaVersion", "line",
        ];
        Schema.GetProperty("$defs").EnumerateObject().Select(d => d.Name).Except(plain).Should().BeEquivalentTo(
            Entities.Select(row => row.Data.Item1).Concat(Enumerations.Select(row => row.Data.Item1)).Concat(SchemaWordsTests.Ids.Keys));
    }

    [Fact]
    public void The_schema_names_the_versions_that_the_library_reads() =>
        Names(Schema.GetProperty("$defs").GetProperty("schemaVersion")).Should().Equal(SchemaVersionTests.Read);

    [Theory]
    [InlineData("""{"$schema":"https://example.org/schema.json","schemaVersion":"1.0"}""", true)]
    [InlineData("""{"schemaVersion":"1.0","$schema":""}""", true)]
    [InlineData("""{"$schema":null,"schemaVersion":"1.0"}""", false)]
    [InlineData("""{"$schema":1,"schemaVersion":"1.0"}""", false)]
    [InlineData("""{"$Schema":"a","schemaVersion":"1.0"}""", false)]
    [InlineData("""{"schemaVersion":"1.0","sources":[{"$schema":"a","id":"s","name":"S"}]}""", false)]
    public void A_file_may_say_where_its_schema_is_and_nothing_comes_of_it(string json, bool isRead)
    {
        Action read = () => DatasetJson.Read(json).Should().Be(new ConflictDataset());
        Check.FirstError(JsonDocument.Parse(json).RootElement).Should().Match(error => error == null == isRead);
        if (isRead)
        {
            read.Should().NotThrow();
        }
        else
        {
            read.Should().Throw<DatasetFormatException>();
        }
    }

    [Fact]
    public void A_file_says_only_once_where_its_schema_is()
    {
        Action read = () => DatasetJson.Read("""{"$schema":"a","schemaVersion":"1.0","$schema":"b"}""");
        read.Should().Throw<DatasetFormatException>().Which.Reason.Should().Be("The member '$schema' is given twice.");
    }

    [Fact]
    public void The_sample_satisfies_the_schema() => Check.FirstError(JsonDocument.Parse(Sample.Bytes).RootElement).Should().BeNull();

    [Fact]
    public void Whatever_the_library_writes_satisfies_the_schema_but_for_parts_that_validation_accuses()
    {
        int satisfying = 0;
        Generate.Dataset.Sample(
            dataset =>
            {
                string? error = Check.FirstError(JsonDocument.Parse(DatasetJson.Write(dataset)).RootElement);
                if (error is null)
                {
                    Interlocked.Increment(ref satisfying);
                }
                else
                {
                    dataset.Validate().Select(finding => finding.Code).Should().Contain(FindingCodes.MissingCategory, error);
                }
            },
            iter: 300);
        satisfying.Should().BeGreaterThan(10);
    }

    [Theory]
    [InlineData("""{"title":"no version"}""")]
    [InlineData("""{"schemaVersion":"1.0","unknown":1}""")]
    [InlineData("""{"schemaVersion":"1.0","actors":[{"id":"a","name":"b","kind":3}]}""")]
    [InlineData("""{"schemaVersion":"1.0","actors":[{"id":"a b","name":"b","kind":"militia"}]}""")]
    [InlineData("""{"schemaVersion":"1.0","actors":[{"id":"a","kind":"militia"}]}""")]
    [InlineData("""{"schemaVersion":"1.0","strengths":[{"actor":"a","citation":{"source":"s"},"fighters":-1}]}""")]
    [InlineData("""{"schemaVersion":"1.0","strengths":[{"actor":"a","citation":{"source":"s"},"fighters":{}}]}""")]
    [InlineData("""{"schemaVersion":"1.0","tallies":null}""")]
    [InlineData("""{"schemaVersion":"1.2","people":[{"id":"p"}]}""")]
    [InlineData("""{"schemaVersion":"1.2","people":[{"id":"p","harm":"dead"}]}""")]
    [InlineData("""{"schemaVersion":"1.2","people":[{"id":"p","harm":"killed","age":-1}]}""")]
    [InlineData("""{"schemaVersion":"1.2","people":[{"id":"p","harm":"killed","age":{}}]}""")]
    [InlineData("""{"schemaVersion":"1.2","people":[{"id":"p","harm":"killed","age":{"min":2.5}}]}""")]
    [InlineData("""{"schemaVersion":"1.2","people":[{"id":"p","harm":"killed","age":"30"}]}""")]
    public void What_the_schema_refuses_the_library_refuses_too(string json)
    {
        Check.FirstError(JsonDocument.Parse(json).RootElement).Should().NotBeNull();
        Action read = () => DatasetJson.Read(json);
        read.Should().Throw<DatasetFormatException>();
    }

    private static IEnumerable<string> Members(JsonElement definition) =>
        definition.GetProperty("properties").EnumerateObject().Select(p => p.Name);

    private static IEnumerable<string?> Names(JsonElement definition) =>
        definition.GetProperty("oneOf").EnumerateArray().Select(name => name.GetProperty("const").GetString());

    private static IEnumerable<string?> Required(JsonElement definition) =>
        definition.TryGetProperty("required", out JsonElement required) ? required.EnumerateArray().Select(p => p.GetString()) : [];
}

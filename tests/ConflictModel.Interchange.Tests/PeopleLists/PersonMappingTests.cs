namespace ConflictModel.Interchange.Tests.PeopleLists;

public class PersonMappingTests
{
    private const string Json = """
        {
          "source": { "id": "list-a", "name": "A monitor's list", "kind": "monitor" },
          "harm": "killed",
          "columns": [
            { "column": "no", "is": "id" },
            { "column": "name_ar", "is": "name", "lang": "ar" },
            { "column": "father", "is": "name", "kind": "father", "lang": "ar-Latn" },
            { "column": "status", "is": "status", "words": { "Non-Civilian": "directlyParticipating" } },
            { "column": "ministry", "is": "externalId", "scheme": "ministry" }
          ]
        }
        """;

    [Fact]
    public void A_mapping_in_json_is_the_one_in_code() => PersonMapping.Parse(Json).Should().Be(new PersonMapping
    {
        Source = Lists.ListA,
        Harm = Harm.Killed,
        Columns =
        [
            new("no", PersonField.Id),
            new("name_ar", PersonField.Name) { Lang = "ar" },
            new("father", PersonField.Name) { Kind = NameKind.Father, Lang = "ar-Latn" },
            new("status", PersonField.Status) { Words = [new("Non-Civilian", "directlyParticipating")] },
            new("ministry", PersonField.ExternalId) { Scheme = "ministry" },
        ],
    });

    [Theory]
    [InlineData("\"harm\": \"killed\"", "\"harm\": \"dead\"", 3, 11,
        "Expected one of these: killed, wounded, killedOrWounded, missing, detained, abducted, displaced.")]
    [InlineData("\"is\": \"id\"", "\"is\": \"number\"", 5, 29, "Expected one of these: id, name, harm, *")]
    [InlineData("\"harm\"", "\"harms\"", 3, 3, "There is no member 'harms' here, only source, columns, idPrefix, harm, publication.")]
    [InlineData("\"lang\": \"ar\"", "\"lang\": 3", 6, 50, "Expected a text.")]
    [InlineData("\"directlyParticipating\"", "\"fighter\"", 8, 82,
        "'fighter', for 'Non-Civilian' in the column 'status', is none of unknown, civilian, otherProtected, armedForces, "
        + "directlyParticipating.")]
    [InlineData(", \"scheme\": \"ministry\"", "", 9, 48, "The column 'ministry' is an external id and needs its scheme.")]
    [InlineData("\"harm\": \"killed\",", "", 11, 1, "Neither a column nor the mapping says what was done to the people.")]
    [InlineData("\"no\"", "\"father\"", 11, 1, "The mapping names the column 'father' twice.")]
    [InlineData("\"source\": {", "\"source\": [", 2, 41, "*")]
    [InlineData("}\n  ]", "}\n", 11, 1, "*")]
    public void What_is_wrong_in_json_has_its_line_and_column(string was, string becomes, long line, long column, string reason)
    {
        string json = Json.ReplaceLineEndings("\n");
        json.Should().Contain(was);
        Malformation fault = FluentActions.Invoking(() => PersonMapping.Parse(json.Replace(was, becomes, StringComparison.Ordinal)))
            .Should().Throw<MalformedInputException>().Which.Malformation;
        fault.Reason.Should().Match(reason);
        (fault.Code, fault.Line, reason == "*" ? column : fault.Column).Should().Be((MalformationCode.Json, line, column));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"source\":{\"id\":\"a b\",\"name\":\"x\"},\"columns\":[]}")]
    public void What_is_no_mapping_is_a_malformed_one(string json) =>
        FluentActions.Invoking(() => PersonMapping.Parse(json)).Should().Throw<MalformedInputException>();

    [Fact]
    public void A_mapping_that_cannot_be_is_misuse()
    {
        PersonColumn sex = new("sex", PersonField.Sex);
        PersonMapping[] wrong =
        [
            Lists.Of(),
            Lists.With(sex) with { Harm = null },
            Lists.With(sex, sex),
            Lists.With(sex, new("gender", PersonField.Sex)),
            Lists.With(new("a", PersonField.Name), new("b", PersonField.Name)),
            Lists.With(new PersonColumn("lat", PersonField.Latitude)),
            Lists.With(new PersonColumn("sex", PersonField.Sex) { Lang = "ar" }),
            Lists.With(new PersonColumn("sex", PersonField.Sex) { Scheme = "x" }),
            Lists.With(new PersonColumn("x", PersonField.ExternalId)),
            Lists.With(new PersonColumn("age", PersonField.Age) { Words = [new("a", "b")] }),
            Lists.With(new PersonColumn("sex", PersonField.Sex) { Words = [new("H", "man")] }),
            Lists.With(new PersonColumn("sex", PersonField.Sex) { Words = [new("H", "male"), new("h ", "female")] }),
            Lists.With(sex) with { IdPrefix = "a b" },
        ];
        foreach (PersonMapping mapping in wrong)
        {
            FluentActions.Invoking(() => Lists.Open("id,sex\n", mapping)).Should().Throw<ArgumentException>();
            FluentActions.Invoking(() => PersonWriter.Create(Stream.Null, mapping, new())).Should().Throw<ArgumentException>();
        }

        FluentActions.Invoking(() => new PersonColumn(" ", PersonField.Sex)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new PersonColumn("x", default)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Every_field_has_a_cell_and_every_closed_list_its_words()
    {
        foreach (PersonField field in Enum.GetValues<PersonField>())
        {
            PersonColumn column = new("x", field) { Scheme = field == PersonField.ExternalId ? "s" : null };
            PersonColumn[] columns = field is PersonField.Latitude ? [column, new("y", PersonField.Longitude)]
                : field is PersonField.Longitude ? [column, new("y", PersonField.Latitude)] : [column];
            using PersonReader reader = Lists.Open("x,y\n", Lists.Of(columns));
            reader.Read().Should().BeEmpty();
        }

        PersonField[] closed = [.. Enum.GetValues<PersonField>().Where(field => FieldWords.Of(field) is not null)];
        closed.Select(field => field.ToString()).Should().BeEquivalentTo(typeof(Person).GetProperties()
            .Where(property => property.PropertyType.IsEnum).Select(property => property.Name));
    }
}

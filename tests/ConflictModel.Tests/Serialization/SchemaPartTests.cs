using System.Text.Json;
using ConflictModel.Serialization;

namespace ConflictModel.Tests.Serialization;

public class SchemaPartTests
{
    private static readonly ConflictDataset Everything = Serialization.Everything.Dataset();

    [Fact]
    public void An_id_is_a_text_with_a_pattern()
    {
        JsonElement id = Parse(DatasetJson.SchemaOf<ActorId>());
        id.GetProperty("title").GetString().Should().Be("Actor id");
        id.GetProperty("type").GetString().Should().Be("string");
        id.GetProperty("pattern").GetString().Should().StartWith("^[^");
        id.TryGetProperty("$defs", out _).Should().BeFalse();
        id.GetProperty("$schema").GetString().Should().Be("https://json-schema.org/draft/2020-12/schema");
    }

    [Fact]
    public void A_record_brings_what_it_refers_to_and_no_more()
    {
        Definitions(DatasetJson.SchemaOf<Coordinates>()).Should().BeEmpty();
        Definitions(DatasetJson.SchemaOf<ReportedDate>()).Should().Equal("uncertainDate");
        Definitions(DatasetJson.SchemaOf<Citation>()).Should().Equal("reportedDate", "sourceId", "uncertainDate");
        Definitions(DatasetJson.SchemaOf<Toll>()).Should().Contain(["breakdown", "part", "axis", "estimate"])
            .And.NotContain(["toll", "incident", "personName"]);
    }

    [Fact]
    public void A_record_that_may_lie_within_itself_is_among_what_it_refers_to() =>
        Definitions(DatasetJson.SchemaOf<Breakdown>()).Should().Contain(["breakdown", "part"]);

    [Fact]
    public void Each_part_judges_the_values_of_its_type()
    {
        (string Schema, string Member)[] lists =
        [
            (DatasetJson.SchemaOf<ValueList<Source>>(), "sources"), (DatasetJson.SchemaOf<ValueList<Actor>>(), "actors"),
            (DatasetJson.SchemaOf<ValueList<Incident>>(), "incidents"), (DatasetJson.SchemaOf<ValueList<Tally>>(), "tallies"),
            (DatasetJson.SchemaOf<ValueList<Person>>(), "people"), (DatasetJson.SchemaOf<ValueList<PeaceProcess>>(), "processes"),
        ];
        JsonElement file = Parse(DatasetJson.Write(Everything));
        foreach ((string schema, string member) in lists)
        {
            new SchemaCheck(Parse(schema)).FirstError(file.GetProperty(member)).Should().BeNull(member);
            new SchemaCheck(Parse(schema)).FirstError(file.GetProperty("title")).Should().NotBeNull();
        }

        var estimate = new SchemaCheck(Parse(DatasetJson.SchemaOf<Estimate>()));
        estimate.FirstError(Parse("449")).Should().BeNull();
        estimate.FirstError(Parse("""{"low":3000,"high":5000}""")).Should().BeNull();
        estimate.FirstError(Parse("-1")).Should().NotBeNull();
        var axis = new SchemaCheck(Parse(DatasetJson.SchemaOf<Axis?>()));
        axis.FirstError(Parse("\"victim\"")).Should().BeNull();
        axis.FirstError(Parse("\"Victim\"")).Should().NotBeNull();
        var date = new SchemaCheck(Parse(DatasetJson.SchemaOf<UncertainDate>()));
        date.FirstError(Parse("\"2024-XX\"")).Should().BeNull();
        date.FirstError(Parse("\"2024-13\"")).Should().NotBeNull();
    }

    [Fact]
    public void The_part_of_a_data_set_is_the_whole() => DatasetJson.SchemaOf<ConflictDataset>().Should().Be(DatasetJson.Schema);

    [Fact]
    public void Every_definition_is_that_of_the_type_that_bears_its_name()
    {
        // A figure and years are whole numbers within limits; no type of ours is. The others are of files and not of data.
        IEnumerable<string> named =
            Parse(DatasetJson.Schema).GetProperty("$defs").EnumerateObject().Select(one => one.Name)
                .Except(["figure", "years", "schemaVersion", "header", "line"]);
        string[] types =
        [
            .. typeof(ConflictDataset).Assembly.GetExportedTypes()
                .Where(type => type != typeof(ConflictDataset) && DatasetJson.TryGetSchemaOf(type, out _))
                .Select(type => JsonNamingPolicy.CamelCase.ConvertName(type.Name)),
        ];
        types.Should().BeEquivalentTo(named);
    }

    [Fact]
    public void What_the_file_format_does_not_have_has_no_schema()
    {
        Type[] others = [typeof(string), typeof(int), typeof(Finding), typeof(ValueList<string>), typeof(List<Actor>), typeof(Source[])];
        foreach (Type type in others)
        {
            DatasetJson.TryGetSchemaOf(type, out string? schema).Should().BeFalse(type.Name);
            schema.Should().BeNull();
        }

        Action schemaOf = () => DatasetJson.SchemaOf<Finding>();
        schemaOf.Should().Throw<ArgumentException>().WithMessage("The file format has no Finding.");
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    private static IEnumerable<string> Definitions(string schema) =>
        Parse(schema).TryGetProperty("$defs", out JsonElement definitions) ? definitions.EnumerateObject().Select(one => one.Name) : [];

    /// <summary>One's own type of a name that the file format has too.</summary>
    private sealed record Finding;
}

using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel.Interchange.Tests.Conventions;

/// <summary>System.Text.Json as everybody calls it loses nothing: it writes what it can read back, or refuses.</summary>
public class PlainSerializerTests
{
    private static readonly JsonSerializerOptions[] Everyones = [JsonSerializerOptions.Default, JsonSerializerOptions.Web];

    private static readonly Type[] Public = [.. typeof(IncidentReader).Assembly.GetExportedTypes()
        .Where(type => !(type.IsAbstract && type.IsSealed))
        .Where(type => !typeof(Exception).IsAssignableFrom(type) && !typeof(JsonConverter).IsAssignableFrom(type))];

    private static readonly PersonMapping Mapping = new()
    {
        Source = new() { Id = SourceId.From("list-a"), Name = "قائمة \"A\"", Kind = SourceKind.Monitor },
        IdPrefix = "a:",
        Harm = Harm.Killed,
        Publication = Publication.Withheld,
        Columns =
        [
            new("no", PersonField.Id),
            new("name", PersonField.Name) { Kind = NameKind.Given, Lang = "ar" },
            new("sex", PersonField.Sex) { Words = [new("M.", "male"), new("F.", "female")] },
            new("vdc", PersonField.ExternalId) { Scheme = "vdc" },
        ],
    };

    public static TheoryData<Type> Enums => new(Public.Where(type => type.IsEnum));

    public static TheoryData<Type> Refused => new(Public.Where(type => ConverterOf(type) == typeof(NoJsonConverter)));

    [Fact]
    public void Every_public_type_has_a_converter_and_only_names_and_mappings_have_a_form() =>
        Public.Where(type => ConverterOf(type) != typeof(NoJsonConverter) && !(type.IsEnum && ConverterOf(type) is not null))
            .Should().BeEquivalentTo([typeof(PersonMapping), typeof(PersonColumn)]);

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_read_computed_or_set_up_is_refused_with_a_sentence_and_never_half_written(Type type) =>
        ((Action)(() => JsonSerializerOptions.Default.GetTypeInfo(type)))
            .Should().Throw<NotSupportedException>().WithMessage($"A {type.Name} has no form in JSON, *");

    [Theory]
    [MemberData(nameof(Enums))]
    public void A_member_of_a_closed_list_is_its_name_under_any_options(Type type)
    {
        foreach (object value in Enum.GetValues(type))
        {
            string name = JsonNamingPolicy.CamelCase.ConvertName(value.ToString()!);
            foreach (JsonSerializerOptions options in Everyones)
            {
                JsonSerializer.Serialize(value, type, options).Should().Be($"\"{name}\"");
                JsonSerializer.Deserialize($"\"{name}\"", type, options).Should().Be(value);
            }
        }

        ((Action)(() => JsonSerializer.Deserialize("1", type))).Should().Throw<JsonException>();
    }

    [Fact]
    public void A_mapping_is_what_the_command_reads_alone_and_in_somebody_elses_record()
    {
        var held = new Holder(Mapping, [Mapping.Columns[2]]);
        foreach (JsonSerializerOptions options in Everyones)
        {
            JsonSerializer.Deserialize<PersonMapping>(JsonSerializer.Serialize(Mapping, options), options).Should().Be(Mapping);
            JsonSerializer.Deserialize<Holder>(JsonSerializer.Serialize(held, options), options).Should().Be(held);
        }

        string json = JsonSerializer.Serialize(held, HolderContext.Default.Holder);
        JsonSerializer.Deserialize(json, HolderContext.Default.Holder).Should().Be(held);
        PersonMapping.Parse(JsonSerializer.Serialize(Mapping)).Should().Be(Mapping);
        JsonSerializer.Serialize(Mapping.Columns[2]).Should().Be("""{"column":"sex","is":"sex","words":{"M.":"male","F.":"female"}}""");
    }

    [Fact]
    public void A_mapping_that_its_json_can_not_hold_is_not_written_without_the_rest()
    {
        void Refused<T>(T value) => ((Action)(() => JsonSerializer.Serialize(value))).Should().Throw<ArgumentException>();
        Refused(Mapping with { Source = Mapping.Source with { Url = "https://example.org" } });
        Refused(Mapping with { Source = Mapping.Source with { Name = new([new("en", "A"), new("ar", "أ")]) } });
        Refused(Mapping with { Columns = [] });
        Refused(Mapping with { Columns = [new("a\ud800", PersonField.Id)] });
        Refused(Mapping.Columns[2] with { Words = [new("a", "male"), new("a", "female")] });
    }

    [Theory]
    [InlineData("{}", "A mapping has a 'source' and 'columns'.")]
    [InlineData("""{"source":{"id":"a","name":"A"},"columns":[{"column":"x","is":"shoe"}]}""", "Expected one of these: id,*")]
    [InlineData("[]", "Expected an object.")]
    public void What_is_no_mapping_is_an_error_of_the_serializer(string json, string reason) =>
        ((Action)(() => JsonSerializer.Deserialize<PersonMapping>(json))).Should().Throw<JsonException>().WithMessage(reason);

    private static Type? ConverterOf(Type type) => type.GetCustomAttribute<JsonConverterAttribute>(inherit: false)?.ConverterType;
}

/// <summary>Somebody else's record.</summary>
internal sealed record Holder(PersonMapping Mapping, ValueList<PersonColumn> Columns);

/// <summary>A consumer's source generator, told of its own record and of what its list holds.</summary>
[JsonSerializable(typeof(Holder))]
[JsonSerializable(typeof(PersonColumn))]
internal sealed partial class HolderContext : JsonSerializerContext;

using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConflictModel.Tests.Records;

/// <summary>What every record of the vocabulary does, member by member.</summary>
public class RecordTests
{
    public static TheoryData<Type> Types => new(Instances.Types);

    public static TheoryData<Type, string> Members => Pairs(_ => true);

    public static TheoryData<Type, string> RequiredMembers => Pairs(Instances.IsRequired);

    [Fact]
    public void A_data_set_reaches_every_record_but_those_that_compare_and_read_words() =>
        typeof(ConflictDataset).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == "ConflictModel" && type.IsClass && type.GetMethod("<Clone>$") is not null)
            .Except(Instances.Types)
            .Select(type => type.Name)
            .Should().BeSubsetOf([nameof(WordingRule), nameof(Wordings), nameof(Category)]);

    [Theory]
    [MemberData(nameof(Types))]
    public void A_record_with_every_member_comes_back_from_JSON(Type type)
    {
        object record = Instances.Of(type);
        Instances.MembersOf(type).Where(member => IsDefault(member.GetValue(record))).Should().BeEmpty();

        Read(Write(record), type).Should().Be(record);
        Write(Read(Write(record), type)).Should().Be(Write(record));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Records_of_equal_content_are_equal(Type type)
    {
        object record = Instances.Of(type);
        object same = Instances.Of(type);
        same.Should().NotBeSameAs(record).And.Be(record);
        same.GetHashCode().Should().Be(record.GetHashCode());
        Instances.Of(type, seed: 40).Should().NotBe(record);
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void A_record_of_which_one_member_differs_is_another_and_keeps_the_rest(Type type, string name)
    {
        PropertyInfo member = type.GetProperty(name)!;
        object record = Instances.Of(type);
        object value = Instances.Other(member, record);
        object changed = Instances.With(record, member, value);

        changed.Should().NotBe(record);
        record.Should().NotBe(changed).And.Be(Instances.Of(type), "a copy leaves the original as it was");
        foreach (PropertyInfo each in Instances.MembersOf(type))
        {
            each.GetValue(changed).Should().Be(each == member ? value : each.GetValue(record), each.Name);
        }

        Read(Write(changed), type).Should().Be(changed);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Only_what_is_required_need_be_there_and_the_rest_is_the_default(Type type)
    {
        object bare = Instances.Bare(type);
        Instances.MembersOf(type).Where(member => !Instances.IsRequired(member) && !IsDefault(member.GetValue(bare))).Should().BeEmpty();

        JsonNode json = JsonNode.Parse(Write(bare))!;
        if (type == typeof(Vintage))
        {
            // Of one whose day is not known the name stands alone.
            json.Should().BeAssignableTo<JsonValue>();
        }
        else
        {
            json.AsObject().Select(member => member.Key).Where(name => name != "schemaVersion").Should().BeEquivalentTo(
                Instances.MembersOf(type).Where(Instances.IsRequired).Select(member => JsonName(member.Name)));
        }

        Read(Write(bare), type).Should().Be(bare);
    }

    [Theory]
    [MemberData(nameof(RequiredMembers))]
    public void A_file_without_a_required_member_or_with_a_null_there_is_refused_by_name(Type type, string name)
    {
        JsonObject json = JsonNode.Parse(Write(Instances.Of(type)))!.AsObject();
        json.Remove(JsonName(name)).Should().BeTrue();
        ((Action)(() => Read(json.ToJsonString(), type))).Should().Throw<JsonException>().WithMessage($"*{JsonName(name)}*");

        json.Add(JsonName(name), null);
        ((Action)(() => Read(json.ToJsonString(), type))).Should().Throw<JsonException>();
    }

    private static TheoryData<Type, string> Pairs(Predicate<PropertyInfo> isWanted)
    {
        var pairs = new TheoryData<Type, string>();
        foreach (Type type in Instances.Types)
        {
            foreach (PropertyInfo member in Instances.MembersOf(type).Where(member => isWanted(member)))
            {
                pairs.Add(type, member.Name);
            }
        }

        return pairs;
    }

    private static string Write(object record) => JsonSerializer.Serialize(record, record.GetType());

    private static object Read(string json, Type type) => JsonSerializer.Deserialize(json, type)!;

    private static string JsonName(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static bool IsDefault(object? value) =>
        value is null || (value.GetType().IsValueType
            && value.Equals(System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(value.GetType())));
}

using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using System.Xml.Linq;
using ConflictModel.Aggregation;
using ConflictModel.Arithmetic;
using ConflictModel.Time;

namespace ConflictModel.Tests.Conventions;

public class PublicTypeTests
{
    private static readonly Assembly Library = typeof(ConflictDataset).Assembly;

    private static readonly string[] Namespaces =
    [
        "ConflictModel", "ConflictModel.Time", "ConflictModel.Hierarchies", "ConflictModel.Arithmetic", "ConflictModel.Catalogs",
        "ConflictModel.Reconciliation", "ConflictModel.Matching", "ConflictModel.Revisions", "ConflictModel.Validation",
        "ConflictModel.Aggregation",
        "ConflictModel.Serialization",
    ];

    public static TheoryData<Type> PublicTypes => new(Library.GetExportedTypes().Where(type => !type.IsNested));

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void Every_public_type_stands_in_a_documented_namespace(Type type) => type.Namespace.Should().BeOneOf(Namespaces);

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void No_namespace_bears_the_name_of_a_type(Type type) => Namespaces.Should().NotContain($"ConflictModel.{type.Name}");

    [Fact]
    public void No_public_type_is_without_documentation()
    {
        string[] documented = XDocument.Load(Path.ChangeExtension(Library.Location, ".xml")).Descendants("member")
            .Where(member => member.Element("summary") is { } summary && summary.Value.Trim().Length > 0)
            .Select(member => member.Attribute("name")!.Value)
            .ToArray();
        Library.GetExportedTypes().Where(t => !t.IsNested).Select(type => $"T:{type.FullName}").Except(documented).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void Fields_of_entities_and_values_never_change(Type type)
    {
        // A view that works something out may keep it; records and values hold what they were given.
        if (type.IsEnum || !(IsRecord(type) || type.IsValueType))
        {
            return;
        }

        type.GetFields(
            BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(field => !field.IsInitOnly && !field.IsLiteral)
            .Select(field => field.Name)
            .Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void Properties_of_public_types_are_set_at_most_once(Type type)
    {
        if (type.Name.EndsWith("Builder", StringComparison.Ordinal))
        {
            return;
        }

        type.GetProperties(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(property =>
                property.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Select(property => property.Name)
            .Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void Records_are_sealed_or_abstract_and_hold_nothing_that_compares_by_reference(Type type)
    {
        if (!IsRecord(type))
        {
            return;
        }

        (type.IsSealed || type.IsAbstract || type.IsValueType).Should().BeTrue();
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => !ComparesByValue(property.PropertyType))
            .Select(property => property.Name)
            .Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void Every_type_initialises_alone(Type type)
    {
        if (!type.ContainsGenericParameters)
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }
    }

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void The_default_of_every_value_type_can_be_shown_compared_and_hashed(Type type)
    {
        if (!type.IsValueType || type.ContainsGenericParameters || type.IsByRefLike)
        {
            return;
        }

        object value = RuntimeHelpers.GetUninitializedObject(type);
        value.ToString().Should().NotBeNull();
        value.Equals(RuntimeHelpers.GetUninitializedObject(type)).Should().BeTrue();
        value.GetHashCode().Should().Be(RuntimeHelpers.GetUninitializedObject(type).GetHashCode());
    }

    [Fact]
    public void The_serializer_is_told_of_a_types_converter_and_of_nothing_else() =>
        Library.GetExportedTypes()
            .SelectMany(type => type.GetProperties().Cast<MemberInfo>().Append(type))
            .SelectMany(member => member.CustomAttributes
                .Where(a => a.AttributeType.Namespace?.StartsWith("System.Text.Json", StringComparison.Ordinal) == true)
                .Where(a => member is not Type || a.AttributeType != typeof(JsonConverterAttribute))
                .Select(a => $"{member.Name}: {a.AttributeType.Name}"))
            .Should().BeEmpty("what stands on a member could say otherwise than the file format");

    [Fact]
    public void The_library_depends_on_noda_time_and_the_framework_alone() =>
        Library.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(name => name != "NodaTime" && !name.StartsWith("System.", StringComparison.Ordinal))
            .Should().BeEmpty();

    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null;

    // A convention, a key and a derived figure are the same only if they are the same object, and a function if it is the same function:
    // the remarks say so.
    private static bool ComparesByValue(Type type) =>
        type == typeof(SeasonConvention) || type == typeof(GroupKey) || type == typeof(DerivedFigure)
        || typeof(Delegate).IsAssignableFrom(type)
        || type.IsGenericParameter || type.IsValueType || type == typeof(string) || type == typeof(Type)
        || typeof(IEquatable<>).MakeGenericType(type).IsAssignableFrom(type);
}

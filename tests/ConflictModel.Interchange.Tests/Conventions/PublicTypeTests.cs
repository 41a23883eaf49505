using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml.Linq;

namespace ConflictModel.Interchange.Tests.Conventions;

public class PublicTypeTests
{
    private static readonly Assembly Library = typeof(IncidentReader).Assembly;

    public static TheoryData<Type> PublicTypes => new(Library.GetExportedTypes());

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void Every_public_type_stands_in_the_one_namespace(Type type) => type.Namespace.Should().Be("ConflictModel.Interchange");

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void Nobody_outside_derives_from_a_public_type(Type type) => (type.IsSealed || type.IsValueType
        || type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .All(made => made.IsAssembly || made.IsPrivate))
        .Should().BeTrue();

    [Fact]
    public void No_public_type_is_without_documentation()
    {
        string[] documented = XDocument.Load(Path.ChangeExtension(Library.Location, ".xml")).Descendants("member")
            .Where(member => member.Element("summary") is { } summary && summary.Value.Trim().Length > 0)
            .Select(member => member.Attribute("name")!.Value)
            .ToArray();
        Library.GetExportedTypes().Where(type => !type.IsNested).Select(type => $"T:{type.FullName}").Except(documented).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void Fields_of_records_and_values_never_change(Type type)
    {
        if (!type.IsEnum && (IsRecord(type) || type.IsValueType))
        {
            type.GetFields(
                BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Where(field => !field.IsInitOnly && !field.IsLiteral)
                .Select(field => field.Name)
                .Should().BeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void Properties_are_set_at_most_once(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(property => property.SetMethod is { IsPublic: true } set
                && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Select(property => property.Name)
            .Should().BeEmpty();

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void Records_hold_nothing_that_compares_by_reference_but_what_they_say(Type type)
    {
        if (IsRecord(type))
        {
            type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(property => !ComparesByValue(property.PropertyType))
                .Select(property => property.Name)
                .Should().BeEmpty();
        }
    }

    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null;

    // A format is one object, a glossary grows, and a function is the same only if it is the same object: the remarks say so. An encoding
    // is equal to another of its code page and fallbacks, without the interface.
    private static bool ComparesByValue(Type type) =>
        type == typeof(EventFormat) || type == typeof(Glossary) || type == typeof(Encoding) || typeof(Delegate).IsAssignableFrom(type)
        || type.IsValueType || type == typeof(string) || type == typeof(Type)
        || typeof(IEquatable<>).MakeGenericType(type).IsAssignableFrom(type);
}

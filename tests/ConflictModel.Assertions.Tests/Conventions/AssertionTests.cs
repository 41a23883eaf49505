using System.Reflection;
using System.Xml.Linq;

namespace ConflictModel.Assertions.Tests.Conventions;

public class AssertionTests
{
    private static readonly Assembly Library = typeof(TollAssertions).Assembly;

    private static readonly MethodInfo[] Assertions = [.. Library.GetExportedTypes()
        .Where(type => type != typeof(ConflictModelAssertions))
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))];

    [Fact]
    public void The_guide_shows_every_assertion()
    {
        string guide = File.ReadAllText(Path.Combine(Repository.Root, "src", "ConflictModel", "docs", "tests.md"));
        string table = guide[guide.IndexOf("## All of them", StringComparison.Ordinal)..];
        Assertions.Select(assertion => assertion.Name).Distinct().Where(name => !table.Contains(name, StringComparison.Ordinal))
            .Should().BeEmpty();
    }

    [Fact]
    public void Every_assertion_takes_a_reason_and_names_the_callers_subject()
    {
        MethodInfo[] finished = [.. Assertions.Where(assertion => assertion.ReturnType != typeof(TollAssertions.Remainder))];
        finished.Where(assertion =>
                !assertion.GetParameters().Select(parameter => parameter.Name).TakeLast(2).SequenceEqual(["because", "becauseArgs"]))
            .Should().BeEmpty();
        finished.Where(assertion => !assertion.IsDefined(typeof(CustomAssertionAttribute))).Should().BeEmpty();
    }

    [Fact]
    public void There_are_at_most_sixteen() =>
        Assertions.Select(assertion => assertion.Name).Distinct().Should().HaveCountLessThanOrEqualTo(16);

    [Fact]
    public void Every_public_type_stands_in_the_one_namespace_and_nobody_outside_derives_from_it()
    {
        Library.GetExportedTypes().Select(type => type.Namespace).Distinct().Should().Equal("ConflictModel.Assertions");
        Library.GetExportedTypes().Where(type => type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Any(made => !made.IsAssembly && !made.IsPrivate && !made.IsFamilyAndAssembly)).Should().BeEmpty();
    }

    [Fact]
    public void Everything_public_is_documented()
    {
        string[] documented = [.. XDocument.Load(Path.ChangeExtension(Library.Location, ".xml")).Descendants("member")
            .Where(member => member.Element("summary") is { } summary && summary.Value.Trim().Length > 0)
            .Select(member => member.Attribute("name")!.Value)];
        Library.GetExportedTypes().Select(type => $"T:{type.FullName!.Replace('+', '.')}").Except(documented).Should().BeEmpty();
    }

    [Fact]
    public void The_package_depends_on_the_library_and_what_it_is_named_after_alone() =>
        Library.GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal))
            .Should().BeEquivalentTo("ConflictModel", "FluentAssertions");
}

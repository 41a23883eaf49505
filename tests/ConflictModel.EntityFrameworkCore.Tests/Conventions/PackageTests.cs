using System.Reflection;
using System.Xml.Linq;

namespace ConflictModel.EntityFrameworkCore.Tests.Conventions;

public class PackageTests
{
    private static readonly Assembly Library = typeof(ConflictModelDatabase).Assembly;

    [Fact]
    public void The_package_depends_on_the_library_what_it_is_named_after_and_noda_time_which_the_library_brings() =>
        Library.GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal))
            .Should().BeSubsetOf(
            [
                "ConflictModel", "Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Abstractions", "NodaTime",
            ]);

    [Fact]
    public void Everything_public_is_documented()
    {
        string[] documented = [.. XDocument.Load(Path.ChangeExtension(Library.Location, ".xml")).Descendants("member")
            .Where(member => member.Element("summary") is { Value.Length: > 0 } || member.Element("inheritdoc") is not null)
            .Select(member => member.Attribute("name")!.Value.Split('(')[0].Split('`')[0])];
        typeof(ConflictModelDatabase).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Select(method => $"M:{typeof(ConflictModelDatabase).FullName}.{method.Name}").Distinct()
            .Except(documented).Should().BeEmpty();
    }
}

using System.Reflection;
using System.Xml.Linq;

namespace ConflictModel.Parquet.Tests.Conventions;

public class PackageTests
{
    private static readonly Assembly Library = typeof(ParquetTables).Assembly;

    [Fact]
    public void The_package_depends_on_the_library_and_what_writes_parquet() =>
        Library.GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal))
            .Should().BeSubsetOf(["ConflictModel", "ParquetSharp", "NodaTime"]);

    [Fact]
    public void Everything_public_is_documented()
    {
        string[] documented = [.. XDocument.Load(Path.ChangeExtension(Library.Location, ".xml")).Descendants("member")
            .Where(member => member.Element("summary") is { Value.Length: > 0 } || member.Element("inheritdoc") is not null)
            .Select(member => member.Attribute("name")!.Value.Split('(')[0])];
        Library.GetExportedTypes().SelectMany(type => type
            .GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false })
            .Where(member => type == typeof(ParquetTables) || member is PropertyInfo { Name: not "EqualityContract" })
            .Select(member => (member is PropertyInfo ? "P:" : "M:") + $"{type.FullName}.{member.Name}")).Distinct()
            .Where(member => !member.Contains(".ReadParquet", StringComparison.Ordinal))
            .Except(documented).Should().BeEmpty();
    }
}

using System.Reflection;
using PublicApiGenerator;

namespace ConflictModel.EntityFrameworkCore.Tests.PublicApi;

public class PublicApiTests
{
    private static readonly Assembly Library = typeof(ConflictModelDatabase).Assembly;

    private static readonly string Committed = Path.Combine(
        Repository.Root, "tests", "ConflictModel.EntityFrameworkCore.Tests", "PublicApi", "ConflictModel.EntityFrameworkCore.txt");

    [Fact]
    public void The_public_surface_is_the_committed_one()
    {
        string surface = Library.GeneratePublicApi(new()
        {
            ExcludeAttributes = ["System.Runtime.Versioning.TargetFrameworkAttribute", "System.Reflection.AssemblyMetadataAttribute"],
        }).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("CONFLICTMODEL_ACCEPT") == "1")
        {
            File.WriteAllText(Committed, surface);
        }

        surface.Should().Be(File.ReadAllText(Committed));
    }

    [Fact]
    public void There_is_one_public_type() => Library.GetExportedTypes().Should().Equal(typeof(ConflictModelDatabase));
}

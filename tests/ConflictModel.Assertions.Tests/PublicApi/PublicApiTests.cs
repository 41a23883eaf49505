using PublicApiGenerator;

namespace ConflictModel.Assertions.Tests.PublicApi;

public class PublicApiTests
{
    private static readonly string Committed = Path.Combine(
        Repository.Root, "tests", "ConflictModel.Assertions.Tests", "PublicApi", "ConflictModel.Assertions.txt");

    [Fact]
    public void The_public_surface_is_the_committed_one()
    {
        string surface = typeof(TollAssertions).Assembly.GeneratePublicApi(new()
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
    public void There_are_at_most_11_public_types_with_nested_ones() =>
        typeof(TollAssertions).Assembly.GetExportedTypes().Should().HaveCountLessThanOrEqualTo(11);
}

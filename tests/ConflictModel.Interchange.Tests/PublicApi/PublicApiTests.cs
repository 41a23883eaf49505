using PublicApiGenerator;

namespace ConflictModel.Interchange.Tests.PublicApi;

public class PublicApiTests
{
    private static readonly string Committed = Path.Combine(
        Repository.Root, "tests", "ConflictModel.Interchange.Tests", "PublicApi", "ConflictModel.Interchange.txt");

    [Fact]
    public void The_public_surface_is_the_committed_one()
    {
        string surface = typeof(IncidentReader).Assembly.GeneratePublicApi(new()
        {
            ExcludeAttributes =
            [
                "System.Runtime.Versioning.TargetFrameworkAttribute", "System.Reflection.AssemblyMetadataAttribute",
                "System.Runtime.CompilerServices.InternalsVisibleToAttribute",
            ],
        }).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("CONFLICTMODEL_ACCEPT") == "1")
        {
            File.WriteAllText(Committed, surface);
        }

        surface.Should().Be(File.ReadAllText(Committed));
    }

    [Fact]
    public void There_are_at_most_28_public_types() =>
        typeof(IncidentReader).Assembly.GetExportedTypes().Should().HaveCountLessThanOrEqualTo(28);
}

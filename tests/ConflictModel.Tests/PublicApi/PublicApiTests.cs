using PublicApiGenerator;

namespace ConflictModel.Tests.PublicApi;

public class PublicApiTests
{
    private static readonly string Committed = Path.Combine(Repository.Root, "tests", "ConflictModel.Tests", "PublicApi", "ConflictModel.txt");

    [Fact]
    public void The_public_surface_is_the_committed_one()
    {
        string surface = typeof(ConflictDataset).Assembly.GeneratePublicApi(new()
        {
            ExcludeAttributes = ["System.Runtime.Versioning.TargetFrameworkAttribute", "System.Reflection.AssemblyMetadataAttribute"],
        }).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("CONFLICTMODEL_ACCEPT") == "1")
        {
            File.WriteAllText(Committed, surface);
        }

        surface.Should().Be(File.ReadAllText(Committed));
    }
}

using PublicApiGenerator;

namespace ConflictModel.Undercount.Tests.PublicApi;

public class PublicApiTests
{
    private static readonly string Committed = Path.Combine(
        Repository.Root, "tests", "ConflictModel.Undercount.Tests", "PublicApi", "ConflictModel.Undercount.txt");

    [Fact]
    public void The_public_surface_is_the_committed_one()
    {
        string surface = typeof(UnseenEstimate).Assembly.GeneratePublicApi(new()
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
    public void There_are_at_most_25_public_types_with_nested_ones() =>
        typeof(UnseenEstimate).Assembly.GetExportedTypes().Should().HaveCountLessThanOrEqualTo(25);
}

using PublicApiGenerator;

namespace ConflictModel.Reporting.Tests.PublicApi;

public class PublicApiTests
{
    private static readonly string Committed =
        Path.Combine(Pages.Root, "tests", "ConflictModel.Reporting.Tests", "PublicApi", "ConflictModel.Reporting.txt");

    [Fact]
    public void The_public_surface_is_the_committed_one()
    {
        string surface = typeof(HtmlReport).Assembly.GeneratePublicApi(new()
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
    public void There_are_two_public_types() => typeof(HtmlReport).Assembly.GetExportedTypes().Should().HaveCount(2);
}

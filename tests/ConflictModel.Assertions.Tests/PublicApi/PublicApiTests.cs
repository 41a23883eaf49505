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

    /// <summary>The public types beyond the budget, each with its reason.</summary>
    private static readonly Dictionary<Type, string> Gained = new()
    {
        [typeof(CasualtiesAssertions)] = "a toll does not say of which harm it is; casualties do",
    };

    [Fact]
    public void There_are_at_most_11_public_types_with_nested_ones_and_those_that_were_gained_since() =>
        typeof(TollAssertions).Assembly.GetExportedTypes().Except(Gained.Keys).Should().HaveCountLessThanOrEqualTo(11);
}

using System.Reflection;
using PublicApiGenerator;

namespace ConflictModel.Parquet.Tests.PublicApi;

public class PublicApiTests
{
    private static readonly Assembly Library = typeof(ParquetTables).Assembly;

    private static readonly string Committed =
        Path.Combine(Repository.Root, "tests", "ConflictModel.Parquet.Tests", "PublicApi", "ConflictModel.Parquet.txt");

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
    public void There_are_four_public_types() => Library.GetExportedTypes()
        .Where(type => !type.IsNested)
        .Should().Equal(typeof(ParquetDescription), typeof(ParquetFormatException), typeof(ParquetPartition), typeof(ParquetTables));
}

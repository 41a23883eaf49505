using ConflictModel.Validation;

namespace ConflictModel.Interchange.Tests;

public class DatasetTests
{
    [Theory]
    [InlineData(PublishedFiles.Syria)]
    [InlineData(PublishedFiles.Sample)]
    [InlineData(PublishedFiles.Myanmar)]
    public void A_published_file_becomes_a_data_set_without_an_error(string file)
    {
        using var reader = IncidentReader.Open(PublishedFiles.PathOf(file), new() { Names = NameResolver.BuiltIn });
        reader.ReadDataset().Validate().Where(finding => finding.Severity == Severity.Error).Should().BeEmpty();
    }

    /// <summary>Names of what is South Sudan today lie in no division of Sudan, and stay local to the file.</summary>
    [Fact]
    public void Places_of_Sudan_Yemen_and_Ukraine_are_those_of_the_catalog()
    {
        using var reader = IncidentReader.Open(PublishedFiles.PathOf(PublishedFiles.Sample), new() { Names = NameResolver.BuiltIn });
        ConflictDataset dataset = reader.ReadDataset();
        string[] countries = ["sudan", "yemen", "ukraine"];
        Region[] divisions = [.. dataset.Regions.Where(region =>
            region.Kind == RegionKind.Governorate && region.Within.Any(id => countries.Contains(id.Value)))];
        divisions.Where(region => region.Id.Value.StartsWith("ucdp-", StringComparison.Ordinal)).Select(region => region.Name.ToString())
            .Should().BeEquivalentTo("Equatoria state", "Upper Nile state", "Western Bahr-al-Ghazal state");
        divisions.Select(region => region.Id.Value)
            .Should().Contain(["SD-DN", "SD-DS", "SD-KS", "UA-14", "UA-09", "UA-32", "UA-59", "UA-63", "YE-TA", "YE-SD", "YE-HU", "YE-SN"]);
    }
}

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
}

using ConflictModel.Serialization;
using CsCheck;

namespace ConflictModel.Tests.Laws;

/// <summary>Law 7: reading loses nothing. What formats of others can't hold has tests in their own project.</summary>
public class ReadingLosesNothingTests
{
    private static readonly Gen<ConflictDataset> Any = Gen.OneOf(Generate.Dataset, Generate.Incidents).WithoutCatalogs();

    [Fact]
    public void What_is_written_as_json_and_read_again_is_the_same() => Any.Sample(
        dataset =>
        {
            string json = DatasetJson.Write(dataset);
            ConflictDataset read = DatasetJson.Read(json);
            read.Should().Be(dataset);
            DatasetJson.Write(read).Should().Be(json);
        },
        iter: 100);

    [Fact]
    public void What_is_written_as_lines_and_read_again_is_the_same() => Any.Sample(
        dataset =>
        {
            using var stream = new MemoryStream();
            DatasetNdjson.Write(dataset, stream);
            stream.Position = 0;
            DatasetNdjson.ReadDataset(stream).Should().Be(dataset);
        },
        iter: 100);
}

using System.Text.Json;
using ConflictModel.Arithmetic;
using ConflictModel.Serialization;
using ConflictModel.Tests.Serialization;
using ConflictModel.Validation;

namespace ConflictModel.Tests.Arithmetic;

/// <summary>
/// The published tallies as files of ours: the schema holds all that they print, and validation finds in the file what the arithmetic
/// finds.
/// </summary>
public class SohrTalliesFileTests
{
    [Fact]
    public void Every_published_tally_is_held_by_the_schema_and_validates_as_its_arithmetic_does()
    {
        if (SohrTallies.Folder is null)
        {
            Assert.Skip($"{SohrTallies.Variable} is not set");
        }

        var schema = new SchemaCheck(JsonDocument.Parse(DatasetJson.Schema).RootElement);
        int count = 0;
        foreach ((string id, IReadOnlyList<Toll> tolls) in SohrTallies.Read())
        {
            var dataset = new ConflictDataset
            {
                Tallies = tolls.Select((toll, i) => new Tally
                {
                    Id = TallyId.From($"{id}-{i}"),
                    Scope = new(),
                    Report = new() { Citation = SourceId.From("sohr"), Casualties = new() { Killed = toll } },
                }).ToValueList(),
            };
            string json = DatasetJson.Write(dataset);
            schema.FirstError(JsonDocument.Parse(json).RootElement).Should().BeNull(id);
            ConflictDataset read = DatasetJson.Read(json);
            read.Should().Be(dataset, id);
            read.Validate().Count(finding => finding.Code == FindingCodes.Contradiction)
                .Should().Be(tolls.Sum(toll => toll.Derive().Contradictions.Count), id);
            count++;
        }

        count.Should().BePositive();
    }
}

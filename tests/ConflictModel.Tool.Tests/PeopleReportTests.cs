using System.Text.Json.Nodes;
using ConflictModel.Serialization;

namespace ConflictModel.Tool.Tests;

/// <summary>The people of a report, which are counted as <c>ToToll</c> counts them.</summary>
public sealed class PeopleReportTests : IDisposable
{
    private readonly string file = Path.Combine(Directory.CreateTempSubdirectory("conflictmodel").FullName, "people.json");

    public PeopleReportTests() => File.WriteAllText(file, DatasetJson.Write(new()
    {
        People =
        [
            Of(1) with { AgeGroup = AgeGroup.Elderly, Sex = Sex.Female },
            Of(2) with { Age = 30, Sex = Sex.Female, MayBeSameAs = [PersonId.From("p1")] },
            Of(3) with { Age = 5, Sex = Sex.Male },
            Of(4) with { Sex = Sex.Female },
            Of(5) with { Age = 30, SameAs = [PersonId.From("p4")] },
            Of(6),
            Of(7) with { Harm = Harm.Missing },
        ],
    }));

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

    [Fact]
    public void Text_has_the_elderly_among_the_adults_and_what_is_not_known_last() => Tool.Run("report", file).Output.Should().Contain(
        """
        killed: 4 to 5 people in 6 records
        ├── boys: 1
        ├── women: 2 to 3
        │   └── of them elderly women: 1
        └── age and sex unknown: 1
        missing: 1 person in 1 record
        └── age and sex unknown: 1
        """);

    [Fact]
    public void Json_has_the_same()
    {
        JsonNode report = JsonNode.Parse(Tool.Run("report", file, "--format", "json").Output)!;
        JsonNode killed = report["people"]![0]!;
        killed["distinct"]!.ToJsonString().Should().Be("""{"min":4,"max":5,"exact":true}""");
        killed["byAgeAndSex"]!.AsArray().Select(row => row!.ToJsonString()).Should().Equal(
            """{"age":"child","sex":"male","distinct":{"min":1,"max":1,"exact":true}}""",
            """{"age":"adult","sex":"female","distinct":{"min":2,"max":3,"exact":true},"including":["""
                + """{"age":"elderly","sex":"female","distinct":{"min":1,"max":1,"exact":true}}]}""",
            """{"age":"unknown","sex":"unknown","distinct":{"min":1,"max":1,"exact":true}}""");
    }

    private static Person Of(int number) => new() { Id = PersonId.From($"p{number}"), Harm = Harm.Killed };
}

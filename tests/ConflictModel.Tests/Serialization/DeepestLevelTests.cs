using ConflictModel.Serialization;
using ConflictModel.Validation;

namespace ConflictModel.Tests.Serialization;

/// <summary>At the deepest level of a file a value that needs no level of its own can be held, and one that does can not.</summary>
public class DeepestLevelTests
{
    [Theory]
    [InlineData(5, 5, null, null, null)]
    [InlineData(5, 6, null, null, "count")]
    [InlineData(5, 5, "five", null, "count")]
    [InlineData(null, null, "dozens", null, "count")]
    [InlineData(5, 5, null, "in July", "period")]
    public void What_opens_no_level_of_its_own_stands_at_the_last_one(int? low, int? high, string? words, string? when, string? refused)
    {
        // Data set, tallies, tally, report, casualties, toll, what is beside it and a part of that are eight levels; each breakdown opens
        // four more, so that the deepest part is the 128th.
        Part part = new()
        {
            Method = "m",
            Count = new(low, low == high ? low : null, high, words),
            Period = new ReportedDate(UncertainDate.Parse("2024-07"), when),
        };
        ConflictDataset dataset = Beside(part, 30);
        NotWritable(dataset).Select(at => at.Split('/')[^1]).Should().Equal(refused is null ? [] : [refused]);
        if (refused is null)
        {
            DatasetJson.Read(DatasetJson.Write(dataset)).Should().Be(dataset);
        }
        else
        {
            ((Action)(() => DatasetJson.Write(dataset))).Should().Throw<ArgumentException>().WithMessage("*deeper than 128 levels.*");
        }
    }

    [Fact]
    public void What_begins_below_the_last_level_is_told_once_and_where_it_begins() =>
        NotWritable(Beside(new() { Method = "m", Count = 5 }, 31)).Should().ContainSingle().Which.Split('/')[^3..].Should().Equal(
            ["parts", "0", "breakdowns"], "the part above it is at the last level");

    private static IEnumerable<string> NotWritable(ConflictDataset dataset) =>
        dataset.Validate().Where(finding => finding.Code == FindingCodes.NotWritable).Select(finding => finding.Pointer.ToString());

    private static ConflictDataset Beside(Part part, int levels)
    {
        for (int i = 0; i < levels; i++)
        {
            part = Within(part);
        }

        return new()
        {
            Sources = [new() { Id = SourceId.From("s"), Name = "S" }],
            Tallies =
            [
                new()
                {
                    Id = TallyId.From("t"),
                    Scope = new(),
                    Report = new() { Citation = SourceId.From("s"), Casualties = new() { Killed = Toll.Of(5) with { Beside = [part] } } },
                },
            ],
        };
    }

    private static Part Within(Part part) => new()
    {
        Method = "m",
        Count = 5,
        Breakdowns = [new() { By = Axis.Method, Kind = BreakdownKind.Inclusion, Parts = [part] }],
    };
}

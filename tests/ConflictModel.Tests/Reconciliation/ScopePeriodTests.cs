using ConflictModel.Reconciliation;

namespace ConflictModel.Tests.Reconciliation;

public class ScopePeriodTests
{
    private static readonly RegionId Homs = RegionId.From("homs");

    [Theory]
    [InlineData("2024-01/2024-06", "2024-01-15", 5, 5)]
    [InlineData("2024-40", "2024-01-15", 5, 5)]
    [InlineData("2024-01/2024-06", "2024-01-01", 5, 5)]
    [InlineData("2024-01/2024-06", "2024-06-30", 5, 5)]
    [InlineData("2024-01/2024-06", "2024-07-01", 0, 0)]
    [InlineData("2024-01/2024-06", "2023-12-31", 0, 0)]
    [InlineData("2024-01/2024-06", "2024", 0, 5)]
    [InlineData("2024-01/2024-06", "2024-06/2024-07", 0, 5)]
    [InlineData("2024-0X/2024-12", "2024-01-15", 0, 5)]
    [InlineData("2024-0X/2024-12", "2024-09-15", 5, 5)]
    [InlineData("2024-01/", "2024-01-15", 0, 5)]
    [InlineData("2024-01/..", "2024-01-15", 5, 5)]
    [InlineData("2024-01/..", "2023-12-31", 0, 0)]
    [InlineData("../2024-06", "1999-01-15", 5, 5)]
    [InlineData("../2024-06", "2024-07-01", 0, 0)]
    [InlineData("/2024-06", "2024-01-15", 0, 5)]
    [InlineData("/2024-06", "2024-07-01", 0, 0)]
    [InlineData("{2019,2021}", "2020-05-01", 0, 0)]
    [InlineData("{2019,2021}", "2021-05-01", 5, 5)]
    [InlineData("{2019,2021}", "2019-12-31/2020-01-01", 0, 5)]
    public void The_ends_of_a_scope_are_whole(string period, string date, long least, long most)
    {
        var dataset = new ConflictDataset
        {
            Regions = [new() { Id = Homs, Name = "Homs", Kind = RegionKind.Governorate }],
            Incidents =
            [
                new()
                {
                    Id = IncidentId.From("i"),
                    Kind = IncidentKind.Ambush,
                    Date = UncertainDate.Parse(date),
                    Place = new() { Regions = [Homs] },
                    Reports = [new() { Citation = SourceId.From("s"), Casualties = new() { Killed = Toll.Of(5) } }],
                },
            ],
            Tallies =
            [
                new()
                {
                    Id = TallyId.From("t"),
                    Scope = new() { Period = UncertainDate.Parse(period), Regions = [Homs] },
                    Report = new() { Citation = SourceId.From("s"), Casualties = new() { Killed = Toll.Of(20) } },
                },
            ],
        };
        ReconciledTally tally = dataset.Reconcile(Harm.Killed)[0];
        tally.Accounted.Should().Be(new Bounds(least, most));
    }
}

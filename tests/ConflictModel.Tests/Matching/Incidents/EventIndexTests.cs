using ConflictModel.Matching;

namespace ConflictModel.Tests.Matching.Incidents;

/// <summary>The squares of the earth that records are looked for in.</summary>
public class EventIndexTests
{
    private const double Kilometres = 300;

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    [InlineData(75)]
    [InlineData(84)]
    [InlineData(-60)]
    [InlineData(-75)]
    [InlineData(-84)]
    public void The_nearer_a_pole_the_more_degrees_are_as_near(double latitude)
    {
        // Just within reach of each other, wherever the first stands in its square.
        double half = Math.Sin(0.99 * Kilometres / 6371 / 2) / Math.Cos(latitude * Math.PI / 180);
        double apart = 2 * Math.Asin(half) * 180 / Math.PI;
        for (double longitude = -180; longitude < 180 - apart; longitude += 2.3)
        {
            new[] { At("one", latitude, longitude) }
                .ProposeMatches([At("other", latitude, longitude + apart)], MatchRules.Within(Kilometres, 0))
                .Pairs.Should().ContainSingle($"{longitude} and {longitude + apart} are near at {latitude}");
        }
    }

    private static Incident At(string id, double latitude, double longitude) => new()
    {
        Id = IncidentId.From(id),
        Kind = IncidentKind.Battle,
        Date = UncertainDate.Parse("2016-05-01"),
        Place = new() { Coordinates = new(latitude, longitude), Precision = PlacePrecision.Exact },
    };
}

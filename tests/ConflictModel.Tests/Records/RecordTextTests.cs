namespace ConflictModel.Tests.Records;

public class RecordTextTests
{
    [Fact]
    public void A_decision_is_a_line_that_says_what_was_decided_by_whom_when_and_why()
    {
        MatchDecision decision = new() { Other = IncidentId.From("b7"), IsSame = false, By = "the desk" };
        decision.ToString().Should().Be("two events with b7, by the desk");
        (decision with { IsSame = true, On = new(UncertainDate.Parse("2024-07-01")), Rule = "within 4 km" }).ToString()
            .Should().Be("one event with b7, by the desk, 2024-07-01 (within 4 km)");
    }

    [Fact]
    public void A_tally_is_a_line_that_says_which_of_when_and_what_it_counts()
    {
        Tally tally = new()
        {
            Id = TallyId.From("h1"), Scope = new(),
            Report = Fake.ReportOf("sohr", 449),
        };
        tally.ToString().Should().Be($"h1, no period: {tally.Report.Casualties}");
        (tally with { Scope = new() { Period = new(UncertainDate.Parse("2024-40")) } }).ToString()
            .Should().Be($"h1, 2024-40: {tally.Report.Casualties}");
    }

    [Fact]
    public void Points_lie_between_the_poles_and_the_date_line()
    {
        new Coordinates(90, 180).ToString().Should().Be("90, 180");
        new Coordinates(-90, -180).ToString().Should().Be("-90, -180");
        foreach ((double latitude, double longitude, string wrong) in ((double, double, string)[])
            [(90.1, 0, "latitude"), (-90.1, 0, "latitude"), (double.NaN, 0, "latitude"), (0, 180.1, "longitude"), (0, -180.1, "longitude")])
        {
            FluentActions.Invoking(() => new Coordinates(latitude, longitude)).Should().Throw<ArgumentOutOfRangeException>()
                .WithParameterName(wrong);
        }
    }

    [Theory]
    [InlineData("2.3", null)]
    [InlineData("2.0", null)]
    [InlineData("2.4", "The file was written for schema 2.4; this library reads up to 2.3.")]
    [InlineData("3.0", "The file was written for schema 3.0; this library reads up to 2.3.")]
    [InlineData("1.9", "The file was written for schema 1.9; this library reads from 2.0.")]
    [InlineData("02.1", "The schema version is a text like \"2.3\": a major and a minor number.")]
    [InlineData("2", "The schema version is a text like \"2.3\": a major and a minor number.")]
    [InlineData("2.1.0", "The schema version is a text like \"2.3\": a major and a minor number.")]
    [InlineData("2.-1", "The schema version is a text like \"2.3\": a major and a minor number.")]
    [InlineData(null, "The schema version is a text like \"2.3\": a major and a minor number.")]
    public void A_file_of_the_same_major_version_up_to_this_one_is_read(string? version, string? reason) =>
        FormatVersion.ReasonToRefuse(version, "2.3").Should().Be(reason);
}

using static ConflictModel.Assertions.Tests.Samples;

namespace ConflictModel.Assertions.Tests;

public class IncidentTests
{
    private static readonly Incident Disputed = Ambush("a", new(2024, 3, 2), 5) with
    {
        Reports = [ReportOf("observatory", 5), ReportOf("agency", Estimate.AtLeast(7)), new() { Citation = SourceId.From("silent") }],
    };

    [Fact]
    public void The_killed_are_what_its_reports_say()
    {
        Syria.Incidents[0].Should().HaveKilled(8).And.BeSameAs(Syria.Incidents[0]);
        Disputed.Should().HaveKilled(Bounds.AtLeast(5), "they differ");
    }

    [Fact]
    public void Where_the_reports_differ_each_is_told() =>
        Fail.MessageOf(() => Disputed.Should().HaveKilled(5, "the observatory {0} so", "says")).Should().Be(
            """
            Expected Disputed to have 5 killed because the observatory says so, but its reports say 5 or more:
            - observatory: 5
            - agency: at least 7
            """);

    [Fact]
    public void Where_no_report_counts_them_nobody_is_counted()
    {
        Incident silent = Disputed with { Reports = [] };
        Fail.MessageOf(() => silent.Should().HaveKilled(0))
            .Should().Be("Expected silent to have 0 killed, but no report counts the killed.");
        Incident? none = null;
        Fail.MessageOf(() => none.Should().HaveKilled(0)).Should().EndWith("no report counts the killed.");
    }
}

using ConflictModel.Validation;

namespace ConflictModel.Tests.Validation;

public class MatchDecisionRulesTests
{
    [Theory]
    [InlineData(true, true, null)]
    [InlineData(false, false, null)]
    [InlineData(true, false, FindingCodes.DecidedApart)]
    [InlineData(false, true, FindingCodes.DecisionNotLinked)]
    public void A_decision_and_the_link_of_the_records_are_one(bool isLinked, bool isSame, string? code)
    {
        Incident one = Fake.Make("a1", "2024-07-01", 5) with
        {
            SameAs = isLinked ? [IncidentId.From("b1")] : [],
            Decisions = [new() { Other = IncidentId.From("b1"), IsSame = isSame, By = "the desk" }],
        };
        ConflictDataset dataset = new()
        {
            Sources = [new() { Id = SourceId.From("sohr"), Name = "SOHR" }],
            Incidents = [one, Fake.Make("b1", "2024-07-01", 5)],
        };
        dataset.Validate().Where(finding => finding.Pointer.ToString().Contains("decisions", StringComparison.Ordinal))
            .Select(finding => finding.Code).Should().Equal(code is null ? [] : [code]);
    }

    [Fact]
    public void A_source_that_tells_one_event_twice_is_told_once_for_each_record_after_the_first()
    {
        Incident one = Fake.Make("a1", "2024-07-01", 5);
        Incident again = Fake.Make("b1", "2024-07-01", 5) with
        {
            SameAs = [one.Id], Reports = [Fake.ReportOf("press", 5), Fake.ReportOf("sohr", 5), Fake.ReportOf("sohr", 5)],
        };
        Twice(one, again).Should().Equal((
            "/incidents/1", "'a1' and 'b1' are said to be of one event, and sohr reports each: a source seldom tells one event twice."));
        Twice(one, again with { SameAs = [] }).Should().BeEmpty();
        Twice(again with { SameAs = [] }).Should().BeEmpty("it is one record");
        Twice(one, one).Should().BeEmpty("that the id stands twice is told");

        static IEnumerable<(string, string)> Twice(params Incident[] incidents) => new ConflictDataset { Incidents = [.. incidents] }
            .Validate().Where(finding => finding.Code == FindingCodes.SourceTwice)
            .Select(finding => (finding.Pointer.ToString(), finding.Message));
    }

    [Fact]
    public void A_decision_about_a_record_that_is_not_there_dangles()
    {
        Incident one = Fake.Make("a1", "2024-07-01", 5) with
        {
            Decisions = [new() { Other = IncidentId.From("c1"), IsSame = false, By = "the desk" }],
        };
        new ConflictDataset { Incidents = [one] }.Validate()
            .Should().Contain(finding => finding.Code == FindingCodes.DanglingReference
                && finding.Pointer.ToString() == "/incidents/0/decisions/0/other");
    }
}

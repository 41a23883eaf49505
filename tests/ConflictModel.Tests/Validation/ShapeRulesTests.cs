using ConflictModel.Validation;

namespace ConflictModel.Tests.Validation;

/// <summary>Links, dates and identities that can't be, and those beside them that can.</summary>
public class ShapeRulesTests
{
    [Theory]
    [InlineData("", "", AffiliationKind.PartOf, true)]
    [InlineData("2024", "2024-06", AffiliationKind.PartOf, true)]
    [InlineData("2024", "", AffiliationKind.MemberOf, true)]
    [InlineData("2019", "2024", AffiliationKind.PartOf, false)]
    [InlineData("2019/2023", "2024/..", AffiliationKind.MemberOf, false)]
    [InlineData("", "", AffiliationKind.SuccessorOf, false)]
    public void Links_make_a_circle_where_all_of_them_hold_on_one_day(string there, string back, AffiliationKind kind, bool isCircle)
    {
        Finding[] found = Findings(Generate.Minimal with
        {
            Actors = [Named("a"), Named("b")],
            Affiliations = [Link("a", AffiliationKind.PartOf, "b", there), Link("b", kind, "a", back)],
        });
        found.Select(finding => (finding.Code, finding.Pointer.ToString(), finding.Message)).Should().Equal(
            isCircle ? [(FindingCodes.AffiliationCycle, "/affiliations/0", "The actor 'a' belongs to itself: a -> b -> a.")] : []);
    }

    [Fact]
    public void An_actor_that_is_part_of_itself_is_told_beside_a_circle_of_others()
    {
        Finding[] found = Findings(Generate.Minimal with
        {
            Actors = [Named("a"), Named("b"), Named("c")],
            Affiliations =
            [
                Link("a", AffiliationKind.PartOf, "b", ""), Link("c", AffiliationKind.PartOf, "c", "2024"),
                Link("b", AffiliationKind.PartOf, "a", ""),
            ],
        });
        found.Select(finding => (finding.Code, finding.Pointer.ToString())).Should().Equal(
            (FindingCodes.AffiliationCycle, "/affiliations/1"), (FindingCodes.AffiliationCycle, "/affiliations/0"));
    }

    [Theory]
    [InlineData("2024", "2023-12-31", true)]
    [InlineData("2024-06/..", "2024-05", true)]
    [InlineData("2024", "2024-01-01", false)]
    [InlineData("2024-06", "2024", false)]
    [InlineData("../2024", "2023", false)]
    [InlineData("2024", "2025", false)]
    public void A_tally_as_of_a_day_that_is_surely_before_its_period_is_an_error(string period, string asOf, bool isError)
    {
        Tally tally = new()
        {
            Id = TallyId.From("t"),
            Scope = new() { Period = UncertainDate.Parse(period) },
            AsOf = UncertainDate.Parse(asOf),
            Report = Fake.ReportOf("s", 9),
        };
        Findings(Generate.Minimal with { Tallies = [tally] }).Select(finding => (finding.Code, finding.Severity)).Should().Equal(
            isError ? [(FindingCodes.AsOfBeforePeriod, Severity.Error)] : []);
    }

    [Fact]
    public void An_incident_that_is_the_same_as_itself_is_told_and_one_that_is_the_same_as_another_is_not()
    {
        Incident one = Fake.Make("one", "2024", 4);
        Incident other = Fake.Make("other", "2024", 4) with { SameAs = [IncidentId.From("one")] };
        Findings(Generate.Minimal with { Incidents = [one, other] }).Should().BeEmpty();
        Finding found = Findings(Generate.Minimal with { Incidents = [one with { SameAs = [one.Id] }, other] }).Single();
        (found.Code, found.Pointer.ToString()).Should().Be((FindingCodes.SameAsItself, "/incidents/0/sameAs"));
    }

    private static Finding[] Findings(ConflictDataset dataset) => [.. dataset.Validate().Where(finding => finding.Code
        is FindingCodes.AffiliationCycle or FindingCodes.AsOfBeforePeriod or FindingCodes.SameAsItself)];

    private static Actor Named(string id) => new() { Id = ActorId.From(id), Name = id, Kind = ActorKind.Militia };

    private static Affiliation Link(string from, AffiliationKind kind, string to, string period) => new()
    {
        Actor = ActorId.From(from),
        Kind = kind,
        To = ActorId.From(to),
        Period = period.Length == 0 ? null : UncertainDate.Parse(period),
    };
}

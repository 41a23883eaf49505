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

    [Fact]
    public void A_circle_is_told_at_the_link_that_it_begins_with()
    {
        Finding[] found = Findings(Generate.Minimal with
        {
            Actors = [Named("a"), Named("b"), Named("c")],
            Affiliations =
            [
                Link("a", AffiliationKind.PartOf, "c", ""), Link("a", AffiliationKind.PartOf, "b", ""),
                Link("b", AffiliationKind.PartOf, "a", ""),
            ],
        });
        found.Select(finding => finding.Pointer.ToString()).Should().Equal("/affiliations/1");
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

    [Theory]
    [InlineData(BasisKind.StatisticalEstimate, 0.95, false)]
    [InlineData(BasisKind.StatisticalEstimate, 0, true)]
    [InlineData(BasisKind.StatisticalEstimate, 1, true)]
    [InlineData(BasisKind.NamedList, 0.95, true)]
    public void A_level_is_above_0_and_below_1_and_belongs_to_a_statistical_estimate(BasisKind kind, double level, bool isOdd)
    {
        Incident incident = Fake.Make("i", "2024", 4);
        incident = incident with { Reports = [incident.Reports[0] with { Basis = new() { Kind = kind, Level = (decimal)level } }] };
        (Generate.Minimal with { Incidents = [incident] }).Validate()
            .Where(finding => finding.Code == FindingCodes.OddLevel).Select(finding => finding.Pointer.ToString())
            .Should().Equal(isOdd ? ["/incidents/0/reports/0/basis/level"] : []);
    }

    [Fact]
    public void A_part_without_its_category_is_told_at_any_depth_and_beside_the_whole()
    {
        Breakdown nameless = new() { By = Axis.Demographic, Kind = BreakdownKind.Inclusion, Parts = [Part.Through("ambushes")] };
        Incident incident = Fake.Make("i", "2024", 4);
        Toll toll = Toll.Of(9).Including(Part.Of(Victims.Civilians, 5) with { Breakdowns = [nameless] }) with
        {
            Beside = [Part.Of(Victims.Civilians, 2) with { Breakdowns = [nameless] }],
        };
        incident = incident with { Reports = [incident.Reports[0] with { Casualties = new() { Wounded = toll } }] };
        (Generate.Minimal with { Incidents = [incident] }).Validate()
            .Where(finding => finding.Code == FindingCodes.MissingCategory).Select(finding => finding.Pointer.ToString()).Should().Equal(
                "/incidents/0/reports/0/casualties/wounded/breakdowns/0/parts/0/breakdowns/0/parts/0",
                "/incidents/0/reports/0/casualties/wounded/beside/0/breakdowns/0/parts/0");
    }

    [Fact]
    public void A_circle_of_three_parts_is_told_at_each_of_them_and_not_at_what_leads_to_it()
    {
        Incident Of(string id, string whole) => Fake.Make(id, "2024", 1) with { PartOf = IncidentId.From(whole) };
        (Generate.Minimal with { Incidents = [Of("lead", "a"), Of("a", "b"), Of("b", "c"), Of("c", "a"), Fake.Make("d", "2024", 1)] })
            .Validate().Where(finding => finding.Code == FindingCodes.IncidentCycle).Select(finding => finding.Pointer.ToString())
            .Should().Equal("/incidents/1/partOf", "/incidents/2/partOf", "/incidents/3/partOf");
    }
}

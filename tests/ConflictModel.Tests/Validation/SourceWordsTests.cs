using ConflictModel.Catalogs;
using ConflictModel.Validation;

namespace ConflictModel.Tests.Validation;

/// <summary>Two sources may differ; one source's own words may not contradict each other; two carriers of one source are told
/// apart.</summary>
public class SourceWordsTests
{
    private static readonly Citation S = Cited("s"), M = Cited("m"), SThroughX = Cited("s", "x"), SThroughY = Cited("s", "y");

    [Fact]
    public void Incidents_of_another_source_above_a_tally_are_information_that_names_both()
    {
        Finding finding = Of([Tally("t", S, "2024-01", 10)], [Incident("i1", M, 12)]).Single();
        (finding.Code, finding.Severity).Should().Be((FindingCodes.ExceedsTally, Severity.Information));
        finding.Message.Should().Be("S counts 10 in 't', and certainly in its scope are 'i1' 12 (M), more than that. The sources differ.");
        finding.Pointer.ToString().Should().Be("/tallies/0/report/casualties/killed");
    }

    [Fact]
    public void One_source_above_its_own_tally_is_an_error()
    {
        Finding finding = Of([Tally("t", S, "2024-01", 10)], [Incident("i1", S, 12)]).Single();
        (finding.Code, finding.Severity).Should().Be((FindingCodes.ExceedsTally, Severity.Error));
        finding.Message.Should().Be("S counts 10 in 't', and certainly in its scope are 'i1' 12, more than that. Both can't be true.");
    }

    [Fact]
    public void One_source_that_two_carriers_relay_differently_is_a_warning_that_names_them()
    {
        Finding finding = Of([Tally("t", SThroughX, "2024-01", 10)], [Incident("i1", SThroughY, 12)]).Single();
        (finding.Code, finding.Severity).Should().Be((FindingCodes.ExceedsTally, Severity.Warning));
        finding.Message.Should().Be(
            "S as carried by X counts 10 in 't', and certainly in its scope are 'i1' 12 (S as carried by Y), more than that. One source "
                + "is carried in two ways.");
    }

    [Fact]
    public void What_another_source_says_of_an_incident_does_not_hide_that_one_contradicts_itself()
    {
        Incident incident = Incident("i1", S, 12);
        incident = incident with { Reports = [.. incident.Reports, Fake.ReportOf("m", 5)] };
        Of([Tally("t", S, "2024-01", 10)], [incident]).Select(finding => (finding.Code, finding.Severity)).Should().BeEquivalentTo(
            [(FindingCodes.ExceedsTally, Severity.Error), (FindingCodes.ReportsDiffer, Severity.Information)]);
    }

    [Fact]
    public void One_sources_parts_above_its_whole_are_an_error()
    {
        Finding finding = Of([Tally("all", S, "2024", 100, KnownRegions.Syria),
            Tally("homs", S, "2024", 60), Tally("raqqa", S, "2024", 50, KnownRegions.Raqqa)]).Single();
        (finding.Code, finding.Severity).Should().Be((FindingCodes.ExceedsTally, Severity.Error));
        finding.Message.Should().Be(
            "S counts 100 in 'all', and certainly in its scope are 'homs' 60, 'raqqa' 50: 60 + 50 = 110, more than that. Both can't be "
                + "true.");
        finding.Numbers.Should().Equal(110, 100);
    }

    [Fact]
    public void An_event_is_named_by_those_who_report_it_or_its_parts()
    {
        Incident whole = Incident("i", M, 12), one = Incident("one", S, 6) with { PartOf = whole.Id };
        Incident other = Incident("other", SThroughX, 7) with { PartOf = whole.Id };
        Tally tally = Tally("t", S, "2024-01", 10);
        Of([tally], [whole, one, other]).Single(finding => finding.Code == FindingCodes.ExceedsTally).Message.Should().Be(
            "S counts 10 in 't', and certainly in its scope are 'i' 13 (S), more than that. One source is carried in two ways.");
        Incident elsewhere = Incident("other", M, 7) with { PartOf = whole.Id };
        Of([tally], [whole with { Reports = [] }, one, elsewhere]).Single().Message.Should().Be(
            "S counts 10 in 't', and certainly in its scope are 'i' 13 (several sources), more than that. The sources differ.");
    }

    [Fact]
    public void Parts_in_time_are_added_like_parts_in_space() =>
        Of([Tally("year", S, "2024", 100), Tally("q1", S, "2024-01/2024-03", 60), Tally("q2", S, "2024-04/2024-06", 50)]).Single().Numbers
            .Should().Equal(110, 100);

    [Fact]
    public void An_incident_outside_the_part_is_added_to_it() =>
        Of([Tally("all", S, "2024", 100, KnownRegions.Syria), Tally("homs", S, "2024", 60)],
            [Incident("i", S, 50) with { Place = new() { Regions = [KnownRegions.Raqqa] } }])
            .Single().Numbers.Should().Equal(110, 100);

    [Fact]
    public void Parts_that_may_overlap_are_not_added() => Of(
        [Tally("all", S, "2024", 100, KnownRegions.Syria), Tally("homs", S, "2024", 60), Tally("badia", S, "2024", 50, KnownRegions.Badia)],
        [Incident("i", S, 50)]).Should().BeEmpty();

    [Theory]
    [InlineData("s", "m", null, null, Severity.Information)]
    [InlineData("s", "s", null, null, Severity.Error)]
    [InlineData("s", "s", "x", "y", Severity.Warning)]
    [InlineData("s", "s", "x", "x", Severity.Error)]
    public void Reports_of_one_incident_that_no_count_satisfies_weigh_by_whose_words_they_are(
        string one, string other, string? via, string? otherVia, Severity weight)
    {
        Incident incident = Incident("i", Cited(one, via), 12);
        incident = incident with { Reports = [
            .. incident.Reports, new() { Citation = Cited(other, otherVia), Casualties = new() { Killed = Toll.Of(10) } }] };
        Finding finding = Of([], [incident]).Single();
        (finding.Code, finding.Severity, finding.Pointer.ToString()).Should().Be((FindingCodes.ReportsDiffer, weight, "/incidents/0"));
        finding.Message.Should().Contain("12").And.Contain("10").And.Contain(one.ToUpperInvariant()).And.Contain(other.ToUpperInvariant());
    }

    [Fact]
    public void What_a_source_says_later_may_revise_what_it_said()
    {
        Incident incident = Fake.Make("i", "2024-01-15", 12, KnownRegions.Homs) with
        {
            Reports = [Fake.ReportOf("s", 12, "2024-01-16"), Fake.ReportOf("s", 10, "2024-01-20")],
        };
        Of([], [incident]).Single().Severity.Should().Be(Severity.Information);
    }

    [Fact]
    public void Reports_that_some_count_satisfies_agree() =>
        Of([], [Incident("i", S, 12) with { Reports = [
            Fake.ReportOf("s", Estimate.Between(5, 12)), Fake.ReportOf("m", Estimate.AtLeast(12))] }]).Should().BeEmpty();

    [Fact]
    public void Records_of_one_event_are_compared_once_and_both_are_named()
    {
        Incident one =
            Incident("i1", S, 12) with { SameAs = [IncidentId.From("i2")] }, other = Incident("i2", M, 10) with { SameAs = [one.Id] };
        Of([], [one, other]).Single().Message.Should().Be("Of killed, S counts 12 in 'i1' and M 10 in 'i2'. The sources differ.");
    }

    [Fact]
    public void Reports_are_named_in_the_order_in_which_they_stand()
    {
        Incident incident = Incident("i", S, 12);
        Finding finding = Of([], [incident with { Reports = [.. incident.Reports, Fake.ReportOf("m", 10)] }]).Single();
        finding.Message.Should().Be("Of killed, S counts 12 in 'i' and M 10. The sources differ.");
        finding.Numbers.Should().Equal(12, 10);
    }

    [Fact]
    public void Of_several_pairs_of_reports_the_gravest_is_told()
    {
        Incident incident = Incident("i", S, 12);
        incident = incident with
        {
            Reports = [.. incident.Reports, Fake.ReportOf("m", 10), Fake.ReportOf("s", 9), Fake.ReportOf("x", 8)],
        };
        Of([], [incident]).Single().Message.Should().Be("Of killed, S counts 12 in 'i' and S 9. Both can't be true.");
    }

    [Fact]
    public void A_record_that_names_an_earlier_one_is_compared_with_it_where_it_stands_itself()
    {
        Incident one = Incident("i1", S, 12), other = Incident("i2", M, 10) with { SameAs = [one.Id] };
        Finding finding = Of([], [one, other]).Single();
        finding.Pointer.ToString().Should().Be("/incidents/1");
        finding.Message.Should().Be("Of killed, M counts 10 in 'i2' and S 12 in 'i1'. The sources differ.");
    }

    [Fact]
    public void Carriers_of_one_source_that_differ_are_a_warning_however_late_one_is()
    {
        Incident incident = Fake.Make("i", "2024-01-15", 12, KnownRegions.Homs);
        Report early = Fake.ReportOf("s", 12, "2024-01-16"), late = Fake.ReportOf("s", 10, "2024-01-20");
        Report carried = late with { Citation = late.Citation with { Via = SourceId.From("x") } };
        Of([], [incident with { Reports = [early, carried] }]).Single().Severity.Should().Be(Severity.Warning);
        Of([], [incident with { Reports = [late, early] }]).Single().Severity.Should().Be(Severity.Information);
        Report vague = Fake.ReportOf("s", 10, "2024-01-XX");
        Of([], [incident with { Reports = [early, vague] }]).Single().Severity.Should().Be(Severity.Error, "it may be no later");
    }

    [Fact]
    public void Who_says_nothing_of_the_harm_is_not_named_for_an_event_and_nobody_is_named_twice()
    {
        Incident incident = Incident("i", M, 12);
        incident = incident with
        {
            Reports =
            [
                .. incident.Reports, .. incident.Reports,
                new() { Citation = Cited("x"), Casualties = new() { Wounded = Toll.Of(3) } },
            ],
        };
        Of([Tally("t", S, "2024-01", 10)], [incident]).Single().Message.Should().Contain("are 'i' 12 (M), more than that");
    }

    [Fact]
    public void As_many_as_a_tally_counts_may_lie_in_its_scope() =>
        Of([Tally("t", S, "2024-01", 12)], [Incident("i1", S, 12)]).Should().BeEmpty();

    [Fact]
    public void Of_two_tallies_of_one_id_the_first_is_the_one_that_is_spoken_of()
    {
        Tally[] twice = [Tally("half", M, "2024-01/2024-06", 12), Tally("half", S, "2024-01/2024-06", 1)];
        ValueList<Finding> findings = Of([Tally("year", S, "2024", 10), .. twice]);
        findings.Select(finding => finding.Code).Should().Contain(FindingCodes.DuplicateId);
        findings.Where(finding => finding.Code == FindingCodes.ExceedsTally).Select(finding => finding.Message).Should().Contain(
            message => message.Contains("'half' 12 (M)", StringComparison.Ordinal));
    }

    private static Citation Cited(string source, string? via = null) =>
        new() { Source = SourceId.From(source), Via = via is null ? null : SourceId.From(via) };

    private static Incident Incident(string id, Citation citation, long killed) =>
        Fake.Make(id, "2024-01-15", killed, KnownRegions.Homs) with
    {
        Reports = [new() { Citation = citation, Casualties = new() { Killed = Toll.Of(killed) } }],
    };

    private static Tally Tally(string id, Citation citation, string period, long killed, Region? region = null) => new()
    {
        Id = TallyId.From(id),
        Scope = new() { Period = new ReportedDate(UncertainDate.Parse(period)), Regions = [(region ?? KnownRegions.Homs).Id] },
        Report = new() { Citation = citation, Casualties = new() { Killed = Toll.Of(killed) } },
    };

    private static ValueList<Finding> Of(Tally[] tallies, params Incident[] incidents) => (Generate.Minimal with
    {
        Sources = [.. "smxy".Select(letter => new Source { Id = SourceId.From($"{letter}"), Name = $"{letter}".ToUpperInvariant() })],
        Regions = KnownRegions.All.ToValueList(),
        Tallies = tallies.ToValueList(),
        Incidents = incidents.ToValueList(),
    }).Validate();
}

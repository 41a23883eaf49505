using ConflictModel.Validation;

namespace ConflictModel.Tests.Validation;

/// <summary>The parts of an event have no more people than the event.</summary>
public class EventPartTests
{
    [Fact]
    public void One_sources_days_above_its_battle_are_an_error_that_names_them()
    {
        Finding finding = Of(9, Day("d1", "s", 3), Day("d2", "s", 4), Day("d3", "s", 5)).Single();
        (finding.Code, finding.Severity, finding.Pointer.ToString())
            .Should().Be((FindingCodes.ReportsDiffer, Severity.Error, "/incidents/0"));
        finding.Message.Should().Be(
            "Of killed, source counts 9 in 'battle', and its parts have at least 12: 'd1' 3, 'd2' 4, 'd3' 5. Both can't be true.");
        finding.Numbers.Should().Equal(12, 9);
    }

    [Fact]
    public void Days_of_another_source_are_information() =>
        Of(9, Day("d1", "o", 3), Day("d2", "o", 4), Day("d3", "o", 5)).Single().Severity.Should().Be(Severity.Information);

    [Fact]
    public void Days_below_their_battle_are_fine_for_not_all_need_be_listed() =>
        Of(9, Day("d1", "s", 3), Day("d2", "s", 4)).Should().BeEmpty();

    [Fact]
    public void Two_records_of_one_day_count_once() =>
        Of(9, Day("d1", "s", 5), Day("d2", "s", 5) with { SameAs = [IncidentId.From("d1")] }).Should().BeEmpty();

    [Fact]
    public void A_battle_of_at_least_9_may_have_more() => Of(new Estimate(9, null, null), Day("d1", "s", 12)).Should().BeEmpty();

    [Fact]
    public void A_battle_without_a_figure_and_a_day_without_one_say_nothing() =>
        Of(default, Day("d1", "s", 12), Day("d2", "s", default)).Should().BeEmpty();

    [Fact]
    public void A_battle_that_was_counted_again_later_revises_its_days()
    {
        Incident day = Day("d1", "s", 12);
        Report report = Fake.ReportOf("s", 12, "2024-01-02");
        ConflictDataset dataset = Dataset(
            Battle(9) with { Reports = [Fake.ReportOf("s", 9, "2024-02-01")] }, day with { Reports = [report] });
        dataset.Validate().Single(finding => finding.Code == FindingCodes.ReportsDiffer).Severity.Should().Be(Severity.Information);
    }

    [Fact]
    public void Days_that_other_records_repeat_and_ids_that_stand_twice_do_not_stop_it() =>
        Of(9, Day("d1", "s", 6), Day("d1", "s", 6)).Should().BeEmpty();

    [Theory]
    [InlineData(5, "'d5' 2.")]
    [InlineData(6, "'d5' 2, ... (6 parts).")]
    public void Of_many_days_five_are_named(int days, string end) =>
        Of(9, [.. Enumerable.Range(1, days).Select(i => Day($"d{i}", "s", 2))]).Single().Message.Should()
            .Contain($"have at least {2 * days}: 'd1' 2, 'd2' 2, 'd3' 2, 'd4' 2, {end}");

    [Fact]
    public void A_day_of_nobody_is_not_named_and_a_day_of_one_is() =>
        Of(9, Day("d1", "s", 9), Day("d2", "s", 0), Day("d3", "s", 1)).Single().Message.Should().Contain(": 'd1' 9, 'd3' 1. Both");

    [Fact]
    public void Of_events_that_are_part_of_each_other_only_that_is_told()
    {
        Incident day = Day("d1", "s", 12), battle = Battle(9) with { PartOf = day.Id };
        Dataset(battle, day).Validate().Select(finding => (finding.Code, finding.Pointer.ToString())).Should().Equal(
            (FindingCodes.IncidentCycle, "/incidents/0/partOf"), (FindingCodes.IncidentCycle, "/incidents/1/partOf"));
    }

    [Fact]
    public void As_many_as_its_days_have_is_what_a_battle_may_have() =>
        Of(9, Day("d1", "s", 4), Day("d2", "s", 5)).Should().BeEmpty();

    [Fact]
    public void What_a_sources_own_days_leave_those_of_others_may_exceed() =>
        Of(9, Day("d1", "s", 5), Day("d2", "o", 6)).Codes().Should().Equal((FindingCodes.ReportsDiffer, Severity.Information));

    [Fact]
    public void Days_of_one_source_that_another_carries_are_a_warning()
    {
        Incident carried = Day("d1", "s", 12);
        carried = carried with { Reports = [carried.Reports[0] with { Citation = PeopleLists.SThroughX }] };
        Of(9, carried).Codes().Should().Equal((FindingCodes.ReportsDiffer, Severity.Warning));
    }

    private static ValueList<Finding> Of(Estimate battle, params Incident[] days) =>
        Dataset([Battle(battle), .. days]).Validate().Where(finding => finding.Code == FindingCodes.ReportsDiffer).ToValueList();

    private static ConflictDataset Dataset(params Incident[] incidents) => Generate.Minimal with { Incidents = [.. incidents] };

    private static Incident Battle(Estimate killed) => Fake.Make("battle", "2024-01-01/2024-01-03", killed) with
    {
        Reports = [Fake.ReportOf("s", killed)],
    };

    private static Incident Day(string id, string source, Estimate killed) => Fake.Make(id, "2024-01-01", killed) with
    {
        PartOf = IncidentId.From("battle"), Reports = [Fake.ReportOf(source, killed)],
    };
}

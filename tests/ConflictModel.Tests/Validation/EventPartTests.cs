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

using System.Globalization;
using ConflictModel.Arithmetic;
using ConflictModel.Catalogs;
using ConflictModel.Hierarchies;
using ConflictModel.Validation;
using NodaTime;

namespace ConflictModel.Tests.Validation;

/// <summary>Running totals from day to day, and the figures of the days between.</summary>
public class SeriesTests
{
    [Fact]
    public void Days_that_rise_by_their_own_figures_are_fine() =>
        Validate(To(1, 100), Of(2, 10), To(2, 110), Of(3, 0), To(3, 110)).Should().BeEmpty();

    [Fact]
    public void What_there_are_too_many_pairs_of_records_to_look_for_is_said_beside_what_was_found()
    {
        ConflictDataset dataset = Generate.Minimal with { Tallies = [To(1, 100), To(2, 90), Of(2, 10), Of(2, 20), Of(3, 30)] };
        Finding[] Findings(long most)
        {
            var findings = new FindingList();
            var regions = RegionHierarchy.FromUnchecked(dataset.Regions);
            new TallyRules(findings, CategoryRelations.Of(dataset, regions), regions, new(most)).Check(dataset);
            return [.. findings.ToValueList()];
        }

        Findings(1_000).Select(finding => finding.Code).Should().Equal(FindingCodes.CumulativeFall, FindingCodes.ExceedsTally);
        Finding[] some = Findings(2);
        some.Select(finding => finding.Code).Should().Equal(FindingCodes.CumulativeFall, FindingCodes.NotCompared);
        (some[1].Severity, some[1].Pointer.ToString()).Should().Be((Severity.Information, "/tallies"));
        some[1].Numbers.Should().Equal(2);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(8)]
    public void A_day_whose_figure_is_not_the_rise_is_told_once_with_all_three_figures(long day)
    {
        Finding finding = Validate(To(1, 100), Of(2, day), To(2, 110), Of(3, 5), To(3, 115)).Should().ContainSingle().Which;
        (finding.Code, finding.Severity, finding.Pointer.ToString()).Should().Be(
            (FindingCodes.IncrementDiffers, Severity.Warning, "/tallies/2/report/casualties/killed"));
        finding.Message.Should().Be(
            $"A running total rises by 10, from 100 in 'to-01' to 110, and the figure of the days between is {day}. It may be a revision.");
        finding.Numbers.Should().Equal(10, 10, day);
    }

    [Fact]
    public void Over_a_gap_a_rise_is_at_least_what_is_counted_within_and_nothing_more_is_claimed()
    {
        Validate(To(1, 100), Of(4, 10), To(4, 150)).Should().BeEmpty();
        Validate(To(1, 100), To(4, 150)).Should().BeEmpty();
        Finding finding = Validate(To(1, 100), Of(4, 60), To(4, 150)).Should().ContainSingle().Which;
        finding.Message.Should().Contain("the figure of the days between is 60, of some of them alone");
    }

    [Fact]
    public void Several_figures_that_make_up_the_days_between_are_added()
    {
        Validate(To(1, 100), Of(2, 10), Of(3, 5), To(3, 115)).Should().BeEmpty();
        Validate(To(1, 100), Of(2, 10), Of(3, 5), To(3, 120)).Should().ContainSingle().Which.Message.Should()
            .Contain("the 2 figures of the days between come to 15.");
    }

    [Fact]
    public void Figures_of_other_places_other_sources_and_some_victims_are_not_those_of_the_days()
    {
        Tally day = Of(2, 5);
        Tally[] others =
        [
            day with { Scope = day.Scope with { Regions = [KnownRegions.Raqqa] } },
            day with { Report = day.Report with { Citation = SourceId.From("other") } },
            day with { Scope = day.Scope with { Victims = Victims.Women } },
        ];
        foreach (Tally other in others)
        {
            Validate(To(1, 100), other, To(2, 110)).Should().BeEmpty();
        }
    }

    [Fact]
    public void A_fall_is_told_once_and_the_totals_that_go_on_from_it_are_not_accused()
    {
        Finding finding = Validate(To(1, 56), To(2, 36), To(3, 37), Of(3, 1), To(4, 40), Of(4, 3)).Should().ContainSingle().Which;
        (finding.Code, finding.Pointer.ToString()).Should().Be((FindingCodes.CumulativeFall, "/tallies/1/report/casualties/killed"));
    }

    [Fact]
    public void The_first_total_holds_the_days_before_it()
    {
        Finding finding = Validate(Of(1, 60), Of(2, 50), To(2, 100)).Should().ContainSingle().Which;
        (finding.Code, finding.Severity).Should().Be((FindingCodes.ExceedsTally, Severity.Error));
        finding.Message.Should().Contain("60 + 50 = 110");
    }

    [Fact]
    public void A_part_that_falls_or_rises_otherwise_is_told_where_it_stands()
    {
        Tally first = With(To(1, 100), (Victims.Children, 40), (Victims.Women, 20));
        Finding[] findings =
        [
            .. Validate(
                first, With(To(2, 110), (Victims.Children, 39), (Victims.Women, 25)),
                With(Of(2, 10), (Victims.Children, 1), (Victims.Women, 4))),
        ];
        findings.Select(finding => (finding.Code, finding.Pointer.ToString())).Should().Equal(
            (FindingCodes.CumulativeFall, "/tallies/1/report/casualties/killed/breakdowns/0/parts/0"),
            (FindingCodes.IncrementDiffers, "/tallies/1/report/casualties/killed/breakdowns/0/parts/1"));
    }

    [Fact]
    public void A_part_that_one_of_the_rows_does_not_print_is_not_compared() =>
        Validate(With(To(1, 100), (Victims.Children, 40)), To(2, 110), Of(2, 10), With(To(3, 110), (Victims.Children, 39)))
            .Should().BeEmpty();

    [Fact]
    public void Totals_of_one_period_that_were_published_later_are_set_against_the_one_before()
    {
        Tally July(int day, long killed) => To(10, killed) with
        {
            Id = TallyId.From($"as-of-{day}"),
            AsOf = new ReportedDate(UncertainDate.From(new LocalDate(2024, 7, day))),
        };
        Validate(July(11, 100), July(12, 120)).Should().BeEmpty();
        Validate(July(11, 120), July(12, 100)).Should().ContainSingle().Which.Code.Should().Be(FindingCodes.CumulativeFall);
    }

    [Fact]
    public void Places_that_make_more_than_their_country_are_found_among_their_latest_totals()
    {
        Tally In(string region, int day, long killed) => To(day, killed) with
        {
            Id = TallyId.From($"{region}-{day}"),
            Scope = To(day, killed).Scope with { Regions = [RegionId.From(region)] },
        };
        Finding finding = Validate(
            In("homs", 1, 50), In("homs", 2, 60), In("raqqa", 1, 30), In("raqqa", 2, 50), In("syria", 1, 90), In("syria", 2, 100))
            .Should().ContainSingle().Which;
        finding.Message.Should().Contain("'homs-2' 60, 'raqqa-2' 50: 60 + 50 = 110");
    }

    [Fact]
    public void Ten_years_of_days_are_checked_in_time_that_grows_with_them()
    {
        Tally[] tallies = [.. Enumerable.Range(1, 3_650).SelectMany(day => (Tally[])[To(day, 10L * day), Of(day, 10)])];
        TimeSpan start = ProcessorTime.Now;
        Validate(tallies).Should().BeEmpty();
        (ProcessorTime.Now - start).Should().BeLessThan(TimeSpan.FromSeconds(20), "an hour would be squared");
    }

    [Fact]
    public void The_last_day_of_the_calendar_is_a_day_like_others()
    {
        int last = Period.DaysBetween(Eve, LocalDate.MaxIsoValue);
        Validate(To(last - 1, 100), Of(last, 10), To(last, 110)).Should().BeEmpty();
        Validate(To(last - 1, 100), Of(last, 8), To(last, 110)).Should().ContainSingle();
    }

    private static readonly LocalDate Eve = new(2023, 12, 31);

    private static Tally To(int day, long killed) => new()
    {
        Id = TallyId.From("to-" + day.ToString("00", CultureInfo.InvariantCulture)),
        Cumulative = true,
        AsOf = new ReportedDate(UncertainDate.From(Eve.PlusDays(day))),
        Scope = new()
        {
            Period = new ReportedDate(UncertainDate.Between(Eve.PlusDays(1), Eve.PlusDays(day))), Regions = [KnownRegions.Homs],
        },
        Report = Fake.ReportOf("s", killed),
    };

    private static Tally Of(int day, long killed) => To(day, killed) with
    {
        Id = TallyId.From("of-" + day.ToString("00", CultureInfo.InvariantCulture)),
        Cumulative = false,
        AsOf = null,
        Scope = To(day, killed).Scope with { Period = new ReportedDate(UncertainDate.From(Eve.PlusDays(day))) },
    };

    private static Tally With(Tally tally, params (Victims Victims, long Count)[] parts) => tally with
    {
        Report = tally.Report with
        {
            Casualties = new()
            {
                Killed = tally.Report.Casualties!.Killed!.Including([.. parts.Select(part => Part.Of(part.Victims, part.Count))]),
            },
        },
    };

    private static ValueList<Finding> Validate(params Tally[] tallies) =>
        (Generate.Minimal with { Regions = KnownRegions.All.ToValueList(), Tallies = tallies.ToValueList() }).Validate()
            .Where(finding => finding.Code is not (FindingCodes.DanglingReference)).ToValueList();
}

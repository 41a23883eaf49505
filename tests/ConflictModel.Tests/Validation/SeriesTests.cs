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
        Findings(0).Select(finding => finding.Code).Should().Equal([FindingCodes.NotCompared], "the first pair is too much");
        Finding[] some = Findings(2);
        some.Select(finding => finding.Code).Should().Equal(FindingCodes.CumulativeFall, FindingCodes.NotCompared);
        (some[1].Severity, some[1].Pointer.ToString()).Should().Be((Severity.Information, "/tallies"));
        some[1].Numbers.Should().Equal(2);
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(1_000, false)]
    public void Incidents_that_are_gone_through_count_as_much_as_a_tenth_of_pairs(long most, bool isTooMuch)
    {
        ConflictDataset dataset = Generate.Minimal with
        {
            Regions = KnownRegions.All.ToValueList(),
            Incidents = [.. Enumerable.Range(0, 100).Select(i => Fake.Make($"i{i}", "2024-01-01", 1, KnownRegions.Raqqa))],
            Tallies = [To(1, 1) with { Report = Fake.ReportOf("sohr", 1) }],
        };
        var findings = new FindingList();
        var regions = RegionHierarchy.FromUnchecked(dataset.Regions);
        new TallyRules(findings, CategoryRelations.Of(dataset, regions), regions, new(most)).Check(dataset);
        findings.ToValueList().Select(finding => finding.Code).Should().Equal(isTooMuch ? [FindingCodes.NotCompared] : []);
    }

    [Fact]
    public void However_soon_the_comparisons_are_spent_nothing_is_accused_that_would_not_be()
    {
        Tally homs = To(9, 60) with { Cumulative = false, AsOf = null };
        Tally country = homs with
        {
            Id = TallyId.From("country"),
            Scope = homs.Scope with { Regions = [KnownRegions.Syria] },
            Report = Fake.ReportOf("s", 100),
        };
        ConflictDataset dataset = Generate.Minimal with
        {
            Regions = KnownRegions.All.ToValueList(),
            Incidents = [Fake.Make("i", "2024-01-05", 50, KnownRegions.Homs) with { Reports = [Fake.ReportOf("s", 50)] }],
            Tallies = [country, homs],
        };
        for (int most = 0; most < 20; most++)
        {
            var findings = new FindingList();
            var regions = RegionHierarchy.FromUnchecked(dataset.Regions);
            new TallyRules(findings, CategoryRelations.Of(dataset, regions), regions, new(most)).Check(dataset);
            findings.ToValueList().Where(finding => finding.Code != FindingCodes.NotCompared).Should().BeEmpty("{0} are looked at", most);
        }
    }

    [Fact]
    public void Of_two_totals_of_one_id_the_first_goes_on_and_is_pointed_at()
    {
        Validate(To(1, 100), To(1, 300), To(2, 110)).Should().NotContain(finding => finding.Code == FindingCodes.CumulativeFall);
        Validate(To(1, 100), To(2, 90), To(2, 95)).Where(finding => finding.Code == FindingCodes.CumulativeFall)
            .Select(finding => finding.Pointer.ToString()).Should().Equal("/tallies/1/report/casualties/killed");
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
    public void The_numbers_of_a_rise_are_both_its_ends_and_the_lower_one_twice_where_it_has_no_limit()
    {
        Validate(To(1, 100), Of(2, 8), To(2, Estimate.Between(110, 115))).Single().Numbers.Should().Equal(10, 15, 8);
        Finding finding = Validate(To(1, 100), Of(2, 8), To(2, Estimate.AtLeast(110))).Single();
        finding.Message.Should().Contain("rises by 10 or more, from 100 in 'to-01' to 110 or more, and");
        finding.Numbers.Should().Equal(10, 10, 8);
    }

    [Fact]
    public void A_figure_of_the_days_that_the_ends_of_a_rise_allow_is_fine()
    {
        Validate(To(1, Estimate.AtLeast(100)), Of(2, 50), To(2, Estimate.AtLeast(110))).Should().BeEmpty("nobody knows how far it rose");
        Validate(To(1, Estimate.Between(95, 100)), Of(2, 15), To(2, 110)).Should().BeEmpty();
        Validate(To(1, Estimate.Between(95, 100)), Of(2, 10), To(2, 110)).Should().BeEmpty();
        Validate(To(1, Estimate.Between(95, 100)), Of(2, 16), To(2, 110)).Should().ContainSingle();
        Validate(To(1, 100), Of(2, Estimate.Between(5, 30)), To(2, 110)).Should().BeEmpty();
        Validate(To(1, 100), To(2, 100), Of(2, 0)).Should().BeEmpty();
        Validate(To(1, Estimate.Between(90, 100)), To(2, Estimate.Between(85, 90))).Should().BeEmpty("it may have stood still");
    }

    [Fact]
    public void Days_that_another_source_counted_are_not_the_rise_from_its_own_total()
    {
        Tally before = To(1, 100), after = Elsewhere(To(2, 110)) with { Supersedes = [before.Id] };
        Validate(before, Elsewhere(Of(2, 8)), after).Should().BeEmpty();

        static Tally Elsewhere(Tally tally) => tally with { Report = tally.Report with { Citation = SourceId.From("other") } };
    }

    [Fact]
    public void What_replaces_a_total_falls_only_where_both_are_running()
    {
        Tally single = Of(2, 110), running = To(3, 100) with { Supersedes = [single.Id] };
        Validate(single, running).Select(finding => finding.Code).Should().NotContain(FindingCodes.CumulativeFall);
        Tally corrected = Of(3, 90) with { Supersedes = [To(2, 110).Id] };
        Validate(To(2, 110), corrected).Select(finding => finding.Code).Should().NotContain(FindingCodes.CumulativeFall);
    }

    [Fact]
    public void Two_totals_up_to_one_day_are_no_fall() =>
        Validate(To(2, 110), To(2, 100) with { Id = TallyId.From("again") }).Select(finding => finding.Code)
            .Should().NotContain(FindingCodes.CumulativeFall);

    [Fact]
    public void A_total_that_is_counted_up_to_some_day_of_a_month_has_no_known_days_behind_it()
    {
        Tally january = To(1, 100) with { AsOf = new ReportedDate(UncertainDate.Parse("2024-01")) };
        Validate(january, To(60, 150)).Should().BeEmpty();
        Validate(january, Over(Of(50, 40), "2024-02-01/2024-02-29"), To(60, 150)).Should().BeEmpty();
        Tally march = To(80, 150) with { AsOf = new ReportedDate(UncertainDate.Parse("2024-03")) };
        Validate(To(1, 100), Over(Of(50, 40), "2024-01-02/2024-03-31"), march).Should().BeEmpty();
    }

    [Fact]
    public void No_day_between_is_counted_twice_and_none_beyond_the_last()
    {
        Tally week = Over(Of(2, 15), "2024-01-02/2024-01-03");
        Validate(To(1, 100), week, Of(3, 5), To(3, 115)).Should().BeEmpty();
        Validate(To(1, 100), Of(2, 10), Over(Of(3, 90), "2024-01-03/2024-01-09"), To(3, 115)).Should().BeEmpty();
        Validate(To(1, 100), Over(Of(2, 12), "[2024-01-02..2024-01-03]"), To(3, 115)).Should().BeEmpty("it may be either day");
        Validate(To(1, 100), Over(Of(2, 12), "{2024-01-02,2024-01-05}"), To(5, 115)).Should().BeEmpty("two days lie between");
        Validate(To(9, 100), Over(Of(10, 12), "2024-01-1X/2024-01-20"), To(20, 115)).Should().BeEmpty("it may begin later");
        Validate(To(9, 100), Over(Of(10, 12), "2024-01-10/2024-01-2X"), To(29, 115)).Should().BeEmpty("it may end earlier");
        Validate(To(1, 100), Of(3, 5), To(4, 150)).Should().BeEmpty("the second day is not counted");
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
    public void Of_a_part_that_not_all_days_print_no_more_is_claimed_than_those_that_do()
    {
        Tally first = With(To(1, 100), (Victims.Children, 40)), last = With(To(3, 115), (Victims.Children, 45));
        Validate(first, With(Of(2, 10), (Victims.Children, 3)), Of(3, 5), last).Should().BeEmpty();
        Finding finding = Validate(first, With(Of(2, 10), (Victims.Children, 9)), Of(3, 5), last).Should().ContainSingle().Which;
        finding.Pointer.ToString().Should().EndWith("/breakdowns/0/parts/0");
        finding.Message.Should().Contain("rises by 5, from 40 in 'to-01' to 45, and the figure of the days between is 9, of some of them");
    }

    [Fact]
    public void Pieces_of_one_category_and_parts_without_a_figure_are_not_compared()
    {
        Validate(Divided(To(1, 60), 40, 20), Divided(To(2, 65), 20, 45)).Should().BeEmpty("a piece's number is its place");
        Validate(Rest(To(1, 100), 60), Rest(To(2, 110), 75)).Should().BeEmpty("nobody printed that 40 men became 35");

        static Tally Divided(Tally tally, long one, long other) =>
            Having(tally, Axis.Region, Part.In(KnownRegions.Homs, one), Part.In(KnownRegions.Homs, other));

        static Tally Rest(Tally tally, long women) =>
            Having(tally, Axis.Demographic, Part.Of(Victims.Women, women), Part.Of(Victims.Men));

        static Tally Having(Tally tally, Axis by, params Part[] parts)
        {
            Breakdown breakdown = new() { By = by, Kind = BreakdownKind.Partition, Parts = [.. parts] };
            Toll killed = tally.Report.Casualties!.Killed! with { Breakdowns = [breakdown] };
            return tally with { Report = tally.Report with { Casualties = new() { Killed = killed } } };
        }
    }

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

    private static Tally To(int day, Estimate killed) => new()
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

    private static Tally Of(int day, Estimate killed) => To(day, killed) with
    {
        Id = TallyId.From("of-" + day.ToString("00", CultureInfo.InvariantCulture)),
        Cumulative = false,
        AsOf = null,
        Scope = To(day, killed).Scope with { Period = new ReportedDate(UncertainDate.From(Eve.PlusDays(day))) },
    };

    private static Tally Over(Tally tally, string period) =>
        tally with { Scope = tally.Scope with { Period = new ReportedDate(UncertainDate.Parse(period)) } };

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

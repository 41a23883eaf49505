using ConflictModel.Validation;

namespace ConflictModel.Interchange.Tests.Mapping.Rules;

public class GedRulesTests
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, PublishedSummary> Summaries = new();

    public static TheoryData<string, string, long, long, long> Counts => new()
    {
        { PublishedFiles.Syria, "ged-duplicate-id", 16566, 0, 0 },
        { PublishedFiles.Syria, "ged-sum", 16566, 0, 0 },
        { PublishedFiles.Syria, "ged-range", 16566, 101, 101 },
        { PublishedFiles.Syria, "ged-low-high", 16566, 58, 56 },
        { PublishedFiles.Syria, "ged-unconfirmed", 16566, 1124, 0 },
        { PublishedFiles.Syria, "ged-one-sided", 482, 0, 0 },
        { PublishedFiles.Syria, "ged-civilians-in-battle", 16084, 5240, 0 },
        { PublishedFiles.Syria, "ged-dates", 16566, 0, 0 },
        { PublishedFiles.Syria, "ged-date-span", 16566, 0, 0 },
        { PublishedFiles.Syria, "ged-grid", 16566, 0, 0 },
        { PublishedFiles.Syria, "ged-dyad-name", 16566, 0, 0 },
        { PublishedFiles.Syria, "ged-source-count", 16566, 0, 0 },
        { PublishedFiles.Syria, "ged-source-sentinel", 16566, 0, 0 },
        { PublishedFiles.Sample, "ged-sum", 1000, 0, 0 },
        { PublishedFiles.Sample, "ged-range", 1000, 13, 13 },
        { PublishedFiles.Sample, "ged-unconfirmed", 1000, 93, 0 },
        { PublishedFiles.Sample, "ged-one-sided", 160, 0, 0 },
        { PublishedFiles.Sample, "ged-civilians-in-battle", 840, 168, 0 },
        { PublishedFiles.Sample, "ged-dates", 1000, 0, 0 },
        { PublishedFiles.Sample, "ged-date-span", 1000, 0, 0 },
        { PublishedFiles.Sample, "ged-grid", 1000, 0, 0 },
        { PublishedFiles.Sample, "ged-dyad-name", 1000, 3, 3 },
        { PublishedFiles.Sample, "ged-source-count", 674, 0, 0 },
        { PublishedFiles.Sample, "ged-source-sentinel", 1000, 326, 0 },
        { PublishedFiles.Myanmar, "ged-sum", 7374, 0, 0 },
        { PublishedFiles.Myanmar, "ged-range", 7374, 10, 10 },
        { PublishedFiles.Myanmar, "ged-dates", 7374, 0, 0 },
        { PublishedFiles.Myanmar, "ged-date-span", 7374, 0, 0 },
        { PublishedFiles.Myanmar, "ged-grid", 7374, 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Counts))]
    public void A_published_file_breaks_a_rule_as_often_as_is_known(string file, string rule, long rows, long found, long repairable)
    {
        PublishedSummary summary =
            Summaries.GetOrAdd(PublishedFiles.PathOf(file), path => PublishedValidator.Validate(File.OpenRead(path)));
        RuleCheck check = summary.Of(rule)!;
        (check.Checked, check.Found, check.Repairable).Should().Be((rows, found, repairable));
    }

    [Fact]
    public void The_totals_of_Syria_are_those_as_published_and_those_of_each_rows_hull()
    {
        PublishedSummary summary = PublishedValidator.Validate(File.OpenRead(PublishedFiles.PathOf(PublishedFiles.Syria)));
        summary.Totals.Should().Equal(
            new("low", 104_929), new("best", 112_337), new("high", 119_020), new("hull-low", 104_742), new("hull-high", 119_193));
        summary.CountOf(Severity.Error).Should().Be(0);
        summary.Counts.Should().Be(new ReadCounts(16_566, 0));
    }

    [Fact]
    public void A_low_above_the_best_is_a_warning_that_proposes_a_range_that_holds_them_all()
    {
        var findings = new List<PublishedFinding>();
        PublishedValidator.Validate(File.OpenRead(PublishedFiles.PathOf(PublishedFiles.Syria)), onFinding: findings.Add);
        PublishedFinding finding = findings.Single(f => f.Id == "219459" && f.Code == "ged-range");
        finding.Severity.Should().Be(Severity.Warning);
        finding.Message.Should().Be("low 177, best 142, high 177.");
        finding.Repair.Should().Equal(new CellChange("low", "177", "142"));
    }

    [Fact]
    public void The_identities_of_the_country_year_data_hold_on_every_row()
    {
        PublishedSummary summary =
            PublishedValidator.Validate(File.OpenRead(PublishedFiles.PathOf("ucdp-published-totals/organizedviolencecy_v25_1.csv")));
        summary.Format.Should().Be("ucdp-country-year");
        (summary.Of("cy-types")!.Checked, summary.Of("cy-types")!.Found).Should().Be((6_936, 0));
        (summary.Of("cy-victims")!.Checked, summary.Of("cy-victims")!.Found).Should().Be((6_936, 0));
    }

    [Theory]
    [InlineData("ged-sum", "deaths_civilians", "3")]
    [InlineData("ged-range", "low", "9")]
    [InlineData("ged-low-high", "low", "9")]
    [InlineData("ged-dates", "year", "2015")]
    [InlineData("ged-dates", "date_start", "2016-01-09")]
    [InlineData("ged-date-span", "date_prec", "3")]
    [InlineData("ged-grid", "priogrid_gid", "1")]
    [InlineData("ged-levels", "where_prec", "6")]
    [InlineData("ged-dyad-name", "dyad_name", "A-B")]
    [InlineData("ged-source-count", "number_of_sources", "2")]
    [InlineData("ged-source-sentinel", "number_of_sources", "-1")]
    [InlineData("ged-early", "date_start", "0016-01-03")]
    [InlineData("ged-trim", "side_b", "IS ")]
    [InlineData("ged-trim", "where_description", "\u00a0near")]
    [InlineData("ged-one-sided", "type_of_violence", "3")]
    public void A_row_that_breaks_a_rule_is_found(string rule, string column, string text)
    {
        PublishedSummary whole = PublishedValidator.Validate(GedSamples.Stream(GedSamples.Row()));
        whole.Rules.Where(check => check.Found > 0 && check.Rule.Severity != Severity.Information).Should().BeEmpty();
        PublishedSummary broken = PublishedValidator.Validate(GedSamples.Stream(GedSamples.Row((column, text))));
        broken.Of(rule)!.Found.Should().Be(1);
    }

    [Fact]
    public void An_event_that_stands_twice_is_found() =>
        PublishedValidator.Validate(GedSamples.Stream(GedSamples.Row(), GedSamples.Row())).Of("ged-duplicate-id")!.Found.Should().Be(1);
}

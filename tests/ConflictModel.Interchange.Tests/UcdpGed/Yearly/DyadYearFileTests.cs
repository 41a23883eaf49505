using ConflictModel.Aggregation;
using ConflictModel.Validation;

namespace ConflictModel.Interchange.Tests.UcdpGed.Yearly;

/// <summary>UCDP's real yearly tables; the totals were added up by another program.</summary>
public class DyadYearFileTests
{
    private const string Deaths23 = "BattleDeaths_v23_1.csv";
    private const string Deaths24 = "BattleDeaths_v24_1.csv";
    private const string NonState = "Nonstate_v23_1.csv";
    private const string OneSided = "OneSided_v23_1.csv";

    public static TheoryData<string, string, long, long, long, long, long> Files => new()
    {
        { Deaths23, "ucdp-brd", 1_848, 1_785_130, 1_891_168, 2_485_181, 8 },
        { Deaths24, "ucdp-brd", 1_920, 2_093_370, 2_226_798, 2_875_484, 7 },
        { NonState, "ucdp-non-state", 1_542, 296_868, 315_248, 409_149, 12 },
        { OneSided, "ucdp-one-sided", 1_191, 674_347, 1_135_250, 2_173_970, 5 },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_table_is_known_and_gives_its_sums_as_tallies_as_rows_and_when_it_is_checked(
        string file, string format, long rows, long low, long best, long high, long odd)
    {
        ConflictDataset dataset = Dataset(file);
        dataset.Incidents.Should().BeEmpty();
        ((long)dataset.Tallies.Count).Should().Be(rows);
        Estimate[] counts = [.. dataset.Tallies.Select(tally => tally.Report.Casualties!.Killed!.Count)];
        (counts.Sum(count => count.Low), counts.Sum(count => count.Best), counts.Sum(count => count.High)).Should().Be((low, best, high));
        dataset.Tallies.Select(tally => tally.Id).Distinct().Should().HaveCount((int)rows);
        dataset.Sources.Select(source => source.Id.Value).Should().Equal(format);

        Sums total = Table(file).Query().Sum(Measure.Killed).Run().Total.Of(Measure.Killed);
        (total.Incidents, total.Low, total.Best, total.High).Should().Be((rows, low, best, high));

        PublishedSummary summary = PublishedValidator.Validate(Stream(file));
        summary.Format.Should().Be(format);
        summary.Totals.Should().Equal([new("low", low), new("best", best), new("high", high)]);
        (summary.Of("dyad-year-range")!.Checked, summary.Of("dyad-year-range")!.Found).Should().Be((rows, odd));
        summary.Rules.Where(check => check.Found > 0).Select(check => check.Rule.Code)
            .Should().Equal(file == Deaths23 ? ["dyad-year-range", "dyad-year-places"] : ["dyad-year-range"]);
    }

    [Theory]
    [InlineData(Deaths23, 1_848, 1_785_130, 1_891_168, 2_485_181)]
    [InlineData(Deaths24, 1_852, 1_992_353, 2_104_280, 2_661_191)]
    public void Two_versions_differ_in_the_years_that_both_have(string file, long rows, long low, long best, long high)
    {
        Sums total = Table(file).Query().During(new(1989, 1, 1), new(2022, 12, 31)).Sum(Measure.Killed).Run().Total.Of(Measure.Killed);
        (total.Incidents, total.Low, total.Best, total.High).Should().Be((rows, low, best, high));
    }

    [Fact]
    public void A_row_is_a_tally_over_the_whole_year_the_countries_and_both_sides()
    {
        ConflictDataset dataset = Dataset(Deaths24);
        Tally tally = dataset.Tallies.Single(one => one.Id == TallyId.From("ucdp-brd:14620-2016"));
        tally.Scope.Period!.Value.Date.Should().Be(UncertainDate.Parse("2016"));
        tally.Scope.AttributedTo.Select(id => dataset.Actors.Single(actor => actor.Id == id).Name.ToString())
            .Should().Equal("Government of Syria", "IS");
        tally.Scope.Regions.Should().Equal(RegionId.From("ucdp-country:652"));
        dataset.Regions.Single(region => region.Id == RegionId.From("ucdp-country:652")).Within
            .Should().Equal(RegionId.From("ucdp-region:Middle_East"));
        tally.Report.Original!.Vintage.Should().Be((Vintage)"24.1");
        tally.Report.Original.Columns.Should().Contain(new OriginalColumn("conflict_id", "13604"))
            .And.NotContain(cell => cell.Name == "bd_best" || cell.Name == "year");
    }

    [Fact]
    public void Several_countries_are_taken_together_whatever_the_order_of_their_codes()
    {
        ConflictDataset dataset = Dataset(OneSided);
        string[] names = [.. dataset.Tallies.Single(one => one.Id == TallyId.From("ucdp-one-sided:973-2016")).Scope.Regions
            .Select(id => dataset.Regions.Single(region => region.Id == id).Name.ToString())];
        names.Should().Equal(
            "Afghanistan", "Bangladesh", "Belgium", "Cameroon", "Chad", "Egypt", "France", "Germany", "Iraq", "Lebanon", "Libya", "Niger",
            "Nigeria", "Pakistan", "Philippines", "Russia (Soviet Union)", "Saudi Arabia", "Syria", "Turkey", "Yemen (North Yemen)");
        dataset.Regions.Where(region => region.Name.ToString() == "Syria").Select(region => region.Id.Value)
            .Should().Equal("ucdp-country:652");
    }

    [Fact]
    public void One_sided_violence_is_laid_to_the_actor_and_its_dead_are_civilians()
    {
        Tally tally = Dataset(OneSided).Tallies.Single(one => one.Id == TallyId.From("ucdp-one-sided:973-2016"));
        (tally.Scope.AttributedTo.Single().Value, tally.Scope.Victims).Should()
            .Be(("ucdp-actor:234", Victims.Civilians.As("killed in one-sided violence, dyad 973")));
        Sums civilians = Table(OneSided).Query().Sum(Measure.Killed.Civilians).Run().Total.Of(Measure.Killed.Civilians);
        (civilians.Low, civilians.Best, civilians.High).Should().Be((674_347, 1_135_250, 2_173_970));
    }

    /// <summary>Dyads that were active in Myanmar alone: the strongest outside check of the events that there is.</summary>
    [Theory]
    [InlineData(Deaths24, 96)]
    [InlineData(NonState, 9)]
    [InlineData(OneSided, 22)]
    public void The_events_of_Myanmar_add_up_to_the_published_total_of_each_dyad_and_year(string file, int comparable)
    {
        Dictionary<(DyadId, int), (long?, long?, long?)> Triples(IncidentTable table) => table.Query()
            .Where(GroupKey.ActiveYear, true)
            .InRegions(RegionId.From("ucdp-country:775"))
            .GroupBy(GroupKey.Dyad, GroupKey.Year).Sum(Measure.Killed).Run()
            .ToDictionary(
                row => (row.Of(GroupKey.Dyad), row.Of(GroupKey.Year)),
                row => row.Of(Measure.Killed) is var sum ? (sum.Low, sum.Best, sum.High) : default);
        Dictionary<(DyadId, int), (long?, long?, long?)> events = Triples(TableOf(PublishedFiles.Myanmar));
        Dictionary<(DyadId, int), (long?, long?, long?)> published = Triples(Table(file));
        (DyadId, int)[] both = [.. published.Keys.Where(events.ContainsKey)];
        both.Should().HaveCount(comparable);
        both.Select(key => published[key]).Should().Equal(both.Select(key => events[key]));
    }

    [Fact]
    public void The_three_types_of_one_version_make_one_table_and_nothing_else_does()
    {
        IncidentTableBuilder builder = new();
        foreach (string file in (string[])[Deaths23, NonState, OneSided])
        {
            Append(file, builder);
        }

        builder.RowUnit.Should().Be("dyad-years of UCDP 23.1");
        builder.Rows.Should().Be(1_848 + 1_542 + 1_191);
        foreach ((string file, string unit) in ((string, string)[])
        [
            (Deaths24, "dyad-years of UCDP 24.1"), ("organizedviolencecy_v25_1.csv", "country-years of UCDP 25.1"),
            ("../" + PublishedFiles.Myanmar, "incidents"),
        ])
        {
            FluentActions.Invoking(() => Append(file, builder)).Should().Throw<InvalidOperationException>().WithMessage(
                $"The table holds dyad-years of UCDP 23.1; {unit} are never added to them.");
        }

        FluentActions.Invoking(() => builder.AppendDataset(new())).Should().Throw<InvalidOperationException>();
        builder.Rows.Should().Be(1_848 + 1_542 + 1_191);
    }

    [Fact]
    public void No_rule_accuses_the_tallies_of_the_three_types_of_one_another()
    {
        ConflictDataset[] all = [Dataset(NonState), Dataset(OneSided)];
        ConflictDataset together = new()
        {
            Sources = all.SelectMany(one => one.Sources).ToValueList(),
            Actors = all.SelectMany(one => one.Actors).DistinctBy(actor => actor.Id).ToValueList(),
            Regions = all.SelectMany(one => one.Regions).DistinctBy(region => region.Id).ToValueList(),
            Tallies = all.SelectMany(one => one.Tallies).ToValueList(),
        };
        together.Validate().Where(finding => finding.Code == FindingCodes.ExceedsTally).Should().BeEmpty();
    }

    private static FileStream Stream(string file) => File.OpenRead(PublishedFiles.PathOf("ucdp-published-totals/" + file));

    private static ConflictDataset Dataset(string file)
    {
        using var reader = IncidentReader.Open(Stream(file));
        return reader.ReadDataset();
    }

    private static IncidentTable Table(string file) => TableOf("ucdp-published-totals/" + file);

    private static IncidentTable TableOf(string path)
    {
        IncidentTableBuilder builder = new();
        using var reader = IncidentReader.Open(PublishedFiles.PathOf(path));
        reader.AppendTo(builder);
        return builder.ToTable();
    }

    private static void Append(string file, IncidentTableBuilder builder)
    {
        using var reader = IncidentReader.Open(Stream(file));
        reader.AppendTo(builder);
    }
}

using System.Text;
using ConflictModel.Aggregation;

namespace ConflictModel.Interchange.Tests.UcdpGed.Yearly;

/// <summary>Yearly tables, in rows made up.</summary>
public class DyadYearRowTests
{
    private const string Header = "conflict_id,dyad_id,side_a,side_a_id,side_b,side_b_id,year,bd_best,bd_low,bd_high,region,"
        + "battle_location,gwno_battle,gwno_a,gwno_b,incompatibility,type_of_conflict,version\n";

    private const string Plain = "11,21,Government of X,901,Y,902,2020,30,28,40,2,Syria,652,652,,2,3,24.1\n";

    [Fact]
    public void A_plain_row_breaks_no_rule()
    {
        PublishedSummary summary = Validate(Plain);
        summary.Rules.Should().OnlyContain(check => check.Found == 0 && check.Checked == 1);
    }

    [Theory]
    [InlineData("dyad-year-range", ",30,28,40,", ",30,31,40,", "low 31, best 30, high 40.")]
    [InlineData("dyad-year-threshold", ",30,28,40,", ",24,20,40,", "best is 24.")]
    [InlineData("dyad-year-codes", ",2,3,24.1", ",4,3,24.1", "incompatibility is '4'.")]
    [InlineData("dyad-year-codes", ",2,Syria", ",\"2, 6\",Syria", "region is '2, 6'.")]
    [InlineData("dyad-year-places", "Syria,652", "Syria,\"652, 645\"", "'Syria' has 2 codes: 652, 645.")]
    public void A_row_that_breaks_a_rule_is_found(string rule, string was, string now, string message)
    {
        var findings = new List<PublishedFinding>();
        PublishedValidator.Validate(Utf8(Header + Plain.Replace(was, now, StringComparison.Ordinal)), onFinding: findings.Add);
        findings.Select(finding => (finding.Code, finding.Id, finding.Message)).Should().Equal((rule, "21-2020", message));
    }

    [Fact]
    public void A_dyad_that_stands_twice_in_a_year_is_found_and_never_added_twice()
    {
        var findings = new List<PublishedFinding>();
        PublishedValidator.Validate(Utf8(Header + Plain + Plain), onFinding: findings.Add);
        findings.Select(finding => finding.Message).Should().Equal("Dyad 21 in 2020 stands in line 2 too.");

        IncidentTableBuilder builder = new();
        FluentActions.Invoking(() => Append(Header + Plain + Plain, builder)).Should().Throw<MalformedInputException>().Which.Malformation
            .ToString().Should().Be("line 3, column 1: '21-2020' stands in line 2 too: no total is added twice.");
        builder.Rows.Should().Be(1);
    }

    [Fact]
    public void Rows_of_two_versions_are_not_added_up()
    {
        string mixed = Header + Plain
            + Plain.Replace("24.1", "23.1", StringComparison.Ordinal).Replace("2020", "2019", StringComparison.Ordinal);
        FluentActions.Invoking(() => Append(mixed, new())).Should().Throw<MalformedInputException>().Which.Malformation.Reason
            .Should().Be("The row is of version '23.1', and rows before it of '24.1': totals of two versions don't add up.");
        Validate(mixed[Header.Length..]).Of("dyad-year-version")!.Found.Should().Be(1);
    }

    [Theory]
    [InlineData(",2020,", ",,", MalformationCode.Date, "year", "'' is not a year.")]
    [InlineData(",2020,", ",20x0,", MalformationCode.Date, "year", "'20x0' is not a year.")]
    [InlineData(",30,28,", ",thirty,28,", MalformationCode.Number, "bd_best", "'thirty' is not a count of people.")]
    [InlineData("11,21,", "11,,", MalformationCode.Id, "dyad_id", "The id is missing: 'dyad_id' is empty.")]
    public void A_row_without_its_key_or_with_text_for_a_figure_is_malformed_by_every_road(
        string was, string now, MalformationCode code, string field, string reason)
    {
        string file = Header + Plain.Replace(was, now, StringComparison.Ordinal);
        Action[] roads = [() => Append(file, new()), () => Dataset(file), () => PublishedValidator.Validate(Utf8(file))];
        foreach (Action road in roads)
        {
            Malformation found = road.Should().Throw<MalformedInputException>().Which.Malformation;
            (found.Code, found.Field, found.Reason, found.Line).Should().Be((code, field, reason, 2));
        }
    }

    [Fact]
    public void Missing_figures_are_missing_and_not_zero()
    {
        string file = Header + Plain.Replace(",30,28,40,", ",30,,,", StringComparison.Ordinal);
        Dataset(file).Tallies.Single().Report.Casualties!.Killed!.Count.Should().Be(new Estimate(null, 30, null));
        IncidentTableBuilder builder = new();
        Append(file, builder);
        Sums sums = builder.ToTable().Query().Sum(Measure.Killed).Run().Total.Of(Measure.Killed);
        (sums.Best, sums.WithoutLow, sums.WithoutHigh).Should().Be((30, 1, 1));
    }

    [Fact]
    public void Incidents_are_asked_for_in_vain_and_the_error_says_what_to_ask_for()
    {
        using var reader = IncidentReader.Open(Utf8(Header + Plain));
        reader.Format.Should().BeSameAs(EventFormats.UcdpBattleDeaths);
        FluentActions.Invoking(() => reader.Read().Count()).Should().Throw<MalformedInputException>().Which.Malformation.Reason.Should().Be(
            "The rows of UCDP battle-related deaths are totals over a year and no incidents: ReadDataset reads them as tallies.");
    }

    [Fact]
    public void Countries_whose_names_cant_be_told_apart_are_left_to_the_kept_cells()
    {
        Tally tally = Dataset(Header + Plain.Replace("Syria,652", "\"Macedonia, FYR, Serbia\",\"343, 345\"", StringComparison.Ordinal))
            .Tallies.Single();
        tally.Scope.Regions.Should().BeEmpty();
        tally.Report.Original!.Columns.Should().Contain(new OriginalColumn("battle_location", "Macedonia, FYR, Serbia"));
    }

    [Fact]
    public void The_vintage_that_the_caller_states_goes_before_the_column()
    {
        using var reader = IncidentReader.Open(Utf8(Header + Plain), new() { Vintage = "24.1 as of May" });
        Original original = reader.ReadDataset().Tallies.Single().Report.Original!;
        original.Vintage.Should().Be((Vintage)"24.1 as of May");
        original.Columns.Should().Contain(new OriginalColumn("version", "24.1"));
    }

    private static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));

    private static PublishedSummary Validate(string rows) => PublishedValidator.Validate(Utf8(Header + rows));

    private static ConflictDataset Dataset(string file)
    {
        using var reader = IncidentReader.Open(Utf8(file));
        return reader.ReadDataset();
    }

    private static void Append(string file, IncidentTableBuilder builder)
    {
        using var reader = IncidentReader.Open(Utf8(file));
        reader.AppendTo(builder);
    }
}

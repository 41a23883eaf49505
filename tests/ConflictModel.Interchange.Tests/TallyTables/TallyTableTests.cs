using System.Globalization;
using System.Text;
using ConflictModel.Serialization;
using ConflictModel.Tests;
using ConflictModel.Validation;
using NodaTime;

namespace ConflictModel.Interchange.Tests.TallyTables;

/// <summary>Wide tables as ministries and monitors publish them; all figures are made up.</summary>
public class TallyTableTests
{
    private const string Header =
        "report_date,report_source,killed,killed_cum,killed_children_cum,killed_women_cum,med_killed_cum,injured_cum\n";

    private static readonly Source Ministry = new() { Id = SourceId.From("ministry"), Name = "A ministry", Kind = SourceKind.Government };

    private static readonly Region Land = new() { Id = RegionId.From("land"), Name = "The land", Kind = RegionKind.Country };

    /// <summary>The columns of a table that <see cref="Daily"/> maps.</summary>
    internal static readonly string[] Columns = Header.TrimEnd().Split(',');

    internal static readonly TallyMapping Daily = new()
    {
        Source = Ministry,
        Region = Land,
        Date = "report_date",
        Since = new LocalDate(2024, 1, 1),
        Columns =
        [
            TallyColumn.Daily("killed", Harm.Killed),
            TallyColumn.Cumulative("killed_cum", Harm.Killed)
                .Including(("killed_women_cum", Part.Of(Victims.Women)), ("killed_children_cum", Part.Of(Victims.Children)))
                .Including(("med_killed_cum", Part.Of(Victims.Called("medical staff")))),
            TallyColumn.Cumulative("injured_cum", Harm.Wounded),
        ],
    };

    [Fact]
    public void A_row_is_a_running_total_and_a_tally_of_the_day_and_what_is_not_mapped_is_listed()
    {
        TallyTable table = Read("2024-01-05,tg,10,110,40,30,3,300\n");
        table.UnmappedColumns.Should().Equal("report_source");
        table.Counts.Should().Be(new ReadCounts(1, 0));
        table.Dataset.Sources.Should().Equal(Ministry);
        table.Dataset.Regions.Should().Equal(Land);
        (Tally total, Tally day) = (table.Dataset.Tallies[0], table.Dataset.Tallies[1]);

        (total.Id.Value, total.Cumulative, total.AsOf!.Value.Date.ToString(), total.Scope.Period!.Value.Date.ToString()).Should()
            .Be(("ministry:2024-01-05:total", true, "2024-01-05", "2024-01-01/2024-01-05"));
        total.Scope.Regions.Should().Equal(Land.Id);
        Toll expected = Toll.Of(110).Including(Part.Of(Victims.Women, 30), Part.Of(Victims.Children, 40))
            .Including(Part.Of(Victims.Called("medical staff"), 3));
        total.Report.Casualties.Should().Be(new Casualties { Killed = expected, Wounded = Toll.Of(300) });

        (day.Id.Value, day.Cumulative, day.Scope.Period!.Value.Date.ToString()).Should()
            .Be(("ministry:2024-01-05:day", false, "2024-01-05"));
        day.Report.Casualties.Should().Be(new Casualties { Killed = Toll.Of(10) });
        table.Dataset.Validate().Should().BeEmpty();
        DatasetJson.Read(DatasetJson.Write(table.Dataset)).Should().Be(table.Dataset);
    }

    [Fact]
    public void A_cell_without_a_figure_says_nothing_and_is_no_zero()
    {
        TallyTable table = Read("2024-01-05,tg,,110,,30,,\n2024-01-06,missing,,,,,,\n2024-01-07,tg,0,110,,,,\n");
        table.Dataset.Tallies.Select(tally => tally.Id.Value).Should()
            .Equal("ministry:2024-01-05:total", "ministry:2024-01-07:total", "ministry:2024-01-07:day");
        Casualties first = table.Dataset.Tallies[0].Report.Casualties!;
        first.Should().Be(new Casualties { Killed = Toll.Of(110).Including(Part.Of(Victims.Women, 30)) });
        table.Counts.Read.Should().Be(3);
        table.Dataset.Validate().Should().BeEmpty();
    }

    [Theory]
    [InlineData("2024-01-05,,,110,,,,\n2024-01-06,,,108,,,,\n", FindingCodes.CumulativeFall,
        "A running total falls: 108 after 110 in 'ministry:2024-01-05:total'. It may be a revision.")]
    [InlineData("2024-01-06,,,108,,,,\n2024-01-05,,,110,,,,\n", FindingCodes.CumulativeFall,
        "A running total falls: 108 after 110 in 'ministry:2024-01-05:total'. It may be a revision.")]
    [InlineData("2024-01-05,,,110,40,,,\n2024-01-06,,,112,39,,,\n", FindingCodes.CumulativeFall,
        "A running total falls: 39 after 40 in 'ministry:2024-01-05:total'. It may be a revision.")]
    [InlineData("2024-01-05,,,110,,,,\n2024-01-06,,9,112,,,,\n", FindingCodes.IncrementDiffers,
        "A running total rises by 2, from 110 in 'ministry:2024-01-05:total' to 112, and the figure of the days between is 9. "
        + "It may be a revision.")]
    [InlineData("2024-01-05,,,110,60,60,,\n", FindingCodes.Contradiction, "60 women + 60 children = 120, more than the 110 in all")]
    [InlineData("2024-01-05,,,110,,,,\n2024-01-05,,,110,,,,\n", FindingCodes.DuplicateId, "ministry:2024-01-05:total")]
    public void What_cannot_be_or_is_odd_is_one_finding(string rows, string code, string message)
    {
        Finding finding = Read(rows).Dataset.Validate().Should().ContainSingle().Which;
        finding.Code.Should().Be(code);
        finding.Message.Should().Contain(message);
    }

    [Theory]
    [InlineData("2024-01-05,,,110,,,,\n2024-01-09,,9,150,,,,\n", "a gap")]
    [InlineData("2024-01-05,,,110,,,,\n2024-01-06,,9,,,,,\n2024-01-07,,6,125,,,,\n", "a day without a running total")]
    [InlineData("2024-01-05,,,110,60,40,20,\n", "medics may be women")]
    [InlineData("2024-01-05,,,110,40,,,\n2024-01-06,,,112,,,,\n2024-01-07,,,112,40,,,\n", "a part that a row lacks")]
    [InlineData("2024-01-01,,7,7,,,,\n2024-01-02,,0,7,,,,\n2024-01-03,,3,10,,,,\n", "days that add up")]
    public void What_may_be_is_not_accused(string rows, string why) =>
        Read(rows).Dataset.Validate().Should().BeEmpty(why);

    [Fact]
    public void After_a_revision_downward_the_totals_go_on_and_only_the_revision_is_told()
    {
        string rows = string.Concat(Enumerable.Range(1, 20).Select(day => string.Create(
            CultureInfo.InvariantCulture, $"2024-01-{day:00},tg,{(day == 10 ? "" : "5")},{(day < 10 ? 5 * day : (5 * day) - 20)},,,,\n")));
        Read(rows).Dataset.Validate().Should().ContainSingle().Which.Pointer.ToString().Should().Be("/tallies/18/report/casualties/killed");
    }

    [Fact]
    public void Places_are_named_by_a_column_and_lie_in_the_region_of_all()
    {
        TallyMapping places = Daily with { Place = "place", Columns = [TallyColumn.Cumulative("dead", Harm.Killed)] };
        var table = TallyTable.Read(
            Utf8("report_date,place,dead\n2024-01-05,North,60\n2024-01-05,South,50\n2024-01-06,North,61\n"), places);
        table.Dataset.Regions
            .Select(region => (region.Id.Value, region.Kind, region.Within.IsEmpty ? "" : region.Within[0].Value)).Should().Equal(
            ("land", RegionKind.Country, ""),
            ("ministry-place:North", RegionKind.Governorate, "land"),
            ("ministry-place:South", RegionKind.Governorate, "land"));
        table.Dataset.Tallies.Select(tally => tally.Id.Value).Should().Equal(
            "ministry:ministry-place:North:2024-01-05:total", "ministry:ministry-place:South:2024-01-05:total",
            "ministry:ministry-place:North:2024-01-06:total");
        table.Dataset.Validate().Should().BeEmpty();

        var named = TallyTable.Read(
            Utf8("report_date,place,dead\n2024-01-05,Homs,60\n"), places with { Region = null }, new() { Names = NameResolver.BuiltIn });
        named.Dataset.Tallies.Single().Scope.Regions.Should().Equal(RegionId.From("homs"));
    }

    [Fact]
    public void A_table_of_one_day_has_a_row_a_place_and_parts_that_make_up_the_whole()
    {
        TallyMapping mapping = new()
        {
            Source = Ministry,
            Day = new LocalDate(2024, 3, 31),
            Since = new LocalDate(2024, 1, 1),
            Place = "district",
            PlaceKind = RegionKind.District,
            Columns =
            [
                TallyColumn.Cumulative("total", Harm.Killed).DividedInto(
                    ("men", Part.Of(Victims.Men)), ("women", Part.Of(Victims.Women)), ("children", Part.Of(Victims.Children))),
            ],
        };
        var table = TallyTable.Read(Utf8("district,total,men,women,children\nA,10,5,3,2\nB,10,5,,2\nC,10,5,3,3\n"), mapping);
        table.Dataset.Tallies.Select(tally => tally.Report.Casualties!.Killed!.Breakdowns[0].Parts.Count).Should().Equal(3, 3, 3);
        Finding finding = table.Dataset.Validate().Should().ContainSingle().Which;
        (finding.Code, finding.Pointer.ToString()).Should().Be((FindingCodes.Contradiction, "/tallies/2/report/casualties/killed"));
        finding.Message.Should().Contain("5 men + 3 women + 3 children = 11, not the 10 in all");
    }

    [Fact]
    public void Rows_of_months_are_of_the_month_in_full()
    {
        TallyMapping months = Daily with { Columns = [TallyColumn.Daily("dead", Harm.Killed), TallyColumn.Cumulative("all", Harm.Killed)] };
        var table = TallyTable.Read(Utf8("report_date,dead,all\n2024-01,10,10\n2024-02,5,16\n"), months);
        table.Dataset.Tallies.Select(tally => tally.Scope.Period!.Value.Date.ToString()).Should()
            .Equal("2024-01-01/2024-01-31", "2024-01", "2024-01-01/2024-02-29", "2024-02");
        table.Dataset.Validate().Should().ContainSingle().Which.Message.Should().StartWith("A running total rises by 6, from 10");
    }

    [Fact]
    public void Cells_are_read_as_those_of_every_format()
    {
        var table = TallyTable.Read(Utf8("\uFEFFReport_Date ,killed,killed_cum\r\n2024-01-05 00:00:00,3.0,110.0\r\n"), Daily with
        {
            Columns = [TallyColumn.Daily("killed", Harm.Killed), TallyColumn.Cumulative("killed_cum", Harm.Killed)],
        });
        table.Dataset.Tallies.Select(tally => tally.Report.Casualties!.Killed!.Count).Should().Equal((Estimate)110, (Estimate)3);
    }

    [Fact]
    public void A_json_array_is_read_too_and_what_no_row_has_is_missing()
    {
        TallyMapping mapping = Daily with { Columns = [TallyColumn.Daily("killed", Harm.Killed)] };
        TallyTable.Read(Utf8("[{\"report_date\":\"2024-01-05\",\"x\":1},{\"report_date\":\"2024-01-06\",\"killed\":7}]"), mapping)
            .Dataset.Tallies.Single().Id.Value.Should().Be("ministry:2024-01-06:day");
        FluentActions.Invoking(() => TallyTable.Read(Utf8("[{\"report_date\":\"2024-01-05\",\"x\":1}]"), mapping))
            .Should().Throw<MalformedInputException>().Which.Malformation.Reason.Should()
            .Be("There is no column 'killed'; the columns are 'report_date', 'x'.");
    }

    [Theory]
    [InlineData("2024-01-05,tg,ten,,,,,\n", MalformationCode.Number, "killed", 2, 15, "'ten' is not a count of people.")]
    [InlineData("2024-01-05,tg,-3,,,,,\n", MalformationCode.Number, "killed", 2, 15, "'-3' is not a count of people.")]
    [InlineData("yesterday,tg,3,,,,,\n", MalformationCode.Date, "report_date", 2, 1, "'yesterday' is not a date such as 2016-01-31.")]
    [InlineData(",tg,3,,,,,\n", MalformationCode.Date, "report_date", 2, 1, "The row has no date.")]
    public void A_cell_that_cannot_be_read_stops_with_its_place_or_is_set_aside(
        string row, MalformationCode code, string field, long line, long column, string reason)
    {
        Malformation found = FluentActions.Invoking(() => Read(row)).Should().Throw<MalformedInputException>().Which.Malformation;
        (found.Code, found.Field, found.Line, found.Column, found.Reason).Should().Be((code, field, line, column, reason));

        var rejected = new List<RejectedRow>();
        var table = TallyTable.Read(
            Utf8(Header + row + "2024-01-06,tg,4,,,,,\n"), Daily, new() { SetAsideMalformed = true, OnRejected = rejected.Add });
        (table.Counts, rejected.Count, table.Dataset.Tallies.Single().Id.Value)
            .Should().Be((new ReadCounts(1, 1), 1, "ministry:2024-01-06:day"));
    }

    [Fact]
    public void A_column_that_is_not_there_is_named_with_those_that_are() => FluentActions
        .Invoking(() => TallyTable.Read(Utf8("report_date,dead\n"), Daily with { Columns = [TallyColumn.Daily("killed", Harm.Killed)] }))
        .Should().Throw<MalformedInputException>().Which.Malformation.ToString().Should()
        .Be("line 1, column 1: There is no column 'killed'; the columns are 'report_date', 'dead'.");

    [Fact]
    public void A_mapping_that_says_nothing_or_one_thing_twice_is_misuse()
    {
        var killed = TallyColumn.Daily("killed", Harm.Killed);
        TallyMapping[] wrong =
        [
            Daily with { Columns = [] },
            Daily with { Date = null },
            Daily with { Day = new LocalDate(2024, 1, 1) },
            Daily with { Columns = [killed, TallyColumn.Daily("dead", Harm.Killed)] },
            Daily with { Columns = [killed, TallyColumn.Daily("killed", Harm.Wounded)] },
            Daily with { Columns = [killed.Including(("report_date", Part.Of(Victims.Women)))] },
        ];
        foreach (TallyMapping mapping in wrong)
        {
            FluentActions.Invoking(() => TallyTable.Read(Utf8(Header), mapping)).Should().Throw<ArgumentException>();
        }

        FluentActions.Invoking(() => killed.Including(("a", Part.Of(Victims.Women)), ("b", Part.Of(Victims.Women))))
            .Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => TallyTable.Read(Utf8(Header), Daily, new() { Format = EventFormats.Acled }))
            .Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Without_a_first_day_running_totals_are_still_compared_with_one_another()
    {
        var table = TallyTable.Read(Utf8(Header + "2024-01-05,,,110,,,,\n2024-01-06,,9,112,,,,\n"), Daily with { Since = null });
        table.Dataset.Tallies[0].Scope.Period!.Value.Date.ToString().Should().Be("/2024-01-05");
        table.Dataset.Validate().Should().ContainSingle().Which.Code.Should().Be(FindingCodes.IncrementDiffers);
    }

    [Fact]
    public void Twenty_thousand_rows_are_read_and_checked_in_seconds()
    {
        TallyMapping mapping = Daily with
        {
            Place = "place",
            Columns = [TallyColumn.Daily("killed", Harm.Killed), TallyColumn.Cumulative("killed_cum", Harm.Killed)],
        };
        var text = new StringBuilder("report_date,place,killed,killed_cum\n");
        for (int place = 0; place < 20; place++)
        {
            for (int day = 0; day < 1_000; day++)
            {
                text.Append(
                    CultureInfo.InvariantCulture, $"{new LocalDate(2024, 1, 1).PlusDays(day):uuuu-MM-dd},P{place},3,{3 * (day + 1)}\n");
            }
        }

        TimeSpan start = ProcessorTime.Now;
        var table = TallyTable.Read(Utf8(text.ToString()), mapping);
        table.Dataset.Tallies.Count.Should().Be(40_000);
        table.Dataset.Validate().Should().BeEmpty();
        (ProcessorTime.Now - start).Should().BeLessThan(TimeSpan.FromSeconds(30));
    }

    private static TallyTable Read(string rows) => TallyTable.Read(Utf8(Header + rows), Daily);

    private static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));
}

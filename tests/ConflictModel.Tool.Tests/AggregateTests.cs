using System.Text;
using System.Text.Json;

namespace ConflictModel.Tool.Tests;

public sealed class AggregateTests(AggregateTests.Converted converted) : IClassFixture<AggregateTests.Converted>
{
    private const string Syria = "ucdp-ged-syria-19.1/ged_syria.csv";
    private const string Myanmar = "ucdp-ged-myanmar-24.1/ged_myanmar.csv";

    private const string GedColumns =
        "id,relid,year,active_year,type_of_violence,conflict_new_id,conflict_name,dyad_new_id,dyad_name,"
        + "side_a_new_id,side_a,side_b_new_id,side_b,country,country_id,region,adm_1,adm_2,date_start,date_end,"
        + "deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low";

    /// <summary>UCDP's own yearly figures of dyads that were active in Myanmar alone, which its events must give back.</summary>
    [Theory]
    [InlineData("BattleDeaths_v24_1.csv", 96)]
    [InlineData("Nonstate_v23_1.csv", 9)]
    [InlineData("OneSided_v23_1.csv", 22)]
    public void The_events_of_Myanmar_add_up_to_the_published_figures_of_each_dyad_and_year(string file, int comparable)
    {
        var ours = Rows(RealData.File(Myanmar), "--by", "dyad,year", "--where", "active-year=1").ToDictionary(row => (row[0], row[1]));
        List<string[]> published = Rows(
            RealData.File("ucdp-published-totals/" + file),
            "--by", "dyad,year", "--where", "active-year=1", "--where", "country=Myanmar (Burma)");
        string[][] both = [.. published.Where(row => ours.ContainsKey((row[0], row[1])))];
        both.Should().HaveCount(comparable);
        foreach (string[] row in both)
        {
            ours[(row[0], row[1])][3..6].Should().Equal(row[3..6], "dyad {0} in {1}", row[0], row[1]);
        }
    }

    [Theory]
    [InlineData("BattleDeaths_v24_1.csv", "year", "dyad-years of UCDP 24.1", "")]
    [InlineData("organizedviolencecy_v25_1.csv", "month", "country-years of UCDP 25.1", " The total of a year is spread over its days.")]
    public void What_a_row_is_where_it_is_no_incident_standard_error_says(string file, string by, string unit, string more)
    {
        string path = RealData.File("ucdp-published-totals/" + file);
        ToolResult result = Tool.Run("aggregate", path, "--by", by, "--format", "csv");
        (result.ExitCode, result.Error.TrimEnd()).Should().Be(
            (0, $"{path}: the rows are {unit}, which the column 'incidents' counts: published totals, no events.{more}"));
    }

    [Fact]
    public void Syria_adds_up_by_type_and_by_year()
    {
        Rows(RealData.File(Syria), "--by", "type").Select(row => (row[0], row[3]))
            .Should().Equal(("1", "80649"), ("2", "29417"), ("3", "2271"));
        Rows(RealData.File(Syria), "--by", "year").Select(row => (row[0], row[3])).Should().Equal(
            ("2016", "48710"), ("2017", "33316"), ("2018", "20251"), ("2019", "10060"));
    }

    [Fact]
    public void A_dyad_of_Syria_adds_up_by_side() =>
        (Rows(RealData.File(Syria), "--by", "dyad", "--where", "dyad=14620").Single() is var row
            ? (row[3], row[5], row[6], row[7], row[8]) : default).Should().Be(("27542", "3220", "12010", "11115", "1197"));

    [Fact]
    public void The_Islamic_State_is_a_side_in_6472_rows() =>
        Rows(RealData.File(Syria), "--by", "actor", "--where", "actor=234", "--names").Select(row => (row[0], row[1], row[2]))
            .Should().Equal(("234", "IS", "6472"));

    [Fact]
    public void The_names_of_sources_stand_behind_them_by_whatever_road_they_come()
    {
        string folder = Directory.CreateTempSubdirectory("conflictmodel").FullName;
        string acled = Path.Combine(folder, "a.csv"), ged = Path.Combine(folder, "g.csv");
        File.WriteAllText(
            acled, "event_id_cnty,event_date,event_type,actor1,fatalities,timestamp\nSYR1,2024-07-03,Battles,a,3,100\n");
        File.WriteAllBytes(ged, Ged("1,X,2016,1,1,3,c,5,a - b,7,a,8,b,Syria,652,Middle East,Homs,,2016-01-31,2016-02-03,8,0,0,0,8,12,4"));
        foreach ((string file, string source, string name) in ((string, string, string)[])
            [(acled, "acled", "Armed Conflict Location and Event Data"), (ged, "ucdp-ged", "UCDP Georeferenced Event Dataset")])
        {
            foreach (string form in (string[])["csv", "json", "ndjson", "parquet"])
            {
                string road = Path.ChangeExtension(file, form);
                if (form != "csv")
                {
                    Tool.Run("convert", file, road, "--to", form).ExitCode.Should().Be(0);
                }

                Rows(road, "--by", "source,year", "--names").Single()[..2].Should().Equal([source, name], road);
                Rows(road, "--by", "source").Single()[..2].Should().Equal([source, "1"], "nobody asks for names");
            }
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_file_without_incidents_says_so_and_one_with_some_does_not()
    {
        byte[][] empty =
        [
            "event_id_cnty,event_date,event_type,actor1,fatalities\n"u8.ToArray(), Ged(), "{\"schemaVersion\":\"1.4\"}"u8.ToArray(),
            """{"status":200,"success":true,"count":0,"data":[]}"""u8.ToArray(),
        ];
        foreach (byte[] file in empty)
        {
            ToolResult result = Tool.Run(file, "aggregate", "-", "--by", "year", "--format", "csv");
            (result.ExitCode, CellsOf(result.Output).Count, result.Error).Should().Be(
                (0, 1, "standard input: there is nothing to be summed.\n"));
        }

        byte[] one = Ged("1,X,2016,1,1,3,c,5,a - b,7,a,8,b,Syria,652,Middle East,Homs,,2016-01-31,2016-02-03,,,,,,12,4");
        Tool.Run(one, "aggregate", "-", "--by", "year", "--format", "csv").Error.Should().BeEmpty();
    }

    [Theory]
    [InlineData("month")]
    [InlineData("week")]
    [InlineData("acled-week")]
    [InlineData("day")]
    public void Spreading_over_time_loses_no_one_and_keeps_order_and_sums_in_every_piece(string key)
    {
        string[] whole = Rows(RealData.File(Syria), "--by", "region").Single()[1..9];
        List<string[]> rows = Rows(RealData.File(Syria), "--by", key);
        for (int column = 0; column < whole.Length; column++)
        {
            rows.Sum(row => Number(row[column + 1])).Should().Be(Number(whole[column]));
        }

        rows.Should().OnlyContain(row => Number(row[3]) == Number(row[5]) + Number(row[6]) + Number(row[7]) + Number(row[8]));
    }

    [Theory]
    [InlineData("0001-01-01", "day")]
    [InlineData("0001-01-01", "week")]
    [InlineData("0001-01-01", "month")]
    [InlineData("2016-01-01", "day")]
    [InlineData("2016-01-01", "month,region")]
    public void An_event_of_more_buckets_than_are_spread_is_of_unknown_time_and_standard_error_says_so(string start, string by)
    {
        ToolResult result = Tool.Run(Endless(start), "aggregate", "-", "--by", by, "--format", "csv");
        result.Error.Should().Contain("standard input: 1 incident lasts too long to be divided over time (the limit is 10000 pieces); "
            + "the time of what is not divided is unknown here.");
        List<string[]> rows = CellsOf(result.Output);
        (result.ExitCode, rows.Count, $"{rows[1][0]},{string.Join(',', rows[1][^11..])}")
            .Should().Be((0, 2, "unknown,1,4,4,4,0,2,2,0,0,0,0"));
    }

    [Theory]
    [InlineData("0001-01-01", "year")]
    [InlineData("2016-01-01", "year")]
    [InlineData("0001-01-01", "region")]
    public void An_event_of_ten_thousand_years_is_divided_where_it_can_be(string start, string by)
    {
        ToolResult result = Tool.Run(Endless(start), "aggregate", "-", "--by", by, "--format", "csv");
        string[] said = start == "0001-01-01" ? ["1 row is dated before 1900"] : [];
        (result.ExitCode, CellsOf(result.Output).Skip(1).Sum(row => Number(row[3]))).Should().Be((0, 4L));
        result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ")[1].Split(',')[0])
            .Should().Equal(said);
    }

    [Fact]
    public void An_event_over_two_months_is_spread_by_days_and_filters_take_its_share()
    {
        byte[] file = Ged("1,X,2016,1,1,3,c,5,a - b,7,a,8,b,Syria,652,Middle East,Homs,,2016-01-31,2016-02-03,8,0,0,0,8,12,4");
        Rows(file, "--by", "month").Select(row => string.Join(' ', row[..5])).Should().Equal("2016-01 1 1 2 3", "2016-02 0 3 6 9");
        Rows(file, "--by", "week", "--where", "month=2016-02").Select(row => (row[0], row[3])).Should().Equal(("2016-W05", "6"));
    }

    [Fact]
    public void A_month_into_which_an_event_goes_on_says_what_the_event_lacks_and_the_data_set_says_the_same()
    {
        byte[] file = Ged(
            "1,X,2016,1,1,3,c,5,a - b,7,a,8,b,Syria,652,Middle East,Homs,,2016-01-31,2016-02-03,,,,,,12,4",
            "2,X,2016,1,1,3,c,5,a - b,7,a,8,b,Syria,652,Middle East,Homs,,2016-01-31,2016-02-03,8,0,0,0,8,12,4",
            "3,X,2016,1,1,3,c,5,a - b,7,a,8,b,Syria,652,Middle East,Homs,,2016-02-01,2016-02-01,0,0,0,0,0,0,0");
        string json = Path.Combine(Directory.CreateTempSubdirectory("conflictmodel").FullName, "events.json");
        Tool.Run(file, "convert", "-", json, "--to", "json").ExitCode.Should().Be(0);
        foreach (byte[] road in (byte[][])[file, File.ReadAllBytes(json)])
        {
            Rows(road, "--by", "month").Select(row => string.Join(' ', [.. row[..5], .. row[^3..]])).Should().Equal(
                "2016-01 2 2 2 6 0 1 0", "2016-02 1 6 6 18 0 1 0");
            Rows(road, "--by", "kind,year").Single()[2..6].Append(Rows(road, "--by", "kind,year").Single()[^2])
                .Should().Equal("3", "8", "8", "24", "1");
            string screen = Tool.Run(road, "aggregate", "-", "--by", "month").Output;
            screen.Should().Contain("2 (1 of 2 without)").And.Contain("1 (2 continuing)").And.Contain("6 (1 of 3 without)");
            Tool.Run(road, "aggregate", "-", "--by", "month", "--where", "month=2016-02", "--format", "json").Output
                .Should().Contain("\"without_best\": 1");
        }

        Tool.Run("report", json).Output.Should().Contain("best 8 (1 of 3 without)");
        Directory.Delete(Path.GetDirectoryName(json)!, recursive: true);
    }

    [Fact]
    public void A_missing_figure_is_counted_and_never_zero()
    {
        byte[] file = Ged(
            "1,X,2016,1,1,3,c,5,a - b,7,a,8,b,Syria,652,Middle East,Homs,,2016-01-31,2016-01-31,1,2,0,1,,6,",
            "2,X,2016,0,1,3,c,5,a - b,7,a,8,b,Syria,652,Middle East,Homs,,2016-01-31,2016-01-31,1,2,0,1,4,6,4");
        Tool.Run(file, "aggregate", "-", "--by", "country", "--where", "active-year=1", "--format", "csv").Output.Should().Be(
            "country,incidents,low,best,high,civilians,side_a,side_b,unknown,without_low,without_best,without_high\n"
            + "Syria,1,,,6,0,1,2,1,1,1,0\n");
        Rows(file, "--by", "country").Single()[1..].Should().Equal("2", "4", "4", "12", "0", "2", "4", "2", "1", "1", "0");
        Tool.Run(file, "aggregate", "-", "--by", "country").Output.Should().Contain("4 (1 of 2 without)");
        Tool.Run(file, "aggregate", "-", "--by", "country", "--where", "active-year=1", "--format", "json").Output
            .Should().Contain("\"best\": null");
    }

    [Fact]
    public void Rows_without_ids_are_summed_and_a_conversion_says_what_is_missing()
    {
        byte[] csv = Encoding.UTF8.GetBytes(
            "event_id_cnty,event_date,event_type,actor1,fatalities\n,2024-07-03,Battles,Islamic State "
                + "(Syria),3\n,2024-07-09,Battles,Islamic State (Syria),5\n");
        byte[] json = Encoding.UTF8.GetBytes(
            """
            {"status": 200, "success": true, "count": 2, "data": [
              {"event_date": "2024-07-03", "event_type": "Battles", "actor1": "Islamic State (Syria)", "fatalities": "3"},
              {"event_date": "2024-07-09", "event_type": "Battles", "actor1": "Islamic State (Syria)", "fatalities": "5"}]}
            """);
        foreach (byte[] file in (byte[][])[csv, json])
        {
            Rows(file, "--by", "year").Single()[..5].Should().Equal("2024", "2", "", "8", "");
            ToolResult converted = Tool.Run(file, "convert", "-", "-", "--to", "json");
            (converted.ExitCode, converted.Output).Should().Be((2, ""));
            converted.Error.Should().Contain("The id is missing").And.Contain("'event_id_cnty'");
        }
    }

    [Fact]
    public void An_actor_nobody_names_is_a_row_called_unknown() =>
        Rows(Ged("1,X,2016,1,1,3,c,5,,,,,,Syria,652,Middle East,Homs,,2016-01-31,2016-01-31,1,2,0,1,4,6,4"), "--by", "actor,side-a").Select(
            row => (row[0], row[1], row[2]))
            .Should().Equal(("unknown", "unknown", "1"));

    [Fact]
    public void A_page_of_the_UCDP_API_is_summed_with_its_nulls_and_booleans() => Rows(
        Encoding.UTF8.GetBytes(
            """
            {"TotalCount": 2, "TotalPages": 1, "PreviousPageUrl": null, "NextPageUrl": "", "Result": [
              {"id": 7, "year": 2016, "active_year": true, "type_of_violence": 1, "dyad_new_id": 5,
               "side_a": "Government of X", "side_a_new_id": 118,
               "date_start": "2016-01-03T00:00:00", "date_end": "2016-01-03T00:00:00",
               "deaths_a": 1, "deaths_b": 2, "deaths_civilians": null, "best": 4, "high": 6, "low": 3},
              {"id": 8, "type_of_violence": 3, "best": 0, "gwnoa": "652", "date_start": "2016-01-03"}]}
            """),
        "--by", "dyad", "--where", "active-year=1").Single()[..6].Should().Equal("5", "1", "3", "4", "6", "");

    /// <summary>Keys of a data set are its own ids: those that differ are compared by their figures.</summary>
    [Theory]
    [InlineData("kind,year", true)]
    [InlineData("dyad,month", true)]
    [InlineData("conflict,active-year", true)]
    [InlineData("actor", false)]
    [InlineData("country,week", false)]
    [InlineData("adm1", false)]
    [InlineData("region", false)]
    public void A_file_and_the_data_set_made_of_it_give_the_same_rows(string keys, bool sameIds)
    {
        int skip = sameIds ? 0 : keys.Split(',').Length;
        string[] Figures(string path) =>
            [.. InOnePlace(Rows(path, "--by", keys)).Select(row => string.Join(',', row.Skip(skip))).Order(StringComparer.Ordinal)];
        Figures(converted.Path).Should().Equal(Figures(RealData.File(Myanmar)));
    }

    [Fact]
    public void A_report_and_a_table_of_one_data_set_have_the_same_sums()
    {
        string[] whole = Rows(converted.Path, "--by", "source").Single()[1..5];
        JsonElement killed =
            JsonDocument.Parse(Tool.Run("report", converted.Path, "--format", "json").Output).RootElement.GetProperty("sums")[0];
        string Total(string figure) => killed.GetProperty(figure).GetProperty("total").GetRawText();
        whole.Should().Equal(killed.GetProperty("incidents").GetRawText(), Total("low"), Total("best"), Total("high"));
    }

    /// <summary>The file spells one division in two ways and has a row for each; the data set knows that they are one place.</summary>
    private static List<string[]> InOnePlace(List<string[]> rows)
    {
        string[][] kayin = [.. rows.Where(row => row[0] is "Karen state" or "Kayin state")];
        return kayin.Length < 2
            ? rows
            :
            [
                .. rows.Except(kayin),
                [.. kayin[0].Zip(kayin[1], (one, other) => long.TryParse(one, out long a) ? $"{a + long.Parse(other)}" : one)],
            ];
    }

    [Fact]
    public void Numbers_stand_in_the_order_of_their_size_before_texts_and_each_spelling_is_a_row()
    {
        string[] places = ["1a", "10", "", "2", "007", "-1", "7", "Nowhere"];
        byte[] rows = Ged([.. places.Select((place, i) =>
            $"{i + 1},X,2016,1,1,3,c,5,a - b,7,a,8,b,Syria,652,Middle East,{place},,2016-01-31,2016-01-31,1,2,0,1,4,6,4")]);
        Tool.Run(rows, "aggregate", "-", "--by", "adm1", "--format", "csv").Output.Split('\n')[1..^1].Select(row => row.Split(',')[0])
            .Should().Equal("2", "007", "7", "10", "-1", "1a", "Nowhere", "unknown");
    }

    [Fact]
    public void Rows_that_overlap_say_so()
    {
        byte[] file = Ged("1,X,2016,1,1,3,c,5,a - b,7,a,8,b,Syria,652,Middle East,Homs,,2016-01-31,2016-01-31,1,2,0,1,4,6,4");
        ToolResult csv = Tool.Run(file, "aggregate", "-", "--by", "actor", "--format", "csv");
        csv.Error.Should().Contain("not to be added up").And.Contain("1 incident ");
        Tool.Run(file, "aggregate", "-", "--by", "actor").Output.Should().Contain("not to be added up");
    }

    [Theory]
    [InlineData(1, "1 incident lasts too long")]
    [InlineData(2, "2 incidents last too long")]
    public void An_incident_that_lasts_too_long_to_be_divided_is_told_in_good_grammar(int times, string text)
    {
        byte[] file = Ged([.. Enumerable.Range(1, times).Select(id =>
            $"{id},X,2016,1,1,3,c,5,a - b,7,a,8,b,Syria,652,Middle East,Homs,,0001-01-31,9999-01-31,1,2,0,1,4,6,4")]);
        ToolResult result = Tool.Run(file, "aggregate", "-", "--by", "month");
        result.ExitCode.Should().Be(0);
        result.Error.Should().Contain(text);
    }

    [Fact]
    public void Keys_of_time_that_cross_are_refused_by_name()
    {
        ToolResult result = Tool.Run("aggregate", Tool.Sample, "--by", "week,month");
        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("week and month");
    }

    [Fact]
    public void Another_harm_is_summed_when_it_is_asked_for()
    {
        Rows(Tool.Sample, "--by", "kind").Single()[..9].Should().Equal("ambush", "1", "8", "8", "8", "2", "", "6", "");
        Rows(Tool.Sample, "--by", "kind", "--harm", "wounded").Single()[1..5].Should().Equal("1", "", "", "");
        Tool.Run("aggregate", Tool.Sample, "--by", "kind", "--harm", "displaced").ExitCode.Should().Be(2);
    }

    private static byte[] Ged(params string[] rows) => Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(GedColumns)) + "\n");

    private static byte[] Endless(string start) =>
        Ged($"1,X,2016,1,1,3,c,5,a - b,7,a,8,b,Syria,652,Middle East,Homs,,{start},9999-12-31,2,2,0,0,4,4,4");

    private static List<string[]> Rows(string path, params string[] options) =>
        RowsOf(Tool.Run(["aggregate", path, .. options, "--format", "csv"]));

    private static List<string[]> Rows(byte[] file, params string[] options) =>
        RowsOf(Tool.Run(file, ["aggregate", "-", .. options, "--format", "csv"]));

    private static List<string[]> RowsOf(ToolResult result)
    {
        result.ExitCode.Should().Be(0, result.Error);
        return [.. CellsOf(result.Output).Skip(1)];
    }

    private static long Number(string cell) => cell.Length == 0 ? 0 : long.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);

    private static List<string[]> CellsOf(string csv)
    {
        List<string[]> rows = [];
        List<string> cells = [];
        StringBuilder cell = new();
        bool isQuoted = false;
        foreach (char c in csv)
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (c is ',' or '\n' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    rows.Add([.. cells]);
                    cells.Clear();
                }
            }
            else if (c != '\r' || isQuoted)
            {
                cell.Append(c);
            }
        }

        return rows;
    }

    /// <summary>The data set that the published file is made into, once for all tests.</summary>
    public sealed class Converted : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("conflictmodel").FullName;
        private readonly Lazy<string> path;

        public Converted() => path = new(() =>
        {
            string json = System.IO.Path.Combine(folder, "myanmar.json");
            Tool.Run("convert", RealData.File(Myanmar), json, "--to", "json").ExitCode.Should().Be(0);
            return json;
        });

        public string Path => path.Value;

        public void Dispose() => Directory.Delete(folder, recursive: true);
    }
}

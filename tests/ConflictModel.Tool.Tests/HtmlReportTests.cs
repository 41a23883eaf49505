using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ConflictModel.Tests;

namespace ConflictModel.Tool.Tests;

/// <summary>The page that the command writes, beside what it prints as JSON.</summary>
public partial class HtmlReportTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public void The_figures_of_the_page_are_those_of_the_json(string language)
    {
        foreach (string file in (string[])[Tool.Sample, Tool.Clashing])
        {
            string page = Tool.Run("report", file, "--format", "html", "--lang", language).Output;
            using var report = JsonDocument.Parse(Tool.Run("report", file, "--format", "json").Output);
            int compared = 0;
            string[] sections = [.. page.Split("<figure class=\"count\" id=\"tally-").Skip(1)];
            JsonElement[] tallies = [.. report.RootElement.GetProperty("tallies").EnumerateArray()];
            sections.Should().HaveCount(tallies.Length);
            for (int i = 0; i < tallies.Length; i++)
            {
                Dictionary<string, (long[] Said, long[] Follows)> rows = Row().Matches(sections[i].Split("</figure>")[0]).ToDictionary(
                    row => row.Groups["path"].Value,
                    row => (Numbers(row.Groups["said"].Value), Numbers(row.Groups["follows"].Value)));
                foreach (JsonElement node in tallies[i].GetProperty("nodes").EnumerateArray())
                {
                    string path = node.GetProperty("path").GetString()!;
                    if (!rows.TryGetValue(path, out (long[] Said, long[] Follows) row))
                    {
                        // What a breakdown without figures leaves says nothing, and has no row.
                        node.GetProperty("kind").GetString().Should().Be("residual", path);
                        continue;
                    }

                    compared++;
                    if (node.GetProperty("derived").GetBoolean())
                    {
                        row.Follows.Should().Equal(Ends(node.GetProperty("bounds")), path);
                    }
                    else if (node.GetProperty("wording").GetString() is null)
                    {
                        row.Said.Should().Equal(Ends(node.GetProperty("bounds")), path);
                    }
                }
            }

            compared.Should().BeGreaterThan(20);
        }
    }

    [Fact]
    public void The_steps_places_and_cells_of_the_page_are_those_of_the_json()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        string file = Path.Combine(folder, "syria.json");
        string events = Path.Combine(folder, "events.csv");
        File.WriteAllLines(
            events, Records(RealData.File("ucdp-ged-syria-19.1/ged_syria.csv")).Where((_, number) => number == 0 || Turn.Takes(number)));
        Tool.Run("convert", events, file, "--to", "json").ExitCode.Should().Be(0);
        string page = Tool.Run("report", file, "--format", "html").Output;
        using var report = JsonDocument.Parse(Tool.Run("report", file, "--format", "json").Output);
        Directory.Delete(folder, true);

        JsonElement series = report.RootElement.GetProperty("time").GetProperty("series")[0];
        string[][] steps = Rows(Between(page, "id=\"when\"", "id=\"where\""));
        JsonElement[] told = [.. series.GetProperty("steps").EnumerateArray()];
        steps.Select(row => row[0]).Should().Equal(told.Select(step => step.GetProperty("step").GetString()));
        for (int i = 0; i < told.Length; i++)
        {
            long[] certain = told[i].TryGetProperty("certain", out JsonElement sums)
                ? [sums.GetProperty("incidents").GetInt64(), Total(sums, "low"), Total(sums, "best"), Total(sums, "high")]
                : [0, 0, 0, 0];
            steps[i][1..5].Select(Count).Should().Equal(certain);
        }

        string where = Between(page, "id=\"where\"", "id=\"who\"");
        JsonElement[] areas = [.. report.RootElement.GetProperty("places").GetProperty("areas").EnumerateArray()];
        string[][] places = Rows(where);
        places.Take(areas.Length).Sum(row => Count(row[1])).Should().Be(areas.Sum(area => Incidents(area, "certain")));

        JsonElement cells = report.RootElement.GetProperty("actors")[0].GetProperty("cells");
        long[] bests = [.. cells.EnumerateArray().Where(cell => cell.GetProperty("best").ValueKind == JsonValueKind.Number)
            .Select(cell => cell.GetProperty("best").GetInt64())];
        bests.Sum().Should().Be(Total(report.RootElement.GetProperty("sums")[0], "best"), "UCDP's best figures are those of its parts");

        static long Total(JsonElement sums, string figure) => sums.GetProperty(figure).GetProperty("total").GetInt64();

        static long Incidents(JsonElement area, string part) =>
            area.TryGetProperty(part, out JsonElement sums) ? sums.GetProperty("incidents").GetInt64() : 0;
    }

    /// <summary>The records of a CSV file, some of which have ends of lines in their cells.</summary>
    private static IEnumerable<string> Records(string path)
    {
        string record = "";
        foreach (string line in File.ReadLines(path))
        {
            record += line;
            if (record.Count(character => character == '"') % 2 == 0)
            {
                yield return record;
                record = "";
            }
            else
            {
                record += "\n";
            }
        }
    }

    private static long Count(string text) => long.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static string Between(string page, string from, string to) =>
        page[page.IndexOf(from, StringComparison.Ordinal)..page.IndexOf(to, StringComparison.Ordinal)];

    private static string[][] Rows(string html) =>
    [
        .. TableRow().Matches(html)
            .Select(row => TableCell().Matches(row.Value).Select(cell => Tag().Replace(cell.Groups[1].Value, "")).ToArray()),
    ];

    [Fact]
    public void The_page_has_the_exit_code_of_the_report_and_takes_its_place_whole()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        string path = Path.Combine(folder, "report.html");
        ToolResult fine = Tool.Run("report", Tool.Sample, "--format", "html", "--out", path);
        (fine.ExitCode, fine.Output, fine.Error).Should().Be((0, "", ""));
        File.ReadAllText(path).Should().Be(Tool.Run("report", Tool.Sample, "--format", "html").Output).And.EndWith("</html>\n");
        Tool.Run("report", Tool.Clashing, "--format", "html", "--out", path).ExitCode.Should().Be(1);
        string before = File.ReadAllText(path);
        Tool.Run("report", Path.Combine(folder, "none.json"), "--format", "html", "--out", path).ExitCode.Should().Be(2);
        File.ReadAllText(path).Should().Be(before);
        Directory.GetFiles(folder).Should().ContainSingle();
        Directory.Delete(folder, true);
    }

    [Fact]
    public void One_stream_is_not_read_twice()
    {
        ToolResult result = Tool.Run("report", "-", "--format", "html", "--boundaries", "-");
        (result.ExitCode, result.Error.Trim())
            .Should().Be((2, "conflictmodel: only one of FILE and --boundaries can be standard input."));
    }

    [Fact]
    public void An_outline_of_several_regions_is_of_the_one_within_the_others_and_an_empty_one_is_none()
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, """
            {"features":[
              {"properties":{"ADM0_EN":"Syria","ADM1_EN":"Homs","odd":"\ud800"},
               "geometry":{"type":"Polygon","coordinates":[[[36,34],[39,34],[39,35],[36,34]],[]]}},
              {"properties":{"a":"Homs","b":"Raqqa"},"geometry":{"type":"Polygon","coordinates":[[[38,35],[39,35],[39,36],[38,35]]]}},
              {"properties":{"a":"Syria"},"geometry":{"type":"Polygon","coordinates":[[]]}}]}
            """);
        string page = Tool.Run("report", Tool.Sample, "--format", "html", "--boundaries", path).Output;
        File.Delete(path);
        ShapeStyle().Matches(page).Select(shape => shape.Groups[1].Value).Should().Equal("shape perhaps", "shape");
    }

    [Theory]
    [InlineData("--out is for --format html.", "--out", "x.html")]
    [InlineData("--open needs --out: the browser shows a file.", "--format", "html", "--open")]
    [InlineData("--arabic-indic-digits is for --format html.", "--format", "json", "--arabic-indic-digits")]
    public void Options_of_the_page_are_for_the_page(string message, params string[] options)
    {
        ToolResult result = Tool.Run(["report", Tool.Sample, .. options]);
        (result.ExitCode, result.Error.Trim()).Should().Be((2, $"conflictmodel: {message}"));
    }

    [Fact]
    public void Boundaries_outline_the_regions_that_they_name_and_say_what_is_certain_within()
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, """
            {"type":"FeatureCollection","features":[
              {"type":"Feature","properties":{"name":"Homs Governorate","code":"SY04"},
               "geometry":{"type":"Polygon","coordinates":[[[36,34],[39,34],[39,35],[36,35],[36,34]]]}},
              {"type":"Feature","properties":{"name":"Syria"},
               "geometry":{"type":"MultiPolygon","coordinates":[[[[35,32],[42,32],[42,37],[35,37],[35,32]]]]}},
              {"type":"Feature","properties":{"name":"Nowhere"},
               "geometry":{"type":"Polygon","coordinates":[[[30,30],[31,30],[31,31],[30,30]]]}}]}
            """);
        string page = Tool.Run("report", Tool.Sample, "--format", "html", "--boundaries", path).Output;
        ShapeStyle().Matches(page).Select(shape => shape.Groups[1].Value).Should().Equal("shape perhaps", "shape some", "shape");
        File.WriteAllText(path, """{"features":[{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[400,1]]]}}]}""");
        ToolResult refused = Tool.Run("report", Tool.Sample, "--format", "html", "--boundaries", path);
        (refused.ExitCode, refused.Error).Should().Be(
            (2, $"conflictmodel: {path}: A point is a longitude from -180 to 180 and a latitude from -90 to 90.\n"));
        string[] allBroken =
        [
            "[]", "{}", "7", """{"\ud800":1}""", """{"features":[7]}""", """{"features":[{"geometry":{"type":3}}]}""", """{"features":""",
            """{"features":[{"geometry":{"type":"Polygon","coordinates":{}}}]}""", """{"features":[{"geometry":{"type":"Polygon"}}]}""",
        ];
        foreach (string broken in allBroken)
        {
            File.WriteAllText(path, broken);
            refused = Tool.Run("report", Tool.Sample, "--format", "html", "--boundaries", path);
            refused.ExitCode.Should().Be(2, broken);
            refused.Error.Should().StartWith($"conflictmodel: {path}: ").And.NotContain("   at ");
        }

        File.Delete(path);
    }

    [Theory]
    [InlineData("{\"features\":\n ", "line 2, column 2: This is not JSON, or it breaks off here.")]
    [InlineData("", "line 1, column 1: This is not JSON, or it breaks off here.")]
    [InlineData("{\"features\":[]}}", "line 1, column 16: This is not JSON, or it breaks off here.")]
    public void Boundaries_that_are_no_JSON_are_refused_with_their_place(string json, string message)
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, json);
        ToolResult refused = Tool.Run("report", Tool.Sample, "--format", "html", "--boundaries", path);
        (refused.ExitCode, refused.Error).Should().Be((2, $"conflictmodel: {path}: {message}\n"));
        File.Delete(path);
    }

    [Fact]
    public void Boundaries_nest_as_deep_as_the_table_of_limits_says()
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, new string('[', 64) + new string(']', 64));
        Refusal().Should().Be("Boundaries are a GeoJSON object of the type FeatureCollection.");
        File.WriteAllText(path, new string('[', 65) + new string(']', 65));
        Refusal().Should().Be("line 1, column 65: Boundaries have at most 64 levels of arrays and objects.");
        File.Delete(path);
        File.ReadAllText(Path.Combine(Tool.Root(AppContext.BaseDirectory), "src", "ConflictModel", "docs", "files.md"))
            .Should().Contain("boundaries of a page's map | 64 |");

        string Refusal() => Tool.Run("report", Tool.Sample, "--format", "html", "--boundaries", path).Error.Split($"{path}: ")[1].TrimEnd();
    }

    private static long[] Ends(JsonElement bounds) => bounds.ValueKind == JsonValueKind.Null
        ? []
        : [.. new[] { bounds.GetProperty("min"), bounds.GetProperty("max") }
            .Where(end => end.ValueKind == JsonValueKind.Number).Select(end => end.GetInt64()).Distinct()];

    private static long[] Numbers(string html) =>
    [
        .. Number().Matches(Tag().Replace(html, ""))
            .Select(number => long.Parse(number.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)).Distinct(),
    ];

    [GeneratedRegex(
        """<tr class="(said|derived|open)" data-path="(?<path>[^"]*)"><th[^>]*>.*?</th><td class="n">(?<said>.*?)</td>"""
        + """<td class="n">(?:<details[^>]*><summary>(?<follows>.*?)</summary>.*?</details>\s*|.*?)</td>""",
        RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<tr><th scope=\"row\">.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex TableRow();

    [GeneratedRegex("<t[hd][^>]*>(.*?)</t[hd]>", RegexOptions.Singleline)]
    private static partial Regex TableCell();

    [GeneratedRegex("<path class=\"(shape[^\"]*)\"")]
    private static partial Regex ShapeStyle();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("[0-9][0-9,]*")]
    private static partial Regex Number();
}

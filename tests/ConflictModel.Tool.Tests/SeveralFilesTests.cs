using System.Text.Json;

namespace ConflictModel.Tool.Tests;

/// <summary>Several files or pages in one call of <c>validate</c> and <c>convert</c>.</summary>
public sealed class SeveralFilesTests : IDisposable
{
    private const string Names = "event_id_cnty,event_date,event_type,actor1,fatalities";

    private readonly string folder = Directory.CreateTempSubdirectory("conflictmodel").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Write(string name, string text)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private string Csv(string name, params ReadOnlySpan<string> rows) => Write(name, $"{Names}\n{string.Join('\n', rows)}\n");

    private string Page(string name, int total, string member, params ReadOnlySpan<string> ids)
    {
        List<string> rows = [];
        foreach (string id in ids)
        {
            rows.Add($$"""
                {"event_id_cnty": "{{id}}", "event_date": "2024-07-03", "event_type": "Battles", "actor1": "X", "fatalities": 3,
                 "{{member}}": "m"}
                """);
        }

        return Write(name, $$"""{"status": 200, "total_count": {{total}}, "data": [{{string.Join(',', rows)}}]}""");
    }

    [Fact]
    public void Files_of_one_format_are_checked_as_one_and_each_finding_names_its_file()
    {
        string one = Csv("one.csv", "SYR1,2024-07-03,Battles,X,10", "SYR2,2024-07-03,Battles,X,1");
        string two = Csv("two.csv", "SYR3,2024-07-03,Battles,X,100", "SYR1,2024-07-03,Battles,X,1");
        ToolResult result = Tool.Run("validate", one, two);
        string[] lines = result.Output.Split('\n');
        lines[..4].Should().Equal(
            $"information acled-round-figure at line 2 of {one}, id SYR1: fatalities 10.",
            $"information acled-round-figure at line 2 of {two}, id SYR3: fatalities 100.",
            $"error acled-duplicate-id at line 3 of {two}, id SYR1: The row on line 2 of {one} has the same id.",
            "acled: 4 read, 4 kept, 0 set aside");
        result.ExitCode.Should().Be(1);
        Tool.Run("validate", one).Output.Should().StartWith("information acled-round-figure at line 2, id SYR1");
    }

    [Fact]
    public void Data_sets_are_checked_one_by_one_beside_published_files()
    {
        string json = Path.Combine(folder, "set.json");
        string csv = Csv("one.csv", "SYR1,2024-07-03,Battles,X,1");
        Tool.Run("convert", csv, json, "--to", "json").ExitCode.Should().Be(0);
        ToolResult result = Tool.Run("validate", json, csv, json, Tool.Clashing);
        result.Output.Should().Contain($"{json}: 0 errors, 0 warnings, 0 for information\n{json}: 0 errors").And
            .Contain($"\n{Tool.Clashing}: error contradiction ").And.Contain("acled: 1 read, 1 kept");

        ToolResult asJson = Tool.Run("validate", json, csv, "--format", "json");
        JsonElement[] all = [.. JsonDocument.Parse(asJson.Output).RootElement.EnumerateArray()];
        all.Select(one => one.GetProperty("files")[0].GetString()).Should().Equal(json, csv);
        all[0].GetProperty("findings").GetArrayLength().Should().Be(0);
        all[1].GetProperty("read").GetInt64().Should().Be(1);
        Tool.Run("validate", csv, "--format", "json").Output.Should().StartWith("{");
    }

    [Fact]
    public void What_is_wrong_with_one_of_them_is_told_with_its_name()
    {
        string good = Csv("good.csv", "SYR1,2024-07-03,Battles,X,1");
        string bad = Csv("bad.csv", "SYR2,2024-07-03,Battles,X,x");
        string[][] commands = [["validate", good, bad], ["convert", good, bad, Path.Combine(folder, "o.csv"), "--to", "acled"]];
        foreach (string[] command in commands)
        {
            ToolResult result = Tool.Run(command);
            (result.ExitCode, result.Output).Should().Be((2, ""));
            result.Error.Should().StartWith($"conflictmodel: {bad}: line 2, column 27: ");
        }

        File.Exists(Path.Combine(folder, "o.csv")).Should().BeFalse();
        string rejects = Path.Combine(folder, "rejects.csv");
        Tool.Run("validate", good, bad, "--rejects", rejects).ExitCode.Should().Be(0);
        File.ReadAllText(rejects).Should().EndWith($",{bad}\n");
        Tool.Run("validate", good, "-").Error.Should().Contain("standard input is read alone");
        Tool.Run("validate", good, Path.Combine(folder, "none.csv")).Error.Should().Contain("none.csv: there is no such file.");
    }

    [Fact]
    public void Pages_become_one_file_in_the_columns_of_all()
    {
        string output = Path.Combine(folder, "all.csv");
        (string one, string two) = (Page("1.json", 3, "iso3", "SYR1", "SYR2"), Page("2.json", 3, "data_id", "SYR3"));
        ToolResult result = Tool.Run("convert", one, two, output, "--to", "acled");
        result.Error.Should().Be("2 files: 3 read, 3 kept, 0 set aside\n");
        File.ReadAllText(output).Should().Be(
            $"{Names},iso3,data_id\nSYR1,2024-07-03,Battles,X,3,m,\nSYR2,2024-07-03,Battles,X,3,m,\nSYR3,2024-07-03,Battles,X,3,,m\n");

        string set = Path.Combine(folder, "all.json");
        Tool.Run("convert", one, two, set, "--to", "json").ExitCode.Should().Be(0);
        Tool.Run("convert", set, "-", "--to", "acled").Output.Should().Be(File.ReadAllText(output));
        Tool.Run("convert", one, Path.Combine(folder, "part.json"), "--to", "json").Error.Should().Contain("2 of 3 events");
    }

    [Fact]
    public void A_member_that_the_format_has_no_column_for_is_never_dropped_in_silence()
    {
        string page = Page("1.json", 1, "iso3", "SYR1");
        Tool.Run("convert", page, "-", "--to", "acled").Output.Should().Be($"{Names},iso3\nSYR1,2024-07-03,Battles,X,3,m\n");
        ToolResult piped = Tool.Run(File.ReadAllBytes(page), "convert", "-", "-", "--to", "acled");
        piped.Output.Should().NotContain("iso3");
        piped.Error.Should().Contain("ACLED can't hold").And.Contain("/original/columns/");
    }

    [Fact]
    public void An_id_in_two_of_them_stops_unless_it_is_said_which_counts()
    {
        (string one, string two) = (Page("1.json", 2, "iso3", "SYR1"), Page("2.json", 2, "iso3", "SYR1"));
        string output = Path.Combine(folder, "all.csv");
        Tool.Run("convert", one, two, output, "--to", "acled").Error.Should().StartWith($"conflictmodel: {two}: line 1, ")
            .And.Contain($"stands on line 1 of {one} too");
        ToolResult newest = Tool.Run("convert", one, two, output, "--to", "acled", "--repeated", "newest");
        newest.Error.Should().Be("2 files: 2 read, 1 kept, 0 set aside, 1 replaced by a newer row of the same id\n");
        File.ReadAllText(output).Should().Be($"{Names},iso3\nSYR1,2024-07-03,Battles,X,3,m\n");
    }

    [Fact]
    public void Of_two_versions_the_newer_row_is_written_though_it_stands_in_a_later_file()
    {
        string Of(string name, int dead, int timestamp) =>
            Write(name, $"{Names},timestamp\nSYR1,2024-07-03,Battles,X,{dead},{timestamp}\n");
        string output = Path.Combine(folder, "all.csv");
        Tool.Run("convert", Of("1.csv", 3, 1), Of("2.csv", 7, 2), output, "--to", "acled").ExitCode.Should().Be(0);
        File.ReadAllText(output).Should().Be($"{Names},timestamp\nSYR1,2024-07-03,Battles,X,7,2\n");
    }

    [Fact]
    public void Tags_of_all_files_stand_under_the_columns_of_all()
    {
        string tagged = Csv("1.csv", "#event+id,#date,,,#affected+killed", "SYR1,2024-07-03,Battles,X,1");
        string plain = Write("2.csv", $"{Names},iso3\nSYR2,2024-07-03,Battles,X,2,SYR\n");
        Tool.Run("convert", plain, tagged, "-", "--to", "acled").Output.Should().Be(
            $"{Names},iso3\n#event+id,#date,,,#affected+killed,\nSYR2,2024-07-03,Battles,X,2,SYR\nSYR1,2024-07-03,Battles,X,1,\n");
    }

    [Fact]
    public void Data_sets_are_not_put_together_nor_formats_nor_is_a_file_replaced()
    {
        string csv = Csv("one.csv", "SYR1,2024-07-03,Battles,X,1");
        string set = Path.Combine(folder, "set.json");
        Tool.Run("convert", csv, set, "--to", "json").ExitCode.Should().Be(0);
        ToolResult merged = Tool.Run("convert", set, set, Path.Combine(folder, "o.json"), "--to", "json");
        (merged.ExitCode, merged.Error.TrimEnd()).Should().Be((2,
            $"conflictmodel: {set}: several files are read together only where all are of UCDP GED or all of ACLED; "
                + "this is a data set file, and data sets are not put together."));
        Tool.Run("convert", csv, csv, set, "--to", "acled").Error.Should().Contain($"{set}: of several files the last is the one to write");
        string totals = RealData.File("ucdp-published-totals/BattleDeaths_v24_1.csv");
        Tool.Run("convert", totals, csv, Path.Combine(folder, "o.csv"), "--to", "json").Error.Should()
            .Contain("this is a table of UCDP battle-related deaths.");
        Directory.EnumerateFiles(folder, "o.*").Should().BeEmpty();
    }
}

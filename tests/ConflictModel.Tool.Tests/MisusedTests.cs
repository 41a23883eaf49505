using System.Diagnostics;

namespace ConflictModel.Tool.Tests;

/// <summary>What somebody new to the command does by mistake is told in a sentence that says what to do.</summary>
public sealed class MisusedTests : IDisposable
{
    private const string Row = ",2024-07-03,Battles,a,3,100\n";
    private const string Header = "event_id_cnty,event_date,event_type,actor1,fatalities,timestamp\n";
    private readonly string folder = Directory.CreateTempSubdirectory("conflictmodel").FullName;

    public MisusedTests()
    {
        File.WriteAllText(At("a.csv"), Header + "SYR1" + Row);
        File.WriteAllText(At("b.csv"), Header + "SYR1" + Row + "SYR2" + Row);
        File.WriteAllText(At("list.csv"), "name,age\na,30\n");
        File.WriteAllText(At("people.json"), """
            {"schemaVersion":"1.0","sources":[{"id":"s","name":"S"}],"people":[{"id":"p","harm":"killed","citations":[{"source":"s"}]}]}
            """);
        File.WriteAllText(At("map.geojson"), """{"type": "FeatureCollection", "features": []}""");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("'agregate' is not a command; did you mean 'aggregate'?", "agregate", "a.csv")]
    [InlineData("'nonsense' is not a command.", "nonsense")]
    [InlineData("'--los' is not an option of convert; did you mean '--loss'?", "convert", "a.csv", "out", "--to", "json", "--los", "out2")]
    [InlineData("'--zzz' is not an option of validate.", "validate", "a.csv", "--zzz")]
    [InlineData("--format: 'xml' is none of text | json | html.", "report", "a.csv", "--format", "xml")]
    [InlineData("--separator: 'x' is none of , | ; | tab.", "validate", "a.csv", "--separator", "x")]
    [InlineData("--lang: 'a b' is not a tag of a language, such as ar or zh-Hant.", "report", "a.csv", "--lang", "a b")]
    [InlineData("'--lang' is not an option of unseen.", "unseen", "a.csv", "--lang", "ar")]
    [InlineData("'--frob' is not an option.", "--frob")]
    public void A_word_that_is_not_understood_is_told_with_those_that_are(string message, params string[] arguments) =>
        Refused($"{message}\nTry 'conflictmodel --help'.", arguments);

    [Theory]
    [InlineData("--separator", ";")]
    [InlineData("--encoding", "latin1")]
    [InlineData("--dates", "dmy")]
    [InlineData("--rejects", "*rejected.csv")]
    public void What_says_how_rows_are_read_is_refused_of_a_data_set(params string[] option)
    {
        string[] given = [option[0], option[1].Replace("*", folder + Path.DirectorySeparatorChar)];
        foreach (string[] command in (string[][])
            [["aggregate", Tool.Sample, "--by", "kind"], ["convert", Tool.Sample, At("out"), "--to", "json"]])
        {
            ToolResult result = Tool.Run([.. command, .. given]);
            (result.ExitCode, result.Error.TrimEnd()).Should().Be(
                (2, $"conflictmodel: {option[0]}: {Tool.Sample} is a data set file, to which this does not apply."));
        }

        (File.Exists(At("out")), File.Exists(At("rejected.csv"))).Should().Be((false, false));
    }

    [Theory]
    [InlineData("*a.csv: no file to write is named behind it; - is standard output.", "convert", "a.csv", "--to", "json")]
    [InlineData("*a.csv: no file to write is named behind it; - is standard output.", "merge", "a.csv")]
    [InlineData("*a.csv: this is ACLED, which lists no people.", "unseen", "a.csv")]
    [InlineData(
        "*map.geojson: this is GeoJSON of no format that is read; 'conflictmodel convert' writes it for maps.", "report", "map.geojson")]
    [InlineData(
        "both files have a record of the id 'acled:SYR1', and what is proposed is of two sources; 'conflictmodel diff' compares two "
        + "vintages of one.",
        "match", "a.csv", "b.csv")]
    [InlineData(
        "*list.csv: line 1, column 1: There are neither columns of UCDP GED, ACLED, UCDP battle-related deaths, UCDP non-state conflict, "
        + "UCDP one-sided violence or UCDP Country-Year data here, nor JSON; found: name, age. A list of people is read by 'convert' and "
        + "'validate' with --people MAPPING.",
        "validate", "list.csv")]
    [InlineData("--open needs --out: the browser shows a file.", "report", "a.csv", "--format", "html", "--open", "--out", "-")]
    [InlineData(
        "--lang: nothing in the report of *people.json is in 'xx'; its words and names are in en.",
        "report", "people.json", "--lang", "xx")]
    [InlineData(
        "--lang: nothing in the page of *people.json is in 'fr-CA'; its words and names are in ar, en.",
        "report", "people.json", "--lang", "fr-CA", "--format", "html")]
    [InlineData(
        "--names: no key of --by has names beside what it shows; side-a, side-b, actor, dyad, conflict, source have.",
        "aggregate", "a.csv", "--by", "year,type", "--names")]
    [InlineData(
        "--vintage: *people.json is a data set file, to which this does not apply.",
        "convert", "people.json", "out", "--to", "hxl", "--vintage", "19.1")]
    [InlineData("--by: A query is grouped once: by 1 to 8 keys, none of them twice.", "aggregate", "a.csv", "--by", "year,year")]
    [InlineData(
        "--by: A query is grouped once: by 1 to 8 keys, none of them twice.",
        "aggregate", "a.csv", "--by", "year,month,day,region,country,adm1,adm2,adm3,town")]
    [InlineData(
        "--neutralise-formulas: no CSV file is written here, and a spreadsheet runs the cells of no other.",
        "convert", "a.csv", "out", "--to", "json", "--neutralise-formulas")]
    [InlineData(
        "--neutralise-formulas: no CSV file is written here, and a spreadsheet runs the cells of no other.",
        "convert", "a.csv", "out", "--to", "geojson", "--neutralise-formulas")]
    [InlineData(
        "--neutralise-formulas: no CSV file is written here, and a spreadsheet runs the cells of no other.",
        "convert", "a.csv", "out", "--to", "parquet", "--neutralise-formulas")]
    [InlineData(
        "--neutralise-formulas: no CSV file is written here, and a spreadsheet runs the cells of no other.",
        "aggregate", "a.csv", "--by", "year", "--format", "json", "--neutralise-formulas")]
    [InlineData(
        "--neutralise-formulas: no CSV file is written here, and a spreadsheet runs the cells of no other.",
        "diff", "a.csv", "b.csv", "--by", "year", "--neutralise-formulas")]
    [InlineData(
        "--neutralise-formulas: no CSV file is written here, and a spreadsheet runs the cells of no other.",
        "match", "a.csv", "b.csv", "--neutralise-formulas")]
    [InlineData(
        "--neutralise-formulas: no CSV file is written here, and a spreadsheet runs the cells of no other.",
        "validate", "a.csv", "--neutralise-formulas")]
    public void What_can_not_be_done_is_told_with_what_can(string message, params string[] arguments) =>
        Refused(message.Replace("*", folder + Path.DirectorySeparatorChar, StringComparison.Ordinal), arguments);

    [Theory]
    [InlineData("report", "people.json", "--lang", "EN")]
    [InlineData("report", "people.json", "--lang", "en-GB", "--format", "json")]
    [InlineData("report", "people.json", "--lang", "ar-SY", "--format", "html")]
    [InlineData("convert", "people.json", "*out", "--to", "parquet", "--vintage", "19.1")]
    [InlineData("convert", "a.csv", "*out", "--to", "json", "--neutralise-formulas", "--rejects", "*rejected.csv")]
    [InlineData("convert", "a.csv", "*out", "--to", "hxl", "--neutralise-formulas")]
    [InlineData("aggregate", "a.csv", "--by", "year", "--format", "csv", "--neutralise-formulas")]
    [InlineData("aggregate", "a.csv", "--by", "year,actor", "--names")]
    public void What_has_an_effect_is_taken(params string[] arguments)
    {
        ToolResult result = Tool.Run([
            .. arguments.Select(text => File.Exists(At(text)) ? At(text) : text.Replace("*", folder + Path.DirectorySeparatorChar)),
        ]);
        (result.ExitCode, result.Error.StartsWith("conflictmodel: ", StringComparison.Ordinal)).Should().Be((0, false), result.Error);
    }

    [Fact]
    public void What_the_parser_of_command_lines_takes_before_a_command_is_left_to_it()
    {
        File.WriteAllText(At("line.rsp"), $"validate\n{At("a.csv")}\n");
        Tool.Run("@" + At("line.rsp")).ExitCode.Should().Be(0);
        Tool.Run("[suggest:4]", "vali").Output.Should().Be("validate\n");
    }

    [Fact]
    public void Behind_two_hyphens_all_are_files()
    {
        string odd = Path.Combine(Environment.CurrentDirectory, "--conflictmodel-odd.ndjson");
        Tool.Run("convert", "--to", "ndjson", At("people.json"), "--", "--conflictmodel-odd.ndjson").ExitCode.Should().Be(0);
        File.ReadAllLines(odd).Length.Should().BePositive();
        File.Delete(odd);
    }

    [Fact]
    public void People_that_a_sum_of_incidents_leaves_out_are_told()
    {
        Tool.Run("convert", At("people.json"), At("people.ndjson"), "--to", "ndjson").ExitCode.Should().Be(0);
        foreach (string file in (string[])[At("people.json"), At("people.ndjson")])
        {
            Tool.Run("aggregate", file, "--by", "year").Error.Should().Be(
                $"{file}: 1 record of a person is not summed: 'conflictmodel report' counts them.\n"
                    + $"{file}: there is nothing to be summed.\n");
        }
    }

    [Fact]
    public void On_a_terminal_messages_and_help_break_between_words()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "script(1) makes a terminal");
        string shell = $"stty cols 60; dotnet '{Tool.Program}' aggregate a --by yera; dotnet '{Tool.Program}' aggregate --help";
        using Process process = Process.Start(new ProcessStartInfo("/usr/bin/script", ["-qec", shell, "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        process.StandardInput.Close();
        string output = process.StandardOutput.ReadToEnd().Replace("\r", "", StringComparison.Ordinal);
        string[] lines = output.Split('\n');
        lines.Should().Contain("  month, week, acled-week, day, region, country, adm1, adm2,");
        lines.Should().OnlyContain(line => line.Contains('\u001b') || line.TrimEnd().Length <= 60);
        output.Should().Contain("ucdp-one-sided").And.Contain("ucdp-country-year").And.NotContain("[default: Stop]");
    }

    private void Refused(string message, string[] arguments)
    {
        string[] before = Directory.GetFileSystemEntries(folder);
        ToolResult result = Tool.Run([arguments[0], .. arguments[1..].Select(text => File.Exists(At(text)) ? At(text) : text)]);
        (result.ExitCode, result.Output, result.Error).Should().Be((2, "", $"conflictmodel: {message}\n"));
        Directory.GetFileSystemEntries(folder).Should().Equal(before);
    }

    private string At(string name) => Path.Combine(folder, name);
}

using System.Text.Json;
using ConflictModel.Aggregation;
using ConflictModel.Parquet;

namespace ConflictModel.Tool.Tests;

/// <summary>A Parquet file that the command wrote answers as the file that it was made of.</summary>
public sealed class ParquetTests
{
    [Theory]
    [InlineData("ucdp-ged-syria-19.1/ged_syria.csv")]
    [InlineData("ucdp-ged-sample-23.1/ged231_sample1000.csv")]
    [InlineData("")]
    public void Aggregating_it_says_what_aggregating_its_source_says(string file)
    {
        string source = file.Length == 0 ? Tool.Sample : RealData.File(file);
        string folder = Directory.CreateTempSubdirectory("conflictmodel-").FullName;
        string path = Path.Combine(folder, "incidents.parquet");
        Tool.Run("convert", source, path, "--to", "parquet").ExitCode.Should().Be(0);
        foreach (string[] asked in (string[][])
        [
            ["--by", "dyad,month", "--names"], ["--by", "actor", "--format", "json"],
            ["--by", "country,adm1,kind,active-year", "--format", "csv"], ["--by", "month,side-b", "--where", "type=1"],
        ])
        {
            ToolResult expected = Tool.Run(["aggregate", source, .. asked]);
            ToolResult answer = Tool.Run(["aggregate", path, .. asked]);
            (answer.ExitCode, answer.Output).Should().Be((expected.ExitCode, expected.Output), string.Join(' ', asked));
        }

        Tool.Run("aggregate", folder, "--by", "type").Output
            .Should().Be(Tool.Run("aggregate", source, "--by", "type").Output, "a folder is its files");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void What_it_does_not_hold_of_a_data_set_is_said()
    {
        string folder = Directory.CreateTempSubdirectory("conflictmodel-").FullName;
        string lines = Path.Combine(folder, "sample.ndjson");
        Tool.Run("convert", Tool.Sample, lines, "--to", "ndjson").ExitCode.Should().Be(0);
        ConflictDataset sample = Serialization.DatasetJson.Read(File.ReadAllBytes(Tool.Sample));
        foreach (string file in (string[])[Tool.Sample, lines])
        {
            string said = Tool.Run("convert", file, Path.Combine(folder, "out.parquet"), "--to", "parquet").Error;
            said.Should().StartWith($"{file}: Parquet holds of incidents what sums ask for, without the {sample.Tallies.Count} tallies, ")
                .And.Contain($" {sample.Claims.Count} claims, {sample.Strengths.Count} strength,").And.Contain("statement")
                .And.NotContain("affiliation", "those are kept");
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void What_describes_a_folder_says_whose_data_it_is_and_where_its_files_are()
    {
        string folder = Path.Combine(Directory.CreateTempSubdirectory("conflictmodel-").FullName, "ged");
        Tool.Run(
            "convert", RealData.File("ucdp-ged-sample-23.1/ged231_sample1000.csv"), folder,
            "--to", "parquet", "--vintage", "23.1@2023-06-01", "--by", "admin0").ExitCode.Should().Be(0);
        using var croissant = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "croissant.json")));
        string Said(string member) => croissant.RootElement.GetProperty(member).GetString()!;
        (Said("version"), Said("datePublished"), Said("license")).Should().Be(("23.1", "2023-06-01", "CC-BY-4.0"));
        Said("url").Should().Be("https://ucdp.uu.se/");
        File.ReadAllText(Path.Combine(Tool.Root(AppContext.BaseDirectory), "src", "ConflictModel", "docs", "citing.md"))
            .Replace("*", "").Should().Contain(Said("citeAs"));
        Tool.Run("aggregate", folder, "--by", "year").ExitCode.Should().Be(0);
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    [Theory]
    [InlineData("--by", "type", "--where", "type=9")]
    [InlineData("--by", "actor,year", "--where", "side-a=Sryia")]
    [InlineData("--by", "month", "--where", "country=Syria", "--where", "side-b=nobody")]
    [InlineData("--by", "adm1,month", "--where", "year=1901")]
    public void What_no_incident_has_is_told_of_it_as_of_its_source(params string[] asked)
    {
        string source = RealData.File("ucdp-ged-sample-23.1/ged231_sample1000.csv");
        string path = Path.Combine(Directory.CreateTempSubdirectory("conflictmodel-").FullName, "incidents.parquet");
        Tool.Run("convert", source, path, "--to", "parquet").ExitCode.Should().Be(0);
        ToolResult expected = Tool.Run(["aggregate", source, .. asked]);
        ToolResult answer = Tool.Run(["aggregate", path, .. asked]);
        expected.Error.Should().Contain("no incident");
        (answer.ExitCode, answer.Output, answer.Error).Should()
            .Be((expected.ExitCode, expected.Output, expected.Error.Replace(source, path, StringComparison.Ordinal)));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public void It_is_asked_part_by_part_and_a_column_that_is_not_asked_for_is_not_read()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("conflictmodel-").FullName, "incidents.parquet");
        Tool.Run("convert", Tool.Sample, path, "--to", "parquet").ExitCode.Should().Be(0);
        ToolResult expected = Tool.Run("aggregate", path, "--by", "kind,source", "--names");
        byte[] file = File.ReadAllBytes(path);
        file[file.AsSpan().IndexOf("wednesday-ambush"u8)] = (byte)' ';
        File.WriteAllBytes(path, file);
        Action whole = () => IncidentTable.ReadParquet(path);
        whole.Should().Throw<ParquetFormatException>("no id begins with a space");
        ToolResult answer = Tool.Run("aggregate", path, "--by", "kind,source", "--names");
        (answer.ExitCode, answer.Output).Should().Be((0, expected.Output));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public void A_folder_in_hive_layout_is_written_and_says_what_its_source_says()
    {
        string source = RealData.File("ucdp-ged-sample-23.1/ged231_sample1000.csv");
        string folder = Path.Combine(Directory.CreateTempSubdirectory("conflictmodel-").FullName, "ged");
        string[] asked = ["--by", "country,month", "--format", "csv"];
        Tool.Run("convert", source, folder, "--to", "parquet", "--vintage", "23.1", "--by", "vintage,year").ExitCode.Should().Be(0);
        Directory.EnumerateDirectories(Path.Combine(folder, "vintage=23.1"), "year=*").Should().HaveCountGreaterThan(1);
        Tool.Run(["aggregate", folder, .. asked]).Output.Should().Be(Tool.Run(["aggregate", source, .. asked]).Output);

        Tool.Run("convert", source, folder, "--to", "parquet", "--by", "year").Error.Should().Contain("exists already");
        Tool.Run("convert", source, folder, "--to", "parquet", "--by", "vintage").Error.Should().Contain("--vintage");
        Tool.Run("convert", source, "-", "--to", "parquet", "--by", "year").Error.Should().Contain("standard output");
        Tool.Run("convert", source, folder, "--to", "parquet", "--by", "month").Error.Should().Contain("'month' is not");
        Tool.Run("convert", source, folder, "--to", "json", "--by", "year").Error.Should().Contain("only Parquet");
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    [Fact]
    public void What_it_is_not_asked_and_what_cannot_be_read_is_said()
    {
        string folder = Directory.CreateTempSubdirectory("conflictmodel-").FullName;
        string path = Path.Combine(folder, "incidents.parquet");
        Tool.Run("convert", Tool.Sample, path, "--to", "parquet").ExitCode.Should().Be(0);
        ToolResult finer = Tool.Run("aggregate", path, "--by", "week");
        finer.ExitCode.Should().NotBe(0);
        finer.Error.Should().Contain("week").And.Contain("edges of months");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^1]);
        ToolResult broken = Tool.Run("aggregate", path, "--by", "month");
        broken.ExitCode.Should().NotBe(0);
        broken.Error.Should().Contain(path).And.NotContain("Exception");
        ToolResult empty = Tool.Run("aggregate", Directory.CreateDirectory(Path.Combine(folder, "empty")).FullName, "--by", "month");
        empty.Error.Should().Contain("there are no Parquet files");
        Tool.Run("convert", Tool.Sample, path, "--to", "parquet", "--loss", Path.Combine(folder, "loss.json")).Error
            .Should().Contain("--loss");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_command_that_reads_no_Parquet_says_which_does_whatever_the_file_is_called()
    {
        string folder = Directory.CreateTempSubdirectory("conflictmodel-").FullName;
        string path = Path.Combine(folder, "incidents");
        string output = Path.Combine(folder, "out");
        Tool.Run("convert", Tool.Sample, path, "--to", "parquet").ExitCode.Should().Be(0);
        foreach (string[] asked in (string[][])
        [
            ["report", path], ["validate", path], ["validate", path, path], ["match", path, path], ["diff", path, path],
            ["merge", path, output], ["repair", path, output, "--rules", "date-before-1900"], ["convert", path, output, "--to", "json"],
            ["unseen", path],
        ])
        {
            ToolResult result = Tool.Run(asked);
            (result.ExitCode, result.Error).Should().Be(
                (2, $"conflictmodel: {path}: this is a Parquet file, which only 'conflictmodel aggregate FILE' reads.\n"), asked[0]);
        }

        Directory.EnumerateFileSystemEntries(folder).Should().ContainSingle();
        Tool.Run("aggregate", path, "--by", "year").ExitCode.Should().Be(0);
        Tool.Run(File.ReadAllBytes(path), "aggregate", "-", "--by", "year").Error.Should().Contain("not from standard input");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Options_that_say_how_text_is_read_are_refused_by_name()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("conflictmodel-").FullName, "incidents.parquet");
        Tool.Run("convert", Tool.Sample, path, "--to", "parquet").ExitCode.Should().Be(0);
        foreach (string[] options in (string[][])
        [
            ["--rejects", "rejected.csv"], ["--from", "ucdp-ged"], ["--repeated", "newest"], ["--separator", ";"], ["--dates", "dmy"],
            ["--encoding", "latin1"], ["--neutralise-formulas"],
        ])
        {
            ToolResult result = Tool.Run(["aggregate", path, "--by", "year", .. options]);
            (result.ExitCode, result.Output).Should().Be((2, ""));
            result.Error.Should().Be($"conflictmodel: {options[0]}: {path} is Parquet, to which this does not apply.\n");
        }

        Tool.Run("aggregate", path, "--by", "year", "--format", "csv", "--neutralise-formulas").ExitCode.Should().Be(0);
        Tool.Run("aggregate", path, path, "--by", "year").Error.Should().Contain("put the files into one folder");
        Tool.Run("aggregate", Tool.Sample, path, "--by", "year").Error.Should().Contain($"{path}: a Parquet file");
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public void Rows_of_one_id_are_never_all_kept_in_a_Parquet_file_and_nothing_advises_it()
    {
        string folder = Directory.CreateTempSubdirectory("conflictmodel-").FullName;
        string source = Path.Combine(folder, "twice.csv");
        string path = Path.Combine(folder, "incidents.parquet");
        string[] rows = File.ReadAllLines(RealData.File("ucdp-ged-sample-23.1/ged231_sample1000.csv"));
        File.WriteAllLines(source, [.. rows[..3], rows[2]]);
        Tool.Run("convert", source, path, "--to", "parquet").Error.Should().Contain("--repeated newest").And.NotContain("keep");
        Tool.Run("convert", source, path, "--to", "parquet", "--repeated", "keep").Error
            .Should().Contain("--repeated keep: a Parquet file");
        File.Exists(path).Should().BeFalse();
        Tool.Run("convert", source, path, "--to", "parquet", "--repeated", "newest").Error.Should().StartWith($"{source}: 3 read, 2 kept");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_folder_is_named_where_a_file_that_describes_it_was()
    {
        string folder = Path.Combine(Directory.CreateTempSubdirectory("conflictmodel-").FullName, "ged");
        string source = RealData.File("ucdp-ged-sample-23.1/ged231_sample1000.csv");
        Tool.Run("convert", source, folder, "--to", "parquet", "--by", "admin0, year").ExitCode.Should().Be(0);
        Directory.EnumerateDirectories(folder, "admin0=*").Should().NotBeEmpty();
        foreach (string name in (string[])["croissant.json", "datapackage.json"])
        {
            Tool.Run("aggregate", Path.Combine(folder, name), "--by", "year").Error.Should().Contain("describes a folder of Parquet files");
        }

        Tool.Run("aggregate", Path.Combine(folder, "names.parquet"), "--by", "year").Error.Should().Contain("name the folder");
        Tool.Run("convert", source, folder + "2", "--to", "parquet", "--vintage", "__HIVE_DEFAULT_PARTITION__", "--by", "vintage").Error
            .Should().EndWith("--by: No vintage is called '__HIVE_DEFAULT_PARTITION__': engines call the folder of none so.\n");
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    [Theory]
    [InlineData("2013-12-30", "2014-01-02", true)]
    [InlineData("2013-12-01", "2013-12-31", false)]
    public void Years_that_are_sums_of_months_are_told_where_an_incident_goes_on_after_one(string first, string last, bool isTold)
    {
        string folder = Directory.CreateTempSubdirectory("conflictmodel-").FullName;
        string source = Path.Combine(folder, "one.csv");
        string path = Path.Combine(folder, "incidents.parquet");
        string[] rows = File.ReadAllLines(RealData.File("ucdp-ged-sample-23.1/ged231_sample1000.csv"));
        const string Dates = "\"2013-01-03 00:00:00\",\"2013-01-03 00:00:00\",\"0\",\"2\",\"0\",\"0\",\"2\",\"2\",\"2\"";
        rows[1].Should().Contain(Dates);
        string row = rows[1].Replace(Dates, $"{first},{last},0,9,0,0,9,9,9", StringComparison.Ordinal);
        File.WriteAllLines(source, [rows[0], row]);
        Tool.Run("convert", source, path, "--to", "parquet").ExitCode.Should().Be(0);
        foreach (string[] asked in (string[][])[["--by", "year"], ["--by", "type", "--where", "year=2013"]])
        {
            Tool.Run(["aggregate", path, .. asked]).Error.Contains("divided by months", StringComparison.Ordinal).Should().Be(isTold);
            Tool.Run(["aggregate", source, .. asked]).Error.Should().NotContain("divided by months");
        }

        Tool.Run("aggregate", path, "--by", "year,month").Error.Should().NotContain("divided by months");
        Directory.Delete(folder, recursive: true);
    }
}

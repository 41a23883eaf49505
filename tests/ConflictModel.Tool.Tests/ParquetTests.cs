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
        ToolResult expected = Tool.Run("aggregate", path, "--by", "kind", "--names");
        byte[] file = File.ReadAllBytes(path);
        file[file.AsSpan().IndexOf("wednesday-ambush"u8)] = (byte)' ';
        File.WriteAllBytes(path, file);
        Action whole = () => IncidentTable.ReadParquet(path);
        whole.Should().Throw<ParquetFormatException>("no id begins with a space");
        ToolResult answer = Tool.Run("aggregate", path, "--by", "kind", "--names");
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
}

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
